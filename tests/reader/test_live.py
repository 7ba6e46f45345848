"""Live figures: moved by finger and keys, and their numbers are the lessons'."""

import json

from helpers import SYLLABLES
import numpy as np
from strokes import syllable

from common import ROOT

FIGURES = [
    ("01_compression", "rank-slider"),
    ("03_latent_space", "walk-slider"),
    ("05_similarity", "search-by-picture"),
    ("07_flow", "style-sliders"),
    ("10_shared_space", "search-widget"),
    ("11_pictures_and_words", "search-widget"),
]


def stored(name):
    return json.loads((ROOT / f"site/live/data/{name}.json").read_text("utf-8"))


def opened(page, site, lesson, cell, edition="ko", width=1440):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/{edition}/{lesson}.html")
    figure = page.locator(f"#live-{cell}")
    figure.scroll_into_view_if_needed()
    page.wait_for_selector(f"#live-{cell}[data-ready]")
    return figure


def value(figure):
    return json.loads(figure.get_attribute("data-value"))


def test_without_script_there_is_the_still_page(site, browser):
    page = browser.new_page(java_script_enabled=False)
    for lesson, cell in FIGURES:
        page.goto(f"{site}/en/{lesson}.html")
        assert not page.locator(f"#live-{cell}").is_visible()
        assert page.locator("article img").count() > 1
    page.close()


def test_01_rank_and_decibels(site, page):
    figure = opened(page, site, "01_compression", "rank-slider")
    data = stored("01_rank-slider")
    for rank, decibels in data["expected"].items():
        figure.locator("input").fill(rank)
        assert abs(value(figure) - decibels) < 0.05
        bits = data["svd"][int(rank) - 1][0]
        at = float(figure.locator("circle").get_attribute("cx"))
        assert abs(at - (40 + 270 * min(bits, 3.2) / 3.2)) < 0.1
    figure.locator("input").fill("10")
    figure.locator("input").press("ArrowRight")
    assert "k = 11" in figure.inner_text()


def test_03_walk(site, page):
    figure = opened(page, site, "03_latent_space", "walk-slider")
    expected = stored("03_walk-slider")["expected"]
    pixels, latent = value(figure)
    assert abs(pixels - expected["pixels"]) < 0.01
    assert abs(latent - expected["latent"]) < 0.01
    figure.locator("select").nth(2).select_option("139")
    assert value(figure) != [pixels, latent]


def test_05_neighbours(site, page):
    figure = opened(page, site, "05_similarity", "search-by-picture")
    shares = np.zeros(2)
    for number in range(140):
        figure.locator(".tiles button").nth(number).evaluate("button => button.click()")
        shares += np.array(value(figure)) / 9 / 140
    expected = stored("05_search-by-picture")["expected"]
    assert np.allclose(shares, expected, atol=1e-3)
    assert shares[1] > 2.5 * shares[0]


def test_07_writes_as_the_lesson_does(site, page):
    figure = opened(page, site, "07_flow", "style-sliders")
    expected = np.array(stored("07_style-sliders")["expected"])
    for number, picture in zip((0, 139), expected, strict=True):
        here = figure.evaluate(
            "async (figure, n) => [...await figure.write(n, 0.5, -0.5, 1)]", number
        )
        assert np.abs(np.array(here) - picture).mean() < 0.03
    figure.locator("input[type=text]").fill("가너한")
    page.wait_for_function("document.querySelector('.live').dataset.value === '2'")
    assert "한" in figure.locator("output").last.inner_text()


def test_10_finds_what_the_lesson_finds(site, page):
    figure = opened(page, site, "10_shared_space", "search-widget")
    for query, expected in stored("10_search-widget")["expected"].items():
        figure.locator("input").fill(query)
        here = value(figure)
        assert np.allclose([h[0] for h in here], [e[0] for e in expected], atol=0.03)
        assert here[0][1] == expected[0][1]
    figure.locator("input").fill("비가 내린다")
    assert "모릅니다" in figure.inner_text()


def test_11_reads_as_the_lesson_does(site, page):
    figure = opened(page, site, "11_pictures_and_words", "search-widget")
    expected = stored("11_search-widget")["expected"]
    here = figure.evaluate("(figure, x) => figure.read(x)", expected["picture"])
    assert np.allclose(here, expected["scores"], atol=0.01)


def test_11_a_finger_draws_and_keys_draw(site, browser):
    """ㅣ and then a tick, by touch: the page stays where it is; then by keys."""
    page = browser.new_page(has_touch=True)
    opened_at = "11_pictures_and_words", "search-widget", "en", 390
    figure = opened(page, site, *opened_at)
    board = figure.locator("canvas.board")
    board.evaluate("c => c.scrollIntoView({block: 'center'})")
    box, top = board.bounding_box(), page.evaluate("scrollY")
    finger = page.context.new_cdp_session(page)

    def touch(kind, *points):
        places = [{"x": box["x"] + x, "y": box["y"] + y} for x, y in points]
        event = {"type": f"touch{kind}", "touchPoints": places}
        finger.send("Input.dispatchTouchEvent", event)

    for stroke in syllable(0, np.random.default_rng(1), size=0.6, place=(0.2, 0.2)):
        first, *rest = 280 * np.array(stroke)
        touch("Start", first)
        for point in rest:
            touch("Move", point)
        touch("End")
    assert figure.get_attribute("data-value") == "가"
    assert page.evaluate("scrollY") == top
    figure.locator("button").first.click()
    board.focus()
    for key in [" ", *["ArrowDown"] * 12, " "]:
        page.keyboard.press(key)
    assert len(figure.get_attribute("data-value")) == 1
    page.close()


# As a mouse does, but without a way to the browser and back for each point.
DRAW = """(figure, drawings) => drawings.map((strokes) => {
    figure.querySelector("button").click();  // clears the board
    const board = figure.querySelector("canvas.board");
    board.setPointerCapture = () => {};
    board.hasPointerCapture = () => true;
    const box = board.getBoundingClientRect(), tell = (kind, [x, y]) => {
        const [clientX, clientY] = [box.x + box.width * x, box.y + box.width * y];
        board.dispatchEvent(new PointerEvent(`pointer${kind}`, { clientX, clientY }));
    };
    for (const points of strokes) {
        tell("down", points[0]);
        for (const point of points.slice(1)) tell("move", point);
    }
    tell("up", strokes.at(-1).at(-1));  // it reads
    return figure.dataset.value;
})"""


def test_11_reads_what_is_drawn(site, page):
    """All 140, by a wavering hand, in many sizes and places"""
    figure = opened(page, site, "11_pictures_and_words", "search-widget")
    rng = np.random.default_rng(100)
    drawn = [[s.tolist() for s in syllable(number, rng)] for number in range(140)]
    right = np.mean(np.array(figure.evaluate(DRAW, drawn)) == SYLLABLES)
    data = stored("11_search-widget")
    print(f"read right: {right:.3f}, held-out drawings {data['held_out']:.3f}")
    assert abs(right - data["lines"]) < 0.03
    assert data["lines"] > data["held_out"] - 0.07
