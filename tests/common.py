"""What the tests share: lessons, how they are read and run, and a served JupyterLab."""

from contextlib import contextmanager
import json
import os
from pathlib import Path
import re
import shutil
import signal
import subprocess
import sys
import time
from urllib.request import ProxyHandler, build_opener

import nbformat
import pytest

from check import printed  # noqa: F401
import running

ROOT = Path(__file__).parents[1]
EDITIONS = ("ko", "en")
LESSONS = sorted(path.stem for path in ROOT.glob("notebooks/en/*.ipynb"))
ASSIGNMENTS = sorted(path.stem for path in ROOT.glob("assignments/en/*.ipynb"))
NOTEBOOKS = [f"{edition}/{lesson}" for edition in EDITIONS for lesson in LESSONS]

STRICT = {**os.environ, "PYTHONWARNINGS": "error:Glyph"}  # a missing glyph is an error

# Notebooks


def read(name, place="notebooks"):
    return nbformat.read(ROOT / f"{place}/{name}.ipynb", as_version=4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tags(cell):
    return cell.metadata.get("tags", [])


def parameters(lesson):
    """The source of a lesson's cell tagged `parameters`, or nothing."""
    cells = code_cells(read(f"en/{lesson}"))
    return "".join(cell.source for cell in cells if "parameters" in tags(cell))


def exercises(notebook):
    """The cells to be filled in, by their id."""
    found = {cell.id: cell for cell in notebook.cells}
    return {name: c for name, c in found.items() if re.fullmatch(r"exercise-\d+", name)}


def solution(notebook, exercise):
    """The code in the folded solution of an exercise."""
    text = next(c.source for c in notebook.cells if c.id == f"{exercise}-solution")
    return re.search(r"```python\n(.*?)```", text, re.S)[1]


def wrong_answers(lesson, place="run"):
    """Answers that must fail, by exercise, or two by question of an assignment."""
    if place == "classroom":
        found = {}
        for kind, question, _, code in written_answers(lesson):
            if kind == "wrong" and len(found.setdefault(question, [])) < 2:
                found[question].append(code)
        return found
    path = ROOT / f"tests/{place}/wrong/{lesson}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def written_answers(name):
    """What tests/classroom/questions holds: kind, question, remark, code."""
    text = (ROOT / f"tests/classroom/questions/{name}.txt").read_text("utf-8")
    for part in re.split(r"(?m)^# %% ", text)[1:]:
        head, _, code = part.partition("\n")
        kind, question, remark = re.fullmatch(r"(\w+) ([\w-]+): (.+)", head).groups()
        yield kind, question, remark, code.strip("\n")


def execute(notebook, folder=ROOT / "notebooks/en"):
    """Run in a kernel of this Python, in the folder; an error ends the test."""
    running.execute(notebook, folder, env=STRICT)


# Surroundings: words before a command that give it less than a developer's machine does

OFFLINE = ["unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "offline"]
ONE_CORE = ["taskset", "-c", "0"]
# Binder ends a session at 2 GB in all: 1.5 for what a process allocates leaves the rest
# to JupyterLab's server and TensorFlow's code. (A limit on addresses would count what
# is only reserved, which for TensorFlow is 3 GB.)
TWO_GB = ["prlimit", f"--data={3 << 29}"]


def read_only(folder):
    mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    return ["unshare", "-rm", "sh", "-c", mount, str(folder)]


def copy_course(folder):
    """The course as a learner downloads it."""
    kept = (".venv", ".git", "build", "*_cache", "__pycache__", "*.egg-info")
    return Path(shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*kept)))


def run(notebook, *prefixes, python=sys.executable, **environment):
    """A notebook from top to bottom, as `make test` does it, in its own folder."""
    prefix = [word for words in prefixes for word in words]
    allowed = shutil.which((prefix or ["true"])[0])
    if not allowed or subprocess.run([*prefix, "true"], capture_output=True).returncode:
        pytest.skip(f"this machine does not allow: {' '.join(prefix)}")
    command = [python, "-m", "pytest", "-q", "-pno:cacheprovider", notebook.name]
    answer = subprocess.run(
        [*prefix, *command],
        cwd=notebook.parent,
        env={**STRICT, **environment},
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stdout[-5000:] + answer.stderr[-2000:]


# JupyterLab


def get(address):
    """The answer of a server on this machine, whatever proxy the environment names."""
    return build_opener(ProxyHandler({})).open(address, timeout=30)


@contextmanager
def lab(runtime, *options, root=ROOT, seconds=90, **environment):
    """The address of JupyterLab as `make lab` starts it, on a port of its choice."""
    own = "--no-browser --ServerApp.port=0 --IdentityProvider.token=''"
    server = subprocess.Popen(
        ["make", "lab", f"LAB_OPTIONS={' '.join([own, *options])}"],
        cwd=root,
        env={**os.environ, "JUPYTER_RUNTIME_DIR": str(runtime), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + seconds
        while not (said := list(Path(runtime).glob("jpserver-*.json"))):
            assert server.poll() is None, "make lab ended at once; try it by hand"
            assert time.monotonic() < deadline, f"no JupyterLab after {seconds} s"
            time.sleep(0.1)
        time.sleep(0.1)  # until the file is written whole
        yield json.loads(said[0].read_text("utf-8"))["url"].rstrip("/")
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(30)
