"""The lessons run in surroundings less kind than a developer's machine."""

import os
from pathlib import Path
import re
import subprocess
import sys

from nbclient.exceptions import CellExecutionError
import nbformat
import pytest

from common import (
    LESSONS,
    ONE_CORE,
    ROOT,
    TWO_GB,
    code_cells,
    copy_course,
    execute,
    parameters,
    printed,
    read,
    read_only,
    run,
    tags,
)
import running

# The first lesson takes seconds; the others wait for the night.
first_lesson_each_time = pytest.mark.parametrize(
    "lesson",
    [LESSONS[0], *(pytest.param(x, marks=pytest.mark.nightly) for x in LESSONS[1:])],
)


@pytest.mark.parametrize("surrounding", [ONE_CORE, TWO_GB], ids=["1core", "2GB"])
@first_lesson_each_time
def test_runs_on_a_small_machine(lesson, surrounding):
    run(ROOT / f"notebooks/ko/{lesson}.ipynb", surrounding)


@first_lesson_each_time
def test_runs_from_a_copy_beside_a_read_only_checkout(lesson, tmp_path):
    course = copy_course(tmp_path / "course")
    run(course / f"notebooks/en/{lesson}.ipynb", read_only(ROOT))


@first_lesson_each_time
def test_runs_in_a_folder_with_spaces_and_hangul(lesson, tmp_path):
    course = copy_course(tmp_path / "내 문서 (my copy)")
    run(course / f"notebooks/ko/{lesson}.ipynb", PYTHONPATH=str(course))


@first_lesson_each_time
def test_a_second_run_in_the_same_kernel_gives_the_same_numbers(lesson):
    notebook = read(f"en/{lesson}")
    first = code_cells(notebook)
    second = [nbformat.from_dict(cell) for cell in first]
    notebook.cells = first + second
    execute(notebook)
    for once, again in zip(first, second, strict=True):
        assert printed(again) == printed(once), f"{once.id} printed something else"


def test_a_helpers_py_of_ones_own_is_named(tmp_path):
    """It hides the course's helpers; the error says which file that is."""
    own = tmp_path / "helpers.py"
    own.write_text("")
    environment = {x: os.environ[x] for x in os.environ if x != "PYTHONPATH"}
    with pytest.raises(CellExecutionError, match=re.escape(f"({own})")):
        running.execute(read("ko/00_start"), tmp_path, env=environment)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("lesson", [x for x in LESSONS if "seed = 0" in parameters(x)])
def test_what_is_claimed_holds_for_other_seeds(lesson, seed):
    notebook = read(f"en/{lesson}")
    for cell in code_cells(notebook):
        if "parameters" in tags(cell):
            cell.source = cell.source.replace("seed = 0", f"seed = {seed}")
    execute(notebook)


@pytest.fixture(scope="session")
def lowest(tmp_path_factory):
    """A copy of the course, and a Python with the lowest versions it admits."""
    folder = tmp_path_factory.mktemp("lowest")
    wanted = (ROOT / "requirements.txt").read_text("utf-8")
    wanted = re.sub(r">=([^,;]+),<[^;\n]+", r"==\1", wanted)
    (folder / "lowest.txt").write_text(wanted, "utf-8")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python, course = folder / "venv/bin/python", copy_course(folder / "course")
    install = [python, "-m", "pip", "install", "--quiet", "-r", folder / "lowest.txt"]
    subprocess.run([*install, "-e", course], check=True)
    return course, Path(python)


@pytest.mark.nightly
@pytest.mark.skipif(sys.version_info >= (3, 13), reason="numpy 2.0 came before 3.13")
@pytest.mark.parametrize("lesson", LESSONS)
def test_runs_on_the_lowest_versions(lesson, lowest):
    course, python = lowest
    run(course / f"notebooks/en/{lesson}.ipynb", python=python)
