"""Whatever a class hands in, harm is named, earns nothing, and reaches nobody else."""

import copy
import json
import os
from pathlib import Path
import re
import signal
import sqlite3
import subprocess

import fence
import grade as command
import nbformat
from nbgrader.api import Gradebook
import pytest
from said import SAID
from students import (
    GRADE,
    grade,
    grading,
    handed_in,
    points,
    put,
    questions,
    source,
    untouched,
)

from common import ASSIGNMENTS, ROOT, wrong_answers

LESSON = ASSIGNMENTS[0]
FULL = questions(LESSON)
FIRST, SECOND, *_, LAST = FULL
RIGHT = {cell.id: cell.source for cell in handed_in(LESSON).cells}
WRONG = {
    name: answers[0] for name, answers in wrong_answers(LESSON, "classroom").items()
}
NAME = re.search(r"def (\w+)", RIGHT[SECOND])[1]
(WRITTEN,) = (
    f"{LESSON[:2]} {grading(cell)['grade_id']} /{grading(cell)['points']}"
    for cell in handed_in(LESSON).cells
    if grading(cell).get("grade") and cell.cell_type == "markdown"
)
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
REDEFINE = f"""
import builtins
np.allclose = np.isclose = np.array_equal = lambda *a, **k: True
np.linalg.matrix_rank = lambda *a, **k: 1
builtins.all = builtins.any = lambda *a: True
{WRONG[FIRST]}
"""
READ = f"""
import sys
def {NAME}(*given):
    caller = sys._getframe(1)
    numbers = [n for n in caller.f_code.co_consts if type(n) is int]
    seen = caller.f_globals | caller.f_locals
    return seen.get("expected", numbers[-1])
"""
ONCE = f"""
{RIGHT[SECOND]}
right = {NAME}
def {NAME}(*given):
    if "HIDDEN" in In[-1]:
        return right(*given)
    raise ValueError
"""
STUBBORN = """
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
"""


def lost(*names):
    return {name: 0 if name in names else n for name, n in FULL.items()}


def changed(change):
    """A function that hands in right answers in a notebook with this change."""

    def hand_in():
        notebook = handed_in(LESSON)
        names = [grading(cell).get("grade_id") for cell in notebook.cells]
        change(notebook.cells, names.index(SECOND), names.index(f"{SECOND}-test"))
        return notebook

    return hand_in


@changed
def deleted(cells, answer, test):
    del cells[test]


@changed
def doubled(cells, answer, test):
    cells.insert(test, copy.deepcopy(cells[test]))
    cells.insert(answer, copy.deepcopy(cells[answer]))


@changed
def spoilt(cells, answer, test):
    for cell in cells:
        cell.metadata["nbgrader"] = "mine"


def plotted(answer):
    """The same answer; each of its functions leaves a picture open."""
    drawn = re.sub(r"(?m)^(def .*:\n)", r"\1    plt.plot([1, 2, 3])\n", answer)
    return f"import matplotlib.pyplot as plt\n{drawn}"


# By student: the answers or the notebook, the points by question (None: what it breaks
# may cost other questions, too), and the note beside them.
HARM = {
    "loop": ({SECOND: "while True:\n    pass"}, lost(SECOND), "endless"),
    "loop-stubborn": ({LAST: STUBBORN}, lost(LAST), "endless"),
    "deleted": (deleted, FULL, "deleted"),
    "edited": (
        {SECOND: WRONG[SECOND], f"{SECOND}-test": "pass"},
        lost(SECOND),
        "edited",
    ),
    "doubled": (doubled, FULL, "twice"),
    "syntax": ({SECOND: "def broken(:"}, lost(SECOND), "syntax"),
    "exit": ({SECOND: "import sys\nsys.exit()"}, lost(SECOND), "exit"),
    "die": ({LAST: "import os\nos._exit(0)"}, lost(LAST), "died"),
    "missing": (None, lost(*FULL), "missing"),
    "not-json": ("{", lost(*FULL), "broken"),
    "no-notebook": ("[1, 2]", lost(*FULL), "broken"),
    "spoilt": (spoilt, lost(*FULL), "broken"),
    "flood": ({SECOND: f"print('x' * 50_000_000)\n{RIGHT[SECOND]}"}, FULL, "flood"),
    "strip": ({FIRST: STRIP}, lost(*FULL), "tampered"),
    "redefine": ({FIRST: REDEFINE}, None, "look"),
    "once": ({SECOND: ONCE}, FULL, "unproved"),
    "read": ({SECOND: READ}, lost(SECOND), "look"),
}


@pytest.fixture(scope="module")
def harmed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("harm") / "class"
    for student, (work, _, _) in HARM.items():
        work = work() if callable(work) else work
        work = handed_in(LESSON, **work) if type(work) is dict else work
        put(folder, student, work or "", f"{LESSON}.ipynb" if work else "notes.txt")
    plots = {name: plotted(RIGHT[name]) for name in FULL}
    put(folder, "plots", handed_in(LESSON, **plots), f"{LESSON}.ipynb")
    put(folder, "renamed", handed_in(LESSON), "homework (1).ipynb")
    graded = Path(f"{folder}-graded")
    paths = [
        ROOT / ".git",
        ROOT / f"assignments/en/{LESSON}.ipynb",
        graded / "gradebook.db",
    ]
    paths += [graded / "graded.json", folder / "z last" / f"{LESSON}.ipynb"]
    spy = SPY.format(paths=list(map(str, paths)))
    if fence.can_fence():  # without a fence this would spoil the files of this machine
        put(folder, "spy", handed_in(LESSON, **{SECOND: spy}), f"{LESSON}.ipynb")
    for student in ("a first", "z last"):  # before and after the others
        put(folder, student, handed_in(LESSON), f"{LESSON}.ipynb")
    return folder, *grade(folder, "en", "--timeout=15")


@pytest.mark.parametrize("student", HARM)
def test_harm_is_named_and_earns_nothing(harmed, student):
    _, rows, _ = harmed
    _, expected, note = HARM[student]
    assert SAID["en"][note].split("(")[0] in rows[student]["notes"]
    got = points(rows[student], LESSON)
    assert got == expected if expected else got[FIRST] == 0


def test_harm_reaches_nobody_else(harmed):
    folder, rows, said = harmed
    for student in ("a first", "z last", "plots", "renamed"):
        assert points(rows[student], LESSON) == FULL
    for student in ("a first", "z last", "plots"):
        assert rows[student]["notes"] == ""
    assert "homework (1).ipynb" in rows["renamed"]["notes"]
    assert all(student in said for student in rows), "progress must name everyone"
    book = sqlite3.connect(f"{folder}-graded/gradebook.db")
    assert book.execute("pragma integrity_check").fetchone() == ("ok",)


def test_a_submission_sees_none_of_the_teachers_files(harmed):
    folder, rows, _ = harmed
    if "spy" not in rows:
        pytest.skip("this machine cannot fence submissions off")
    spied = points(rows["spy"], LESSON)
    assert spied in (lost(SECOND), {**spied, SECOND: 0, LAST: 0})
    path = f"{folder}-graded/autograded/spy/{LESSON}/{LESSON}.ipynb"
    cells = {cell.id: cell for cell in nbformat.read(path, as_version=4).cells}
    printed = "".join(output.get("text", "") for output in cells[SECOND].outputs)
    assert printed.count("False") == 5 and "True" not in printed


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path):
    folder = tmp_path / "class"
    for student in ("first", "second", "third"):
        put(folder, student, handed_in(LESSON), f"{LESSON}.ipynb")
    run = [*GRADE, "grade", str(folder), "en"]
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True) as first:
        assert "first" in first.stdout.readline()
        first.send_signal(signal.SIGKILL)
    rows, said = grade(folder)
    assert "first" not in said and "second" in said and "third" in said
    for student in ("first", "second", "third"):
        assert points(rows[student], LESSON) == FULL
    assert rows["first"][WRITTEN] == "", "nobody has marked it yet"
    # As Formgrader does it.
    with Gradebook(f"sqlite:///{folder}-graded/gradebook.db") as book:
        written = book.find_grade(WRITTEN.split()[1], LESSON, LESSON, "first")
        written.manual_score, written.needs_manual_grade = 3, False
        book.db.commit()
    put(folder, "second", handed_in(LESSON, **{SECOND: "pass"}), f"{LESSON}.ipynb")
    rows, said = grade(folder)
    assert "second" in said and "first" not in said and "third" not in said
    assert points(rows["second"], LESSON) == lost(SECOND)
    assert rows["first"][WRITTEN] == "3"
    assert rows["first"][f"{LESSON[:2]} total /20"] == "19"
    put(folder, "second", "spoilt", f"{LESSON}.ipynb")
    rows, _ = grade(folder)
    assert not any(points(rows["second"], LESSON).values()), (
        "an old grade must not stay"
    )


def test_one_file_never_stops_the_class(tmp_path):
    folder = tmp_path / "class"
    for student in ("1 honest", "3 honest", "5 honest", "7 honest"):
        put(folder, student, handed_in(LESSON), f"{LESSON}.ipynb")
    # As a zip from a Korean Windows leaves it: 과제1.ipynb in CP949.
    put(folder, "2 bytes", handed_in(LESSON), "homework.ipynb")
    (folder / "2 bytes/homework.ipynb").rename(
        os.fsdecode(os.fsencode(folder / "2 bytes") + b"/\xb0\xfa\xc1\xa61.ipynb")
    )
    null = json.loads(nbformat.writes(handed_in(LESSON)))
    null["cells"].append({**null["cells"][0], "id": "own", "source": None})
    put(folder, "4 null", json.dumps(null), f"{LESSON}.ipynb")
    (folder / "6 link").mkdir()
    (folder / f"6 link/{LESSON}.ipynb").symlink_to("/proc/self/mem")
    rows, _ = grade(folder)
    for student in ("1 honest", "2 bytes", "3 honest", "5 honest", "7 honest"):
        assert points(rows[student], LESSON) == FULL
    notes = {student: row["notes"] for student, row in rows.items()}
    assert r"\udcb0\udcfa\udcc1\udca61.ipynb" in notes["2 bytes"]
    assert SAID["en"]["broken"] in notes["4 null"]
    assert SAID["en"]["link"].split("(")[0] in notes["6 link"]


STUB = f"# {SAID['en']['stub']}\nraise NotImplementedError()"
BLANK = nbformat.writes(untouched(LESSON, "en", STUB))
DONE = nbformat.writes(handed_in(LESSON))
OTHER = nbformat.writes(handed_in(ASSIGNMENTS[1]))


@pytest.mark.parametrize(
    "files, chosen",
    [  # from old to new
        ({f"{LESSON}.ipynb": DONE}, f"{LESSON}.ipynb"),
        ({f"class/homework/{LESSON}.ipynb": DONE}, f"class/homework/{LESSON}.ipynb"),
        (
            {f"{LESSON} (1).ipynb": DONE, f"{LESSON}.ipynb": BLANK},
            f"{LESSON} (1).ipynb",
        ),
        ({f"{LESSON}.ipynb": DONE, "kim_1_2-1.ipynb": DONE}, "kim_1_2-1.ipynb"),
        ({"최종.ipynb": DONE, f"{LESSON}.ipynb": OTHER}, "최종.ipynb"),
        ({f"{LESSON}.ipynb": DONE, f"._{LESSON}.ipynb": "{"}, f"{LESSON}.ipynb"),
        ({f"{LESSON}.ipynb": "{"}, f"{LESSON}.ipynb"),
        ({f"{ASSIGNMENTS[1]}.ipynb": OTHER}, None),
    ],
)
def test_the_newest_notebook_with_an_answer_counts(tmp_path, files, chosen):
    for age, (name, text) in enumerate(files.items()):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
        os.utime(tmp_path / name, (age, age))
    path, notes = command.find(tmp_path, LESSON, source(LESSON))
    assert path == (tmp_path / chosen if chosen else None)
    others = [name for name in files if name != chosen and not name.startswith("._")]
    told = [detail for kind, detail in notes if kind == "several"]
    assert told == (others if chosen else [])


def test_what_the_machine_failed_on_is_tried_again(tmp_path, monkeypatch):
    folder = tmp_path / "class"
    for student in ("first", "second"):
        put(folder, student, handed_in(LESSON), f"{LESSON}.ipynb")
    real, calls = command.in_own_process, []

    def killed_once(task, seconds):
        calls.append(task)
        return None if len(calls) == 1 else real(task, seconds)

    monkeypatch.setattr(command, "in_own_process", killed_once)
    with pytest.raises(SystemExit) as end:
        command.grade(str(folder), "en", 60)
    assert "first" in end.value.code and "second" not in end.value.code
    text = Path(f"{folder}-graded/grades.csv").read_text("utf-8-sig")
    assert "the machine could not grade it" in text and "first,,,," in text
    rows, said = grade(folder)
    assert "first" in said and "second" not in said
    for student in ("first", "second"):
        assert points(rows[student], LESSON) == FULL and not rows[student]["notes"]


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
