"""What a student wrote or printed, in a form in which nothing acts in a browser.

nbgrader's pages take Markdown as it is: a script in an essay would run in them, with
the rights of whoever marks it. So text is shown letter for letter, and of outputs text
and PNG pictures stay.
"""

import base64
import re

from nbformat.v4 import new_output

LONGEST = 100_000  # characters that are kept of a cell's text


def as_typed(text):
    """HTML that shows this text as it was typed: no Markdown, tags or formulas."""
    if not text.strip():
        return ""

    def code(found):
        return "".join(f"&#{ord(letter)};" for letter in found[0])

    lines = text[:LONGEST].expandtabs(4).splitlines()
    lines = [
        re.sub(r"[\x00-\x1f\x7f-\x9f]", "\N{REPLACEMENT CHARACTER}", line)
        for line in lines
    ]
    lines = [re.sub(r"^ | (?= )", "\N{NO-BREAK SPACE}", line) for line in lines]
    shown = "<br>".join(re.sub(r"[^\w\s]|_", code, line) for line in lines)
    # MathJax leaves these classes alone; its commands can make links and styles.
    return f'<div class="tex2jax_ignore mathjax_ignore">{shown}</div>'


def texts(output, *names):
    return {name: str(output.get(name, ""))[:LONGEST] for name in names}


def is_png(data):
    try:
        return base64.b64decode(data).startswith(b"\x89PNG\r\n")
    except (TypeError, ValueError):
        return False


def plain(output):
    """An output made anew: its text, its PNG picture, and nothing else."""
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return new_output(kind, name=name, **texts(output, "text"))
    if kind == "error":
        lines = ["\n".join(map(str, output.get("traceback", [])))[:LONGEST]]
        return new_output(kind, traceback=lines, **texts(output, "ename", "evalue"))
    data = output.get("data", {})
    kept = texts(data, "text/plain")
    if is_png(data.get("image/png")):
        picture = base64.b64decode(data["image/png"])
        kept["image/png"] = base64.b64encode(picture).decode()
    return new_output("display_data", kept)
