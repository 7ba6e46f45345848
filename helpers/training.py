"""What the lessons that train a network need around Keras."""

import contextlib
import gc
import io
import os
from platform import machine
import socket

from helpers.hangul import hangul_images
from helpers.say import say
from IPython.display import display
import numpy as np


def _lacks_avx():
    """Whether this processor lacks what TensorFlow cannot do without."""
    try:
        from numpy._core._multiarray_umath import __cpu_features__ as features
    except ImportError:  # numpy keeps it elsewhere now
        return False
    return machine() in ("x86_64", "AMD64") and not features.get("AVX", True)


if _lacks_avx():  # the kernel would die without a word
    raise ImportError(
        say(
            "이 컴퓨터의 프로세서에는 TensorFlow에 필요한 AVX가 없어서 "
            "이 수업을 실행할 수 없습니다.",
            "This computer's processor lacks AVX, which TensorFlow needs, "
            "so this lesson cannot run on it.",
        )
    )


@contextlib.contextmanager
def _silence():
    """Drop what native code writes to stderr, where no setting reaches it."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


with _silence():  # TensorFlow notes at its start which instructions it uses
    import keras
    import tensorflow as tf

tf.get_logger().setLevel("ERROR")  # and its advice on speed, when a lesson is run twice
if tf.config.list_physical_devices("GPU"):  # some of its kernels cannot repeat
    print(
        say(
            "그래픽 처리 장치(GPU)에서는 실행할 때마다 수가 조금씩 다릅니다.",
            "On a GPU, numbers differ a little from run to run.",
        )
    )
else:  # with keras.utils.set_random_seed, a run repeats its numbers
    tf.config.experimental.enable_op_determinism()


class Progress(keras.callbacks.Callback):
    """One line that counts the epochs while a model trains, and stays as its result.

    Use with `model.fit(..., verbose=0, callbacks=[Progress()])`.
    """

    def on_train_begin(self, logs=None):
        self._line = display({"text/plain": "…"}, raw=True, display_id=True)  # or None

    def on_epoch_end(self, epoch, logs=None):
        losses = " · ".join(
            f"{name} {value:.4f}" for name, value in (logs or {}).items()
        )
        text = f"epoch {epoch + 1}/{self.params['epochs']} · {losses}"
        if self._line:  # outside a notebook there is nothing to update
            self._line.update({"text/plain": text}, raw=True)


# For this sum over devices TensorFlow registers a gradient, and the registry would keep
# each trained model's graph until Python ends. There is one device here.
keras.optimizers.Adam._all_reduce_sum_gradients = lambda self, gradients: gradients


def train(
    model,
    inputs,
    targets,
    epochs,
    loss="binary_crossentropy",
    batch_size=256,
    learning_rate=4e-3,
):
    """Train as lesson 2 does: Adam, the learning rate falling to 0 along a cosine.

    model : keras model
    inputs, targets : arrays with as many rows; inputs may be a list of arrays
    loss : as Keras names it
    Shows one line that counts the epochs. Returns the loss of each, a list of float.
    Raises ValueError if the numbers of rows differ.
    """
    gc.collect()  # models no longer named hold much memory until then
    arrays = [np.asarray(a) for a in keras.tree.flatten([inputs, targets])]
    if len({len(array) for array in arrays}) > 1:
        rows = ", ".join(f"{len(array):,}" for array in arrays)
        raise ValueError(
            say(
                f"입력과 정답의 줄 수가 다릅니다: {rows}.",
                f"Inputs and targets differ in their numbers of rows: {rows}.",
            )
        )
    steps = epochs * -(-len(targets) // batch_size)
    slowing_down = keras.optimizers.schedules.CosineDecay(learning_rate, steps)
    # These models are too small to win by compiling, which costs seconds and memory.
    model.compile(keras.optimizers.Adam(slowing_down), loss, jit_compile=False)
    batches = _batches(arrays, batch_size, isinstance(inputs, list))
    shown = {"verbose": 0, "callbacks": [Progress()]}
    try:
        history = model.fit(batches, epochs=epochs, shuffle=False, **shown)
    finally:
        arrays.clear()  # TensorFlow keeps the function that reads them
    return history.history["loss"]


def _batches(arrays, batch_size, several_inputs):
    """What `fit` makes of arrays, batch for batch; it would copy each of them twice."""
    kinds = [array.dtype for array in arrays]
    shapes = [(None, *array.shape[1:]) for array in arrays]
    every_row = tf.range(len(arrays[-1]), dtype=tf.int64)

    def look_up(rows):
        parts = tf.numpy_function(lambda rows: [a[rows] for a in arrays], [rows], kinds)
        *inputs, targets = map(tf.ensure_shape, parts, shapes)
        return tuple(inputs) if several_inputs else inputs[0], targets

    order = tf.data.Dataset.range(1).map(lambda _: tf.random.shuffle(every_row))
    return order.unbatch().batch(batch_size).map(look_up).prefetch(2)


def load_images(dataset, n_train=11_200, seed=0):
    """Pictures of 28 × 28 pixels: to train on, to choose by, and to score with.

    dataset : "hangul", drawn on the spot, or "fashion_mnist" or "mnist", which Keras
        takes from its own cache or the network
    n_train : how many to train on; of Hangul a multiple of 140, one share a syllable
    seed : of the drawings; the other pictures are what they are
    Returns X_train (n_train, 784), X_valid and X_test, float32 in [0, 1], no picture in
    two of them: 1,400 drawings each, or of the others the last 5,000 training and all
    test pictures. Raises ValueError for another name or a number that cannot be had,
    and ConnectionError if the pictures are neither here nor to be had.
    """
    if dataset == "hangul":
        if n_train < 140 or n_train % 140:
            raise ValueError(f"n_train must be a multiple of 140, not {n_train!r}.")
        counts = (n_train // 140, 10, 10)
        return tuple(hangul_images(n, 3 * seed + i)[0] for i, n in enumerate(counts))
    if dataset not in ("fashion_mnist", "mnist"):
        raise ValueError(
            f'dataset is "hangul", "fashion_mnist" or "mnist", not {dataset!r}.'
        )
    train, test = _downloaded(dataset)
    if not 0 < n_train <= len(train) - 5000:
        raise ValueError(f"n_train must be 1 to {len(train) - 5000}, not {n_train!r}.")
    return tuple(
        (X.reshape(len(X), 784) / 255).astype("float32")
        for X in (train[:n_train], train[-5000:], test)
    )


def _downloaded(dataset):
    """The training and the test pictures, from Keras' cache or else the network."""
    patience = socket.getdefaulttimeout()
    socket.setdefaulttimeout(10)  # seconds; a network that swallows requests is none
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # Keras' own progress lines
            (train, _), (test, _) = getattr(keras.datasets, dataset).load_data()
    except Exception:
        raise ConnectionError(
            f"{dataset} 그림을 받지 못했습니다. "
            'dataset = "hangul"로 바꾸면 인터넷 없이 됩니다. | '
            f"{dataset} could not be downloaded. "
            'Set dataset = "hangul": it needs no network.'
        ) from None
    finally:
        socket.setdefaulttimeout(patience)
    return train, test
