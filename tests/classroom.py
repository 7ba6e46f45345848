"""Classes of made-up students, graded with the real nbgrader.

`python tests/classroom.py` prints the points that wrong answers got, seconds and peak memory.
"""

import csv
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[1]
GRADE = [sys.executable, str(ROOT / "assignments/grade.py")]
WRONG = json.loads((Path(__file__).parent / "wrong_submissions.json").read_text("utf-8"))
LESSONS = sorted(WRONG)


def source(lesson, edition="en"):
    return nbformat.read(ROOT / f"assignments/{edition}/{lesson}.ipynb", as_version=4)


def grading(cell):
    return cell.metadata.get("nbgrader", {})


def questions(lesson):
    """The points of each question that is graded by tests, by the name of its answer cell"""
    cells = [cell for cell in source(lesson).cells if cell.cell_type == "code"]
    return {
        grading(c)["grade_id"].removesuffix("-test"): grading(c)["points"]
        for c in cells
        if grading(c).get("grade")
    }


def handed_in(lesson, edition="en", **answers):
    """A notebook as students have it, with the solutions for answers, or those given here"""
    notebook = source(lesson, edition)
    for cell in notebook.cells:
        name = grading(cell).get("grade_id")
        cell.source = answers.get(name, cell.source)
        cell.source = re.sub(r"(?s)### BEGIN HIDDEN.*?### END HIDDEN TESTS\n?", "", cell.source)
    for cell in notebook.cells:
        cell.source = cell.source.rstrip("\n")
    return notebook


def wrong_runs(lesson):
    """Three submissions; each question is wrong in two of them, in two ways

    The right answers beside a wrong one show that it costs its own points only.
    """
    runs = [{}, {}, {}]
    for place, (name, answers) in enumerate(WRONG[lesson].items()):
        for run, answer in zip((r for r in range(3) if r != place % 3), answers, strict=True):
            runs[run][name] = answer
    return runs


def put(folder, student, notebook, name):
    place = Path(folder, student)
    place.mkdir(parents=True, exist_ok=True)
    text = notebook if isinstance(notebook, str) else nbformat.writes(notebook)
    (place / name).write_text(text, "utf-8")


def grade(folder, edition="en", *options):
    """Rows of the table, by student"""
    command = [*GRADE, "grade", str(folder), edition, *options]
    answer = subprocess.run(command, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return table(folder), answer.stdout


def table(folder):
    text = Path(f"{folder}-graded", "grades.csv").read_text("utf-8-sig")
    header, *rows = csv.reader(text.splitlines())
    return {row[0]: dict(zip(header, row, strict=True)) for row in rows}


def points(row, lesson):
    """Points by question in a row of the table"""
    found = {}
    for name in questions(lesson):
        column = next(c for c in row if c.startswith(f"{lesson[:2]} {name} /"))
        found[name] = float(row[column])
    return found


def main():
    with tempfile.TemporaryDirectory(prefix="class-") as place:
        folder = Path(place, "class")
        for lesson in LESSONS:
            for number, answers in enumerate(wrong_runs(lesson)):
                notebook = handed_in(lesson, **answers)
                put(folder, f"wrong {number}", notebook, f"{lesson}.ipynb")
        start = time.perf_counter()
        process = subprocess.Popen([*GRADE, "grade", str(folder), "en"], stdout=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            peak = max(peak, family_memory(process.pid))
            time.sleep(0.2)
        seconds = time.perf_counter() - start
        rows = table(folder)
    for lesson in LESSONS:
        for number, answers in enumerate(wrong_runs(lesson)):
            got = points(rows[f"wrong {number}"], lesson)
            for name, answer in answers.items():
                why = re.search("#.*", answer)[0].strip("# ")
                print(f"{lesson:18} {name:11} {got[name]:g} of {questions(lesson)[name]}  {why}")
    count = 3 * len(LESSONS)
    print(f"{seconds / count:.1f} s a notebook, {count} notebooks, {peak / 1e6:.0f} MB at most")


def family_memory(pid):
    """Bytes that a process and its descendants hold (Linux)"""
    listing = subprocess.run(["ps", "-eo", "pid,ppid,rss"], capture_output=True, text=True).stdout
    rows = [tuple(map(int, line.split())) for line in listing.splitlines()[1:]]
    family = {pid}
    while more := {child for child, parent, _ in rows if parent in family} - family:
        family |= more
    return 1024 * sum(rss for child, _, rss in rows if child in family)


if __name__ == "__main__":
    main()
