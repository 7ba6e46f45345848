"""Syllables as strokes of a pen, made up by a computer: no person drew them."""

from helpers import SYLLABLES
import numpy as np

ROUND = [
    (0.5 + 0.5 * np.sin(a), 0.5 - 0.5 * np.cos(a))
    for a in np.linspace(0, 2 * np.pi, 17)
]
LEGS = [[(0.5, 0), (0.45, 0.4), (0, 1)], [(0.47, 0.35), (0.65, 0.7), (1, 1)]]
CORNER = [(0, 0), (0, 1), (1, 1)]


def put(strokes, left, top, right, bottom):
    corner, size = (left, top), (right - left, bottom - top)
    return [[tuple(corner + np.array(p) * size) for p in stroke] for stroke in strokes]


def consonant(number, tall):
    """Strokes in a square of side 1; ㄱ and ㅋ lean beside a vowel."""
    g = (
        [(0, 0), (1, 0), (0.85, 0.5), (0.15, 1)]
        if tall
        else [(0, 0), (1, 0), (0.97, 1)]
    )
    bar = [(0, 0), (1, 0)]
    return [
        [g],
        [CORNER],
        [bar, CORNER],
        [[(0, 0), (1, 0), (1, 0.5), (0, 0.5), (0, 1), (1, 1)]],
        [[(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]],
        [[*CORNER, (1, 0)], [(0, 0.45), (1, 0.45)]],
        LEGS,
        [ROUND],
        [bar, *put(LEGS, 0, 0.05, 1, 1)],
        [[(0.3, 0), (0.7, 0)], *put([bar, *LEGS], 0, 0.27, 1, 1)],
        [g, [(0.1, 0.48), (0.9, 0.43)] if tall else [(0, 0.45), (0.97, 0.45)]],
        [bar, CORNER, [(0, 0.48), (1, 0.48)]],
        [bar, [(0.3, 0), (0.3, 1)], [(0.7, 0), (0.7, 1)], [(0, 1), (1, 1)]],
        [
            [(0.3, 0), (0.7, 0)],
            [(0, 0.24), (1, 0.24)],
            *put([ROUND], 0.15, 0.42, 0.85, 1),
        ],
    ][number]


def vowel(number):
    """Strokes in the whole square."""
    stem = [(0.78, 0), (0.78, 1)]
    right = {0: [0.45], 1: [0.3, 0.58]}.get(number, [])
    left = {2: [0.45], 3: [0.3, 0.58]}.get(number, [])
    up = {4: [0.5], 5: [0.32, 0.68]}.get(number, [])
    down = {6: [0.5], 7: [0.32, 0.68]}.get(number, [])
    if number in (0, 1, 2, 3, 9):
        ticks = [[(0.78, y), (1, y)] for y in right]
        return [*([(0.55, y), (0.78, y)] for y in left), stem, *ticks]
    y = {8: 0.82}.get(number, 0.9 if up else 0.66)
    short = [[(x, 0.62), (x, y)] for x in up] + [[(x, y), (x, 1)] for x in down]
    return [[(0, y), (1, y)], *short]


def syllable(number, rng, wobble=0.01, size=None, place=None):
    """One syllable's strokes on a square of side 1, by an unsteady hand."""
    c, v = divmod(number, 10)
    tall = v in (0, 1, 2, 3, 9)
    room = (0, 0.12, 0.5, 0.82) if tall else (0.18, 0, 0.82, 0.48)
    if v in (2, 3):
        room = (0, 0.12, 0.48, 0.82)
    if v in (6, 7, 8):
        room = (0.18, 0, 0.82, 0.53)
    size = rng.uniform(0.4, 0.8) if size is None else size
    place = rng.uniform(0.05, 0.95 - size, 2) if place is None else place
    drawn = []
    for stroke in put(consonant(c, tall), *room) + vowel(v):
        ends = np.array(stroke)
        steps = [
            np.linspace(a, b, 6)[:-1] for a, b in zip(ends, ends[1:], strict=False)
        ]
        points = np.vstack([*steps, ends[-1:]])
        slow = np.sin(np.linspace(0, np.pi, len(points)))[:, None]
        waver = rng.normal(0, wobble, 2) + slow * rng.normal(0, wobble, 2)
        points = points + waver + rng.normal(0, wobble / 3, points.shape)
        drawn.append(place + size * points)
    return drawn


assert len(SYLLABLES) == 140
