"""A lesson that offers other pictures runs on them by a change of its parameters."""

import pytest

from common import LESSONS, code_cells, execute, parameters, read, tags

HANGUL, MNIST = 'dataset = "hangul"', 'dataset = "mnist"'
# Stands in for the download, in its format: other drawings, in whole numbers.
STAND_IN = """
import keras
import numpy as np
from helpers import hangul_images

def stand_in():
    drawings, consonant, vowel = hangul_images(126, seed=99)
    X = np.round(255 * drawings).astype(np.uint8).reshape(-1, 28, 28)
    y = consonant
    return (X[:16_200], y[:16_200]), (X[16_200:], y[16_200:])

keras.datasets.mnist.load_data = stand_in
"""
OFFERED = [lesson for lesson in LESSONS if HANGUL in parameters(lesson)]


def test_some_lesson_offers_other_pictures():
    assert OFFERED, f"no lesson says {HANGUL} in a cell tagged `parameters`"


@pytest.mark.parametrize("lesson", OFFERED)
def test_runs_on_mnist(lesson):
    notebook = read(f"en/{lesson}")
    (cell,) = (c for c in code_cells(notebook) if "parameters" in tags(c))
    cell.source = "import helpers\n" + cell.source.replace(HANGUL, MNIST) + STAND_IN
    execute(notebook)
