"""Runs lessons where less is given than on a developer's machine.

A surrounding is the words put before a command; Linux only, and tests skip where it has no effect.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LESSONS = sorted(path.stem for path in ROOT.glob("notebooks/en/*.ipynb"))

OFFLINE = ["unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "offline"]
ONE_CORE = ["taskset", "-c", "0"]
# Binder ends a session at 2 GB in all: 1.5 for what a process allocates leaves the rest to
# JupyterLab's server and TensorFlow's code. (A limit on addresses would count what is only
# reserved, which for TensorFlow is 3 GB.)
TWO_GB = ["prlimit", f"--data={3 << 29}"]


def read_only(folder):
    mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    return ["unshare", "-rm", "sh", "-c", mount, str(folder)]


def copy_course(folder):
    """The course as a learner downloads it."""
    not_shipped = shutil.ignore_patterns(".venv", ".git", "*_cache", "__pycache__", "*.egg-info")
    return Path(shutil.copytree(ROOT, folder, ignore=not_shipped))


def run(notebook, python, *prefixes, **environment):
    """A notebook from top to bottom, as `make test` does it, in its own folder."""
    prefix = [word for words in prefixes for word in words]
    try:
        works = subprocess.run([*prefix, "true"], capture_output=True).returncode == 0
    except FileNotFoundError:
        works = False
    if not works:
        pytest.skip(f"this machine does not allow: {' '.join(prefix)}")
    options = "-q -p no:cacheprovider --nbval-lax --nbval-current-env --nbval-cell-timeout=300"
    command = [str(python), "-m", "pytest", *options.split(), f"--rootdir={notebook.parent}"]
    answer = subprocess.run(
        [*prefix, *command, notebook.name],
        cwd=notebook.parent,
        env={**os.environ, "PYTHONWARNINGS": "error:Glyph", **environment},
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stdout[-5000:] + answer.stderr[-2000:]
