"""Grades a class: make grade SUBMISSIONS=folder EDITION=ko, into folder-graded."""

import argparse
import contextlib
import csv
import ctypes
import functools
import hashlib
import json
import multiprocessing
import os
from pathlib import Path
import re
import shutil
import signal
import sys
import tempfile
import time
import warnings

try:
    import fcntl
except ImportError:  # Windows, where grading ends in a sentence
    fcntl = None

from collect import collect, grade_id
import harmless
import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.preprocessors import CheckCellMetadata, LimitOutput, SaveAutoGrades
from nbgrader.utils import is_grade, is_solution
from said import SAID
import sandbox
from traitlets.config import Config

ASSIGNMENTS = Path(__file__).resolve().parents[1] / "assignments"
LESSONS = sorted(path.stem for path in ASSIGNMENTS.glob("en/*.ipynb"))
STUBS = ("", *(said["stub"] for said in SAID.values()))
FORMGRADER = """# `jupyter lab` here, menu nbgrader > Formgrader: mark written answers.
from pathlib import Path
c = get_config()
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.HTMLExporter.sanitize_html = True
"""
warnings.filterwarnings("ignore", module="nbgrader")  # SQLAlchemy's advice
# nbgrader calls alembic by its name.
os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
# What an honest answer does not need: worth a look, whatever points it got.
PRYING = re.compile(
    r"\b(?:get_ipython|_getframe|inspect|traceback|builtins|gradebook|subprocess"
    r"|ctypes|importlib|InteractiveShell|__import__|__array_function__|__eq__|gc"
    r"|os\.\w+|sys\.modules|globals\(|(?:np|random|time)(?:\.\w+)+ *=(?!=))"
    r"|transformers|\.ipynb|/proc"
)


def course(root, edition, timeout, lessons):
    """nbgrader, set up for these assignments of one edition in the folder root"""
    c, stub = Config(), SAID[edition]["stub"]
    c.CourseDirectory.root = str(root)
    c.NbGraderAPI.log_level = "ERROR"
    c.ClearSolutions.code_stub = {"python": f"# {stub}\nraise NotImplementedError()"}
    c.ClearSolutions.text_stub = f"*{stub}*"
    c.HTMLExporter.sanitize_html = True  # a submission's scripts must not run
    c.OverwriteCells.add_missing_cells = True
    c.SafeExecute.timeout = timeout
    c.SafeExecute.shutdown_kernel = "immediate"
    steps = [sandbox.SafeExecute, LimitOutput, SaveAutoGrades, CheckCellMetadata]
    c.Autograde.autograde_preprocessors = steps
    api = NbGraderAPI(config=c)
    for lesson in lessons:
        used = Path(root, "source", lesson, f"{lesson}.ipynb")
        used.parent.mkdir(parents=True, exist_ok=True)
        ours = ASSIGNMENTS / edition / f"{lesson}.ipynb"
        made = Path(root, "release", lesson, f"{lesson}.ipynb").exists()
        if made and used.exists() and used.read_bytes() == ours.read_bytes():
            continue
        shutil.copy(ours, used)
        if not api.generate_assignment(lesson)["success"]:
            sys.exit(SAID[edition]["refused"].format(lesson))
    return api


def blank(answer):
    return "raise NotImplementedError()" in answer or answer.strip("#*_ \n") in STUBS


def restored(master, handed_in):
    """The master with the student's answers in it, and cells of their own in place.

    Locked cells come from the master, whatever became of them; text is made harmless.
    """
    ours = {grade_id(cell, ()): cell for cell in master.cells if grade_id(cell, ())}
    texts = {cell.source for cell in master.cells}
    answers, own, notes, place = {}, {None: []}, [], None
    for cell in handed_in.cells:
        name = grade_id(cell, ours)
        locked = name in ours and not is_solution(ours[name])
        if name in ours and name not in own:
            place, own[name], answers[name] = name, [], cell.source
            if locked and cell.source.split() != ours[name].source.split():
                notes.append(("edited", name))
            continue
        if name in ours:
            notes.append(("twice", name))
        if cell.source not in texts and not locked:
            code = cell.cell_type == "code"
            new = new_code_cell(cell.source) if code else new_markdown_cell(cell.source)
            own[place].append(new)
    for name in ours.keys() - answers.keys():  # typed anew in another cell
        functions = re.findall(r"(?m)^def \w+\(", ours[name].source)
        for cells in own.values() if is_solution(ours[name]) else ():
            for cell in [*cells] if functions and name not in answers else ():
                if functions[-1] in cell.source:
                    answers[name] = cell.source
                    cells.remove(cell)
                    notes.append(("retyped", name))
    changed = [name for what, name in notes if what == "edited"]
    if len(changed) > 2 and len(changed) > len(ours) / 3:  # a copy of another kind
        notes = [("edition", "")] + [found for found in notes if found[0] != "edited"]
    for name, cell in ours.items():  # an essay in a cell below the stub
        if is_solution(cell) and cell.cell_type == "markdown" and name in answers:
            below = [c for c in own[name] if c.cell_type == "markdown"]
            if below and blank(answers[name]):
                answers[name] = "\n\n".join(c.source for c in below)
                own[name] = [c for c in own[name] if c not in below]
                notes.append(("below", name))
    asked = [n for n, c in ours.items() if is_solution(c) and c.cell_type == "code"]
    code = [answers.get(name, "") for name in asked]
    for cell in [cell for cells in own.values() for cell in cells]:
        if cell.cell_type == "markdown":
            cell.source = harmless.as_typed(cell.source)
        else:
            code.append(cell.source)
    found = sorted({word for text in code for word in PRYING.findall(text)})
    notes += [("look", word) for word in found]
    cells = own[None]
    for cell in master.cells:
        name = grade_id(cell, ())
        if name and name not in answers:
            notes.append(("deleted", name))
        elif name and is_solution(cell):
            if cell.cell_type == "code":
                cell.source = answers[name]
            elif answers[name].strip() != cell.source.strip():  # not the stub
                cell.source = harmless.as_typed(answers[name])
        cells += [cell, *own.get(name, [])] if name else [cell]
    master.cells = cells
    return master, notes


def in_own_process(task, seconds):
    """What task() returns, or None if its process died or took too long."""
    mine, theirs = multiprocessing.Pipe(duplex=False)

    def run():
        with contextlib.suppress(AttributeError):  # on Linux, end with the parent
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)
        theirs.send(task())

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    theirs.close()
    try:
        return mine.recv() if mine.poll(seconds) else None
    except EOFError:
        return None
    finally:
        process.kill()
        process.join()


class Batch:
    """The submissions of one class, and what became of them so far."""

    def __init__(self, submissions, root, edition, timeout, students):
        self.submissions, self.root = submissions, root
        self.edition, self.students = edition, students
        self.said, self.limit = SAID[edition], sandbox.BUDGET + timeout + 120
        self.log = root / "graded.json"
        self.done = json.loads(self.log.read_text("utf-8")) if self.log.exists() else {}
        handed_in = {lesson for lessons in students.values() for lesson in lessons}
        graded = {key.rpartition("/")[2] for key in self.done}
        self.lessons = [name for name in LESSONS if name in handed_in | graded]
        # A short path without brackets, which nbgrader would take for a pattern.
        self.short = tempfile.TemporaryDirectory(prefix="class-", dir="/tmp")
        link = Path(self.short.name, "graded")
        link.symlink_to(root)
        self.api = course(link, edition, timeout, self.lessons)
        self.url = self.api.coursedir.db_url
        (root / "nbgrader_config.py").write_text(FORMGRADER, "utf-8")

    def master(self, lesson):
        path = self.root / "release" / lesson / f"{lesson}.ipynb"
        return nbformat.read(path, as_version=4)

    @staticmethod
    def id(student):
        """A name that nbgrader can make a folder of."""
        safe = re.sub(r"[^\w .,@()-]", "_", student)
        mark = hashlib.sha256(student.encode()).hexdigest()[:6]
        return safe if safe == student else f"{safe}-{mark}"

    def record(self, key, **entry):
        """Keep an outcome; a run cut short has either the old file or the new one."""
        self.done[key] = entry
        new = self.log.with_suffix(".new")
        new.write_text(json.dumps(self.done, ensure_ascii=False, indent=1), "utf-8")
        os.replace(new, self.log)

    def grade(self, student, lesson):
        """Grade one notebook, unless it was graded as it is now; true if it took work.

        Whatever goes wrong is a note: it must not keep others from being graded.
        """
        key = f"{student}/{lesson}"
        before = self.done.get(key, {})
        files = self.students[student].get(lesson, [])
        rest = self.students[student].get(None, []) if not files else []
        notes = [("several", file.name) for file in files[:-1]]
        notes += [(file.fault, file.name) for file in rest if file.fault]
        file, graded, kept = files[-1] if files else None, False, {}
        ours = (ASSIGNMENTS / self.edition / f"{lesson}.ipynb").read_bytes()
        mark = [hashlib.sha256(ours).hexdigest(), getattr(file, "digest", None)]
        mark += [list(found) for found in notes]
        if before.get("mark") == mark:
            return False
        if file and not file.fault:
            if lesson not in file.name:
                notes.append(("renamed", file.name))
            work = functools.partial(self.work, student, lesson, file)
            try:
                graded, found = in_own_process(work, self.limit) or (
                    False,
                    [("failed", "nbgrader")],
                )
                notes += found
            except Exception as problem:
                notes.append(("failed", type(problem).__name__))
            notes += [] if sandbox.fenced else [("unfenced", "")]
        else:
            notes.append((file.fault, file.name) if file else ("missing", lesson))
            if before.get("graded"):  # a broken file does not replace a good one
                kept = {k: v for k, v in before.items() if k not in ("mark", "notes")}
                older = [n for n in before["notes"] if n[0] not in ("kept", "missing")]
                notes, graded = [*older, ("kept", notes[-1][1]), *notes], True
        if "failed" in dict(notes):
            mark = None  # the machine's fault, no grade: the next run tries again
        self.record(key, **{**kept, "mark": mark, "graded": graded, "notes": notes})
        return True

    def work(self, student, lesson, file):
        """In a process of its own: whether it was graded, and notes."""
        name = self.id(student)
        place = self.root / "submitted" / name / lesson / f"{lesson}.ipynb"
        before = place.read_bytes() if place.exists() else None
        try:
            notebook, notes = restored(self.master(lesson), file.notebook)
            made = nbformat.writes(notebook).encode()
        except Exception:  # whatever a broken file can bring about
            return False, [("broken", file.name)]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(made)
        if name != student:  # Formgrader shows the name
            with Gradebook(self.url) as book:
                book.update_or_create_student(name, last_name=student)
        if not self.api.autograde(lesson, name)["success"]:
            return False, [*notes, ("failed", "nbgrader")]
        if before:
            notes += self.confirm(name, lesson, before, notebook)
        return True, notes + sandbox.notes

    def confirm(self, name, lesson, before, notebook):
        """Marks given by hand stay if the text is the same; else somebody must look."""
        old = nbformat.reads(before.decode(), as_version=4)
        old = {grade_id(cell, ()): cell.source for cell in old.cells}
        notes = []
        with Gradebook(self.url) as book:
            for cell in notebook.cells:
                key = grade_id(cell, ())
                if not key or not is_grade(cell) or cell.cell_type != "markdown":
                    continue
                found = book.find_grade(key, lesson, lesson, name)
                if found.manual_score is not None and old.get(key) == cell.source:
                    found.needs_manual_grade = False
                elif found.manual_score is not None:
                    notes.append(("confirm", key))
            book.db.commit()
        return notes

    @functools.cache  # noqa: B019
    def questions(self, lesson):
        """The questions in their order, with the points each is worth."""
        cells = [
            cell.metadata.nbgrader
            for cell in self.master(lesson).cells
            if is_grade(cell)
        ]
        return {cell.grade_id: cell.points for cell in cells}

    def points(self, student, lesson):
        """Points by question, None where they are not known yet; and notes."""
        waiting = {"graded": False, "notes": [["waiting", ""]]}
        entry = self.done.get(f"{student}/{lesson}", waiting)
        notes = entry["notes"]
        if not entry["graded"]:
            unknown = {"waiting", "failed"} & dict(notes).keys()
            return dict.fromkeys(self.questions(lesson), None if unknown else 0), notes
        try:
            points, high = self.marks(student, lesson)
        except Exception as problem:
            unknown = dict.fromkeys(self.questions(lesson))
            return unknown, [*notes, ("failed", type(problem).__name__)]
        return points, [*notes, *(("over", name) for name in high)]

    def marks(self, student, lesson):
        """Points in the gradebook, and the questions with more than there is to get."""
        name, key = self.id(student), f"{student}/{lesson}"
        with Gradebook(self.url) as book:
            found = book.find_submission_notebook(lesson, lesson, name)
            open_ = {g.name for g in found.grades if g.needs_manual_grade}
            points = {g.name: g.score for g in found.grades}
            points |= dict.fromkeys(open_)
            high = [g for g in found.grades if g.score > g.max_score or g.extra_credit]
            high = [g.name for g in high]
            comments = [comment.comment for comment in found.comments]
        entry, shown = self.done[key], [points, comments]
        if entry.get("shown") != shown:  # new, or marked by hand since
            in_own_process(lambda: self.api.generate_feedback(lesson, name), 120)
            page = self.root / "feedback" / name / lesson / f"{lesson}.html"
            text = page.read_text("utf-8")
            lang = f'<html lang="{self.edition}">'
            page.write_text(re.sub("<html[^>]*>", lang, text, count=1), "utf-8")
            # nbgrader's exchange left these, and knows by them whose page it is.
            for name in ("timestamp.txt", "submission_secret.txt"):
                left = self.submissions / student / lesson / name
                if left.is_file() and not left.is_symlink():
                    shutil.copy(left, page.parent)
            self.record(key, **{**entry, "shown": shown})
        return points, high

    def table(self, students, strays):
        """Write grades.csv: a row a student, a column a question."""
        head, most = [self.said["student"]], 0
        for lesson in self.lessons:
            number, asked = lesson[:2], self.questions(lesson)
            names = [(name.removesuffix("-test"), n) for name, n in asked.items()]
            names.append((self.said["total"], sum(asked.values())))
            head += [f"{number} {name} /{n}" for name, n in names]
            most += sum(asked.values())
        rows = [[*head, f"{self.said['total']} /{most}", self.said["notes"]]]
        for student in students:
            row, total, notes = ["'" * (student[0] in "=+-@") + student], 0, []
            for lesson in self.lessons:
                points, noted = self.points(student, lesson)
                points = [points[name] for name in self.questions(lesson)]
                row += ["" if n is None else f"{n:g}" for n in points]
                row.append(f"{sum(n or 0 for n in points):g}")
                total += float(row[-1])
                kinds = {}
                for what, detail in noted:
                    kinds.setdefault(what, []).append(detail)
                for what, details in kinds.items():
                    said = self.said[what].format(", ".join(details))
                    notes.append(f"{lesson[:2]}: {said}")
            rows.append([*row, f"{total:g}", "; ".join(notes)])
        if strays:
            odd = self.said["strays"].format(", ".join(strays))
            rows.append([*[""] * len(rows[0][1:]), odd])
        new = self.root / "grades.new"
        with new.open("w", encoding="utf-8-sig", newline="") as file:  # helps Excel
            csv.writer(file).writerows(rows)
        os.replace(new, self.root / "grades.csv")


def master_cells(edition, lesson):
    """The graded cells of an assignment: whether each is the student's to write."""
    notebook = nbformat.read(ASSIGNMENTS / edition / f"{lesson}.ipynb", as_version=4)
    named = {grade_id(cell, ()): is_solution(cell) for cell in notebook.cells}
    return {name: solution for name, solution in named.items() if name}


@contextlib.contextmanager
def alone(root, said):
    """Keeps others out of the folder until the end."""
    with open(root / "lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            sys.exit(said["busy"].format(root))
        yield


def grade(folder, edition, timeout, unfenced=False):
    if edition not in SAID:
        sys.exit(f"There is no edition {edition!r}: use EDITION=ko or EDITION=en.")
    said = SAID[edition]
    if not fcntl:
        sys.exit(said["windows"])
    if not folder:
        sys.exit(said["which"])
    if not Path(folder).is_dir():
        sys.exit(said["nowhere"].format(folder))
    submissions = Path(folder).resolve()
    root = submissions.with_name(submissions.name + "-graded")
    masters = {lesson: master_cells(edition, lesson) for lesson in LESSONS}
    students, strays = collect(submissions, masters, blank)
    if not any(lesson for lessons in students.values() for lesson in lessons):
        sys.exit(said["nothing"].format(folder, ", ".join(strays)))
    sandbox.fenced = not unfenced
    if sandbox.fenced and (why := sandbox.why_not([submissions, root])):
        sys.exit(said["unsafe"].format(why))
    root.mkdir(exist_ok=True)
    with alone(root, said):
        batch = Batch(submissions, root, edition, timeout, students)
        before = {key.rpartition("/")[0] for key in batch.done}
        for name in before:  # whose folder is gone
            students[name]
        names = sorted(students)
        try:
            for n, student in enumerate(names, 1):
                for lesson in batch.lessons:
                    start = time.perf_counter()
                    if batch.grade(student, lesson) and students[student].get(lesson):
                        got, seconds = batch.points(student, lesson)[0], 0
                        points = sum(p or 0 for p in got.values())
                        seconds = time.perf_counter() - start
                        who = f"{n}/{len(names)} {student} {lesson}"
                        print(f"{who}: {points:g} ({seconds:.0f} s)", flush=True)
        finally:
            batch.table(names, strays)
            print(root / "grades.csv")
            if strays:
                print(said["strays"].format(", ".join(strays)))
        pairs = [(name, lesson) for name in names for lesson in batch.lessons]
        failed = [p for p in pairs if "failed" in dict(batch.points(*p)[1])]
    if failed:
        sys.exit(said["again"].format(", ".join(map(" ".join, failed))))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="")
    parser.add_argument("edition", nargs="?", default="")
    parser.add_argument("--timeout", type=int, default=120, help="seconds for a cell")
    parser.add_argument("--unfenced", action="store_true", help="no sandbox")
    given = parser.parse_args()
    try:
        grade(given.folder, given.edition, given.timeout, given.unfenced)
    except KeyboardInterrupt:
        sys.exit(SAID.get(given.edition, SAID["en"])["stopped"])
