"""The lines that a reader is told to type are lines that work.

What is quick runs for real; what installs, serves or grades is parsed by the very
program it names. Lines for Windows are parsed alike: .github/workflows runs them there.
"""

from importlib.util import find_spec
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib

from packaging.specifiers import SpecifierSet
import pytest

from common import ROOT
from supported import VERSIONS

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("*/*/README.md")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PYTHON = re.compile(r"(py -3\.\d+|python3?|(\.\./)?\.venv/(bin|Scripts)/python)\b")


def typed(page):
    """The lines in a page's plain blocks, and the commands named within its text."""
    text = page.read_text("utf-8")
    plain = re.compile(r"(?ms)^```\n(.*?)^```")
    lines = "\n".join(plain.findall(text)).splitlines()
    lines += re.findall(r"`([^`\n]+ [^`\n]+)`", plain.sub("", text))
    lines = [re.sub(r"^([A-Z_]+=\S+ )*", "", line).replace("\\", "/") for line in lines]
    return [line for line in lines if line.startswith("make ") or PYTHON.match(line)]


LINES = sorted({line for page in PAGES for line in typed(page)})


def test_the_lines_are_found():
    assert any(line.startswith("make lab ") for line in LINES)
    assert ".venv/Scripts/python -m pip install -r requirements.txt -e ." in LINES


def test_the_job_on_windows_finds_its_lines():
    workflow = (ROOT / ".github/workflows/test.yml").read_text("utf-8")
    pattern = re.search(r"\[regex\]::Match\(\$text, '(.*?)'\)", workflow)[1]
    block = re.search(pattern, (ROOT / "README.md").read_text("utf-8"))[1]
    first = [line.split()[0] for line in block.splitlines()]
    assert first == ["py", *2 * [".venv\\Scripts\\python"]]


def test_which_python_stands_in_one_place_and_the_rest_agrees():
    between = f"{VERSIONS[0]}~{VERSIONS[-1]}", f"{VERSIONS[0]} to {VERSIONS[-1]}"
    for page in ("README.md", "classroom/hub/README.md"):
        text = (ROOT / page).read_text("utf-8")
        assert all(f"Python {words}" in text for words in between), page
    assert (ROOT / "runtime.txt").read_text().strip().split("-")[1] in VERSIONS
    tried = set()
    for workflow in (ROOT / ".github/workflows").glob("*.yml"):
        found = re.findall(r"python(?:-version)?: (.*)", workflow.read_text("utf-8"))
        tried |= {x for line in found for x in re.findall(r'"(3\.\d+)"', line)}
    assert {VERSIONS[0], VERSIONS[-1]} <= tried <= set(VERSIONS)


def test_another_python_is_told_which_ones_will_do():
    run_as = "import runpy, sys; sys.version_info = (3, 99); "
    run_as += "runpy.run_path('tools/supported.py', run_name='__main__')"
    command = [sys.executable, "-c", run_as]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 1 and f"or {VERSIONS[-1]}. Name one" in answer.stderr


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("make ")])
def test_make_knows(line):
    if not shutil.which("make"):
        pytest.skip("no make")
    command = ["make", "-n", *shlex.split(line, comments=True)[1:]]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize("line", [line for line in LINES if PYTHON.match(line)])
def test_python_understands(line, tmp_path):
    if wanted := re.match(r"py -(3\.\d+)", line):
        assert SpecifierSet(PROJECT["requires-python"]).contains(wanted[1])
    first, *words = shlex.split(PYTHON.sub("", line, count=1), comments=True)
    if first != "-m":
        command = [sys.executable, first, "--help"]
        answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        options = {word for word in words if word.startswith("-")}
        assert all(option in answer.stdout for option in options)
        return
    module, *words = words
    assert find_spec(module), f"there is no {module}"
    if module in UNDERSTANDS:
        UNDERSTANDS[module](words, tmp_path)


def pip(words, folder):
    from pip._internal.commands import create_command

    options, packages = create_command(words[0]).parse_args(words[1:])
    for file in options.requirements:
        assert (ROOT / file).exists()
    for place in getattr(options, "editables", []):
        extras = re.findall(r"\w+", place.partition("[")[2])
        assert set(extras) <= set(PROJECT["optional-dependencies"])


def jupyterlab(words, folder):
    from jupyterlab.labapp import LabApp

    app = LabApp()
    app.parse_command_line(words)
    place = app.default_url.removeprefix("/lab/tree/")
    # Given the file, it would serve that folder only: no drawings, no other edition.
    assert place != app.default_url and (ROOT / place).exists() and not app.extra_args


def run(words, folder):
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", *words]
    subprocess.run(command, cwd=folder, env=environment, check=True)


UNDERSTANDS = {
    "pip": pip,
    "jupyterlab": jupyterlab,
    "helpers.exercises": lambda words, to: run(["helpers.exercises", *words], to),
    "venv": lambda words, to: run(["venv", "--without-pip", *words], to),
}
