"""What the lessons that train a network need around Keras."""

import keras
import tensorflow as tf
from IPython.display import display

from helpers.hangul import hangul_images

tf.get_logger().setLevel("ERROR")  # and its advice on speed, when a lesson is run twice
# With keras.utils.set_random_seed, a run repeats its numbers on the same machine.
tf.config.experimental.enable_op_determinism()


class Progress(keras.callbacks.Callback):
    """One line that counts the epochs while a model trains, and stays as its result.

    Use with `model.fit(..., verbose=0, callbacks=[Progress()])`.
    """

    def on_train_begin(self, logs=None):
        self._line = display({"text/plain": "…"}, raw=True, display_id=True)

    def on_epoch_end(self, epoch, logs=None):
        losses = " · ".join(
            f"{name} {value:.4f}" for name, value in (logs or {}).items()
        )
        text = f"epoch {epoch + 1}/{self.params['epochs']} · {losses}"
        self._line.update({"text/plain": text}, raw=True)


def train(
    model,
    inputs,
    targets,
    epochs,
    *,
    loss="binary_crossentropy",
    batch_size=256,
    learning_rate=4e-3,
):
    """Train as lesson 2 does: Adam, the learning rate falling to 0 along a cosine.

    model : keras model
    inputs, targets : arrays with as many rows; inputs may be a list of arrays
    loss : as Keras names it
    Shows one line that counts the epochs. Returns the loss of each, a list of float.
    """
    steps = epochs * -(-len(targets) // batch_size)
    slowing_down = keras.optimizers.schedules.CosineDecay(learning_rate, steps)
    # These models are too small to win by compiling, which costs seconds and memory.
    model.compile(keras.optimizers.Adam(slowing_down), loss, jit_compile=False)
    shown = {"verbose": 0, "callbacks": [Progress()]}
    history = model.fit(inputs, targets, batch_size=batch_size, epochs=epochs, **shown)
    return history.history["loss"]


def load_images(dataset):
    """Pictures of 28 × 28 pixels to train on, and others held out.

    dataset : "hangul", drawn on the spot, or "fashion_mnist" or "mnist", which Keras
        takes from its own cache or the network
    Returns X_train (5600, 784) and X_test (1400, 784), float32 in [0, 1]. Raises
    ValueError for another name, and ConnectionError if the pictures are neither here
    nor to be had.
    """
    if dataset == "hangul":
        return hangul_images(40, seed=0)[0], hangul_images(10, seed=1)[0]
    if dataset not in ("fashion_mnist", "mnist"):
        raise ValueError(
            f'dataset is "hangul", "fashion_mnist" or "mnist", not {dataset!r}.'
        )
    try:
        (train, _), (test, _) = getattr(keras.datasets, dataset).load_data()
    except Exception:
        raise ConnectionError(
            f"{dataset} 그림을 받지 못했습니다. "
            'dataset = "hangul"로 바꾸면 인터넷 없이 됩니다. | '
            f"{dataset} could not be downloaded. "
            'Set dataset = "hangul": it needs no network.'
        ) from None
    return tuple(
        (X.reshape(len(X), 784) / 255).astype("float32")
        for X in (train[:5600], test[:1400])
    )
