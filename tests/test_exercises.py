"""Each exercise takes its solution, answers typical mistakes with its hint, and survives errors.

The answers that must fail stand in wrong_answers.json, by lesson and exercise.
"""

import json
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
WRONG = json.loads((Path(__file__).parent / "wrong_answers.json").read_text("utf-8"))
REPLIES = {
    "blank": "Not attempted",
    "right": "Right.",
    "wrong": "Not yet.",
    "raised": "raised an error",
}


def cells_by_id(notebook):
    return {cell.id: cell for cell in notebook.cells}


def exercises(notebook):
    return [cell.id for cell in notebook.cells if re.fullmatch(r"exercise-\d+", cell.id)]


@pytest.mark.parametrize("path", sorted(ROOT.glob("notebooks/en/*.ipynb")), ids=lambda p: p.stem)
def test_every_exercise_has_answers_to_try(path):
    for exercise in exercises(nbformat.read(path, as_version=4)):
        answers = WRONG[path.stem][exercise]
        assert len(answers["wrong"]) >= 2 and answers["raised"]


# One edition is enough: test_editions proves the other to be the same program, and test_helpers
# that a Korean hint gets a Korean reply.
@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(ROOT.glob("notebooks/en/*.ipynb")), ids=lambda p: p.stem)
def test_exercises_answer_back(path):
    notebook = nbformat.read(path, as_version=4)
    cells = cells_by_id(notebook)
    attempts = []  # (exercise, answer, expected outcome)
    for exercise in exercises(notebook):
        attempts.append((exercise, cells[exercise].source, "blank"))
        solution = re.search(r"```python\n(.*?)```", cells[f"{exercise}-solution"].source, re.S)[1]
        attempts.append((exercise, solution, "right"))
        for outcome, sources in WRONG[path.stem][exercise].items():
            attempts += [(exercise, source, outcome) for source in sources]
    tried = []
    for exercise, source, _ in attempts:
        tried += [
            nbformat.v4.new_code_cell(source, metadata={"tags": ["raises-exception"]}),
            nbformat.v4.new_code_cell(cells[f"{exercise}-check"].source),
        ]
    plain = [c for c in notebook.cells if c.cell_type == "code"]
    notebook.cells = plain + tried
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": path.parent}}).execute()
    problems = []
    for (exercise, source, outcome), reply in zip(attempts, tried[1::2], strict=True):
        printed = "".join(out.get("text", "") for out in reply.outputs)
        if REPLIES[outcome] not in printed:
            problems.append(f"{exercise}, expected {outcome}:\n{source}\ngot: {printed}")
    assert not problems, "\n\n".join(problems)
