"""The lessons run in surroundings less kind than a developer's machine."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from surroundings import LESSONS, OFFLINE, ONE_CORE, ROOT, TWO_GB, copy_course, read_only, run

# The first lesson takes seconds; the others wait for the night.
first_lesson_each_time = pytest.mark.parametrize(
    "lesson",
    [pytest.param(LESSONS[0], marks=pytest.mark.slow)]
    + [pytest.param(lesson, marks=pytest.mark.nightly) for lesson in LESSONS[1:]],
)


def printed(cell):
    """What a cell wrote, pictures aside."""
    return "".join(
        output.text if "text" in output else output.data.get("text/plain", "")
        for output in cell.outputs
    )


@pytest.mark.parametrize(
    "surrounding", [OFFLINE, ONE_CORE, TWO_GB], ids=["offline", "1core", "2GB"]
)
@first_lesson_each_time
def test_runs_on_a_small_machine(lesson, surrounding):
    run(ROOT / f"notebooks/ko/{lesson}.ipynb", sys.executable, surrounding)


@first_lesson_each_time
def test_runs_from_a_copy_beside_a_read_only_checkout(lesson, tmp_path):
    notebooks = copy_course(tmp_path / "course") / "notebooks"
    run(notebooks / f"en/{lesson}.ipynb", sys.executable, read_only(ROOT))


@first_lesson_each_time
def test_runs_in_a_folder_with_spaces_and_hangul(lesson, tmp_path):
    course = copy_course(tmp_path / "내 문서 (my copy)")
    run(course / f"notebooks/ko/{lesson}.ipynb", sys.executable, PYTHONPATH=str(course))


@first_lesson_each_time
def test_a_second_run_in_the_same_kernel_gives_the_same_numbers(lesson):
    path = ROOT / f"notebooks/en/{lesson}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    first = [cell for cell in notebook.cells if cell.cell_type == "code"]
    second = [nbformat.from_dict(cell) for cell in first]
    notebook.cells = first + second
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": path.parent}}).execute()
    for once, again in zip(first, second, strict=True):
        assert printed(again) == printed(once), f"{once.id} printed something else"


@pytest.fixture(scope="module")
def lowest(tmp_path_factory):
    """A Python with the lowest version of every line in requirements.txt."""
    folder = tmp_path_factory.mktemp("lowest")
    wanted = (ROOT / "requirements.txt").read_text("utf-8")
    (folder / "lowest.txt").write_text(re.sub(r">=([^,;]+),<[^;\n]+", r"==\1", wanted), "utf-8")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = folder / "venv/bin/python"
    install = [python, "-m", "pip", "install", "--quiet", "-r", folder / "lowest.txt"]
    subprocess.run([*install, "-e", copy_course(folder / "course")], check=True)
    return Path(python)


@pytest.mark.nightly
@pytest.mark.skipif(sys.version_info >= (3, 13), reason="numpy 2.0 came before Python 3.13")
@pytest.mark.parametrize("lesson", LESSONS)
def test_runs_on_the_lowest_versions(lesson, lowest):
    run(lowest.parents[2] / f"course/notebooks/en/{lesson}.ipynb", lowest)
