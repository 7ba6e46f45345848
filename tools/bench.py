"""Prints what each lesson costs as a whole process: wall time and peak memory.

Without names, also the time from a fresh clone to its first lesson. Linux and macOS.
"""

from os import wait4
from pathlib import Path
import subprocess
import sys
import tempfile
import time

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from common import LESSONS, get, lab  # noqa: E402

RUN = ROOT / "tools/running.py"
DRAW = "from helpers import hangul_images; hangul_images(50)"


def cost(command):
    """Seconds and MiB of a command; the memory is that of its largest process."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT / "notebooks/en", stderr=subprocess.PIPE
    )
    log = process.stderr.read()
    _, status, usage = wait4(process.pid, 0)
    if status:
        sys.exit(log.decode())
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return time.perf_counter() - start, usage.ru_maxrss * unit / 2**20


def seconds_from_clone():
    """From `git clone` to the first lesson's page, installation included."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        course, runtime = f"{folder}/course", f"{folder}/runtime"
        subprocess.run(["git", "clone", "--quiet", ROOT, course], check=True)
        with lab(runtime, root=course, seconds=3600) as address:
            assert get(address).status == 200  # it leads on to the lesson
            return time.perf_counter() - start


def main(names):
    if unknown := set(names) - set(LESSONS):
        sys.exit(f"There is no lesson {unknown}: name some of {LESSONS}.")
    print(f"{'lesson':36}{'seconds':>10}{'peak MiB':>10}")
    for name in names or LESSONS:
        seconds, peak = cost([sys.executable, RUN, f"{name}.ipynb"])
        print(f"{name:36}{seconds:10.1f}{peak:10.0f}", flush=True)
    if not names:
        seconds, peak = cost([sys.executable, "-c", DRAW])
        print(f"{'7,000 Hangul pictures':36}{seconds:10.1f}{peak:10.0f}", flush=True)
        print(f"{'a fresh clone until make lab serves':36}{seconds_from_clone():10.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
