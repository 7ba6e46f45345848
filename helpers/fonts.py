"""The Korean font: found where pip put it, and handed to matplotlib."""

from importlib.util import find_spec
from pathlib import Path

from matplotlib import font_manager, rcParams


def font_file(weight="Regular"):
    """Path of a NanumGothic font file; `weight` is Light, Regular, Bold or ExtraBold.

    The files come with the package koreanize-matplotlib, which is looked up and never imported:
    it needs distutils, gone since Python 3.12. Raises ModuleNotFoundError if it is missing.
    """
    package = find_spec("koreanize_matplotlib")
    if package is None:
        raise ModuleNotFoundError(
            "The Korean fonts are missing. Install them with: pip install koreanize-matplotlib"
        )
    suffix = "" if weight == "Regular" else weight
    return Path(package.origin).parent / "fonts" / f"NanumGothic{suffix}.ttf"


def use_korean_font():
    """Make matplotlib fall back on NanumGothic for Hangul, which its own font lacks."""
    for weight in ("Regular", "Bold"):
        font_manager.fontManager.addfont(font_file(weight))
    rcParams["font.family"] = ["DejaVu Sans", "NanumGothic"]
