"""Pictures of Hangul syllables, drawn on the spot from the four NanumGothic weights."""

from functools import cache

from helpers.style import font_file
import numpy as np
from PIL import Image, ImageDraw, ImageFont

CONSONANTS = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣ"
WEIGHTS = ("Light", "Regular", "Bold", "ExtraBold")
SIDE = 28  # pixels; 28 × 28 = 784, the size of the classic digit and fashion pictures

# Unicode counts 19 consonants × 21 vowels × 28 endings from 가 (U+AC00); these are the
# places of our 14 and 10 (The Unicode Standard, 3.12, "Conjoining Jamo Behavior").
_CONSONANT_PLACES = (0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18)
_VOWEL_PLACES = (0, 2, 4, 6, 8, 12, 13, 17, 18, 20)
SYLLABLES = [
    chr(0xAC00 + (c * 21 + v) * 28) for c in _CONSONANT_PLACES for v in _VOWEL_PLACES
]


@cache
def _glyph(syllable, weight):
    """One syllable, centred, at twice the final size: shrinking softens the edges."""
    font = ImageFont.truetype(font_file(weight), round(1.57 * SIDE))
    glyph = Image.new("L", (2 * SIDE, 2 * SIDE))
    ImageDraw.Draw(glyph).text((SIDE, SIDE), syllable, fill=255, font=font, anchor="mm")
    return glyph


def hangul_images(
    per_syllable=40,
    seed=0,
    *,
    weights=WEIGHTS,
    shift=2.0,
    size=0.1,
    slant=0.15,
    return_style=False,
):
    """Draw `per_syllable` pictures of each of the 140 syllables, in random order.

    Each picture draws its font weight from `weights` and, evenly from ±the given limit,
    a shift (pixels, across and down), a change of size (share) and a slant (pixels
    across per pixel up).

    Returns
    -------
    X : (140 · per_syllable, 784) float32 in [0, 1]; white strokes on black
    consonant : (140 · per_syllable,) int, a place in CONSONANTS
    vowel : (140 · per_syllable,) int, a place in VOWELS
    style : only with return_style=True: how each picture was drawn, a dict of five
        arrays of shape (140 · per_syllable,): "weight", int, a place in `weights`;
        "across" and "down", float, how far the middle was moved (pixels, within
        ±shift); "size", float, the share by which it was made larger (within ±size);
        "slant", float (within ±slant, a positive one leans to the right)

    The syllable itself is SYLLABLES[10 * consonant + vowel]. The same arguments give
    the same pictures; another seed gives new ones. Raises ValueError for arguments that
    make no picture.
    """
    if int(per_syllable) != per_syllable or per_syllable < 1:
        raise ValueError(
            f"per_syllable must be a whole number from 1 up, not {per_syllable!r}."
        )
    weights = (weights,) if isinstance(weights, str) else tuple(weights)
    if not weights or set(weights) - set(WEIGHTS):
        raise ValueError(f"weights must be one or more of {WEIGHTS}, not {weights}.")
    for name, value, limit in (
        ("shift", shift, 14),
        ("size", size, 0.5),
        ("slant", slant, 1),
    ):
        if not 0 <= value <= limit:
            raise ValueError(f"{name} must lie between 0 and {limit}, not {value!r}.")

    rng = np.random.default_rng(seed)
    syllable = rng.permutation(np.repeat(np.arange(len(SYLLABLES)), int(per_syllable)))
    n = len(syllable)
    weight = rng.integers(len(weights), size=n)
    across, down = rng.uniform(-shift, shift, (2, n))
    larger = rng.uniform(-size, size, n)
    leaning = rng.uniform(-slant, slant, n)
    middle_x, middle_y = SIDE / 2 + across, SIDE / 2 + down
    step = 2 / (1 + larger)  # glyph pixels for one picture pixel
    lean = step * leaning
    X = np.empty((n, SIDE, SIDE), np.uint8)
    for i in range(n):
        # Pillow asks from where in the glyph to fetch picture pixel (x, y): two rows
        # (a, b, c), the place being a·x + b·y + c.
        row_x = (step[i], lean[i], SIDE - step[i] * middle_x[i] - lean[i] * middle_y[i])
        row_y = (0, step[i], SIDE - step[i] * middle_y[i])
        glyph = _glyph(SYLLABLES[syllable[i]], weights[weight[i]])
        X[i] = glyph.transform(X[i].shape, Image.AFFINE, row_x + row_y, Image.BILINEAR)
    X = X.reshape(n, SIDE * SIDE) / np.float32(255)
    drawn = X, syllable // len(VOWELS), syllable % len(VOWELS)
    if not return_style:
        return drawn
    style = {"weight": weight, "across": across, "down": down, "size": larger}
    return *drawn, style | {"slant": leaning}
