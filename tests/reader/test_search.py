"""The search finds what people type: inflected, unspaced, in either language."""

import pytest

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


def queries(text):
    for asked in text.replace("\n", "|").split("|"):
        if asked.strip():
            edition, *words, lesson = asked.split()
            yield edition, " ".join(words), lesson


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("edition", ["ko", "en"])
def test_a_question_finds_its_lesson(site, page, edition, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/{edition}/search.html")
    missed = []
    for language, asked, lesson in queries(TRIED + FRESH):
        if language != edition:
            continue
        page.locator("form.find input").fill(asked)
        links = page.locator("#search-results a")
        found = [link.split("?")[0] for link in links.evaluate_all(
            "all => all.map(a => a.getAttribute('href'))")]  # fmt: skip
        if not any(p.startswith(lesson) for p in list(dict.fromkeys(found))[:5]):
            missed.append((asked, lesson, found[:3]))
    assert not missed


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("edition, asked", [("ko", "대조학습"), ("en", "threshold")])
def test_a_hit_lands_on_its_place(site, page, edition, asked, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/{edition}/search.html?q={asked}")
    assert page.locator("#search-count").inner_text().strip()[:1] != ""
    assert page.locator("#search-results li").first.locator("p mark").count()
    page.locator("#search-results a").first.click()
    mark = page.locator("article mark").first
    mark.wait_for()
    page.wait_for_function(
        "[...document.querySelectorAll('article mark')].some(mark => {"
        "const box = mark.getBoundingClientRect();"
        "return box.height && box.top > 0 && box.bottom < innerHeight; })"
    )
