"""What lessons train with does what its docstrings say. (It loads TensorFlow.)"""

from helpers.training import load_images, train
import keras
import numpy as np
import pytest


def test_train_gives_each_epochs_loss_and_repeats():
    X = np.random.default_rng(0).random((300, 4))

    def losses():
        keras.utils.set_random_seed(0)
        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4, "sigmoid")])
        return train(model, X, X, epochs=3)

    first = losses()
    assert len(first) == 3 and first[2] < first[0] and first == losses()


def test_load_images(monkeypatch):
    X_train, X_test = load_images("hangul")
    assert X_train.shape == (5600, 784) and X_test.shape == (1400, 784)
    assert X_train.dtype == np.float32 and not np.array_equal(X_train[:1400], X_test)
    with pytest.raises(ValueError, match="hangul"):
        load_images("kittens")

    def no_network():
        raise OSError("no network")

    monkeypatch.setattr(keras.datasets.mnist, "load_data", no_network)
    with pytest.raises(ConnectionError, match='dataset = "hangul"'):
        load_images("mnist")
