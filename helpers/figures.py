"""Rows of small pictures."""

import matplotlib.pyplot as plt
import numpy as np


def show_images(rows, labels=None, titles=None):
    """Show pictures in a grid, from 0 (black) to 1 (white).

    rows : list of arrays, one a row, of shape (n, side · side) or (n, height, width)
    labels : a text to the left of each row
    titles : a text above each picture: a list for the top row, or one list a row
    Raises ValueError where a shape does not fit.
    """
    rows = [_pictures(row) for row in rows]
    if titles is None or isinstance(titles[0], str):
        titles = [titles or []]
    columns = max(len(row) for row in rows)
    width = min(2.4, 8 / columns)
    height = width * max(row.shape[1] / row.shape[2] for row in rows)
    size = (width * columns, height * len(rows) + 0.25 * len(titles))
    _, axes = plt.subplots(len(rows), columns, figsize=size, squeeze=False, layout="constrained")
    for ax in axes.flat:
        ax.axis("off")
    for r, row in enumerate(rows):
        for c, picture in enumerate(row):
            axes[r, c].imshow(picture, cmap="gray", vmin=0, vmax=1)
        for c, title in enumerate(titles[r] if r < len(titles) else []):
            axes[r, c].set_title(title, fontsize=10)
        if labels is not None:
            axes[r, 0].text(
                -0.1, 0.5, labels[r], ha="right", va="center", transform=axes[r, 0].transAxes
            )
    plt.show()


def _pictures(row):
    row = np.asarray(row)
    side = round(row.shape[-1] ** 0.5)
    if row.ndim == 2 and side * side == row.shape[1] and len(row):
        return row.reshape(-1, side, side)
    if row.ndim == 3 and len(row):
        return row
    raise ValueError(f"A row is an array (n, side · side) or (n, height, width), not {row.shape}.")
