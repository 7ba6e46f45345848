"""Rows of small pictures, and tables."""

from html import escape

from IPython.display import display
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
    _, axes = plt.subplots(
        len(rows), columns, figsize=size, squeeze=False, layout="constrained"
    )
    for ax in axes.flat:
        ax.axis("off")
    for r, row in enumerate(rows):
        for c, picture in enumerate(row):
            axes[r, c].imshow(picture, cmap="gray", vmin=0, vmax=1)
        for c, title in enumerate(titles[r] if r < len(titles) else []):
            axes[r, c].set_title(title, fontsize=10)
        if labels is not None:
            axes[r, 0].text(
                -0.1,
                0.5,
                labels[r],
                ha="right",
                va="center",
                transform=axes[r, 0].transAxes,
            )
    plt.show()


def _pictures(row):
    row = np.asarray(row)
    side = round(row.shape[-1] ** 0.5)
    if row.ndim == 2 and side * side == row.shape[1] and len(row):
        return row.reshape(-1, side, side)
    if row.ndim == 3 and len(row):
        return row
    raise ValueError(
        f"A row is an array (n, side · side) or (n, height, width), not {row.shape}."
    )


def show_table(rows, columns, digits=3):
    """Show a table, numbers to the right, texts to the left.

    rows : list of rows, each with one text or number a column
    columns : the headings
    digits : decimals of numbers that are not whole; one for all, or one a column
    Raises ValueError where a row has more or fewer entries than there are columns.
    """
    digits = [digits] * len(columns) if isinstance(digits, int) else list(digits)
    texts = [[str(heading) for heading in columns]]
    for row in rows:
        if not len(row) == len(columns) == len(digits):
            raise ValueError(f"This row does not fit the {len(columns)} columns: {row}")
        texts.append([_entry(value, n) for value, n in zip(row, digits, strict=True)])
    right = [
        all(not isinstance(row[c], str) for row in rows) for c in range(len(columns))
    ]
    display(
        {"text/plain": _plain(texts, right), "text/html": _html(texts, right)}, raw=True
    )


def _entry(value, digits):
    if isinstance(value, (float, np.floating)):
        return "–" if np.isnan(value) else f"{value:.{digits}f}"
    return str(value)


def _plain(texts, right):
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    lines = []
    for row in texts:
        cells = zip(row, widths, right, strict=True)
        lines.append(
            "  ".join(t.rjust(w) if r else t.ljust(w) for t, w, r in cells).rstrip()
        )
    return "\n".join(lines)


def _html(texts, right):
    lines = []
    for number, row in enumerate(texts):
        tag = "td" if number else "th"
        cells = ""
        for text, r in zip(row, right, strict=True):
            style = f"text-align: {'right' if r else 'left'}"
            cells += f'<{tag} style="{style}">{escape(text)}</{tag}>'
        lines.append(f"<tr>{cells}</tr>")
    return (
        f"<table><thead>{lines[0]}</thead><tbody>{''.join(lines[1:])}</tbody></table>"
    )
