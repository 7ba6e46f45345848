"""The colours of figures and drawings: told apart by colour-blind readers, seen on their ground."""

import ast
import base64
import io
import itertools
import xml.etree.ElementTree as ET
from pathlib import Path

import matplotlib as mpl
import nbformat
import numpy as np
import pytest
from PIL import Image

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted(ROOT.glob("notebooks/en/*.ipynb"))  # the Korean ones are the same program
TAB10 = (255 * np.array(mpl.colormaps["tab10"].colors)).round().astype(int)
# What a colour becomes without red, green or blue cones: Machado, Oliveira and Fernandes, 2009.
BLINDNESS = {
    "protanopia": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deuteranopia": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "tritanopia": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
SHAPES = {"marker", "linestyle", "hatch", "histtype"}


def linear(colour):
    c = np.asarray(colour) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def contrast(a, b):
    """As WCAG defines it: 1 for equal colours, 21 for black on white."""
    dark, light = sorted(TO_XYZ[1] @ linear(colour) for colour in (a, b))
    return (light + 0.05) / (dark + 0.05)


def lab(rgb):
    x, y, z = np.cbrt(TO_XYZ @ np.clip(rgb, 0, 1) / TO_XYZ.sum(axis=1))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def difference(a, b):
    """CIE 1976 difference for whichever colour-blind reader has it hardest; 2.3 is just visible."""
    seen = [[lab(np.array(m) @ linear(c)) for c in (a, b)] for m in BLINDNESS.values()]
    return min(np.linalg.norm(one - other) for one, other in seen)


def colours(cell):
    """The colours of tab10 that the cell's stored figures show on more than a few pixels."""
    found = set()
    for output in cell.outputs:
        if "image/png" in output.get("data", {}):
            png = Image.open(io.BytesIO(base64.b64decode(output.data["image/png"])))
            pixels = np.asarray(png.convert("RGB")).reshape(-1, 3).astype(int)
            found |= {i for i, c in enumerate(TAB10) if np.all(pixels == c, axis=1).sum() > 20}
    return sorted(found)


def shapes(source, functions):
    """Signs of shape, such as "o-", that the cell's plotting uses; its own functions included."""
    found = set()
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        found |= {ast.dump(k.value) for k in call.keywords if k.arg in SHAPES}
        if getattr(call.func, "attr", "") in ("plot", "semilogy"):
            formats = (ast.Constant, ast.Subscript)
            found |= {ast.dump(given) for given in call.args if isinstance(given, formats)}
        body = functions.pop(getattr(call.func, "id", ""), None)
        found |= shapes(body, functions) if body else set()
    return found


def functions(cells):
    trees = [ast.parse(cell.source) for cell in cells]
    nodes = [node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {node.name: ast.unparse(node) for node in nodes}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_figures_are_told_apart_without_colour(path):
    notebook = nbformat.read(path, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.id != "colab"]
    for cell in cells:
        used = colours(cell)
        close = [
            pair for pair in itertools.combinations(used, 2) if difference(*TAB10[list(pair)]) < 20
        ]
        clear = not close or shapes(cell.source, functions(cells))
        assert clear, f"{cell.id}: give the lines shapes, too"
        faint = [i for i in used if contrast(TAB10[i], (255, 255, 255)) < 2]
        assert not faint, f"{cell.id}: colour C{faint} is too pale on white"


def rgb(colour):
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


@pytest.mark.parametrize("path", sorted(ROOT.glob("images/*.svg")), ids=lambda path: path.stem)
def test_drawings_can_be_read(path):
    """Words stand out from the shape they lie on, shapes from the ground and from each other."""
    root = ET.parse(path).getroot()
    parents = {child: parent for parent in root.iter() for child in parent}

    def fill(node):
        while node is not None and "fill" not in node.attrib:
            node = parents.get(node)
        return None if node is None else node.get("fill")

    ground = fill(root.find("{*}rect"))
    texts, circles, paths, rects = (
        {fill(node) for node in root.findall(f".//{{*}}{kind}")}
        for kind in ("text", "circle", "path", "rect")
    )
    shapes = (circles | paths | rects) - {ground, "none", None}
    assert texts and shapes
    for shape in shapes:
        assert contrast(rgb(shape), rgb(ground)) >= 3, f"{shape} is faint on {ground}"
    for text in texts:
        grounds = shapes if contrast(rgb(text), rgb(ground)) < 4.5 else {ground}
        assert all(contrast(rgb(text), rgb(g)) >= 4.5 for g in grounds), f"{text} is hard to read"
    for a, b in itertools.combinations(shapes, 2):
        assert difference(rgb(a), rgb(b)) >= 10, f"{a} and {b} look alike to some"
