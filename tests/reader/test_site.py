"""The built site: every page complete, described, and readable by everyone."""

from pathlib import Path
import re

import axe_playwright_python
from bs4 import BeautifulSoup
import pytest

from common import EDITIONS, NOTEBOOKS, ROOT, code_cells, read

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
SITE = ROOT / "build/site"
PAGES = [f"{edition}/README" for edition in EDITIONS] + NOTEBOOKS


def html(name):
    return BeautifulSoup((SITE / f"{name}.html").read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("name", PAGES)
def test_language_and_the_way_to_the_other_edition(site, name):
    edition, lesson = name.split("/")
    other = {"ko": "en", "en": "ko"}[edition]
    page = html(name)
    assert page.html["lang"] == edition
    switch = page.select_one("a.language")
    assert switch["href"] == f"../{other}/{lesson}.html" and switch["lang"] == other


@pytest.mark.parametrize("name", PAGES)
def test_headings_are_in_order(site, name):
    headings = html(name).article.find_all(re.compile(r"^h\d$"))
    levels = [int(heading.name[1]) for heading in headings]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False)), levels


@pytest.mark.parametrize("name", PAGES)
def test_every_figure_is_there_and_described(site, name):
    figures = html(name).article.find_all("img")
    if name in NOTEBOOKS:
        notebook = read(name)
        outputs = [output for cell in code_cells(notebook) for output in cell.outputs]
        stored = [output for output in outputs if "image/png" in output.get("data", {})]
        texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
        assert len(figures) == len(stored) + "".join(texts).count("![")
    for figure in figures:
        description = figure.get("alt", "")
        assert len(description) >= 20 and not re.search(
            r"\.(png|svg)\b|<Figure", description
        )
        assert bool(re.search("[가-힣]{2}", description)) >= name.startswith("ko")


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(site, name):
    for link in html(name).article.find_all("a", href=True):
        target, _, anchor = link["href"].partition("#")
        if re.match("https?:", target):
            continue
        place = (SITE / name).parent / target if target else SITE / f"{name}.html"
        place = place / "index.html" if place.is_dir() else place
        assert place.exists(), f"{name}: {link['href']} leads nowhere"
        found = not anchor or f'id="{anchor}"' in place.read_text("utf-8")
        assert found, f"{name}: {link['href']} names no place"


# By day and by night; what one edition shows on a desk, the other shows on a phone.
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index", *PAGES, "ko/search", "en/search"])
def test_everyone_can_read_it(site, page, name, scheme):
    """Nothing that axe calls serious or critical, no sideways scroll, all from here."""
    width = 1280 if name.startswith("ko") == (scheme == "light") else 390
    outside, errors = [], []
    page.on(
        "request", lambda r: r.url.startswith((site, "data:")) or outside.append(r.url)
    )
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{site}/{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate("Promise.all(document.getAnimations().map(a => a.finished))")
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    grave = [
        f"{v['id']}: {v['help']}\n    "
        + "\n    ".join(n["html"] for n in v["nodes"][:5])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert not grave, "\n".join(grave)
    assert not outside and not errors


def test_a_reader_switches_and_unfolds(site, page):
    name = next(name for name in NOTEBOOKS if html(name).article.details)
    page.goto(f"{site}/{name}.html")
    solution = page.locator("article details").first
    assert not solution.locator("pre").is_visible()
    solution.locator("summary").click()
    assert solution.locator("pre").is_visible()
    page.click("a.language")
    page.wait_for_url(f"**/{name.replace('ko/', 'en/')}.html")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_search_finds_the_lesson(site, page, name):
    """For the first two words in bold; the page may have them with particles."""
    texts = [
        cell.source for cell in read(name).cells[1:] if cell.cell_type == "markdown"
    ]
    bold = re.search(r"\*\*([^\W\d_]+ [^\W\d_]+)\*\*", "\n".join(texts))
    edition, lesson = name.split("/")
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}/{edition}/search.html?q={bold[1] if bold else lesson}")
    found = page.locator(f"#search-results a[href*='{lesson}.html']")
    found.first.wait_for(timeout=20_000)
    assert not errors
