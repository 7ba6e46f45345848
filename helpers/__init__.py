"""What would distract from a lesson: Hangul pictures, interface texts, figures, exercise checks.

Models, training and measurements stand in the notebooks. `helpers.training` is imported apart
from the rest, because it loads TensorFlow.
"""

from helpers.exercises import check
from helpers.figures import show_images
from helpers.fonts import use_korean_font
from helpers.hangul import CONSONANTS, SYLLABLES, VOWELS, hangul_images
from helpers.interface import interface_pairs

__all__ = [
    "CONSONANTS",
    "SYLLABLES",
    "VOWELS",
    "check",
    "hangul_images",
    "interface_pairs",
    "show_images",
    "use_korean_font",
]
