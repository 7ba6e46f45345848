"""Made-up students, and their class graded with the real nbgrader."""

import csv
from pathlib import Path
import re
import subprocess
import sys

import nbformat

from common import ROOT, read, wrong_answers

GRADE = [sys.executable, str(ROOT / "classroom/grade.py")]


def source(lesson, edition="en"):
    return read(f"{edition}/{lesson}", "assignments")


def grading(cell):
    return cell.metadata.get("nbgrader", {})


def questions(lesson):
    """The points of each question that tests grade, by the name of its answer cell."""
    cells = [grading(cell) for cell in source(lesson).cells if cell.cell_type == "code"]
    graded = [cell for cell in cells if cell.get("grade")]
    return {cell["grade_id"].removesuffix("-test"): cell["points"] for cell in graded}


def handed_in(lesson, edition="en", **answers):
    """A notebook as students have it, with these answers, else the solutions."""
    notebook = source(lesson, edition)
    hidden = r"(?s)### BEGIN HIDDEN.*?### END HIDDEN TESTS\n?"
    for cell in notebook.cells:
        text = answers.get(grading(cell).get("grade_id"), cell.source)
        cell.source = re.sub(hidden, "", text).rstrip("\n")
    return notebook


def untouched(lesson, edition, stub):
    """The student copy, solutions cut out by hand."""
    cells = [grading(cell) for cell in source(lesson, edition).cells]
    names = [cell["grade_id"] for cell in cells if cell.get("solution")]
    return handed_in(lesson, edition, **dict.fromkeys(names, stub))


def wrong_runs(lesson):
    """Three submissions; each question is wrong in two of them, in two ways.

    The right answers beside a wrong one show that it costs its own points only.
    """
    runs = [{}, {}, {}]
    for place, (name, answers) in enumerate(wrong_answers(lesson, "classroom").items()):
        wrong = [run for number, run in enumerate(runs) if number != place % 3]
        for run, answer in zip(wrong, answers, strict=True):
            run[name] = answer
    return runs


def put(folder, student, notebook, name):
    place = Path(folder, student)
    place.mkdir(parents=True, exist_ok=True)
    text = notebook if isinstance(notebook, str) else nbformat.writes(notebook)
    (place / name).write_text(text, "utf-8")


def grade(folder, edition="en", *options, code=0):
    """The rows of the table of grades, by student, and what was printed."""
    command = [*GRADE, str(folder), edition, *options]
    answer = subprocess.run(command, capture_output=True, text=True)
    assert answer.returncode == code, answer.stdout + answer.stderr
    text = Path(f"{folder}-graded", "grades.csv").read_text("utf-8-sig")
    header, *rows = csv.reader(text.splitlines())
    table = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
    return table, answer.stdout + answer.stderr


def points(row, lesson):
    """Points by question in a row of the table."""
    columns = {
        name: f"{lesson[:2]} {name} /{n}" for name, n in questions(lesson).items()
    }
    return {name: float(row[column]) for name, column in columns.items()}
