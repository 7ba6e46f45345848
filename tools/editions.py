"""What the marks in a source's code become in each edition.

`say("한국어", "English")` becomes the edition's text, `say("한국어")` the same in both;
of a comment or docstring `한국어 | English` one half stays.
"""

import ast
import io
from itertools import accumulate
import re
import tokenize

EDITIONS = ("ko", "en")
HANGUL = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")


def tree_of(code):
    """The code's syntax tree, and the code with `%` lines blanked."""
    plain = re.sub(r"(?m)^(\s*)[%!].*$", r"\1pass", code)
    return ast.parse(plain), plain


def said(tree):
    """The calls of say."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call for call in calls if getattr(call.func, "id", "") == "say"]


def documented(tree):
    """The docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


def comments(plain):
    tokens = tokenize.generate_tokens(io.StringIO(plain).readline)
    return [token for token in tokens if token.type == tokenize.COMMENT]


def half(text, edition):
    """One side of `한국어 | English`; a text without a pair is the same in both."""
    ko, bar, en = text.partition(" | ")
    return text if not bar or not HANGUL.search(ko) else (ko if edition == "ko" else en)


def translate(code, edition):
    """The code of a source as a learner of this edition sees it."""
    tree, plain = tree_of(code)
    lines = code.splitlines(keepends=True)
    starts = list(accumulate((len(line) for line in lines), initial=0))

    def place(line, column):  # ast counts columns in bytes
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    def span(node):
        first = place(node.lineno, node.col_offset)
        return first, place(node.end_lineno, node.end_col_offset)

    edits = []
    for call in said(tree):
        chosen = call.args[-1 if edition == "en" else 0]
        begin, end = span(chosen)
        text, to = code[begin:end], span(call)
        left = (begin - starts[chosen.lineno - 1]) - (to[0] - starts[call.lineno - 1])
        if left > 0 and '"""' not in text:  # further lines move left with the first
            text = re.sub(rf"\n {{{left}}}", "\n", text)
        edits.append((*to, text))
    for string in documented(tree):
        begin, end = span(string)
        quote = re.match(r"\w*(\"\"\"|'''|\"|')", code[begin:end])[1]
        inner = code[begin:end].strip(quote[0])
        edits.append((begin, end, f"{quote}{half(inner, edition)}{quote}"))
    for token in comments(plain):
        begin = starts[token.start[0] - 1] + token.start[1]
        mark = re.match("#+ ?", token.string)[0]
        new = mark + half(token.string.removeprefix(mark), edition)
        edits.append((begin, begin + len(token.string), new))
    for begin, end, text in sorted(edits, reverse=True):
        code = code[:begin] + text + code[end:]
    code = re.sub(r"(?m)^from helpers import say\n", "", code)
    imports = r"(?ms)^from helpers import (\(.*?\)|[^\n]*)"
    return re.sub(imports, lambda m: re.sub(r"\s+say,|\bsay, |, say\b", "", m[0]), code)
