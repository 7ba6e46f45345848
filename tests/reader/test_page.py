"""Every page of the site, opened once: whole, light, and readable by everyone.

A page's test goes on after a fault, and lists all that it found.
"""

from pathlib import Path
import re

import axe_playwright_python
from bs4 import BeautifulSoup
from helpers.exercises import secret
import pytest

from common import EDITIONS, LESSONS, NOTEBOOKS, ROOT, code_cells, exercises, read

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
SITE = ROOT / "build/site"
PAGES = [f"{e}/{page}" for e in EDITIONS for page in ("README", *LESSONS, "search")]
DESK, PHONE = 1280, 390  # pixels
# Code has thousands of coloured words: of each kind one is enough for axe.
ONE_OF_EACH = """() => {
    const seen = new Set();
    for (const word of document.querySelectorAll("pre span[class]")) {
        const ground = getComputedStyle(word.closest("pre")).backgroundColor;
        const kind = `${word.className} on ${ground}`;
        if (seen.has(kind)) word.replaceWith(...word.childNodes);
        seen.add(kind);
    }
}"""


@pytest.mark.parametrize("name", ["index", *PAGES])
def test_a_page(site, page, name):
    found, received = [], []
    here = (site, "data:")
    page.on("request", lambda r: r.url.startswith(here) or found.append(r.url))
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on(
        "Network.loadingFinished", lambda e: received.append(e["encodedDataLength"])
    )
    # By day and by night; what one edition shows on a desk, the other shows on a phone.
    schemes = ["dark", "light"] if name.startswith("ko") else ["light", "dark"]
    page.set_viewport_size({"width": PHONE, "height": 900})
    page.emulate_media(color_scheme=schemes[0], reduced_motion="reduce")
    page.goto(f"{site}/{name}.html", wait_until="networkidle")
    if sum(received) > 1.5e6:
        found.append(f"{sum(received):,} bytes")
    if name == "index" or name.endswith("README"):
        found += front(page)
    if name != "index" and not name.endswith("search"):
        found += head(page, name)
        found += html(name)
    if name in NOTEBOOKS:
        found += folded(page, name)
        found += live(page, name)
    for scheme, width in zip(schemes, (PHONE, DESK), strict=True):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found += [
            f"{scheme}, {width} wide: {fault}" for fault in unreadable(page, width)
        ]
    if name in NOTEBOOKS:
        found += choices(page, name)
    assert not found, "\n".join(found)


def html(name):
    """Faults in what stands in the file."""
    edition, lesson = name.split("/")
    other = {"ko": "en", "en": "ko"}[edition]
    page = BeautifulSoup((SITE / f"{name}.html").read_text("utf-8"), "html.parser")
    switch = page.select_one("a.language")
    if (page.html["lang"], switch["lang"]) != (edition, other):
        yield f"language: {page.html['lang']}, the other edition {switch['lang']}"
    if switch["href"] != f"../{other}/{lesson}.html":
        yield f"the other edition: {switch['href']}"
    levels = [int(h.name[1]) for h in page.article.find_all(re.compile(r"^h\d$"))]
    steps = zip(levels, levels[1:], strict=False)
    if levels[0] != 1 or levels.count(1) != 1 or any(b > a + 1 for a, b in steps):
        yield f"headings out of order: {levels}"
    figures = page.article.find_all("img")
    if name in NOTEBOOKS:
        notebook = read(name)
        outputs = [output for cell in code_cells(notebook) for output in cell.outputs]
        wanted = sum("image/png" in output.get("data", {}) for output in outputs)
        texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
        wanted += "".join(texts).count("![")
        if len(figures) != wanted:
            yield f"{len(figures)} figures of {wanted}"
    for alt in (figure.get("alt", "") for figure in figures):
        if len(alt) < 20 or re.search(r"\.(png|svg)\b|<Figure", alt):
            yield f"a figure is described by {alt!r}"
        if edition == "ko" and not re.search("[가-힣]{2}", alt):
            yield f"a figure is not described in Korean: {alt}"
    for link in page.article.find_all("a", href=True):
        target, _, anchor = link["href"].partition("#")
        if not re.match("https?:", target):
            place = (SITE / name).parent / target if target else SITE / f"{name}.html"
            place = place / "index.html" if place.is_dir() else place
            if not place.exists():
                yield f"{link['href']} leads nowhere"
            elif anchor and f'id="{anchor}"' not in place.read_text("utf-8"):
                yield f"{link['href']} names no place"


def head(page, name):
    said = "name => document.querySelector(`meta[${name}]`)?.content ?? ''"
    if len(page.evaluate(said, "name=description")) < 40:
        yield "no description"
    if not page.evaluate(said, "property='og:title'"):
        yield "no og:title"
    for part in ("link[rel=icon]", "meta[name=viewport]"):
        if page.locator(part).count() != 1:
            yield f"not one {part}"
    ids = page.locator("article section[id]").evaluate_all("all => all.map(s => s.id)")
    if len(set(ids)) < len(ids) or any(re.match(r"id\d", i) for i in ids):
        yield f"anchors that are no names, or twice the same: {ids}"
    if name.startswith("ko"):
        if sum(bool(re.search("[가-힣]", i)) for i in ids) <= len(ids) / 2:
            yield f"anchors not in Korean: {ids}"
        words = page.locator("body").inner_text()
        yield from (w for w in ("Search...", "Back to top") if w in words)


def front(page):
    start = page.locator("a[href$='00_start.html']")
    if not start.filter(has_text=re.compile("0강|lesson 0")).count():
        yield "no link to the first lesson"
    if page.locator("img").count() != 2 or page.locator("li").count() < 3:
        yield "not two pictures and three things to do"


def folded(page, name):
    """Asides that are open, code that is cut, exercises that say nothing."""
    cells = read(name).cells
    shut = page.locator("article details:not([open])").count()
    if shut < [cell.id for cell in cells].count("setup") + 2:
        yield f"only {shut} asides are folded"
    if page.locator(".tag_check .cell_input:visible").count():
        yield "the code of a check is not folded"
    yield from page.locator("article pre:visible").evaluate_all(
        "all => all.filter(p => p.scrollWidth > p.clientWidth + 1)"
        ".map(p => `cut: ${p.innerText.slice(0, 80)}`)"
    )
    answered = {exercise for exercise, *_ in questions(name)}
    if name.endswith("01_compression"):
        answered.add("exercise-2")  # a number, see test_visit.py
    for exercise in set(exercises(read(name))) - answered:
        if "make lab" not in page.locator(f"#{exercise}").inner_text():
            yield f"{exercise} does not say where it is solved"


def live(page, name):
    """Figures that move: there, and reached by keys."""
    scripts = ROOT.glob(f"site/live/{name[3:5]}_*.js")
    for figure in [f"#live-{path.stem[3:]}" for path in scripts]:
        page.locator(figure).scroll_into_view_if_needed()
        page.wait_for_selector(f"{figure}[data-ready]")
        controls = page.locator(figure).locator("input, select, button, [tabindex]")
        controls.first.focus()
        for _ in range(min(4, controls.count() - 1)):
            page.keyboard.press("Tab")
            if not page.evaluate("document.activeElement.closest('.live') !== null"):
                yield f"{figure}: the Tab key leaves it"


def unreadable(page, width):
    """What axe calls serious or critical, and what sticks out."""
    if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
        yield f"the page is {wide} pixels wide"
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate("Promise.all(document.getAnimations().map(a => a.finished))")
    page.evaluate(ONE_OF_EACH)
    page.add_script_tag(path=AXE)
    for fault in page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]:
        if fault["impact"] in ("serious", "critical"):
            nodes = "\n    ".join(node["html"] for node in fault["nodes"][:5])
            yield f"{fault['id']}: {fault['help']}\n    {nodes}"


def questions(name):
    """Exercises that are a choice, and the letter that is right"""
    choice = re.compile(r'check_choice\(\s*"([^"]+)",\s*\w+,\s*"(\w+)"')
    for cell in read(name).cells:
        if cell.id.endswith("-check") and (found := choice.search(cell.source)):
            right = next(x for x in "abcd" if secret(found[1], x) == found[2])
            yield cell.id.removesuffix("-check"), right


def choices(page, name):
    """Each letter is answered with its reason; what was right stays so."""
    for exercise, right in questions(name):
        reply, texts = page.locator(f"#{exercise} .reply"), set()
        each = {x: page.locator(f"[name={exercise}-choice][value={x}]") for x in "abcd"}
        for letter, choice in each.items():
            if choice.count():
                choice.check()
                texts.add(reply.inner_text())
                if ("right" in reply.get_attribute("class")) != (letter == right):
                    yield f"{exercise}: {letter} is answered: {reply.inner_text()}"
        if len(texts) < 3 or min(map(len, texts)) <= 25:
            yield f"{exercise}: answers without their own reasons: {texts}"
        each[right].check()
        page.reload()  # progress stays in this browser
        if "right" not in (page.locator(f"#{exercise} .reply").get_attribute("class")):
            yield f"{exercise}: forgotten when the page is loaded again"
        if not page.locator(".bd-docs-nav .current .done").count():
            yield f"{exercise}: not marked as done in the list of lessons"
