"""Solutions get full points in assignments; a wrong answer loses its own only."""

from pathlib import Path

import pytest
from said import SAID
from students import (
    grade,
    grading,
    handed_in,
    points,
    put,
    questions,
    source,
    untouched,
    wrong_runs,
)

from common import ASSIGNMENTS, EDITIONS, wrong_answers

each_assignment = pytest.mark.parametrize("lesson", ASSIGNMENTS)


@each_assignment
def test_an_assignment_has_twenty_points(lesson):
    graded = [cell for cell in source(lesson).cells if grading(cell).get("grade")]
    written = [cell for cell in graded if cell.cell_type == "markdown"]
    assert 3 <= len(graded) - len(written) <= 6 and len(written) == 1
    assert sum(grading(cell)["points"] for cell in graded) == 20
    tests = [cell.source for cell in graded if cell.cell_type == "code"]
    assert all("### BEGIN HIDDEN TESTS" in test for test in tests)


@each_assignment
def test_every_question_has_two_wrong_answers_to_try(lesson):
    wrong, file = (
        wrong_answers(lesson, "classroom"),
        f"tests/classroom/questions/{lesson}.txt",
    )
    few = [name for name in questions(lesson) if len(wrong.get(name, [])) != 2]
    assert not few, f"write two wrong answers each for {few} in {file}"


def test_all_that_is_said_is_said_in_both_languages():
    assert SAID["ko"].keys() == SAID["en"].keys()


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request):
    return request.param


def mistaken(lesson, edition):
    """One wrong answer to each question; test_questions.py tries all of them."""
    return list(wrong_runs(lesson))[:1] if edition == "en" else []


@pytest.fixture(scope="module")
def graded_class(lesson, edition, tmp_path_factory):
    """A good student, one who did nothing, and in English those with typical mistakes.

    One language is enough for these: both editions are built from one source.
    """
    folder = tmp_path_factory.mktemp(lesson) / edition
    stub = f"# {SAID[edition]['stub']}\nraise NotImplementedError()"
    put(folder, "good", handed_in(lesson, edition), f"{lesson}.ipynb")
    put(folder, "idle", untouched(lesson, edition, stub), f"{lesson}.ipynb")
    for number, answers in enumerate(mistaken(lesson, edition)):
        put(folder, f"wrong {number}", handed_in(lesson, **answers), f"{lesson}.ipynb")
    return folder, grade(folder, edition)[0]


@pytest.mark.parametrize("lesson", ASSIGNMENTS, scope="module")
def test_answers_get_the_points_they_deserve(lesson, edition, graded_class):
    folder, rows = graded_class
    full = questions(lesson)
    assert points(rows["good"], lesson) == full
    assert not any(points(rows["idle"], lesson).values())
    page = Path(f"{folder}-graded/feedback/good/{lesson}/{lesson}.html").read_text(
        "utf-8"
    )
    assert source(lesson, edition).cells[0].source.splitlines()[0].strip("# ") in page
    assert f'<html lang="{edition}">' in page
    for number, answers in enumerate(mistaken(lesson, edition)):
        expected = {name: 0 if name in answers else n for name, n in full.items()}
        assert points(rows[f"wrong {number}"], lesson) == expected, answers
