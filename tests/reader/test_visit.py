"""What a reader can do on a page with nothing installed."""

import pytest

from common import ROOT


@pytest.mark.parametrize("edition, width", [("ko", 390), ("en", 1440)])
def test_a_reader_answers_copies_enlarges_prints_and_moves_on(
    site, page, edition, width
):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/{edition}/01_compression.html")
    # A prediction opens the result.
    form = page.locator(".tag_predict form.guess").first
    result = page.locator(".tag_predict details").first
    assert not result.locator(".cell_output").is_visible()
    form.locator("input").fill("B")
    form.locator("input").press("Enter")
    assert result.locator(".cell_output").is_visible()
    assert result.get_attribute("data-guess").endswith("B")
    # A number is answered with a reason.
    field, reply = page.locator("#exercise-2 input"), page.locator("#exercise-2 .reply")
    for answer, kind in (("8", "wrong"), ("7", "wrong"), ("4", "right")):
        field.fill(answer)
        field.press("Enter")
        assert kind in reply.get_attribute("class")
        assert len(reply.inner_text()) > 20
    # A solution unfolds.
    solution = page.locator("article details:has(pre)").last
    assert not solution.locator("pre").is_visible()
    solution.locator("summary").click()
    assert solution.locator("pre").is_visible()
    # Code is copied, a figure enlarged.
    code = page.locator(".cell_input .highlight:visible").first
    code.hover()
    code.locator("button.copy").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("def load_photo") and copied.count("\n") > 2
    page.locator("button.enlarge").first.focus()
    page.keyboard.press("Enter")
    shown = page.locator("dialog.enlarged img")
    assert shown.bounding_box()["width"] >= 800
    page.keyboard.press("Escape")
    assert not shown.is_visible()
    # The next lesson, and the other edition.
    card = page.locator(".prev-next-area:visible .right-next").first
    assert card.bounding_box()["height"] > 44
    page.locator("a.language").click()
    page.wait_for_url(f"**/{'en' if edition == 'ko' else 'ko'}/01_compression.html*")
    # Paper has everything open, and nothing that moves.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("article details:not([open])").count() == 0
    assert not page.locator(".live").first.is_visible()
    assert len(page.pdf()) > 100_000


def test_an_address_that_is_wrong_has_a_page():
    assert (ROOT / "build/site/404.html").exists()
