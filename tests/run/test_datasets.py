"""A lesson that offers other pictures runs on them by a change of its parameters."""

from common import LESSONS, code_cells, execute, parameters, read, tags
import pytest

HANGUL, MNIST = 'dataset = "hangul"', 'dataset = "mnist"'
# Stands in for the download: scikit-learn's digits, enlarged to 28 × 28.
STAND_IN = """
import keras
import numpy as np
from sklearn.datasets import load_digits

def stand_in():
    rng = np.random.default_rng(0)
    digits, names = load_digits(return_X_y=True)
    some = rng.integers(len(digits), size=17_600)
    pictures = digits.reshape(-1, 8, 8)[some].repeat(4, axis=1).repeat(4, axis=2)
    pictures = pictures[:, 2:30, 2:30] * 15
    X = (pictures + rng.integers(15, size=pictures.shape)).astype(np.uint8)
    y = names[some]
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
