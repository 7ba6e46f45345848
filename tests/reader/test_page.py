"""What a reader can do on a page with nothing installed."""

import re

from helpers.exercises import secret
import pytest

from common import EDITIONS, LESSONS, NOTEBOOKS, ROOT, exercises, read

SIZES = pytest.mark.parametrize("width", [390, 1440])
SITE = ROOT / "build/site"
CHOICES = [
    (name, cell.id.removesuffix("-check"))
    for name in NOTEBOOKS
    for cell in read(name).cells
    if cell.id.endswith("-check") and "check_choice(" in cell.source
]


def right_letter(name, exercise):
    cells = {cell.id: cell.source for cell in read(name).cells}
    code = cells[f"{exercise}-check"]
    question, right = re.search(
        r'check_choice\(\s*"([^"]+)",\s*\w+,\s*"(\w+)"', code
    ).groups()
    return next(letter for letter in "abcd" if secret(question, letter) == right)


def opened(page, site, name, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/{name}.html")


@SIZES
@pytest.mark.parametrize("name, exercise", CHOICES)
def test_a_choice_is_answered_with_a_reason(site, page, name, exercise, width):
    opened(page, site, name, width)
    reply, right = page.locator(f"#{exercise} .reply"), right_letter(name, exercise)
    texts = set()
    for letter in "abcd":
        choice = page.locator(f"input[name={exercise}-choice][value={letter}]")
        if not choice.count():
            continue
        choice.check()
        assert ("right" in reply.get_attribute("class")) == (letter == right)
        texts.add(reply.inner_text())
    assert len(texts) >= 3 and min(len(text) for text in texts) > 25
    page.locator(f"input[name={exercise}-choice][value={right}]").check()
    page.reload()  # progress stays in this browser
    assert "right" in page.locator(f"#{exercise} .reply").get_attribute("class")
    assert page.locator(".bd-docs-nav .current .done").count()


@SIZES
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_number_is_answered_with_a_reason(site, page, edition, width):
    opened(page, site, f"{edition}/01_compression", width)
    field = page.locator("#exercise-2 input")
    for answer, kind in (("8", "wrong"), ("7", "wrong"), ("4", "right")):
        field.fill(answer)
        field.press("Enter")
        reply = page.locator("#exercise-2 .reply")
        assert kind in reply.get_attribute("class")
        assert len(reply.inner_text()) > 20


@SIZES
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_prediction_opens_the_result(site, page, edition, width):
    opened(page, site, f"{edition}/01_compression", width)
    form = page.locator(".tag_predict form.guess").first
    folded = page.locator(".tag_predict details").first
    assert not folded.locator(".cell_output").is_visible()
    form.locator("input").fill("B")
    form.locator("input").press("Enter")
    assert folded.locator(".cell_output").is_visible()
    assert folded.get_attribute("data-guess").endswith("B")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_asides_are_folded_and_functions_say_where(site, page, name):
    opened(page, site, name, 1440)
    ids = [cell.id for cell in read(name).cells]
    shut = page.locator("article details:not([open])").count()
    assert shut >= ids.count("setup") + 2
    for cell in page.locator(".tag_check .cell_input").all():
        assert not cell.is_visible()
    known = [exercise for n, exercise in CHOICES if n == name]
    for exercise in set(exercises(read(name))) - set(known):
        if (name.split("/")[1], exercise) != ("01_compression", "exercise-2"):
            assert "make lab" in page.locator(f"#{exercise}").inner_text()


@SIZES
@pytest.mark.parametrize("edition", EDITIONS)
def test_copying_enlarging_moving_on(site, page, edition, width):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, site, f"{edition}/01_compression", width)
    code = page.locator(".cell_input .highlight:visible").first
    code.hover()
    code.locator("button.copy").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("def load_photo") and copied.count("\n") > 2
    figure = page.locator("button.enlarge").first
    figure.focus()
    page.keyboard.press("Enter")
    shown = page.locator("dialog.enlarged img")
    assert shown.bounding_box()["width"] >= 800
    page.keyboard.press("Escape")
    assert not shown.is_visible()
    card = page.locator(".prev-next-area:visible .right-next").first
    assert card.bounding_box()["height"] > 44
    page.locator("a.language").click()
    page.wait_for_url(f"**/{'en' if edition == 'ko' else 'ko'}/01_compression.html*")


@SIZES
@pytest.mark.parametrize("name", [f"ko/{LESSONS[1]}", f"en/{LESSONS[3]}"])
def test_no_code_is_cut(site, page, name, width):
    opened(page, site, name, width)
    cut = page.locator("article pre:visible").evaluate_all(
        "all => all.filter(p => p.scrollWidth > p.clientWidth + 1).length"
    )
    assert cut <= (0 if width == 390 else 4)


@pytest.mark.parametrize("name", ["index", *(f"{e}/README" for e in EDITIONS)])
def test_the_front_pages_say_what_this_is(site, page, name):
    opened(page, site, name, 390)
    start = page.locator(
        "a[href$='00_start.html']", has_text=re.compile("0강|lesson 0")
    )
    assert start.count() and page.locator("img").count() == 2
    assert page.locator("li").count() >= 3


@pytest.mark.parametrize("name", [*NOTEBOOKS, *(f"{e}/README" for e in EDITIONS)])
def test_heads_and_anchors(site, page, name):
    opened(page, site, name, 1440)
    head = "name => document.querySelector(`meta[${name}]`)?.content ?? ''"
    assert len(page.evaluate(head, "name=description")) > 40
    assert page.evaluate(head, "property='og:title'")
    assert page.locator("link[rel=icon]").count() == 1
    assert page.locator("meta[name=viewport]").count() == 1
    ids = page.locator("article section[id]").evaluate_all("all => all.map(s => s.id)")
    assert len(set(ids)) == len(ids) and not [i for i in ids if re.match(r"id\d", i)]
    if name.startswith("ko"):
        assert sum(bool(re.search("[가-힣]", i)) for i in ids) > len(ids) / 2
        words = page.locator("body").inner_text()
        assert "Search..." not in words and "Back to top" not in words
    assert (SITE / "404.html").exists()


def test_paper_has_everything_open(site, page):
    opened(page, site, "ko/01_compression", 1440)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("article details:not([open])").count() == 0
    assert not page.locator(".live").first.is_visible()
    assert len(page.pdf()) > 100_000
