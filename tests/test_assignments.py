"""The assignments grade as they should, with the real nbgrader, whatever students hand in."""

import copy
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from classroom import (
    GRADE,
    LESSONS,
    ROOT,
    WRONG,
    grade,
    grading,
    handed_in,
    points,
    put,
    questions,
    source,
    wrong_runs,
)
from nbgrader.api import Gradebook

sys.path.insert(0, str(ROOT / "assignments"))
import fence
import grade as command
from said import SAID

LESSON = "01_compression"


@pytest.mark.parametrize("lesson", LESSONS)
def test_an_assignment_has_twenty_points(lesson):
    graded = [cell for cell in source(lesson).cells if grading(cell).get("grade")]
    written = [cell for cell in graded if cell.cell_type == "markdown"]
    assert 4 <= len(graded) - len(written) <= 6 and len(written) == 1
    assert sum(grading(cell)["points"] for cell in graded) == 20
    assert all(len(WRONG[lesson][name]) >= 2 for name in questions(lesson))
    for cell in graded:
        if cell.cell_type == "code":
            assert "### BEGIN HIDDEN TESTS" in cell.source


def test_all_that_is_said_is_said_in_both_languages():
    assert SAID["ko"].keys() == SAID["en"].keys()


@pytest.mark.slow
def test_student_copies_hold_no_solutions():
    subprocess.run([*GRADE, "release"], check=True, capture_output=True)
    for edition in ("ko", "en"):
        for lesson in LESSONS:
            path = ROOT / f"assignments/release/{edition}/{lesson}.ipynb"
            copied = nbformat.read(path, as_version=4)
            for cell, own in zip(copied.cells, source(lesson, edition).cells, strict=True):
                assert "HIDDEN" not in cell.source and "BEGIN SOLUTION" not in cell.source
                assert not cell.get("outputs") and cell.get("execution_count") is None
                if grading(own).get("solution"):
                    assert SAID[edition]["stub"] in cell.source and cell.source != own.source


# One class a language: a good student, one who did nothing, and in English the typical mistakes.


@pytest.fixture(scope="module", params=["ko", "en"])
def graded_class(request, tmp_path_factory):
    edition = request.param
    folder = tmp_path_factory.mktemp(edition) / "class"
    blank = {lesson: untouched(lesson, edition) for lesson in LESSONS}
    for lesson in LESSONS:
        put(folder, "good", handed_in(lesson, edition), f"{lesson}.ipynb")
        put(folder, "idle", blank[lesson], f"{lesson}.ipynb")
        for number, answers in enumerate(wrong_runs(lesson) if edition == "en" else []):
            put(folder, f"wrong {number}", handed_in(lesson, **answers), f"{lesson}.ipynb")
    return edition, folder, grade(folder, edition)[0]


def untouched(lesson, edition):
    """The student copy, solutions cut out by hand"""
    stub = f"# {SAID[edition]['stub']}\nraise NotImplementedError()"
    answers = {
        grading(cell)["grade_id"]: stub
        for cell in source(lesson, edition).cells
        if grading(cell).get("solution")
    }
    return handed_in(lesson, edition, **answers)


@pytest.mark.slow
@pytest.mark.parametrize("lesson", LESSONS)
def test_solutions_get_full_points_and_nothing_gets_none(graded_class, lesson):
    edition, folder, rows = graded_class
    assert points(rows["good"], lesson) == questions(lesson)
    assert not any(points(rows["idle"], lesson).values())
    page = Path(f"{folder}-graded/feedback/good/{lesson}/{lesson}.html").read_text("utf-8")
    assert source(lesson, edition).cells[0].source.splitlines()[0].strip("# ") in page


# One edition is enough: test_editions proves the other to be the same program.
@pytest.mark.slow
@pytest.mark.parametrize("graded_class", ["en"], indirect=True)
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_wrong_answer_loses_its_points_and_no_others(graded_class, lesson):
    _, _, rows = graded_class
    for number, answers in enumerate(wrong_runs(lesson)):
        expected = {name: 0 if name in answers else n for name, n in questions(lesson).items()}
        assert points(rows[f"wrong {number}"], lesson) == expected, answers


# A class that means harm. Per student: the notebook, the points by question, and the note.

FULL = questions(LESSON)
SPY = """
import os, subprocess
for path in {paths}:
    print(path, os.path.exists(path))
    for spoil in (lambda: open(path, "w").write("20"), lambda: os.remove(path)):
        try:
            spoil()
        except OSError as error:
            print(error)
subprocess.run("kill -9 -1", shell=True)
"""
STRIP = """
import ast
class Strip(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.Pass()
get_ipython().ast_transformers.append(Strip())
"""
REDEFINE = """
import builtins
np.allclose = np.isclose = np.array_equal = lambda *a, **k: True
np.linalg.matrix_rank = lambda *a, **k: 1
builtins.all = builtins.any = lambda *a: True
def low_rank(picture, k):
    return picture * 0 + 1
"""
READ = """
import sys
def bytes_needed(height, width, k, bits):
    caller = sys._getframe(1)
    numbers = [n for n in caller.f_code.co_consts if type(n) is int]
    return caller.f_locals.get("expected", caller.f_globals.get("expected", numbers[-1]))
"""
STUBBORN = """
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
"""


def hostile():
    def answer(**answers):
        return handed_in(LESSON, **answers)

    def lost(*names):
        return {name: 0 if name in names else n for name, n in FULL.items()}

    deleted, doubled = answer(), answer()
    deleted.cells = [c for c in deleted.cells if grading(c).get("grade_id") != "bytes-test"]
    for name in ("bytes-test", "bytes"):
        place = next(i for i, c in enumerate(doubled.cells) if grading(c).get("grade_id") == name)
        doubled.cells.insert(place, copy.deepcopy(doubled.cells[place]))
    wrong = "def bytes_needed(*numbers):\n    return 0"
    spoilt = handed_in(LESSON)
    for cell in spoilt.cells:
        cell.metadata["nbgrader"] = "mine"
    flood = "print('x' * 50_000_000)\n" + next(c.source for c in answer().cells if c.id == "bytes")
    return {
        "loop": (answer(bytes="while True:\n    pass"), lost("bytes"), "endless"),
        "loop-stubborn": (answer(plan=STUBBORN), lost("plan"), "endless"),
        "deleted": (deleted, lost(), "deleted"),
        "edited": (answer(bytes=wrong, **{"bytes-test": "pass"}), lost("bytes"), "edited"),
        "doubled": (doubled, lost(), "twice"),
        "syntax": (answer(bytes="def bytes_needed(:"), lost("bytes"), "syntax"),
        "exit": (answer(bytes="import sys\nsys.exit()"), lost("bytes"), "exit"),
        "die": (answer(plan="import os\nos._exit(0)"), lost("plan"), "died"),
        "missing": (None, lost(*FULL), "missing"),
        "not-json": ("{", lost(*FULL), "broken"),
        "no-notebook": ("[1, 2]", lost(*FULL), "broken"),
        "spoilt": (spoilt, lost(*FULL), "broken"),
        "flood": (answer(bytes=flood), lost(), "flood"),
        "strip": (answer(**{"low-rank": STRIP}), lost(*FULL), "tampered"),
        "redefine": (answer(**{"low-rank": REDEFINE}), None, "tampered"),
        "read": (answer(bytes=READ), lost("bytes"), "look"),
    }


@pytest.fixture(scope="module")
def hostile_class(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "class"
    for student, (notebook, _, _) in hostile().items():
        put(folder, student, notebook or "", f"{LESSON}.ipynb" if notebook else "notes.txt")
    put(folder, "renamed", handed_in(LESSON), "homework (1).ipynb")
    graded = Path(f"{folder}-graded")
    paths = [ROOT / ".git", ROOT / f"assignments/en/{LESSON}.ipynb", graded / "gradebook.db"]
    paths += [graded / "graded.json", folder / "z last" / f"{LESSON}.ipynb"]
    spy = SPY.format(paths=list(map(str, paths)))
    if fence.can_fence():  # without a fence this would spoil the files of this very machine
        put(folder, "spy", handed_in(LESSON, bytes=spy), f"{LESSON}.ipynb")
    for student in ("a first", "z last"):  # before and after the others
        put(folder, student, handed_in(LESSON), f"{LESSON}.ipynb")
    return folder, *grade(folder, "en", "--timeout=15")


@pytest.mark.slow
@pytest.mark.parametrize("student", hostile())
def test_harm_is_named_and_earns_nothing(hostile_class, student):
    _, rows, _ = hostile_class
    _, expected, note = hostile()[student]
    assert SAID["en"][note].split("(")[0] in rows[student]["notes"]
    got = points(rows[student], LESSON)
    if expected is None:  # the tools it broke may cost it others, too
        assert got["low-rank"] == 0
    else:
        assert got == expected


@pytest.mark.slow
def test_harm_reaches_nobody_else(hostile_class):
    folder, rows, said = hostile_class
    for student in ("a first", "z last", "renamed"):
        assert points(rows[student], LESSON) == FULL
    assert rows["a first"]["notes"] == rows["z last"]["notes"] == ""
    assert "homework (1).ipynb" in rows["renamed"]["notes"]
    assert all(student in said for student in rows), "progress must name everyone"
    book = sqlite3.connect(f"{folder}-graded/gradebook.db")
    assert book.execute("pragma integrity_check").fetchone() == ("ok",)


@pytest.mark.slow
@pytest.mark.skipif(not fence.can_fence(), reason="this machine cannot fence submissions off")
def test_a_submission_sees_none_of_the_teachers_files(hostile_class):
    folder, rows, _ = hostile_class
    assert points(rows["spy"], LESSON) == {**FULL, "bytes": 0} or not any(
        points(rows["spy"], LESSON)[name] for name in ("bytes", "plan")
    )
    path = f"{folder}-graded/autograded/spy/{LESSON}/{LESSON}.ipynb"
    cells = {cell.id: cell for cell in nbformat.read(path, as_version=4).cells}
    printed = "".join(output.get("text", "") for output in cells["bytes"].outputs)
    assert printed.count("False") == 5 and "True" not in printed


@pytest.mark.slow
def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path):
    folder = tmp_path / "class"
    for student in ("first", "second", "third"):
        put(folder, student, handed_in(LESSON), f"{LESSON}.ipynb")
    first = subprocess.Popen(
        [*GRADE, "grade", str(folder), "en"], stdout=subprocess.PIPE, text=True
    )
    assert "first" in first.stdout.readline()
    first.send_signal(signal.SIGKILL)
    first.wait()
    rows, said = grade(folder)
    assert "first" not in said and "second" in said and "third" in said
    assert all(points(rows[student], LESSON) == FULL for student in ("first", "second", "third"))
    assert rows["first"]["01 in-words /4"] == "", "nobody has marked it yet"
    with Gradebook(f"sqlite:///{folder}-graded/gradebook.db") as book:  # as Formgrader does
        written = book.find_grade("in-words", LESSON, LESSON, "first")
        written.manual_score, written.needs_manual_grade = 3, False
        book.db.commit()
    put(folder, "second", handed_in(LESSON, bytes="pass"), f"{LESSON}.ipynb")
    rows, said = grade(folder)
    assert "second" in said and "first" not in said and "third" not in said
    assert points(rows["second"], LESSON) == {**FULL, "bytes": 0}
    assert rows["first"]["01 in-words /4"] == "3" and rows["first"]["01 total /20"] == "19"
    put(folder, "second", "spoilt", f"{LESSON}.ipynb")
    rows, _ = grade(folder)
    assert not any(points(rows["second"], LESSON).values()), "an old grade must not stay"


@pytest.mark.parametrize(
    "students, edition, said",
    [
        (None, "en", "no folder"),
        ({"first": f"{LESSON}.ipynb"}, "fr", "EDITION=ko or EDITION=en"),
        ({}, "ko", "nothing to grade"),
        ({"first": "essay.txt"}, "en", "nothing to grade"),
        ({"a[b]": f"{LESSON}.ipynb"}, "en", "Rename the folder"),
    ],
)
def test_bad_arguments_end_in_one_sentence(tmp_path, students, edition, said):
    folder = tmp_path / "class"
    if students is not None:
        folder.mkdir()
    for student, name in (students or {}).items():
        put(folder, student, "{}", name)
    with pytest.raises(SystemExit) as end:
        command.grade(str(folder), edition, 60)
    assert said in end.value.code and "\n" not in end.value.code
    assert not Path(f"{folder}-graded").exists()


def test_no_folder_named():
    with pytest.raises(SystemExit) as end:
        command.grade("", "ko", 60)
    assert "SUBMISSIONS=folder" in end.value.code
