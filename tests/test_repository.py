"""What a visitor finds: links that lead somewhere, pictures that say what they show."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("notebooks/*/*.md"))]
GUIDES = sorted(ROOT.glob("assignments/*/README.md"))
NOTEBOOKS = sorted(ROOT.glob("notebooks/*/*.ipynb"))
LESSONS = sorted(path.stem for path in ROOT.glob("notebooks/en/*.ipynb"))
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


def test_launch_links_agree_and_open_what_exists():
    links = re.findall(
        r"mybinder\.org/v2/gh/([\w.-]+/[\w.-]+)/main\?urlpath=lab/tree/([\w./-]+)",
        "\n".join(map(text, PAGES + NOTEBOOKS)),
    )
    assert len({repository for repository, _ in links}) == 1
    missing = [place for _, place in links if not (ROOT / place).exists()]
    assert not missing, f"launch links to files that are not there: {missing}"
    for edition in ("ko", "en"):
        for lesson in LESSONS:
            assert links.count((links[0][0], f"notebooks/{edition}/{lesson}.ipynb")) >= 2


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
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    for before, line in zip(lines, lines[1:], strict=False):
        if not line.startswith("#"):
            assert ">=" in line and "<" in line, f"bound it below and above: {line}"
            assert before.startswith("#"), f"say in a comment line above why: {line}"
            assert not line.startswith("-"), "no -e, -r or -c lines: Binder reinstalls for them"


def test_helpers_stay_tiny():
    code = [
        line for path in ROOT.glob("helpers/*.py") for line in path.read_text("utf-8").splitlines()
    ]
    assert len([line for line in code if line.strip()]) <= 300
