"""The mark for a text that comes in two languages. Only the sources of the notebooks use it."""

import os


def say(korean, english=None):
    """The text in the reader's language, as LANG says; a single one is the same in both.

    In the notebooks that are built from a source, the text itself stands in its place.
    """
    return (
        korean
        if english is None or os.environ.get("LANG", "").startswith("ko")
        else english
    )
