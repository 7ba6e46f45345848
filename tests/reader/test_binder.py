"""What mybinder.org would build from this repository, as its own tool tells."""

from importlib.util import find_spec
import os
from pathlib import Path
import re
import subprocess
import sys

from packaging.requirements import Requirement
import pytest

from common import LESSONS, OFFLINE, ROOT, TWO_GB, copy_course, run

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="repo2docker is not for Windows"
)


@pytest.fixture(scope="module")
def told():
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", "."]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout + answer.stderr


def steps(told):
    """The image's steps that copy the course or install from it, in order"""
    return re.findall(r"(?m)^(?:COPY \S+ src/|RUN .*(?:\bpip\b|postBuild)).*$", told)


def test_the_image_has_our_python_and_installs_once_before_the_notebooks(told):
    python = (ROOT / "runtime.txt").read_text().strip().replace("-", "=")
    assert f"Building conda environment for {python}\n" in told
    # A layer is built anew when a file that was copied before it changes.
    requirements, install, sources, *_ = steps(told)
    assert "src/requirements.txt" in requirements
    assert install.startswith("RUN") and '-r "requirements.txt"' in install
    assert re.match(r"COPY \S+ src/ ", sources)
    assert sum("pip" in step for step in steps(told)) == 1, steps(told)
    assert "--no-deps -e ." in (ROOT / "postBuild").read_text()


def test_what_the_image_brings_along_will_do(told):
    version = re.search(r"for python=(\S+)", told)[1]
    place = Path(find_spec("repo2docker").origin).parent / "buildpacks/conda"
    lock = (place / f"environment.py-{version}-linux-64.lock").read_text()
    brought = dict(re.findall(r"/([\w.-]+)-([^-/]+)-[^-/]+\.conda", lock))
    wanted = re.findall(r"(?m)^[\w-].*$", (ROOT / "requirements.txt").read_text())
    both = [package for package in map(Requirement, wanted) if package.name in brought]
    assert {package.name for package in both} >= {"jupyterlab", "ipywidgets"}
    # Worth a second install: the image's kernel may lose what it is asked.
    for package in (p for p in both if p.name != "ipykernel"):
        assert package.specifier.contains(brought[package.name]), (
            f"{package} is installed twice"
        )


@pytest.mark.nightly
def test_image_runs_a_lesson_offline_in_two_gigabytes(told, tmp_path):
    """The image's own steps, with the Python that runs this test."""
    course, environment = copy_course(tmp_path / "home"), tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    path = f"{environment}/bin:{os.environ['PATH']}"
    own = {"KERNEL_PYTHON_PREFIX": str(environment), "PATH": path}
    for step in steps(told):
        if step.startswith("RUN"):
            command = ["bash", "-euc", step.removeprefix("RUN ")]
            subprocess.run(command, cwd=course, env={**os.environ, **own}, check=True)
    lesson = course / f"notebooks/ko/{LESSONS[-1]}.ipynb"
    run(lesson, OFFLINE, TWO_GB, python=environment / "bin/python", PATH=path)
