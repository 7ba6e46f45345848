"""Prints what each lesson costs as a whole process: wall time and peak memory. Linux and macOS."""

import subprocess
import sys
import tempfile
import time
from os import wait4
from pathlib import Path

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def cost(command, folder):
    """Seconds and MiB of a command; the memory is that of its largest process, the kernel's too."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE)
    log = process.stderr.read()
    _, status, usage = wait4(process.pid, 0)
    if status:
        sys.exit(log.decode())
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss counts bytes there, KiB elsewhere
    return time.perf_counter() - start, usage.ru_maxrss * unit / 2**20


def main(names):
    known = {path.stem for path in NOTEBOOKS.glob("en/*.ipynb")}
    if set(names) - known:
        sys.exit(f"There is no lesson {set(names) - known}: name some of {sorted(known)}.")
    print(f"{'lesson':24}{'seconds':>10}{'peak MiB':>10}")
    for name in sorted(names or known):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "jupyter", "nbconvert", "--to", "notebook"]
            command += ["--execute", "--log-level=ERROR", "--output-dir", folder, f"{name}.ipynb"]
            seconds, peak = cost(command, NOTEBOOKS / "en")
        print(f"{name:24}{seconds:10.1f}{peak:10.0f}", flush=True)
    if not names:
        drawing = "from helpers import hangul_images; hangul_images(50)"
        seconds, peak = cost([sys.executable, "-c", drawing], NOTEBOOKS)
        print(f"{'7,000 Hangul pictures':24}{seconds:10.1f}{peak:10.0f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
