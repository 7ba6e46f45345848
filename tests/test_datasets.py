"""Lesson 2 runs unchanged on other pictures: only the cell tagged `parameters` changes."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

LESSON = Path(__file__).parents[1] / "notebooks" / "en" / "02_autoencoder.ipynb"

# Stands in for the download: scikit-learn's digits, enlarged to 28 × 28.
STAND_IN = """
import numpy as np
from helpers.training import keras
from sklearn.datasets import load_digits
digits, names = load_digits(return_X_y=True)
rng = np.random.default_rng(0)
some = rng.integers(len(digits), size=17_600)
pictures = digits.reshape(-1, 8, 8)[some].repeat(4, axis=1).repeat(4, axis=2)[:, 2:30, 2:30]
pictures = (pictures * 15 + rng.integers(15, size=pictures.shape)).astype(np.uint8)
stand_in = (pictures[:16_200], names[some][:16_200]), (pictures[16_200:], names[some][16_200:])
keras.datasets.mnist.load_data = lambda: stand_in
"""


@pytest.mark.slow
def test_lesson_two_runs_on_mnist():
    notebook = nbformat.read(LESSON, as_version=4)
    places = [i for i, c in enumerate(notebook.cells) if "parameters" in c.metadata.get("tags", [])]
    assert len(places) == 1
    cell = notebook.cells[places[0]]
    assert 'dataset = "hangul"' in cell.source
    cell.source = cell.source.replace('"hangul"', '"mnist"') + STAND_IN
    client = NotebookClient(
        notebook, timeout=300, resources={"metadata": {"path": LESSON.parent}}
    )
    client.execute()  # what-we-claimed holds, too
