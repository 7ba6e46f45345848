"""The search finds what people type: inflected, unspaced, in either language."""

import re

import pytest

from common import LESSONS, read

# What is typed, and a lesson that must be among the first five pages. The first list
# was looked at while the search was built, the second was not.
TRIED = """
ko 벡터를 02 | ko 벡터에서 09 | ko 인코더가 02 | ko 잠재벡터 02 | ko 대조학습 05
ko 거짓경보 04 | ko t-SNE 03 | ko 코사인 01 | ko 오토인코더는 02 | ko 비트율왜곡 01
ko 최근접이웃 01 | ko 손실함수 02 | ko 학습률 00 | ko JPEG 01 | ko 노이즈를 04
en latent vectors 02 | en t-SNE 03 | en cosine 01 | en rate–distortion 01
en false alarms 04 | en contrastive learning 05 | en autoencoders 02
"""
FRESH = """
ko 곱양자화 05 | ko 역색인 05 | ko 가이던스를 07 | ko 재매개변수화 06 | ko 패딩과 08
ko 릿지회귀로 04 | ko 플로매칭 07 | ko 형태소 09 | ko 보간이란 03 | ko 임곗값은 04
ko 특잇값분해 01 | ko 빈틈과 06 | ko 말뭉치에서 08 | ko 가중평균 09 | ko 소프트맥스 05
en product quantization 05 | en guidance 07 | en reparameterization 06 | en padding 08
en ridge regression 04 | en Stable Diffusion 07 | en byte pair encoding 09
en interpolating 03 | en thresholds 04 | en singular value decomposition 01
en weighted means 09 | en Matryoshka 10 | en zero-shot 11 | en overfitting 02
"""


def queries(edition):
    for asked in re.split(r"\s*[|\n]\s*", f"{TRIED.strip()}{FRESH.rstrip()}"):
        language, *words, lesson = asked.split()
        if language == edition:
            yield " ".join(words), lesson, 5
    for lesson in LESSONS:  # its first two words in bold, perhaps with particles
        cells = read(f"{edition}/{lesson}").cells[1:]
        text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
        bold = re.search(r"\*\*([^\W\d_]+ [^\W\d_]+)\*\*", text)
        yield bold[1] if bold else lesson, lesson, None


@pytest.mark.parametrize(
    "edition, width, asked", [("ko", 1440, "대조학습"), ("en", 390, "threshold")]
)
def test_a_question_finds_its_lesson_and_the_place(site, page, edition, width, asked):
    errors, missed = [], []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/{edition}/search.html")
    hits = page.locator("#search-results a")
    for words, lesson, among in queries(edition):
        page.locator("form.find input").fill(words)
        found = hits.evaluate_all("all => all.map(a => a.getAttribute('href'))")
        found = list(dict.fromkeys(re.split("[?#]", link)[0] for link in found))
        if not any(link.startswith(lesson) for link in found[:among]):
            missed.append((words, lesson, found[:3]))
    assert not missed and not errors
    page.goto(f"{site}/{edition}/search.html?q={asked}")
    hits.first.wait_for()
    assert page.locator("#search-count").inner_text().strip()
    assert page.locator("#search-results li").first.locator("p mark").count()
    hits.first.click()
    page.wait_for_function(
        "[...document.querySelectorAll('article mark')].some(mark => {"
        "const box = mark.getBoundingClientRect();"
        "return box.height && box.top > 0 && box.bottom < innerHeight; })"
    )
