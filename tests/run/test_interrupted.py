"""Whatever happens to a build, a stored notebook is the old one or the new one."""

import os
import random
import shutil
import subprocess
import sys
import time

import pytest

from common import EDITIONS, ROOT

SOURCE = """\
# %% [markdown] id="title" lang="ko"
# # 1 · 제목

# %% [markdown] id="title" lang="en"
# # 1 · Title

# %% id="print"
print("{word}")
"""
# Storing takes a thousandth of a second, which a blow at random would hardly hit.
SLOWLY = """
import os, time
def replace(old, new, replace=os.replace):
    time.sleep(0.3)
    replace(old, new)
    time.sleep(0.3)
os.replace = replace
"""


@pytest.fixture
def course(tmp_path):
    """A course of one short lesson"""
    for folder in ("helpers", "tools"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for file in ("pyproject.toml", "requirements.txt", "README.md"):
        shutil.copy(ROOT / file, tmp_path)
    for edition in EDITIONS:
        (tmp_path / f"notebooks/{edition}").mkdir(parents=True)
    (tmp_path / "sitecustomize.py").write_text(SLOWLY)
    return tmp_path


def start(course, word, *options, before=()):
    source = SOURCE.replace("{word}", word)
    (course / "notebooks/01_a.py").write_text(source, "utf-8")
    command = [*before, sys.executable, "-B", "tools/build.py", *options]
    environment = os.environ | {"PYTHONPATH": str(course)}
    return subprocess.Popen(
        command, cwd=course, env=environment, stderr=subprocess.PIPE, text=True
    )


def stored(course):
    """What is stored in both editions, and nothing else may be there."""
    notebooks = [course / f"notebooks/{edition}/01_a.ipynb" for edition in EDITIONS]
    return [path.read_bytes() for path in notebooks if path.exists()]


def finished(process):
    assert process.wait() == 0, process.stderr.read()


@pytest.mark.nightly
def test_killed_at_fifty_moments(course):
    finished(start(course, "old", "--run"))
    old = stored(course)
    begin = time.monotonic()
    finished(start(course, "new", "--run"))
    seconds, new = time.monotonic() - begin, stored(course)
    assert old != new
    moment, outcomes = random.Random(0), []
    for _ in range(50):
        for edition, text in zip(EDITIONS, old, strict=True):
            (course / f"notebooks/{edition}/01_a.ipynb").write_bytes(text)
        process = start(course, "new", "--run")
        time.sleep(moment.uniform(0, seconds))
        process.kill()
        process.wait()
        each = zip(stored(course), old, new, strict=True)
        outcomes.append(
            ["old" if x == y else "new" if x == z else "torn" for x, y, z in each]
        )
    assert "torn" not in sum(outcomes, [])
    assert ["old", "old"] in outcomes and ["new", "new"] in outcomes
    finished(start(course, "new", "--run"))  # one run mends what was left half-way
    assert stored(course) == new and not list(course.glob("notebooks/*/.*.part"))


@pytest.mark.skipif(not shutil.which("prlimit"), reason="no prlimit")
def test_a_full_disk_leaves_the_old(course):
    finished(start(course, "old"))
    old = stored(course)
    process = start(course, "new" * 1000, before=["prlimit", "--fsize=2000"])
    assert process.wait() == 1
    assert "stays as it was" in process.stderr.read()
    assert stored(course) == old and not list(course.glob("notebooks/*/.*"))
