"""The mark for a text in two languages, in the sources of the notebooks above all."""

import os


def say(korean, english=None):
    """The text in the reader's language, as LANG says; one text alone serves both.

    In the notebooks that are built from a source, the text itself stands in its place.
    """
    in_korean = os.environ.get("LANG", "").startswith("ko")
    return korean if english is None or in_korean else english
