"""Races the lessons' recipes against the ones most tutorials teach, on the same data.

The lessons' models and training are taken from their cells, by id. Seconds include compiling and
preparing the examples, and leave out the scoring; three seeds each, and the table has medians.
"""

import contextlib
import io
import os
import sys
from pathlib import Path
from time import perf_counter

os.environ["MPLBACKEND"] = "agg"  # the lessons' cells show figures
import nbformat
import numpy as np

from helpers.training import keras, tf

NOTEBOOKS = Path(__file__).parents[1] / "notebooks" / "en"


class Stopwatch(keras.callbacks.Callback):
    """After each epoch, the seconds so far and the score"""

    def __init__(self, score):
        super().__init__()
        self.score, self.curve, self.start = score, [], perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        end = perf_counter()
        self.curve.append((end - self.start, self.score(self.model)))
        self.start += perf_counter() - end


def run_cells(lesson, ids):
    """The names that these cells define"""
    cells = {cell.id: cell.source for cell in nbformat.read(NOTEBOOKS / lesson, 4).cells}
    if set(ids) - set(cells):
        sys.exit(f"{lesson} has no cells {set(ids) - set(cells)} any more: mend tests/race.py.")
    names = {}
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in ids:
            exec(cells[cell], names)
    return names


def images():
    """784 → 64 → 784; the score is the error on held-out pictures"""
    cells = ["seed", "setup", "load", "train", "deep"]
    lesson = run_cells("02_autoencoder.ipynb", cells)
    X_train, X_test = lesson["X_train"], lesson["X_test"]

    def error(model):
        return float(np.mean((X_test - model(X_test).numpy()) ** 2))

    def tutorial(watch, seed):
        layers = [keras.layers.Dense(64, "relu"), keras.layers.Dense(784, "sigmoid")]
        model = keras.Sequential([keras.Input((784,)), *layers])
        model.compile("adam", "mse")
        model.fit(X_train, X_train, batch_size=32, epochs=10, verbose=0, callbacks=[watch])

    def ours(watch, seed):
        lesson["Progress"] = lambda: watch  # in place of the line that counts the epochs
        model, _ = lesson["deep_autoencoder"](64)
        lesson["train"](model, X_train, X_train, 4, batch_size=64, learning_rate=0.006)

    return error, tutorial, ours


def words(language):
    """Skip-gram, 32 numbers a word; the score is the median rank of related words"""
    cells = ["setup", "texts", "tokens", "vocabularies", "related-pairs", "rank-function"]
    cells += ["neighbour-pairs", "negatives", "skip-gram-model", "train-function"]
    lesson = run_cells("05_text_embedding.ipynb", cells)
    vocabulary, related = lesson["words"][language], lesson["related"][language]
    texts, size = lesson["numbered"][language], len(vocabulary)

    def rank(model):
        vectors = model.get_layer("word").get_weights()[0][-size:]  # the tutorial's has a row 0
        return float(np.median(lesson["ranks"](vectors, vocabulary, related)))

    def tutorial(watch, seed):
        pairs, labels = [], []
        for text in texts:
            shifted = [number + 1 for number in text]  # skipgrams takes 0 for padding
            found = tf.keras.preprocessing.sequence.skipgrams(
                shifted, size + 1, window_size=2, negative_samples=4, seed=seed
            )
            pairs += found[0]
            labels += found[1]
        word, other = keras.Input((), dtype="int32"), keras.Input((), dtype="int32")
        vector = keras.layers.Embedding(size + 1, 32, name="word")(word)
        scores = keras.layers.Dot(1)([vector, keras.layers.Embedding(size + 1, 32)(other)])
        model = keras.Model([word, other], scores)
        model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True))
        data = tf.data.Dataset.from_tensor_slices((tuple(np.array(pairs).T), np.array(labels)))
        data = data.shuffle(len(labels)).batch(1024).prefetch(tf.data.AUTOTUNE)
        model.fit(data, shuffle=False, epochs=20, verbose=0, callbacks=[watch])

    def ours(watch, seed):
        lesson["Progress"] = lambda: watch
        pairs = lesson["neighbour_pairs"](texts)
        counts = np.zeros((size, size))
        np.add.at(counts, tuple(pairs.T), 1)
        negatives = lesson["draw_negatives"](pairs, counts, np.random.default_rng(seed))
        lesson["train"](pairs, negatives, size, seed)

    return rank, tutorial, ours


def race(name, score, tutorial, ours):
    """Prints a row: where the tutorial ends, and the lesson beside it."""
    curves = {tutorial: [], ours: []}
    for seed in range(3):
        for recipe, found in curves.items():
            keras.utils.set_random_seed(seed)
            watch = Stopwatch(score)
            recipe(watch, seed)
            found.append(watch.curve)
    seconds, final = np.median([curve[-1] for curve in curves[tutorial]], axis=0)
    by_then, to_equal = [], []
    for curve in curves[ours]:
        by_then.append(min((score for time, score in curve if time <= seconds), default=np.inf))
        to_equal.append(min((time for time, score in curve if score <= final), default=np.inf))
    print(f"{name:22}{final:10.4f}{seconds:8.1f} s{np.median(by_then):14.4f}"
          f"{np.median(to_equal):12.1f} s", flush=True)  # fmt: skip


if __name__ == "__main__":
    print(f"{'':22}{'the tutorial':>20}{'ours by then':>14}{'as good after':>14}")
    race("lesson 2, error", *images())
    race("lesson 5, rank, en", *words("en"))
    race("lesson 5, rank, ko", *words("ko"))
