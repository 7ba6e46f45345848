"""Makes the student copies, and grades what students hand in. The Makefile calls it.

grade.py release               student copies of both editions, in assignments/release/
grade.py grade FOLDER EDITION  grades FOLDER/<student>/<lesson>.ipynb into FOLDER-graded/
"""

import argparse
import contextlib
import csv
import ctypes
import functools
import hashlib
import json
import multiprocessing
import os
import re
import shutil
import signal
import sys
import tempfile
import time
import warnings
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where grading ends in a sentence
    fcntl = None

import fence
import harmless
import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps import NbGraderAPI
from nbgrader.preprocessors import CheckCellMetadata, LimitOutput, SaveAutoGrades
from nbgrader.utils import is_grade, is_solution
from said import SAID
from traitlets.config import Config

HERE = Path(__file__).resolve().parent
LESSONS = sorted(path.stem for path in HERE.glob("en/*.ipynb"))
EDITIONS = ("ko", "en")
FORMGRADER = """# `jupyter lab` in this folder, menu nbgrader > Formgrader: mark written answers.
c = get_config()
c.CourseDirectory.root = "."
c.HTMLExporter.sanitize_html = True
"""
warnings.filterwarnings("ignore", module="nbgrader")  # SQLAlchemy's advice to nbgrader's authors
# nbgrader calls alembic by its name.
os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
# What an honest answer does not need: worth a look by a person, whatever points it got.
PRYING = re.compile(
    r"\b(?:get_ipython|_getframe|inspect|traceback|builtins|gradebook|subprocess|ctypes|os\.\w+)"
    r"|\.ipynb|/proc"
)
LARGEST = 100_000_000  # bytes of a notebook file


def course(root, edition, timeout=60):
    """nbgrader, set up for the assignments of one edition in the folder root"""
    c = Config()
    c.CourseDirectory.root = str(root)
    c.NbGraderAPI.log_level = "ERROR"
    stub = SAID[edition]["stub"]
    c.ClearSolutions.code_stub = {"python": f"# {stub}\nraise NotImplementedError()"}
    c.ClearSolutions.text_stub = f"*{stub}*"
    c.HTMLExporter.sanitize_html = True  # a submission's scripts must not run in anyone's browser
    c.OverwriteCells.add_missing_cells = True
    c.FencedExecute.timeout = timeout
    c.FencedExecute.shutdown_kernel = "immediate"
    c.Autograde.autograde_preprocessors = [
        fence.FencedExecute,
        LimitOutput,
        SaveAutoGrades,
        CheckCellMetadata,
    ]
    api = NbGraderAPI(config=c)
    for lesson in LESSONS:
        place = Path(root, "source", lesson)
        place.mkdir(parents=True, exist_ok=True)
        ours, used = HERE / edition / f"{lesson}.ipynb", place / f"{lesson}.ipynb"
        made = Path(root, "release", lesson, f"{lesson}.ipynb").exists()
        if made and used.exists() and used.read_bytes() == ours.read_bytes():
            continue
        shutil.copy(ours, used)
        if not api.generate_assignment(lesson)["success"]:
            sys.exit(
                f"nbgrader does not accept assignments/{edition}/{lesson}.ipynb. If its questions "
                f"have changed since {root} was graded, move that folder away and grade anew."
            )
    return api


def release():
    for edition in EDITIONS:
        target = HERE / "release" / edition
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        with tempfile.TemporaryDirectory() as root:
            course(root, edition)
            for lesson in LESSONS:
                shutil.copy(Path(root, "release", lesson, f"{lesson}.ipynb"), target)
        print(f"{target}: {len(LESSONS)} assignments")


# What was handed in


class Unusable(Exception):
    """A submission that cannot be graded; its arguments say why, as a key of SAID and a detail."""


def read(path):
    if path.stat().st_size > LARGEST:
        raise Unusable("large", "")
    try:
        notebook = nbformat.reads(path.read_text("utf-8"), as_version=4)
        if any(type(cell.source) is not str for cell in notebook.cells):
            raise ValueError("a cell without text")
        return notebook
    except Exception:  # whatever a broken file can bring about
        raise Unusable("broken", "") from None


def grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def printable(name):
    """A file's name that can be written, whatever bytes it has."""
    return name.encode("utf-8", "backslashreplace").decode()


def find(folder, lesson, master):
    """The student's notebook for a lesson: at any depth, by its cells or its name.

    Of several it is the newest that holds an answer. Also notes: on the others, on links, which
    are not followed, and, where nothing was found, on files that cannot be read.
    """
    os.listdir(folder)  # a folder that may not be opened is no missing notebook
    ours = {grade_id(cell): cell for cell in master.cells if grade_id(cell)}
    found, links, odd = [], [], []
    for path in sorted(folder.rglob("*.ipynb")):
        if ".ipynb_checkpoints" in path.parts or path.name.startswith("._"):
            continue
        named = path.stem == lesson
        if path.is_symlink() or not path.is_file():
            links += [("link", printable(path.name))] * named
            continue
        cells = sources(path)
        if cells is None and not named:
            odd.append(("odd", printable(path.name)))
            continue
        known = ours.keys() & (cells or {}).keys()
        if named or len(known) > len(ours) / 2:
            answers = [cells[name] for name in known if is_solution(ours[name])]
            began = not all(map(blank, answers))
            many = len(known) > len(ours) / 2
            found.append((many, began, path.stat().st_mtime_ns, str(path), path))
    if not found:
        return None, links + odd
    path = max(found)[-1]
    others = [("several", printable(other[-1].name)) for other in found if other[-1] != path]
    return path, links + others


def blank(answer):
    stubs = ("", *(said["stub"] for said in SAID.values()))
    return "raise NotImplementedError()" in answer or answer.strip("#*_ \n") in stubs


@functools.lru_cache(maxsize=100)
def sources(path):
    """The text of each graded cell by its name, or None where that cannot be read."""
    try:
        return {grade_id(cell): cell.source for cell in read(path).cells}
    except Exception:  # whatever a broken file can bring about
        return None


def restored(master, handed_in):
    """The master with the student's answers in it, and cells of their own kept in their place.

    Locked cells come from the master, whatever became of them; text is made harmless. Returns the
    notebook and notes.
    """
    ours = {grade_id(cell): cell for cell in master.cells if grade_id(cell)}
    texts = {cell.source for cell in master.cells}
    answers, own, notes, place = {}, {None: []}, [], None
    for cell in handed_in.cells:
        name = grade_id(cell)
        if name in ours and name not in own:
            place, own[name], answers[name] = name, [], cell.source
            if not is_solution(ours[name]) and cell.source != ours[name].source:
                notes.append(("edited", name))
            continue
        if name in ours:
            notes.append(("twice", name))
        if cell.source not in texts and not (name in ours and not is_solution(ours[name])):
            code = cell.cell_type == "code"
            new = new_code_cell(cell.source) if code else new_markdown_cell(cell.source)
            own[place].append(new)
    written = [answers[name] for name in answers if is_solution(ours[name])]
    for source in [*written, *(cell.source for cells in own.values() for cell in cells)]:
        notes += [("look", word) for word in sorted(set(PRYING.findall(source)))]
    for cell in [cell for cells in own.values() for cell in cells]:
        if cell.cell_type == "markdown":
            cell.source = harmless.as_typed(cell.source)
    cells = own[None]
    for cell in master.cells:
        name = grade_id(cell)
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


# Grading


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


def digest(path):
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        raise Unusable("unreadable", problem.strerror) from None


class Batch:
    """The submissions of one class, and what became of them so far."""

    def __init__(self, submissions, edition, timeout):
        self.submissions, self.edition, self.timeout = submissions, edition, timeout
        self.root = submissions.with_name(submissions.name + "-graded")
        self.found = {}
        self.root.mkdir(exist_ok=True)
        self.lock = os.open(self.root / "lock", os.O_WRONLY | os.O_CREAT)
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            sys.exit(f"Another make grade is at work on {submissions}: wait until it has finished.")
        self.log = self.root / "graded.json"
        self.done = json.loads(self.log.read_text("utf-8")) if self.log.exists() else {}
        fence.hidden.update({self.root, submissions})
        self.api = course(self.root, edition, timeout)
        self.url = self.api.coursedir.db_url
        (self.root / "nbgrader_config.py").write_text(FORMGRADER, "utf-8")

    def master(self, lesson):
        return nbformat.read(self.root / "release" / lesson / f"{lesson}.ipynb", as_version=4)

    def find(self, student, lesson):
        """What find() found, looked for once."""
        if (student, lesson) not in self.found:
            try:
                found = find(self.submissions / student, lesson, self.master(lesson))
            except OSError as problem:  # a folder that may not be opened
                found = None, [("unreadable", problem.strerror)]
            self.found[student, lesson] = found
        path, notes = self.found[student, lesson]
        return path, [*notes]

    def record(self, key, **entry):
        """Keep an outcome; a run cut short here has either the old file or the new one."""
        self.done[key] = entry
        new = self.log.with_suffix(".new")
        new.write_text(json.dumps(self.done, ensure_ascii=False, indent=1), "utf-8")
        os.replace(new, self.log)

    def grade(self, student, lesson):
        """Grade one notebook, unless it was graded as it is now; true if that took work.

        Whatever goes wrong is a note: it must not keep others from being graded.
        """
        key = f"{student}/{lesson}"
        mark, notes, graded = None, [], False
        try:
            path, notes = self.find(student, lesson)
            mark = [digest(HERE / self.edition / f"{lesson}.ipynb"), path and digest(path)]
            if self.done.get(key, {}).get("mark") == mark:
                return False
            if not path:
                raise Unusable("missing", lesson)
            if path.stem != lesson:
                notes.append(("renamed", printable(path.name)))
            handed_in = read(path)
            master = self.master(lesson)
            limit = 60 + self.timeout * len([*master.cells, *handed_in.cells])
            work = functools.partial(self.work, student, lesson, master, handed_in)
            graded, found = in_own_process(work, limit) or (False, [("failed", "nbgrader")])
            notes += found
        except Unusable as problem:
            notes.append(problem.args)
        except Exception as problem:
            notes.append(("failed", type(problem).__name__))
        if "failed" in dict(notes):
            mark = None  # the machine's fault, no grade: the next run tries again
        if not graded:
            self.forget(student, lesson)
        self.record(key, mark=mark, graded=graded, notes=notes)
        return True

    def work(self, student, lesson, master, handed_in):
        """In a process of its own: whether it was graded, and notes."""
        place = self.root / "submitted" / student / lesson
        try:
            notebook, notes = restored(master, handed_in)
            text = nbformat.writes(notebook).encode()
        except Exception:  # whatever a broken file can bring about
            return False, [("broken", "")]
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{lesson}.ipynb").write_bytes(text)
        if not self.api.autograde(lesson, student)["success"]:
            return False, [*notes, ("failed", "nbgrader")]
        return True, notes + fence.notes

    def forget(self, student, lesson):
        """A grade of an earlier version must not stay."""
        with Gradebook(self.url) as book, contextlib.suppress(MissingEntry):
            book.remove_submission(lesson, student)
        for step in ("autograded", "feedback"):
            shutil.rmtree(self.root / step / student / lesson, ignore_errors=True)

    def questions(self, lesson):
        """The questions in their order, with the points each is worth."""
        return {
            cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points
            for cell in self.master(lesson).cells
            if is_grade(cell)
        }

    def points(self, student, lesson):
        """Points by question, None where they are not known yet; and notes."""
        entry = self.done.get(f"{student}/{lesson}", {"graded": False, "notes": [["waiting", ""]]})
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
        with Gradebook(self.url) as book:
            notebook = book.find_submission_notebook(lesson, lesson, student)
            points = {g.name: None if g.needs_manual_grade else g.score for g in notebook.grades}
            high = [g.name for g in notebook.grades if g.score > g.max_score or g.extra_credit]
            comments = [comment.comment for comment in notebook.comments]
        entry, shown = self.done[f"{student}/{lesson}"], [points, comments]
        if entry.get("shown") != shown:  # new, or marked by hand since
            in_own_process(lambda: self.api.generate_feedback(lesson, student), 120)
            self.record(f"{student}/{lesson}", **{**entry, "shown": shown})
        return points, high

    def table(self, students, lessons):
        """Write grades.csv: a row a student, a column a question."""
        said = SAID[self.edition]
        head, most = [said["student"]], 0
        for lesson in lessons:
            questions = self.questions(lesson)
            head += [
                f"{lesson[:2]} {name.removesuffix('-test')} /{n}" for name, n in questions.items()
            ]
            head.append(f"{lesson[:2]} {said['total']} /{sum(questions.values())}")
            most += sum(questions.values())
        rows = [[*head, f"{said['total']} /{most}", said["notes"]]]
        for student in students:
            row, total, notes = [student], 0, []
            for lesson in lessons:
                points, noted = self.points(student, lesson)
                points = [points[name] for name in self.questions(lesson)]
                row += ["" if n is None else f"{n:g}" for n in points]
                row.append(f"{sum(n or 0 for n in points):g}")
                total += float(row[-1])
                for what, detail in noted:
                    notes.append(f"{lesson[:2]}: {said[what].format(detail)}")
            rows.append([*row, f"{total:g}", "; ".join(notes)])
        new = self.root / "grades.new"
        with new.open("w", encoding="utf-8-sig", newline="") as file:  # the mark helps Excel
            csv.writer(file).writerows(rows)
        os.replace(new, self.root / "grades.csv")


def grade(folder, edition, timeout):
    if not hasattr(os, "fork"):
        sys.exit("Grading needs Linux or macOS; on Windows, use WSL or JupyterHub.")
    if edition not in EDITIONS:
        sys.exit(f"There is no edition {edition!r}: use EDITION=ko or EDITION=en.")
    if not folder:
        sys.exit(f"Say which folder to grade: make grade SUBMISSIONS=folder EDITION={edition}")
    if not Path(folder).is_dir():
        sys.exit(f"There is no folder {folder!r}: make grade SUBMISSIONS=folder EDITION={edition}")
    submissions = Path(folder).resolve()
    students = sorted(p.name for p in submissions.iterdir() if p.is_dir() and p.name[0] != ".")
    odd = [name for name in students if not re.fullmatch(r"[\w .,@()-]+", name)]
    if odd:
        names = ", ".join(map(repr, odd))
        sys.exit(f"Rename the folder {names}: letters, digits, spaces and . , @ ( ) _ - only.")
    if not any(submissions.glob("*/**/*.ipynb")):
        sys.exit(f"There is nothing to grade in {folder!r}: it needs <student>/<lesson>.ipynb.")
    if not fence.can_fence():
        print("This machine cannot fence submissions off from your files. Grade on Linux, or only")
        print("what you have read: see assignments/en/README.md.")
    batch = Batch(submissions, edition, timeout)  # keeps others out until the end
    lessons = [lesson for lesson in LESSONS if any(batch.find(s, lesson)[0] for s in students)]
    if not lessons:
        sys.exit(f"No notebook in {folder!r} is one of {', '.join(LESSONS)}.")
    try:
        for n, student in enumerate(students, 1):
            for lesson in lessons:
                start = time.perf_counter()
                if batch.grade(student, lesson):
                    points = sum(p or 0 for p in batch.points(student, lesson)[0].values())
                    seconds = time.perf_counter() - start
                    print(
                        f"{n}/{len(students)} {student} {lesson}: {points:g} ({seconds:.0f} s)",
                        flush=True,
                    )
    finally:
        batch.table(students, lessons)
        print(f"{batch.root / 'grades.csv'}")
    pairs = [(student, lesson) for student in students for lesson in lessons]
    failed = [pair for pair in pairs if "failed" in dict(batch.points(*pair)[1])]
    os.close(batch.lock)
    if failed:
        names = ", ".join(map(" ".join, failed))
        sys.exit(f"The machine failed on {names}: run the same command again.")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=("release", "grade"))
    parser.add_argument("folder", nargs="?", default="")
    parser.add_argument("edition", nargs="?", default="")
    parser.add_argument("--timeout", type=int, default=120, help="seconds a cell may take")
    given = parser.parse_args()
    try:
        release() if given.step == "release" else grade(given.folder, given.edition, given.timeout)
    except KeyboardInterrupt:
        sys.exit("Stopped. The same command goes on from here.")
