"""Keeps what a live figure needs, small: `tools/build.py --live 03` runs a lesson, and
in its kernel `site/live/03_….py`, which calls this.
"""

import json
from pathlib import Path

import numpy as np
from PIL import Image

DATA = Path(__file__).parent / "data"


def store(name, numbers, exact=(), **arrays):
    """Numbers as JSON; arrays in one file, a byte a value with a scale for each column.

    exact : names of the arrays that get two bytes a value
    """
    kept, listed = [], []
    for key, array in arrays.items():
        array = np.asarray(array, "float32")
        half = key in exact or array.ndim == 1
        listed.append([key, "half" if half else "byte", *array.shape])
        if half:
            kept.append(array.astype("<f2"))
            continue
        flat = array.reshape(-1, array.shape[-1])
        scale = np.maximum(np.abs(flat).max(axis=0), 1e-9) / 127
        kept += [scale.astype("<f4"), np.round(flat / scale).astype("i1")]
    text = json.dumps(numbers | {"arrays": listed}, ensure_ascii=False, default=float)
    (DATA / f"{name}.json").write_text(text + "\n", "utf-8")
    if kept:
        (DATA / f"{name}.bin").write_bytes(b"".join(part.tobytes() for part in kept))


def sprite(name, pictures, side=28, across=40):
    """Pictures as one PNG of sixteen grays, `across` in a row."""
    levels = np.round(15 * np.asarray(pictures).reshape(-1, side, side)).astype("uint8")
    missing = -len(levels) % across
    levels = np.concatenate([levels, np.zeros((missing, side, side), "uint8")])
    rows = levels.reshape(-1, across, side, side).swapaxes(1, 2)
    image = Image.fromarray(rows.reshape(-1, across * side), "P")
    image.putpalette([17 * (i // 3) for i in range(48)])
    image.save(DATA / f"{name}.png", bits=4, optimize=True)
