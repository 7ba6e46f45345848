"""Ends with a sentence where pyproject.toml does not admit this Python."""

from pathlib import Path
import re
import sys

PROJECT = (Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8")
LOWEST, END = re.search(r'requires-python = ">=3\.(\d+),<3\.(\d+)"', PROJECT).groups()
VERSIONS = [f"3.{minor}" for minor in range(int(LOWEST), int(END))]
OURS = ".".join(map(str, sys.version_info[:2]))

if __name__ == "__main__" and OURS not in VERSIONS:
    names = f"{', '.join(VERSIONS[:-1])} or {VERSIONS[-1]}"
    sys.exit(f"The course needs Python {names}. Name one: make PYTHON=python3.12")
