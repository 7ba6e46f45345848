"""Tells whether the Korean and the English edition of a notebook are the same program.

`differences(ko, en)` takes two notebooks as nbformat reads them and returns a list of sentences,
one for each difference, that name the cell and show the two sides.
"""

import ast
import re
from collections import Counter
from itertools import groupby

# Calls whose arguments, and keywords whose values, people read.
SHOWN_CALLS = {
    *("print", "legend", "text", "annotate", "suptitle", "supxlabel", "supylabel"),
    *("title", "xlabel", "ylabel", "set_title", "set_xlabel", "set_ylabel", "set_label"),
    *("set_xticklabels", "set_yticklabels"),
}
SHOWN_KEYWORDS = {
    *("title", "titles", "label", "labels", "xlabel", "ylabel", "xticklabels", "yticklabels"),
    *("hint", "description", "placeholder"),
}
# Through these an argument's own strings are reached; anything else ends the search.
TRANSPARENT = (ast.List, ast.Tuple, ast.Starred, ast.BinOp, ast.IfExp, ast.ListComp)

HANGUL = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")
CELL_ID = re.compile(r"[a-z][a-z0-9]*(-([a-z][a-z0-9]*|\d{1,3}))*")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")


def differences(ko, en):
    problems = _cell_by_cell(ko, en)
    for edition, notebook in (("ko", ko), ("en", en)):
        problems += _not_run_in_order(edition, notebook)
    return problems


def _cell_by_cell(ko, en):
    ids_ko, ids_en = ([cell.get("id") for cell in nb["cells"]] for nb in (ko, en))
    if ids_ko != ids_en:
        first = next(
            (i for i, pair in enumerate(zip(ids_ko, ids_en, strict=False)) if len(set(pair)) > 1),
            min(len(ids_ko), len(ids_en)),
        )
        sides = _sides(
            *(ids[first] if first < len(ids) else "(no more cells)" for ids in (ids_ko, ids_en))
        )
        return [f"The cells differ from cell number {first + 1} on: {sides}"]
    problems = [f"cell {i}: this id comes twice" for i, n in Counter(ids_ko).items() if n > 1]
    for a, b in zip(ko["cells"], en["cells"], strict=True):
        found = []
        if not CELL_ID.fullmatch(a["id"]) or re.fullmatch("[0-9a-f]{8}", a["id"]):
            found.append("give the cell an id that says what it is for, such as pca-baseline")
        if a["cell_type"] != b["cell_type"]:
            found.append("cell types differ" + _sides(a["cell_type"], b["cell_type"]))
        elif a["cell_type"] == "code":
            found += compare_code(a["source"], b["source"]) + _compare_outputs(a, b)
        else:
            found += compare_text(a["source"], b["source"])
        if a["metadata"] != b["metadata"]:
            found.append("tags or metadata differ" + _sides(a["metadata"], b["metadata"]))
        problems += [f"cell {a['id']}: {problem}" for problem in found]
    return problems


# Code


def compare_code(ko, en):
    for source in (ko, en):
        if source.lstrip().startswith("%%"):
            return ["no %% cells: they are not Python, so they cannot be compared"]
        if not source.strip():
            return ["an empty code cell: delete it in both editions"]
    magic = [[li for li in source.splitlines() if re.match(r"\s*[%!]", li)] for source in (ko, en)]
    if magic[0] != magic[1]:
        return ["lines that start with % or ! differ" + _sides(*magic)]
    trees = []
    for source in (ko, en):
        try:
            trees.append(ast.parse(re.sub(r"(?m)^(\s*)[%!].*$", r"\1pass", source)))
        except SyntaxError as error:
            return [f"line {error.lineno} is not Python: {error.msg}"]
    found = _compare_nodes(*trees, shown=False)
    if found is None:
        return []
    node_ko, node_en, why = found
    lines = (_line(ko, node_ko), _line(en, node_en))
    return [f"{why}" + _sides(*lines)]


def _compare_nodes(a, b, shown):
    """The first pair of nodes that differ, with the reason, or None."""
    if type(a) is not type(b):
        return a, b, "the code differs"
    if isinstance(a, ast.Constant):
        if a.value == b.value and type(a.value) is type(b.value):
            return None
        if isinstance(a.value, str) and isinstance(b.value, str):
            return _compare_strings(a, b, a.value, b.value, shown)
        return a, b, "the code differs"
    if isinstance(a, ast.JoinedStr):
        return _compare_f_strings(a, b, shown)
    if isinstance(a, ast.AST):
        for name in a._fields:
            part_a, part_b = getattr(a, name, None), getattr(b, name, None)
            if isinstance(part_a, (ast.AST, list)):
                found = _compare_parts(a, b, name, part_a, part_b, shown)
            else:
                found = None if part_a == part_b else (a, b, "the code differs")
            if found:
                return found
    return None


def _compare_parts(a, b, name, part_a, part_b, shown):
    if not isinstance(part_a, list):
        part_a, part_b = [part_a], [part_b]
    if type(part_b) is not list or len(part_a) != len(part_b):
        return a, b, "the code differs"
    for i, (x, y) in enumerate(zip(part_a, part_b, strict=True)):
        if not isinstance(x, ast.AST) or not isinstance(y, ast.AST):
            found = None if x == y else (a, b, "the code differs")
        else:
            found = _compare_nodes(x, y, _is_shown(a, name, i, x, shown))
        if found:
            # A node without a place of its own (an operator, an argument list) takes its parent's.
            places = zip(found[:2], (a, b), strict=True)
            return *(n if hasattr(n, "lineno") else p for n, p in places), found[2]
    return None


def _is_shown(parent, field, index, child, shown):
    """Whether a string that stands here in the code is read by people."""
    if isinstance(parent, ast.Call):
        name = getattr(parent.func, "attr", getattr(parent.func, "id", ""))
        return field == "args" and name in SHOWN_CALLS or field == "keywords" and shown
    if isinstance(parent, ast.keyword):
        return parent.arg in SHOWN_KEYWORDS
    if isinstance(parent, ast.Assert):
        return field == "msg"
    if isinstance(parent, ast.Raise):
        return False
    if isinstance(parent, (ast.FunctionDef, ast.ClassDef)) and field == "body" and index == 0:
        return isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
    if isinstance(parent, ast.Expr):
        return shown
    if isinstance(parent, ast.IfExp):
        return shown and field != "test"
    if isinstance(parent, ast.ListComp):
        return shown and field == "elt"
    return shown and isinstance(parent, TRANSPARENT)


def _compare_f_strings(a, b, shown):
    fields = [[v for v in node.values if isinstance(v, ast.FormattedValue)] for node in (a, b)]
    counts = [Counter(map(ast.dump, values)) for values in fields]
    if counts[0] != counts[1]:
        return a, b, "the {fields} of an f-string differ"
    texts = ["".join(_text_or_field(v) for v in node.values) for node in (a, b)]
    if texts[0] == texts[1]:
        return None
    plain = [re.sub("\0.*?\0", "", text) for text in texts]
    return _compare_strings(a, b, *plain, shown)


def _text_or_field(value):
    return value.value if isinstance(value, ast.Constant) else f"\0{ast.dump(value)}\0"


def _compare_strings(a, b, ko, en, shown):
    if not shown:
        return a, b, "a string that is not shown to people must be the same in both editions"
    if not HANGUL.search(ko):
        return a, b, "the Korean text has no Hangul, yet differs from the English"
    if HANGUL.search(en):
        return a, b, "the English text has Hangul, yet differs from the Korean"
    return None


def _line(source, node):
    lines = source.splitlines()
    return lines[min(getattr(node, "lineno", 1), len(lines)) - 1].strip()


# Text


def compare_text(ko, en):
    if not ko.strip() or not en.strip():
        return ["an empty text cell: delete it in both editions"]
    if ko == en:
        return ["the text is the same in both editions: translate it"]
    problems = []
    for what, pick in (
        ("heading levels", _headings),
        ("images", lambda text, _: re.findall(r"!\[[^\]]*\]\(([^)\s]+)", _bare(text))),
        ("link targets", _links),
        ("formulas", lambda text, _: Counter(re.findall(r"\$\$?[^$]+\$\$?", _bare(text)))),
        ("fenced code", lambda text, _: _fenced(text)),
    ):
        sides = pick(ko, "ko"), pick(en, "en")
        if what == "fenced code" and len(sides[0]) == len(sides[1]):
            problems += [p for pair in zip(*sides, strict=True) for p in compare_code(*pair)]
        elif sides[0] != sides[1]:
            problems.append(f"{what} differ" + _sides(*sides))
    if re.search(r"!\[\s*\]\(", ko + en):
        problems.append("an image without a description: write one between the square brackets")
    for bold in re.findall(r"\*\*[^*\n]*[^\w\s*]\*\*[가-힣]+", _bare(ko)):
        problems.append(f"Markdown does not end the bold here; move the ** before the sign: {bold}")
    return problems + _wrong_language(ko, en)


def _fenced(text):
    return re.findall(r"```python\n(.*?)```", text, re.S)


def _bare(text):
    """The text without code."""
    return re.sub(r"```.*?```|`[^`\n]*`", " ", text, flags=re.S)


def _headings(text, _):
    return [len(marks) for marks in re.findall(r"(?m)^(#+) ", _bare(text))]


def _links(text, edition):
    other = {"ko": "en", "en": "ko"}[edition]
    targets = re.findall(r"(?<!!)\[(?:[^\[\]]|!?\[[^\]]*\]\([^)]*\))*\]\(([^)\s]+)\)", _bare(text))
    targets += re.findall(r'(?:href|src)="([^"]+)"', _bare(text))
    own = [re.sub(rf"\b{edition}/", "THIS/", target) for target in targets]
    return Counter(re.sub(rf"\b{other}/", "OTHER/", target) for target in own)


def _words(text):
    """The words of the prose: no code, formula, tag, link target or quoted title."""
    text = re.sub(r"\$\$?[^$]+\$\$?|<[^>]+>|https?://\S+", " ", _bare(text))
    text = re.sub(r"!?\[[^\]]*\]\([^)]*\)", " ", text)
    text = re.sub(r"(?m)^- .*\d{4}\. *$", " ", text)  # a reference: author, title, year
    return re.findall(r"[A-Za-z]{2,}|[가-힣]+", text)


def _wrong_language(ko, en):
    problems = []
    words = _words(ko)
    hangul = [word for word in words if HANGUL.match(word)]
    if len(words) >= 5 and len(hangul) < len(words) / 2:
        problems.append(f"the Korean text is mostly not Hangul: {ko.strip().splitlines()[0]!r}")
    quoted = re.sub(r"[“\"‘*(][^”\"’*)\n]*[”\"’*)]|\[[^\]]*\]\([^)]*\)", " ", _bare(en))
    run = re.search(r"(?:[가-힣]+[ .,?!]+){4,}", quoted)
    if run:
        problems.append(f"the English text has Korean that is not a quoted example: {run[0]!r}")
    return problems


# Outputs


def _not_run_in_order(edition, notebook):
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    counts = [cell["execution_count"] for cell in code]
    problems = []
    if counts != list(range(1, len(code) + 1)):
        problems.append(f"the {edition} edition was not run from top to bottom: make notebooks")
    for cell in code:
        for output in cell["outputs"]:
            if output["output_type"] == "error":
                problems.append(f"cell {cell['id']} ({edition}): ended in {output['ename']}")
            if output.get("name") == "stderr":
                text = output["text"].strip().splitlines()[0]
                problems.append(f"cell {cell['id']} ({edition}): wrote to stderr: {text}")
    return problems


def _compare_outputs(a, b):
    # Long printing may arrive in several pieces, so a run of stream outputs counts as one.
    kinds = [
        [
            (kind, 1 if kind == "stream" else len([*run]))
            for kind, run in groupby(c["outputs"], _kind)
        ]
        for c in (a, b)
    ]
    if kinds[0] != kinds[1]:
        return ["the kinds of output differ; run both: make notebooks" + _sides(*kinds)]
    numbers = [Counter(NUMBER.findall("".join(map(_printed, c["outputs"])))) for c in (a, b)]
    if numbers[0] != numbers[1]:
        only = [" ".join(sorted(mine - theirs)) for mine, theirs in (numbers, numbers[::-1])]
        return ["the numbers printed differ; run both: make notebooks" + _sides(*only)]
    return []


def _kind(output):
    return output["output_type"]


def _printed(output):
    return output.get("text", "") + output.get("data", {}).get("text/plain", "")


def _sides(ko, en):
    return f"\n    ko: {ko}\n    en: {en}"
