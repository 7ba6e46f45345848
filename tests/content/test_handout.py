"""Students' copies: nothing to copy from, and no link that leads nowhere."""

import re

import nbformat
import pytest

import build
from check import without_code
from common import ASSIGNMENTS, EDITIONS, LESSONS, ROOT
import handout


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("class") / "handout"
    handout.make(place)
    return place


@pytest.mark.parametrize("edition", EDITIONS)
def test_students_get_no_outputs_solutions_or_hidden_tests(folder, edition):
    lessons = sorted((folder / edition).glob("*.ipynb"))
    assignments = sorted((folder / edition).glob("assignments/*.ipynb"))
    assert [path.stem for path in lessons] == LESSONS
    assert [path.stem for path in assignments] == ASSIGNMENTS
    for path in [*lessons, *assignments]:
        for cell in nbformat.read(path, as_version=4).cells:
            assert not cell.get("outputs") and not cell.get("execution_count")
            assert not re.search("(BEGIN|END) (SOLUTION|HIDDEN)", cell.source)
            if cell.metadata.get("nbgrader", {}).get("solution"):
                assert handout.STUB[edition] in cell.source
            text = cell.source if cell.cell_type == "markdown" else ""
            for link in re.findall(r"\]\(([^)\s]+)\)", without_code(text)):
                there = path.parent / link.partition("#")[0]
                assert link.startswith("http") or there.exists(), f"{path}: {link}"


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_assignment_opens_on_colab_as_a_lesson_does(edition, monkeypatch):
    monkeypatch.setattr(build, "repository", lambda: "school/vectors")
    copy = build.build(ROOT / f"assignments/{ASSIGNMENTS[0]}.py", edition)
    assert [cell.id for cell in copy.cells[:3]] == ["title", "colab", "setup"]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("lesson", ASSIGNMENTS)
def test_a_teacher_finds_a_page_with_a_plan(lesson, edition):
    page = ROOT / f"classroom/lessons/{edition}/{lesson[:2]}.md"
    text = page.read_text("utf-8")
    plan = sum(map(int, re.findall(r"(?m)^\| (\d+) \|", text)))
    assert 45 <= plan <= 50, f"{page}: the plan takes {plan} minutes"
    predictions = text.split("\n## ")[2].count("\n| ") - 1
    assert predictions >= 3 and len(text.splitlines()) <= 60
