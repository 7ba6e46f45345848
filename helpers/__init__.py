"""What would distract from a lesson: Hangul pictures, texts, figures, exercise checks.

Models, training and measurements stand in the notebooks. `helpers.training` is imported
apart from the rest, because it loads TensorFlow.
"""

import os

# Keras and TensorFlow read these once, on import: lessons import helpers first.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # no start-up notes in the lessons
# Convolutions train nearly twice as fast.
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")

from helpers.exercises import check, check_choice
from helpers.figures import show_images, show_table
from helpers.hangul import CONSONANTS, SYLLABLES, VOWELS, hangul_images
from helpers.interface import interface_pairs
from helpers.say import say
from helpers.style import use_course_style, use_korean_font

__all__ = [
    "CONSONANTS",
    "SYLLABLES",
    "VOWELS",
    "check",
    "check_choice",
    "hangul_images",
    "interface_pairs",
    "say",
    "show_images",
    "show_table",
    "use_course_style",
    "use_korean_font",
]
