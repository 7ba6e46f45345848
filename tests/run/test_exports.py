"""A lesson that leaves JupyterLab runs as a script."""

import os
import subprocess
import sys

import jupytext
from nbconvert import PythonExporter
import pytest

import build
from common import ROOT

exported = PythonExporter().from_notebook_node
WAYS = {
    "source": lambda source, notebook: source.read_text("utf-8"),
    "jupytext": lambda source, notebook: jupytext.writes(notebook, "py:percent"),
    "nbconvert": lambda source, notebook: exported(notebook)[0],
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
