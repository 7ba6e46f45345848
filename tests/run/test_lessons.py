"""Each lesson runs whole, and its exercises answer back.

nbval runs the Korean edition beside these tests. This is the English one, and in its
kernel every exercise takes its solution, answers mistakes with its hint, and survives
errors. Both editions are one program: `tools/build.py` makes them from one source.
"""

from symtable import symtable

from helpers.exercises import _REPLIES
import nbformat
import pytest

from common import (
    LESSONS,
    code_cells,
    execute,
    exercises,
    printed,
    read,
    solution,
    tags,
    wrong_answers,
)

new_cell = nbformat.v4.new_code_cell


def forget(cell):
    """A cell that takes back the names an exercise defines."""
    names = symtable(cell.source, cell.id, "exec").get_symbols()
    names = [name.get_name() for name in names if name.is_assigned()]
    return new_cell("\n".join(f"globals().pop({name!r}, None)" for name in names))


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_runs_without_answers_and_its_exercises_answer_back(lesson):
    notebook = read(f"en/{lesson}")
    own, tasks = code_cells(notebook), exercises(notebook)
    stored = {c.id: printed(c) for c in own if "nbval-check-output" in tags(c)}
    cells, attempts = [], []
    # As it is handed out; what follows an exercise finds none of its names.
    for cell in own:
        cells.append(cell)
        if cell.id.removesuffix("-check") in tasks and cell.id not in tasks:
            cells.append(forget(tasks[cell.id.removesuffix("-check")]))
    for name, task in tasks.items():
        check = next(cell for cell in own if cell.id == f"{name}-check")
        answers = [("blank", task.source), ("right", solution(notebook, name))]
        for outcome, sources in wrong_answers(lesson)[name].items():
            answers += [(outcome, source) for source in sources]
        for outcome, source in answers:
            tried = new_cell(source, metadata={"tags": ["raises-exception"]})
            reply = new_cell(check.source)
            cells += [tried, reply]
            attempts.append((name, outcome, source, reply))
    notebook.cells = cells
    execute(notebook)

    noise = [c.id for c in own if any(o.get("name") == "stderr" for o in c.outputs)]
    assert not noise, f"these cells write to stderr: {noise}"
    for cell in own:
        if cell.id in stored:
            assert printed(cell) == stored[cell.id], f"{cell.id} printed something else"
    problems = [
        f"{name}, expected {outcome}:\n{source}\ngot: {printed(reply)}"
        for name, outcome, source, reply in attempts
        if _REPLIES["en"][outcome] not in printed(reply)
    ]
    assert not problems, "\n\n".join(problems)
