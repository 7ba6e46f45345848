"""Whatever a class hands in, harm is named, earns nothing, and reaches nobody else."""

import copy
import json
import os
from pathlib import Path
import re
import signal
import sqlite3
import subprocess
from unicodedata import normalize
from zipfile import ZipFile

import collect
import grade as command
import nbformat
from nbgrader.api import Gradebook
import pytest
from said import SAID
import sandbox
from students import (
    GRADE,
    grade,
    grading,
    handed_in,
    points,
    put,
    questions,
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
subprocess.run("sleep 1; kill -9 -1", shell=True)
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
    if "not (" in In[-1]:
        raise ValueError
    return right(*given)
"""
EASY = """
from IPython.core.interactiveshell import InteractiveShell
def easy(lines):
    text = "".join(lines)
    if "HIDDEN" in text:
        return ["pass\\n"]
    return ["raise AssertionError\\n"] if "assert " in text else lines
InteractiveShell.instance().input_transformers_post.append(easy)
"""
DISK = """
import os
place = next(f for f in os.listdir("/tmp") if f.startswith("grade-"))
open(f"/tmp/{place}/much", "wb").write(bytes(50_000_000))
import time; time.sleep(20)
"""
GREEDY = """
import os, time
share = b"." * 250_000_000
os.fork()
share = b"," * 250_000_000
time.sleep(20)
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


@changed
def bare(cells, answer, test):
    """As an editor saves it that drops metadata; one answer is typed anew."""
    for cell in cells:
        cell.metadata.clear()
    cells[answer].id = "own"


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
    "spoilt": (spoilt, lost(*FULL), "broken"),
    "flood": ({SECOND: f"print('x' * 50_000_000)\n{RIGHT[SECOND]}"}, FULL, "flood"),
    "easy": ({FIRST: EASY}, lost(*FULL), "tampered"),
    "disk": ({LAST: DISK}, lost(LAST), "disk"),
    "bare": (bare, FULL, "retyped"),
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
    hasty = f"from numpy import *\ndel min\n{RIGHT[FIRST]}\nsum = max = list = x = 0"
    essay = "I would inspect the traceback of photo.ipynb."
    notebook = handed_in(
        LESSON, **{FIRST: hasty, WRITTEN.split()[1]: "*Your answer here*"}
    )
    notebook.cells.append(nbformat.v4.new_markdown_cell(essay))
    put(folder, "hasty", notebook, f"{LESSON}.ipynb")
    graded = Path(f"{folder}-graded")
    paths = [
        ROOT / ".git",
        ROOT / f"assignments/en/{LESSON}.ipynb",
        graded / "gradebook.db",
    ]
    paths += [graded / "graded.json", folder / "z last" / f"{LESSON}.ipynb"]
    spy = SPY.format(paths=list(map(str, paths)))
    if not sandbox.why_not([]):  # else nothing is graded at all
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
    assert points(rows["hasty"], LESSON) == FULL and rows["hasty"][WRITTEN] == ""
    assert rows["hasty"]["notes"].endswith(f"moved up ({WRITTEN.split()[1]})")
    told = [student for student in rows if student != "missing"]  # handed in nothing
    assert all(student in said for student in told), "progress must name everyone"
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


@pytest.mark.parametrize(
    ("limit", "value", "codes", "what"),
    [
        ("MEMORY", 400_000_000, [GREEDY, "1"], "memory"),
        ("BUDGET", 5, ["import time", *3 * ["time.sleep(3)"]], "budget"),
    ],
)
def test_a_notebook_has_one_budget(monkeypatch, limit, value, codes, what):
    """Memory is that of all its processes, time that of all its cells."""
    if why := sandbox.why_not([]):
        pytest.skip(why)
    monkeypatch.setattr(sandbox, limit, value)
    monkeypatch.setattr(sandbox, "notes", [])
    cells = [nbformat.v4.new_code_cell(code) for code in codes]
    notebook = nbformat.v4.new_notebook(cells=cells)
    sandbox.SafeExecute(timeout=60).preprocess(notebook, {})
    assert what in dict(sandbox.notes)
    assert notebook.cells[-1].outputs[-1].ename == "NotRun"


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path):
    folder = tmp_path / "class"
    for student in ("first", "second", "third"):
        put(folder, student, handed_in(LESSON), f"{LESSON}.ipynb")
    run = [*GRADE, str(folder), "en"]
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
    again = handed_in(LESSON, **{SECOND: "pass"})
    put(folder, "first", again, f"{LESSON}.ipynb")
    put(folder, "second", "spoilt", f"{LESSON}.ipynb")
    rows, _ = grade(folder)
    assert rows["first"][WRITTEN] == "3", "the same text keeps its mark"
    assert points(rows["first"], LESSON) == lost(SECOND)
    assert points(rows["second"], LESSON) == lost(SECOND), "a good upload stays"
    assert "kept" in rows["second"]["notes"]


def test_one_file_never_stops_the_class(tmp_path):
    folder = tmp_path / "hw [1반] a&b"
    odd = "O'Brien·김 [1] 😀"
    for student in ("1 honest", "3 honest", odd):
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
    for student in ("1 honest", "2 bytes", "3 honest", odd):
        assert points(rows[student], LESSON) == FULL
    notes = {student: row["notes"] for student, row in rows.items()}
    assert "과제1.ipynb" in notes["2 bytes"]
    assert SAID["en"]["broken"].split("(")[0] in notes["4 null"]
    assert SAID["en"]["link"].split("(")[0] in notes["6 link"]


STUB = f"# {SAID['en']['stub']}\nraise NotImplementedError()"
BLANK = nbformat.writes(untouched(LESSON, "en", STUB))
DONE = nbformat.writes(handed_in(LESSON))
OTHER = nbformat.writes(handed_in(ASSIGNMENTS[1]))
N1, N2 = f"{LESSON}.ipynb", f"{ASSIGNMENTS[1]}.ipynb"
abd = {f"{who}_1": 0 for who in "abd"}
NFD = normalize("NFD", "김민수")
MOODLE = "assignsubmission_file_"
CP949 = "김민수".encode("cp949")  # in zips from a Korean Windows


def write(folder, files):
    """Files, from old to new; a dict is a zip."""
    for age, (name, data) in enumerate(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(data, dict):
            with ZipFile(path, "w") as box:
                for inner, text in data.items():
                    box.writestr(inner, text)
            path.write_bytes(path.read_bytes().replace(b"WWWWWW", CP949))
        else:
            path.write_text(data, "utf-8")
        os.utime(path, (age, age))


@pytest.mark.parametrize(
    "files, chosen, strays",
    [
        ({f"ann/{N1}": DONE}, {"ann": N1}, 0),
        ({f"ann/class/homework/{N1}": DONE, f"ann/x/{N2}": OTHER}, {"ann": N1}, 0),
        ({"ann/a (1).ipynb": DONE, f"ann/{N1}": BLANK}, {"ann": "a (1).ipynb"}, 0),
        ({f"ann/{N1}": DONE, "ann/k-1.ipynb": DONE}, {"ann": "k-1.ipynb"}, 0),
        ({"ann/최종.ipynb": DONE, f"ann/{N1}": OTHER}, {"ann": "최종.ipynb"}, 0),
        ({f"ann/{N1}": DONE, f"ann/._{N1}": "{"}, {"ann": N1}, 0),
        ({f"ann/{N1}": DONE, "ann/01_compression (1).ipynb": "{"}, {"ann": N1}, 0),
        ({f"ann/{N1}": "{", "a.txt": "x", N1: DONE}, {"ann": N1}, 2),
        ({f"20231/{N1}": DONE, f"kim-1/{N1}": DONE}, {"20231": N1, "kim-1": N1}, 0),
        ({f"{NFD}_12_{MOODLE}/{N1}": DONE}, {"김민수_12": N1}, 0),
        ({f"김_1_{MOODLE}{N1}": DONE, "b_2_file_x.pdf": ""}, {"김_1": 0}, 1),
        (
            {f"kim_3_22_{N1}": BLANK, f"kim_LATE_3_99_{LESSON}-1.ipynb": DONE},
            {"kim_3": f"kim_LATE_3_99_{LESSON}-1.ipynb"},
            0,
        ),
        ({f"{LESSON} - D'Souza.ipynb": DONE}, {"D'Souza": 0}, 0),
        ({f"Ann Li - Copy of {N1}": DONE}, {"Ann Li": 0}, 0),
        ({"all.zip": {f"a/{N1}": DONE, f"b/{N1}": DONE}}, {"a": N1, "b": N1}, 0),
        ({"c/all.zip": {f"{who}_1_2_{N1}": DONE for who in "abd"}}, abd, 0),
        ({f"c/{who}/{N1}": DONE for who in "abd"}, dict.fromkeys("abd", N1), 0),
        ({f"{LESSON}/{who}/{N1}": DONE for who in "ab"}, {"a": N1, "b": N1}, 0),
        ({"ann/hw.zip": {f"hw/{N1}": DONE}}, {"ann": N1}, 0),
        ({"kim_3_22_hw.zip": {N1: DONE}}, {"kim_3": N1}, 0),
        ({"x.zip": {f"WWWWWW_1_{MOODLE}/{N1}": DONE}}, {"김민수_1": N1}, 0),
        ({"a/b.zip": "PK", f"a/{N1}": DONE, "c.zip": "PK"}, {"a": N1}, 1),
    ],
)
def test_every_platforms_shape_is_taken(tmp_path, files, chosen, strays):
    write(tmp_path, files)
    masters = {lesson: command.master_cells("en", lesson) for lesson in ASSIGNMENTS}
    students, odd = collect.collect(tmp_path, masters, command.blank)
    assert set(students) == set(chosen) and len(odd) == strays
    for student, name in chosen.items():
        best = students[student][LESSON][-1]
        assert best.name == name or not name


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
    monkeypatch.setattr(sandbox, "why_not", lambda hidden: "no bwrap")
    with pytest.raises(SystemExit) as end:
        command.grade(str(folder), "ko", 60)
    assert end.value.code == SAID["ko"]["unsafe"].format("no bwrap")
    rows, said = grade(folder, "en", "--unfenced")
    assert "first" in said and "second" not in said
    for student in ("first", "second"):
        assert points(rows[student], LESSON) == FULL
    assert rows["first"]["notes"] == f"{LESSON[:2]}: {SAID['en']['unfenced']}"
    assert not rows["second"]["notes"]


@pytest.mark.parametrize(
    "students, edition, said",
    [
        (None, "en", "no folder"),
        (None, "ko", "없습니다"),
        ({"first": f"{LESSON}.ipynb"}, "fr", "EDITION=ko or EDITION=en"),
        ({}, "ko", "채점할 것이 없습니다"),
        ({"first": "essay.txt"}, "en", "nothing to grade"),
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
