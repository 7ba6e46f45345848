"""What would distract from a lesson: Hangul pictures, texts, figures, exercise checks.

Models, training and measurements stand in the notebooks. `helpers.training` is imported
apart from the rest, because it loads TensorFlow.
"""

import contextlib
import ctypes
import os

# Libraries read these once, when they are imported: helpers come first.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # no start-up notes in the lessons
# Convolutions train more than twice as fast; runs repeat their numbers either way.
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
# Threads that wait must not spin: on a busy machine scikit-learn's t-SNE then took
# fifteen times as long, and nearest neighbours twice; the results are the same.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

# Memory that a training has used goes back to the system, instead of into a store.
os.environ.setdefault("TF_ONEDNN_USE_SYSTEM_ALLOCATOR", "1")
with contextlib.suppress(AttributeError, OSError, TypeError):  # the C library of Linux
    _mallopt = ctypes.CDLL(None).mallopt
    _mallopt(-8, 1)  # M_ARENA_MAX: one heap for all threads, so that gaps are filled
    _mallopt(-3, 2**22)  # M_MMAP_THRESHOLD: 4 MiB and more are returned when freed

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
