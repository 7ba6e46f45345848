"""The built site: every page complete, described, readable by everyone, and the same twice."""

import re

import nbformat
import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, SITE, missing

LESSONS = sorted(path.stem for path in ROOT.glob("notebooks/en/*.ipynb"))
PAGES = [f"{edition}/{name}" for edition in ("ko", "en") for name in ["README", *LESSONS]]
AXE = ROOT / "build/node_modules/axe-core/axe.min.js"
pytestmark = pytest.mark.slow


def read(name):
    return BeautifulSoup((SITE / f"{name}.html").read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("name", PAGES)
def test_language_and_the_way_to_the_other_edition(site, name):
    edition, lesson = name.split("/")
    other = {"ko": "en", "en": "ko"}[edition]
    html = read(name)
    assert html.html["lang"] == edition
    switch = html.select_one("a.language")
    assert switch["href"] == f"../{other}/{lesson}.html" and switch["lang"] == other


@pytest.mark.parametrize("name", PAGES)
def test_headings_are_in_order(site, name):
    levels = [int(heading.name[1]) for heading in read(name).article.find_all(re.compile(r"^h\d$"))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False)), levels


@pytest.mark.parametrize("name", PAGES)
def test_every_figure_is_there_and_described(site, name):
    figures = read(name).article.find_all("img")
    if not name.endswith("README"):
        cells = nbformat.read(ROOT / f"notebooks/{name}.ipynb", as_version=4).cells
        stored = [
            o for c in cells for o in c.get("outputs", []) if "image/png" in o.get("data", {})
        ]
        drawn = re.findall(r"!\[", "".join(c.source for c in cells if c.cell_type == "markdown"))
        assert len(figures) == len(stored) + len(drawn)
    for figure in figures:
        description = figure.get("alt", "")
        assert len(description) >= 20 and not re.search(r"\.(png|svg)\b|<Figure", description)
        assert bool(re.search("[가-힣]{2}", description)) >= name.startswith("ko")


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(site, name):
    for link in read(name).article.find_all("a", href=True):
        target, _, anchor = link["href"].partition("#")
        if re.match("https?:", target):
            continue
        place = (SITE / name).parent / target if target else SITE / f"{name}.html"
        place = place / "index.html" if place.is_dir() else place
        assert place.exists(), f"{name}: {link['href']} leads nowhere"
        if anchor:
            assert f'id="{anchor}"' in place.read_text("utf-8"), (
                f"{name}: {link['href']} names no place"
            )


# Each page by day and by night; what one edition shows on a desk, the other shows on a phone.
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index", *PAGES, "ko/search", "en/search"])
def test_everyone_can_read_it(site, page, name, scheme):
    """No violation that axe calls serious or critical, no sideways scroll, nothing from outside."""
    if not AXE.exists():
        missing("axe-core is missing. Fetch it with: make build/node_modules/axe-core")
    width = 1280 if name.startswith("ko") == (scheme == "light") else 390
    outside, errors = [], []
    page.on("request", lambda r: r.url.startswith((site, "data:")) or outside.append(r.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{site}/{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    grave = [
        f"{v['id']}: {v['help']}\n    " + "\n    ".join(n["html"] for n in v["nodes"][:5])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert not grave, "\n".join(grave)
    assert not outside and not errors


def test_a_reader_switches_searches_and_unfolds(site, page):
    page.goto(f"{site}/ko/02_autoencoder.html")
    page.click("a.language")
    page.wait_for_url("**/en/02_autoencoder.html")

    solution = page.locator("details").first
    assert not solution.locator("pre").is_visible()
    solution.locator("summary").click()
    assert solution.locator("pre").is_visible()

    for edition, words, lesson in (
        ("ko", "잠재 벡터", "02_autoencoder"),
        ("ko", "특잇값 분해", "01_compression"),
        ("en", "padding leak", "05_text_embedding"),
        ("en", "singular value", "01_compression"),
    ):
        page.goto(f"{site}/{edition}/search.html")
        page.locator(".bd-main input[name=q]").fill(words)
        page.keyboard.press("Enter")
        page.locator(f"#search-results a[href*='{lesson}.html']").first.wait_for(timeout=20_000)
