"""How figures look: the Korean font, and one cycle of colours, markers and lines."""

from importlib.util import find_spec
from pathlib import Path

from cycler import cycler
from matplotlib import font_manager, rcParams

# Okabe and Ito (2008), Color Universal Design: told apart by colour-blind readers. The
# marker and the line differ too, so that a print without colour can be read. Yellow is
# left out: on white it is too pale.
COLORS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
LINES = ("-", "--", "-.", ":", (0, (5, 1)), (0, (3, 1, 1, 1)), (0, (1, 1)))


def font_file(weight="Regular"):
    """Path of a NanumGothic font file; `weight` is Light, Regular, Bold or ExtraBold.

    The files come with the package koreanize-matplotlib, which is looked up and never
    imported: it needs distutils, gone since Python 3.12. Raises ModuleNotFoundError if
    it is missing.
    """
    package = find_spec("koreanize_matplotlib")
    if package is None:
        command = "pip install koreanize-matplotlib"
        raise ModuleNotFoundError(
            f"The Korean fonts are missing. Install them with: {command}"
        )
    suffix = "" if weight == "Regular" else weight
    return Path(package.origin).parent / "fonts" / f"NanumGothic{suffix}.ttf"


def use_korean_font():
    """Make matplotlib fall back on NanumGothic for Hangul, which its own font lacks."""
    for weight in ("Regular", "Bold"):
        font_manager.fontManager.addfont(font_file(weight))
    rcParams["font.family"] = ["DejaVu Sans", "NanumGothic"]


def use_course_style():
    """Set the Korean font, and what `plot` takes in turn: colour, marker and line."""
    use_korean_font()
    rcParams["axes.prop_cycle"] = cycler(color=COLORS, marker=MARKERS, linestyle=LINES)
    rcParams["axes.spines.top"] = rcParams["axes.spines.right"] = False
    rcParams["figure.constrained_layout.use"] = True
