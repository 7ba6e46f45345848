"""A learner at home gets a correction as README.md says, and keeps the answer."""

from pathlib import Path
import subprocess
import sys

import nbformat
import pytest

from common import ROOT, read

pytest.importorskip("nbgitpuller", reason="pip install nbgitpuller brings it")

LESSON = "notebooks/ko/00_start.ipynb"
AS_SOMEBODY = (
    "git -c user.name=course -c user.email=course@localhost commit -qam course"
)


def shell(script, folder):
    subprocess.run(script, shell=True, cwd=folder, check=True)


def rewrite(path, cell, old, new):
    """Change a cell and save the notebook as JupyterLab does."""
    notebook = nbformat.read(path, as_version=4)
    changed = next(c for c in notebook.cells if c.id == cell)
    assert old in changed.source
    changed.source = changed.source.replace(old, new)
    notebook.metadata.language_info = {"name": "python", "version": "3"}
    nbformat.write(notebook, path)


def test_a_correction_comes_and_the_answer_stays(tmp_path):
    course, home = tmp_path / "course", tmp_path / "내 강의"
    (course / LESSON).parent.mkdir(parents=True)
    (course / LESSON).write_bytes((ROOT / LESSON).read_bytes())
    shell(f"git init -qb main && git add --all && {AS_SOMEBODY}", course)
    shell(f"git clone -q file://{course} '{home}'", tmp_path)
    rewrite(home / LESSON, "first-answer", "...", "12")
    rewrite(course / LESSON, "mixing", "무늬", "고친 무늬")
    shell(AS_SOMEBODY, course)
    readme = (ROOT / "README.md").read_text("utf-8")
    for line in ["gitpuller REPOSITORY main", "Scripts\\gitpuller"]:
        assert readme.count(line) == 2, "in both languages"
    command = [Path(sys.executable).with_name("gitpuller"), f"file://{course}", "main"]
    subprocess.run(command, cwd=home, check=True)
    cells = {c.id: c.source for c in nbformat.read(home / LESSON, as_version=4).cells}
    assert "count = 12" in cells["first-answer"]
    assert "고친 무늬" in cells["mixing"]
    assert cells["title"] == read("ko/00_start").cells[0].source
