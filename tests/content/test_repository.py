"""What a visitor finds: links that lead somewhere, pictures that say what they show."""

import re
import tomllib

import nbformat
import pytest

from check import without_code
from common import LESSONS, NOTEBOOKS, ROOT, exercises, read, wrong_answers

PAGES = [ROOT / "README.md", *ROOT.glob("*/*/README.md")]
PAGES += [ROOT / f"notebooks/{name}.ipynb" for name in NOTEBOOKS]
STORED = sorted(ROOT.glob("[an]*/*/*.ipynb"))  # lessons and assignments
REQUIREMENTS = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def text(path):
    if path.suffix == ".md":
        return path.read_text("utf-8")
    cells = nbformat.read(path, as_version=4).cells
    texts = [cell.source for cell in cells if cell.cell_type == "markdown"]
    return without_code("\n\n".join(texts))


def anchors(path):
    titles = re.findall(r"(?m)^#+ (.+)$", text(path))
    return {re.sub(r"[^\w\- ]", "", x.lower()).replace(" ", "-") for x in titles}


def each(paths):
    return pytest.mark.parametrize(
        "path", paths, ids=lambda p: str(p.relative_to(ROOT))
    )


@each(PAGES)
def test_links_lead_somewhere_and_addresses_are_the_one_in_pyproject(path):
    for target in re.findall(r"\]\((?!http)([^)\s]+)\)", text(path)):
        file, _, anchor = target.partition("#")
        place = (path.parent / file).resolve() if file else path
        assert place.exists(), f"{path.name}: {target} leads nowhere"
        assert not anchor or anchor in anchors(place), f"{path.name}: no {target}"
    # What launch buttons, a Colab's first cell and a hub's link name.
    owner, name = PROJECT["urls"]["repository"].split("/")[-2:]
    page = text(path)
    hosts = r"(?:mybinder\.org/v2/gh|colab\.research\.google\.com/github|git\+https://github\.com"
    hosts += r"|git-pull\?repo=https://github\.com)/([\w.-]+/[\w.-]+)"
    assert set(re.findall(hosts, page)) <= {f"{owner}/{name}"}
    assert set(re.findall(r"([\w-]+)\.github\.io", page)) <= {owner}
    launched = r"(?:/tree|/blob/main|/latent-vectors)/(notebooks/[\w./]+)"
    for place in re.findall(launched, page):
        assert (ROOT / place).exists(), f"{path.name} launches {place}: not there"


def test_lessons_for_a_processor_without_avx_are_named():
    sources = sorted(ROOT.glob("notebooks/*.py"))
    without = [p.stem[:2] for p in sources if "keras" not in p.read_text("utf-8")]
    lines = [line for line in text(ROOT / "README.md").splitlines() if "AVX" in line]
    assert len(lines) == 2
    for line in lines:
        assert re.findall(r"\b\d\d(?!\d)", line) == without


@each(STORED)
def test_a_stored_notebook_is_what_jupyter_writes(path):
    """Else the first save rewrites it all, and a correction cannot be merged."""
    text = path.read_text("utf-8")
    again = nbformat.writes(nbformat.reads(text, as_version=4), nbformat.NO_CONVERT)
    assert text == f"{again}\n"


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_has_its_parts_and_every_exercise_wrong_answers_to_try(lesson):
    notebook, answers = read(f"en/{lesson}"), wrong_answers(lesson)
    cells = {cell.id: cell.source for cell in notebook.cells}
    assert notebook.cells[0].id == "title"
    assert notebook.cells[-1].cell_type == "markdown"
    last = [cell.id for cell in notebook.cells if cell.cell_type == "code"][-1]
    assert last == "what-we-claimed", f"notebooks/{lesson}.py must end on its claims"
    for name in exercises(notebook):
        missing = {f"{name}-check", f"{name}-solution"} - set(cells)
        assert not missing, f"notebooks/{lesson}.py: {name} needs the cells {missing}"
        tried, here = answers.get(name, {}), f"tests/run/wrong/{lesson}.json: {name}"
        assert len(tried.get("wrong", [])) >= 2, f'{here} needs two answers in "wrong"'
        raised = tried.get("raised") or "check_choice(" in cells[f"{name}-check"]
        assert raised, f'{here} needs one that raises an error, in "raised"'


def test_requirements_are_bounded_and_explained():
    for before, line in zip(REQUIREMENTS, REQUIREMENTS[1:], strict=False):
        if not line.startswith("#"):
            assert ">=" in line and "<" in line, f"bound it below and above: {line}"
            assert before.startswith("#"), f"say in a comment line above why: {line}"
            assert not line.startswith("-"), "Binder reinstalls for -e, -r and -c"
    assert set(PROJECT["dependencies"]) <= set(REQUIREMENTS)
