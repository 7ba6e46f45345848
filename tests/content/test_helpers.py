"""The helpers do what their docstrings say, and plainly refuse what they cannot."""

import os
import re
import subprocess
import sys

from helpers import (
    CONSONANTS,
    SYLLABLES,
    VOWELS,
    check,
    hangul_images,
    interface_pairs,
    show_images,
    use_korean_font,
)
from helpers.hangul import WEIGHTS
from helpers.style import font_file
from hypothesis import given, settings
from hypothesis import strategies as st
import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest

from common import ROOT

matplotlib.use("agg")


# Hangul


@settings(max_examples=10, deadline=None)
@given(
    per_syllable=st.integers(1, 3),
    seed=st.integers(0, 2**32 - 1),
    weights=st.lists(st.sampled_from(WEIGHTS), min_size=1, max_size=4),
    shift=st.floats(0, 14),
    size=st.floats(0, 0.5),
    slant=st.floats(0, 1),
)
def test_hangul_images_keep_their_shape_and_range(
    per_syllable, seed, weights, shift, size, slant
):
    X, consonant, vowel = hangul_images(
        per_syllable, seed, weights=weights, shift=shift, size=size, slant=slant
    )
    assert X.shape == (140 * per_syllable, 784) and X.dtype == np.float32
    assert X.min() >= 0 and X.max() <= 1 and X.max() > 0.3
    assert np.all(np.bincount(10 * consonant + vowel, minlength=140) == per_syllable)


def test_hangul_images_show_what_the_labels_say_and_repeat_with_their_seed():
    first, again, other = (hangul_images(1, seed)[0] for seed in (3, 3, 4))
    assert np.array_equal(first, again) and not np.array_equal(first, other)
    assert SYLLABLES[0] == "가" and SYLLABLES[-1] == "히" and len(set(SYLLABLES)) == 140
    assert SYLLABLES[10 * CONSONANTS.index("ㄴ") + VOWELS.index("ㅗ")] == "노"
    still = {"weights": "Regular", "shift": 0, "size": 0, "slant": 0}
    X, consonant, vowel = hangul_images(2, 0, **still)
    for syllable in (0, 77, 139):
        one, two = X[10 * consonant + vowel == syllable]
        assert np.array_equal(one, two)
    assert len(np.unique(X, axis=0)) == 140


def test_hangul_images_move_lean_and_thicken_as_asked():
    still = {"shift": 0, "size": 0, "slant": 0}
    light, bold, moved = (
        hangul_images(1, 0, **still | changed)[0].reshape(-1, 28, 28)
        for changed in ({"weights": "Light"}, {"weights": "Bold"}, {"shift": 4})
    )
    assert bold.mean() > 1.5 * light.mean()
    middle = [
        X.sum(axis=2) @ np.arange(28) / X.sum(axis=(1, 2)) for X in (light, moved)
    ]
    assert middle[1].std() > middle[0].std() + 1


REFUSED = {"per_syllable": [0, 1.5], "weights": [(), ("Heavy",)]}
REFUSED |= {"shift": [-1, float("nan")], "size": [0.9], "slant": [2]}


@pytest.mark.parametrize("name", REFUSED)
def test_hangul_images_refuse(name):
    for value in REFUSED[name]:
        with pytest.raises(ValueError, match=name):
            hangul_images(**{name: value})


# Interface texts


def test_interface_pairs_are_clean_distinct_and_fixed():
    pairs = interface_pairs()
    assert 1900 < len(pairs) == len(set(pairs)) and pairs == interface_pairs()
    for english, korean in pairs:
        assert any("가" <= letter <= "힣" for letter in korean)
        assert any(letter.isascii() and letter.isalpha() for letter in english)
        assert not re.search(r"<\w|[{}]|%\d", english + korean)


@pytest.mark.parametrize(
    "call, package",
    [(interface_pairs, "jupyterlab-language"), (font_file, "koreanize-matplotlib")],
)
def test_a_missing_package_is_named_with_its_command(monkeypatch, call, package):
    for module in ("helpers.interface", "helpers.style"):
        monkeypatch.setattr(f"{module}.find_spec", lambda name: None)
    with pytest.raises(ModuleNotFoundError, match=f"pip install {package}"):
        call()


# Figures


def test_hangul_in_a_figure_has_glyphs(recwarn):
    use_korean_font()
    fig, ax = plt.subplots()
    ax.set_title("가나다 뷁 −1 → ln 2")
    fig.canvas.draw()
    plt.close(fig)
    assert not [w for w in recwarn if "Glyph" in str(w.message)]


def test_show_images_lays_out_a_grid():
    rows = [np.zeros((3, 784)), np.ones((2, 28, 28))]
    show_images(rows, labels=["a", "b"], titles=["x", "y", "z"])
    axes = np.array(plt.gcf().axes).reshape(2, 3)
    assert [len(ax.images) for ax in axes.flat] == [1, 1, 1, 1, 1, 0]
    assert [ax.get_title() for ax in axes[0]] == ["x", "y", "z"]
    plt.close("all")


@pytest.mark.parametrize("shape", [(784,), (0, 784), (3, 783), (2, 2, 28, 28)])
def test_show_images_refuses(shape):
    with pytest.raises(ValueError, match="A row is an array"):
        show_images([np.zeros(shape)])


# Exercises


BLANK = [None, ..., (1, ...), lambda x: ..., lambda x: None]
OUTCOMES = [(answer, "Not attempted") for answer in BLANK]
OUTCOMES += [(lambda x: 2 * x, "Right."), (lambda x: 2, "Not yet.")]
OUTCOMES += [(lambda x: 1 / 0, "ZeroDivisionError"), (lambda: 1, "TypeError")]


@pytest.mark.parametrize("answer, reply", OUTCOMES)
def test_check_has_four_outcomes(answer, reply, capsys):
    check(answer, lambda f: [f(x) for x in (1, 4)] == [2, 8], hint="think of two")
    printed = capsys.readouterr().out
    assert reply in printed
    assert ("think of two" in printed) == (reply not in ("Right.", "Not attempted"))


def test_check_shows_what_an_assertion_says_and_speaks_korean(capsys):
    def test(answer):
        assert answer == 3, "3이어야 합니다"
        return True

    check(2, test, hint="세어 보세요")
    assert "3이어야 합니다" in capsys.readouterr().out
    for answer, reply in {3: "맞았", None: "풀지 않았", "aa": "아직"}.items():
        check(answer, test, hint="세어 보세요")
        assert reply in capsys.readouterr().out
    check(3, lambda answer: answer.shape, hint="세어 보세요")
    assert "오류" in capsys.readouterr().out
    check(np.arange(3), lambda a: a.sum() == 3, hint="세어 보세요")
    assert "맞았습니다" in capsys.readouterr().out


def in_a_new_python(code, language):
    environment = {**os.environ, "LANG": language, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-X", "utf8", "-c", code]
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8"
    )


ON_A_GPU = """
import tensorflow as tf
tf.config.list_physical_devices = lambda kind=None: [kind]
asked = []
tf.config.experimental.enable_op_determinism = lambda: asked.append("determinism")
import helpers.training
print(asked)
"""


def test_on_a_gpu_nothing_is_asked_that_its_kernels_cannot_do():
    said = in_a_new_python(ON_A_GPU, "C.UTF-8").stdout.strip().splitlines()
    assert said == ["On a GPU, numbers differ a little from run to run.", "[]"]


WITHOUT_AVX = """
import platform, sys
from numpy._core._multiarray_umath import __cpu_features__ as features
platform.machine, features["AVX"] = lambda: "x86_64", False
import helpers  # lessons without TensorFlow go on
try:
    import helpers.training
finally:
    print([name for name in ("keras", "tensorflow") if name in sys.modules])
"""


@pytest.mark.parametrize(
    "language, said",
    [("ko_KR.UTF-8", "AVX가 없어서 이 수업을"), ("C.UTF-8", "lacks AVX")],
)
def test_a_processor_without_avx_is_told_before_keras_is_loaded(language, said):
    """Else the kernel dies without a word."""
    answer = in_a_new_python(WITHOUT_AVX, language)
    assert answer.stdout.strip() == "[]"
    last = answer.stderr.strip().splitlines()[-1]
    assert last.startswith("ImportError: ") and said in last
