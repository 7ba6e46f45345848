"""What lessons train with does what its docstrings say. (It loads TensorFlow.)"""

import inspect
import itertools

from helpers.training import Progress, load_images, train
import keras
import numpy as np
import pytest

from common import code_cells, read


def test_train_repeats_and_is_the_one_that_lesson_two_writes():
    cells = code_cells(read("en/02_autoencoder"))
    written = {"keras": keras, "np": np, "Progress": Progress}
    exec(next(cell.source for cell in cells if cell.id == "train"), written)
    assert inspect.signature(train) == inspect.signature(written["train"])
    X, losses = np.random.default_rng(0).random((50, 8), dtype=np.float32), []
    for either in (train, train, written["train"]):
        keras.utils.set_random_seed(0)
        model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(8, "sigmoid")])
        losses.append(either(model, X, X, 3, batch_size=20))
    assert losses[0] == losses[1] == losses[2]
    assert len(losses[0]) == 3 and losses[0][2] < losses[0][0]


def test_train_takes_several_inputs_and_refuses_what_does_not_fit():
    X = np.random.default_rng(0).random((50, 8))
    given = [keras.Input((8,)), keras.Input((2,))]
    joined = keras.layers.Dense(8, "sigmoid")(keras.layers.Concatenate()(given))
    losses = train(keras.Model(given, joined), [X, X[:, :2]], X, 40, batch_size=20)
    assert len(losses) == 40 and losses[-1] < losses[0]
    with pytest.raises(ValueError, match="50, 50, 49"):
        train(keras.Model(given, joined), [X, X[:, :2]], X[1:], 1)


def test_pictures_come_in_three_sets_that_share_none(monkeypatch):
    sets = load_images("hangul", 2800)
    assert [X.shape for X in sets] == [(2800, 784), (1400, 784), (1400, 784)]
    assert all(X.dtype == np.float32 for X in sets)
    pictures = [set(map(bytes, X)) for X in sets]
    assert not any(a & b for a, b in itertools.combinations(pictures, 2))
    assert not np.array_equal(sets[1], load_images("hangul", 140, seed=1)[1])

    def digits():
        pictures = np.arange(6000 * 784, dtype=np.uint8).reshape(6000, 28, 28)
        return (pictures, None), (pictures[:10], None)

    monkeypatch.setattr(keras.datasets.mnist, "load_data", digits)
    sets = load_images("mnist", 900)
    assert [len(X) for X in sets] == [900, 5000, 10] and sets[0].max() == 1


@pytest.mark.parametrize(
    "dataset, n_train, said",
    [("hangul", 0, "140"), ("hangul", 141, "140"), ("kittens", 140, "hangul")],
)
def test_pictures_that_cannot_be_had_are_refused(dataset, n_train, said):
    with pytest.raises(ValueError, match=said):
        load_images(dataset, n_train)


def test_no_network_is_said(monkeypatch):
    def no_network():
        raise OSError("no network")

    monkeypatch.setattr(keras.datasets.mnist, "load_data", no_network)
    with pytest.raises(ConnectionError, match='dataset = "hangul"'):
        load_images("mnist")
