"""A lesson that leaves JupyterLab: as a script, it runs; as a page, it shows all."""

import os
import subprocess
import sys

import jupytext
from nbconvert import HTMLExporter, PythonExporter
import pytest

import build
from common import ROOT

WAYS = {
    "source": lambda source, notebook: source.read_text("utf-8"),
    "jupytext": lambda source, notebook: jupytext.writes(notebook, "py:percent"),
    "nbconvert": lambda source, notebook: PythonExporter().from_notebook_node(notebook)[
        0
    ],
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("lesson", ["00_start", "01_compression"])
def test_runs_as_a_script(lesson, way, tmp_path, monkeypatch):
    monkeypatch.setattr(build, "repository", lambda: "school/vectors")  # Colab's cell
    source = ROOT / f"notebooks/{lesson}.py"
    script = tmp_path / "lesson.py"
    script.write_text(WAYS[way](source, build.build(source, "ko")), "utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "MPLBACKEND": "agg"}
    command = [sys.executable, script.name]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True)


def test_becomes_a_page_with_its_text_and_figures():
    lesson = ROOT / "notebooks/ko/01_compression.ipynb"
    figures = lesson.read_text("utf-8").count('"image/png"')
    page, _ = HTMLExporter().from_filename(str(lesson))
    assert "무엇을 버려도 될까" in page
    assert page.count('src="data:image/png') == figures > 5
