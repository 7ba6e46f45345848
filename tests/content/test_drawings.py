"""Drawings describe themselves; colours are seen, also by colour-blind readers."""

import itertools
import re
import xml.etree.ElementTree as ET

from helpers.style import COLORS, LINES, MARKERS
from matplotlib.colors import to_rgb
import numpy as np
import pytest

from common import ROOT

# What a colour becomes without red, green or blue cones: Machado and others, 2009.
BLINDNESS = [
    [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
]
TO_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)


def linear(colour):
    c = np.array(to_rgb(colour))
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def contrast(a, b):
    """As WCAG defines it: 1 for equal colours, 21 for black on white."""
    dark, light = sorted(TO_XYZ[1] @ linear(colour) for colour in (a, b))
    return (light + 0.05) / (dark + 0.05)


def lab(rgb):
    x, y, z = np.cbrt(TO_XYZ @ np.clip(rgb, 0, 1) / TO_XYZ.sum(axis=1))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def difference(a, b):
    """CIE 1976, for the colour-blind reader who has it hardest; 2.3 is just visible."""
    seen = [[lab(np.array(m) @ linear(c)) for c in (a, b)] for m in BLINDNESS]
    return min(np.linalg.norm(one - other) for one, other in seen)


def test_lines_of_a_figure_differ_in_more_than_colour():
    assert len(COLORS) == len({*MARKERS}) == len({*LINES}) == len(MARKERS) == len(LINES)
    faint = [colour for colour in COLORS if contrast(colour, "white") < 2]
    assert not faint, f"too pale on white: {faint}"
    for a, b in itertools.combinations(COLORS[:3], 2):
        assert difference(a, b) >= 10, f"{a} and {b} look alike to some"


DRAWINGS = sorted(ROOT.glob("images/*.svg"))


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_describes_itself_in_both_languages_and_can_be_read(path):
    """Words stand out from the shape they lie on, shapes from the ground and others."""
    root = ET.parse(path).getroot()
    for part in ("title", "desc"):
        said = root.find(f"{{*}}{part}").text
        assert re.search("[가-힣]", said) and re.search("[A-Za-z]{3}", said)
    parents = {child: parent for parent in root.iter() for child in parent}

    def fill(node):
        while node is not None and "fill" not in node.attrib:
            node = parents.get(node)
        return None if node is None else node.get("fill")

    ground = fill(root.find("{*}rect"))
    kinds = ("text", "circle", "path", "rect")
    texts, *shapes = (
        {fill(n) for n in root.findall(f".//{{*}}{kind}")} for kind in kinds
    )
    shapes = set().union(*shapes) - {ground, "none", None}
    assert texts and shapes
    for shape in shapes:
        assert contrast(shape, ground) >= 3, f"{shape} is faint on {ground}"
    for text in texts:
        grounds = shapes if contrast(text, ground) < 4.5 else {ground}
        readable = all(contrast(text, g) >= 4.5 for g in grounds)
        assert readable, f"{text} is hard to read"
    for a, b in itertools.combinations(shapes, 2):
        assert difference(a, b) >= 10, f"{a} and {b} look alike to some"
