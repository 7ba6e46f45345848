"""Writes students' copies into build/handout/ko and en: no outputs, no solutions.

Lessons stand in the folder itself, assignments below it in assignments/.
"""

from pathlib import Path
import re
import shutil

from nbgrader import preprocessors
from traitlets.config import Config

from build import EDITIONS, ROOT, build, sources, text_of, write

FOLDER = ROOT / "build/handout"
STUB = {"ko": "여기에 답을 쓰세요", "en": "Your answer here"}
STEPS = ["ClearSolutions", "LockCells", "ClearHiddenTests", "ComputeChecksums"]


def student_copy(source, edition):
    """A notebook as students get it."""
    notebook = build(source, edition)  # built anew, it has no outputs
    if source.parent.name == "assignments":
        c = Config()
        code = f"# {STUB[edition]}\nraise NotImplementedError()"
        c.ClearSolutions.code_stub = {"python": code}
        c.ClearSolutions.text_stub = f"*{STUB[edition]}*"
        for step in STEPS:
            notebook, _ = getattr(preprocessors, step)(config=c)(notebook, {})
    for cell in notebook.cells:
        text = cell.source.replace("](../../images/", "](../images/")
        cell.source = re.sub(r"\[([^]]+)\]\(README\.md\)", r"\1", text)  # not in there
    return notebook


def make(folder=FOLDER):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "images", folder / "images")
    for edition in EDITIONS:
        for source in sources():
            below = "assignments" if source.parent.name == "assignments" else "."
            path = Path(folder, edition, below, f"{source.stem}.ipynb")
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, text_of(student_copy(source, edition)))


if __name__ == "__main__":
    make()
    print(f"{FOLDER.relative_to(ROOT)}: lessons and assignments, in both languages")
