"""What a visitor finds: links that lead somewhere, pictures that say what they show."""

import re
import tomllib

import nbformat
import pytest

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
    prose = "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    return re.sub(r"```.*?```|`[^`\n]*`", "", prose, flags=re.S)


def anchors(path):
    titles = re.findall(r"(?m)^#+ (.+)$", text(path))
    return {
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles
    }


each_page = pytest.mark.parametrize(
    "path", PAGES, ids=lambda p: str(p.relative_to(ROOT))
)


@each_page
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)\s]+)\)", text(path)):
        if target.startswith("http"):
            continue
        file, _, anchor = target.partition("#")
        place = (path.parent / file).resolve() if file else path
        assert place.exists(), f"{path.name}: {target} leads nowhere"
        assert not anchor or anchor in anchors(place), f"{path.name}: no {target}"


def test_lessons_for_a_processor_without_avx_are_named():
    sources = sorted(ROOT.glob("notebooks/*.py"))
    without = [p.stem[:2] for p in sources if "keras" not in p.read_text("utf-8")]
    lines = [line for line in text(ROOT / "README.md").splitlines() if "AVX" in line]
    assert len(lines) == 2
    for line in lines:
        assert re.findall(r"\b\d\d(?!\d)", line) == without


@each_page
def test_addresses_are_the_one_in_pyproject_and_open_what_exists(path):
    """What launch buttons, a Colab's first cell and a hub's link name."""
    owner, name = PROJECT["urls"]["repository"].split("/")[-2:]
    page = text(path)
    hosts = r"(?:mybinder\.org/v2/gh|colab\.research\.google\.com/github|git\+https://github\.com"
    hosts += r"|git-pull\?repo=https://github\.com)/([\w.-]+/[\w.-]+)"
    assert set(re.findall(hosts, page)) <= {f"{owner}/{name}"}
    assert set(re.findall(r"([\w-]+)\.github\.io", page)) <= {owner}
    for place in re.findall(
        r"(?:/tree|/blob/main|/latent-vectors)/(notebooks/[\w./]+)", page
    ):
        assert (ROOT / place).exists(), (
            f"{path.name} launches {place}, which is not there"
        )


@pytest.mark.parametrize("path", STORED, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_stored_notebook_is_what_jupyter_writes(path):
    """Else the first save rewrites it all, and a correction cannot be merged."""
    text = path.read_text("utf-8")
    again = nbformat.writes(nbformat.reads(text, as_version=4), nbformat.NO_CONVERT)
    assert text == f"{again}\n"


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_has_its_parts(lesson):
    cells = read(f"en/{lesson}").cells
    ids = [cell.id for cell in cells]
    assert ids[0] == "title" and cells[-1].cell_type == "markdown"
    last = [cell.id for cell in cells if cell.cell_type == "code"][-1]
    assert last == "what-we-claimed", (
        f"notebooks/{lesson}.py: it must end on its claims"
    )
    for name in exercises(read(f"en/{lesson}")):
        missing = {f"{name}-check", f"{name}-solution"} - set(ids)
        assert not missing, f"notebooks/{lesson}.py: {name} needs the cells {missing}"


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_exercise_has_wrong_answers_to_try(lesson):
    notebook, answers = read(f"en/{lesson}"), wrong_answers(lesson)
    cells = {cell.id: cell.source for cell in notebook.cells}
    for name in exercises(notebook):
        here = f"tests/run/wrong/{lesson}.json: {name} needs"
        tried = answers.get(name, {})
        assert len(tried.get("wrong", [])) >= 2, (
            f'{here} two answers at least under "wrong"'
        )
        if "check_choice(" not in cells[f"{name}-check"]:
            assert tried.get("raised"), (
                f'{here} one that raises an error, under "raised"'
            )


def test_requirements_are_bounded_and_explained():
    for before, line in zip(REQUIREMENTS, REQUIREMENTS[1:], strict=False):
        if not line.startswith("#"):
            assert ">=" in line and "<" in line, f"bound it below and above: {line}"
            assert before.startswith("#"), f"say in a comment line above why: {line}"
            assert not line.startswith("-"), (
                "no -e, -r or -c lines: Binder reinstalls for them"
            )


def test_what_helpers_need_is_asked_for_alike():
    assert set(PROJECT["dependencies"]) <= set(REQUIREMENTS)
