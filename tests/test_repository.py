"""What a visitor finds: links that lead somewhere, pictures that say what they show."""

import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("notebooks/*/*.md"))]
GUIDES = sorted(ROOT.glob("assignments/*/README.md"))
NOTEBOOKS = sorted(ROOT.glob("notebooks/*/*.ipynb"))
LESSONS = sorted(path.stem for path in ROOT.glob("notebooks/en/*.ipynb"))
REQUIREMENTS = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
TARGET = re.compile(r"\]\(([^)\s]+)\)")


def text(path):
    if path.suffix == ".md":
        return path.read_text("utf-8")
    cells = nbformat.read(path, as_version=4).cells
    prose = "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    return re.sub(r"```.*?```|`[^`\n]*`", "", prose, flags=re.S)


def anchors(path):
    titles = re.findall(r"(?m)^#+ (.+)$", text(path))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def named(paths):
    return pytest.mark.parametrize("path", paths, ids=lambda p: str(p.relative_to(ROOT)))


@named(PAGES + GUIDES + NOTEBOOKS)
def test_links_lead_somewhere(path):
    for target in TARGET.findall(text(path)):
        if target.startswith("http"):
            continue
        file, _, anchor = target.partition("#")
        place = (path.parent / file).resolve() if file else path
        assert place.exists(), f"{path.name}: {target} leads nowhere"
        assert not anchor or anchor in anchors(place), f"{path.name}: no heading for {target}"


@pytest.mark.parametrize(
    "address, times",
    [
        (r"mybinder\.org/v2/gh/([\w.-]+/[\w.-]+)/main\?urlpath=lab/tree/", 2),
        (r"colab\.research\.google\.com/github/([\w.-]+/[\w.-]+)/blob/main/", 1),
    ],
)
def test_launch_links_agree_and_open_what_exists(address, times):
    everything = "\n".join(map(text, PAGES + NOTEBOOKS))
    links = re.findall(address + r"([\w./-]+)", everything)
    (repository,) = {repository for repository, _ in links}
    missing = [place for _, place in links if not (ROOT / place).exists()]
    assert not missing, f"launch links to files that are not there: {missing}"
    for edition in ("ko", "en"):
        for lesson in LESSONS:
            assert links.count((repository, f"notebooks/{edition}/{lesson}.ipynb")) >= times


def test_every_address_is_the_same_repository():
    # These are what a Colab's first cell and a hub's link name.
    page = text(ROOT / "README.md")
    raw = "\n".join(path.read_text("utf-8") for path in PAGES + NOTEBOOKS)
    installs = re.findall(r"git\+https://github\.com/([\w.-]+/[\w.-]+)", raw)
    pulls = re.findall(r"git-pull\?repo=https://github\.com/(\S+?)&\S+?/latent-vectors/(\S+)", page)
    launches = re.findall(r"mybinder\.org/v2/gh/([\w.-]+/[\w.-]+)/", page)
    assert {*installs, *(repository for repository, _ in pulls)} == set(launches)
    for (_, place), edition in zip(pulls, ("ko", "en"), strict=True):
        assert place == f"notebooks/{edition}/{LESSONS[0]}.ipynb"


@named(NOTEBOOKS)
def test_notebook_is_light_and_has_the_parts_of_a_lesson(path):
    assert path.stat().st_size < 1e6, "more than 1 MB: smaller figures, please"
    ids = [cell.id for cell in nbformat.read(path, as_version=4).cells]
    assert ids[0] == "title" and ids[-1] == "recap" and "what-we-measured" in ids
    exercises = [i for i in ids if re.fullmatch(r"exercise-\d+", i)]
    assert len(exercises) >= 2
    for exercise in exercises:
        assert {f"{exercise}-check", f"{exercise}-solution"} <= set(ids)


@named(PAGES)
def test_every_lesson_is_listed(path):
    edition = path.parent.name
    places = {"ko": [""], "en": [""]}.get(edition, ["notebooks/ko/", "notebooks/en/"])
    for place in places:
        for lesson in LESSONS:
            assert f"({place}{lesson}.ipynb)" in text(path)


@named(sorted(ROOT.glob("images/*.svg")))
def test_drawings_describe_themselves(path):
    names = {child.tag.split("}")[1]: child.text or "" for child in ET.parse(path).getroot()}
    for part in ("title", "desc"):
        assert re.search("[가-힣]", names[part]) and re.search("[A-Za-z]{3}", names[part])


def test_requirements_are_bounded_and_explained():
    for before, line in zip(REQUIREMENTS, REQUIREMENTS[1:], strict=False):
        if not line.startswith("#"):
            assert ">=" in line and "<" in line, f"bound it below and above: {line}"
            assert before.startswith("#"), f"say in a comment line above why: {line}"
            assert not line.startswith("-"), "no -e, -r or -c lines: Binder reinstalls for them"


def test_what_helpers_need_is_asked_for_alike():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(project["dependencies"]) <= set(REQUIREMENTS)


def test_helpers_stay_tiny():
    code = [
        line for path in ROOT.glob("helpers/*.py") for line in path.read_text("utf-8").splitlines()
    ]
    assert len([line for line in code if line.strip()]) <= 300
