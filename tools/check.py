"""What must hold of sources and of the notebooks built from them; runs none.

`problems(source)` yields a sentence for each fault: file, cell, fault, remedy.
"""

import ast
from collections import Counter
import math
import re

import nbformat

import build as b
from editions import EDITIONS, HANGUL, comments, documented, said, tree_of

EDITION_NAMES = {"ko": "Korean", "en": "English"}
WORD = re.compile("[가-힣]{2,}")  # a single syllable is an example, not a word
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")
LONGEST = {"notebooks": 45, "assignments": 50}  # minutes
MOST = 800_000  # bytes a notebook


def problems(source):
    here = source.relative_to(b.ROOT).as_posix()
    try:
        cells, course = b.read(source)
        found = [*twins(cells), *code(cells)]
        fresh = {edition: b.refresh(source, edition) for edition in EDITIONS}
    except b.SourceError as error:
        yield str(error)
        return
    for cell, what in found:
        yield f"{here}: cell {cell.id}: {what}"
    for edition, notebook in fresh.items():
        path = b.built(source, edition)
        there = path.relative_to(b.ROOT).as_posix()
        for what in committed(path, notebook):
            yield f"{there}: {what}"
    yield from (f"{here}: {what}" for what in same_numbers(*fresh.values()))
    minutes, longest = reading_time(fresh), LONGEST[source.parent.name]
    promised = course.get("minutes", 0)
    if minutes > promised or promised > longest:
        yield (
            f"{here}: takes {minutes} minutes and promises {promised}, of {longest} at "
            "most: shorten it, or correct `minutes` in its first lines"
        )


# Text


def twins(cells):
    """Every text once in Korean and then in English, and nothing twice."""
    seen, last = set(), None
    for cell in cells:
        language = cell.metadata.get("lang")
        if cell.cell_type == "code":
            language = None
        elif language not in EDITIONS:
            yield cell, 'a text cell needs lang="ko" or lang="en" in its header'
        if language == "en":
            if last is not None and last.id == cell.id:
                yield from ((cell, what) for what in compare(last.source, cell.source))
                last = None
                continue
            yield cell, "the English text has no Korean twin right before it: write one"
        if last is not None:
            yield last, "the Korean text has no English twin right after it: write one"
        if cell.id in seen:
            yield cell, "this id comes twice: rename one"
        if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", cell.id):
            yield cell, "give it an id that says what it is for, such as pca-baseline"
        if not cell.source.strip():
            yield cell, "it is empty: delete it"
        seen.add(cell.id)
        last = cell if language == "ko" else None
    if last is not None:
        yield last, "the Korean text has no English twin right after it: write one"


def compare(ko, en):
    if ko == en:
        yield "Korean and English are the same: translate one"
        return
    for what, pattern in (
        ("headings", r"(?m)^(#+) "),
        ("images", r"!\[[^\]]*\]\(([^)\s]+)"),
        ("formulas", r"\$\$?[^$]+\$\$?"),
        ("link targets", r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)"),
    ):
        found = [re.findall(pattern, without_code(text)) for text in (ko, en)]
        sides = [[re.sub(r"^\.\./(ko|en)/", "../", x) for x in side] for side in found]
        sides = [Counter(side) for side in sides]
        if sides[0] != sides[1]:
            here, there = (sorted((x - y).elements()) for x, y in (sides, sides[::-1]))
            yield f"{what} differ between the languages, Korean {here}, English {there}"
    if len(fenced(ko)) != len(fenced(en)):
        yield "one language shows more code than the other"
    if re.search(r"!\[\s*\]\(", ko + en):
        yield "an image without a description: write one between the square brackets"
    for bold in re.findall(r"\*\*[^*\n]*[^\w\s*]\*\*[가-힣]+", without_code(ko)):
        yield f"Markdown does not end the bold: move the ** before the sign in {bold}"
    if words := stray_hangul(en):
        yield f"Korean in the English text that is no quoted example: {words}"
    if words := stray_english(ko):
        yield f"an English sentence in the Korean text: {words!r}"


def fenced(text):
    return re.findall(r"```.*?```", text, re.S)


def without_code(text):
    return re.sub(r"```.*?```|`[^`\n]*`", " ", text, flags=re.S)


def prose(text):
    """What is read as sentences: no code, formulas, link targets, tags, references."""
    text = re.sub(r"\$\$?[^$]+\$\$?|<[^>]+>|https?://\S+", " ", without_code(text))
    text = re.sub(r"(?m)^[-*] .*\b(19|20)\d\d\b.*$", " ", text)
    return re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)


def stray_hangul(text):
    """Two Korean words in a row outside quotes, brackets, emphasis and tables."""
    text = re.sub(r"\[[^\]]*\]\([^)]*\)|(?m:^\|.*$)", " ", without_code(text))
    quoted = r"[“\"‘'*_(][^”\"’'*_)\n]*[”\"’'*_)]"
    return re.findall(r"[가-힣]+(?: +[가-힣]+)+", re.sub(quoted, " ", text))


def stray_english(text):
    """Six English words in a row outside quotation marks and brackets."""
    text = re.sub(r"[“\"‘*(][^”\"’*)\n]*[”\"’*)]", " ", prose(text))
    found = re.search(r"(?:\b[A-Za-z]{2,}[ ,]+){5,}[A-Za-z]{2,}", text)
    return found and found[0]


# Code


def code(cells):
    for cell in cells:
        if cell.cell_type == "code":
            try:
                tree, plain = tree_of(cell.source)
            except SyntaxError as error:
                yield cell, f"line {error.lineno} is not Python: {error.msg}"
                continue
            for what in (*pairs(tree), *unpaired(tree), *lone_comments(plain)):
                yield cell, what


def text(node):
    """The words of a string, an f-string or a list of them."""
    parts = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant)]
    return " ".join(part for part in parts if isinstance(part, str))


def fields(node):
    parts = (n for n in ast.walk(node) if isinstance(n, ast.FormattedValue))
    return Counter(ast.unparse(part) for part in parts)


def pairs(tree):
    for call in said(tree):
        if len(call.args) not in (1, 2) or call.keywords:
            yield 'say takes a Korean and an English text: say("오차", "error")'
        elif len(call.args) == 2:
            ko, en = call.args
            if ast.dump(ko) == ast.dump(en):
                yield f"both sides of say are {ast.unparse(ko)}: write it without say"
            elif not HANGUL.search(text(ko)):
                yield f"the Korean side of say has no Hangul: {ast.unparse(ko)}"
            elif stray_hangul(text(en)):
                yield f"the English side of say has Korean: {ast.unparse(en)}"
            elif fields(ko) != fields(en):
                yield f"the two sides of say show other values: {ast.unparse(call)}"


def unpaired(tree):
    marked = set()
    for node in (*said(tree), *documented(tree)):
        marked |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        value = getattr(node, "value", None)
        if isinstance(value, str) and id(node) not in marked and WORD.search(value):
            yield (
                f"{value!r} is Korean in both editions: pair it, say(…, …), or mark an "
                "example that is meant to be Korean, say(…)"
            )
    for string in documented(tree):
        yield from lone(string.value, "docstring")


def lone_comments(plain):
    for token in comments(plain):
        if not re.match(r"###|# *(noqa|fmt|%)", token.string):
            yield from lone(token.string, "comment")


def lone(words, kind):
    ko, bar, en = words.partition(" | ")
    if bar and HANGUL.search(ko) and not stray_hangul(en):
        return
    if WORD.search(words) or re.search(r"[A-Za-z]{3,}", words):
        yield f"a {kind} in one language: write `한국어 | English`: {words.strip()}"


# Notebooks


def committed(path, fresh):
    """The stored notebook is what its source builds, run in order, not too large."""
    if not path.exists():
        yield "it is not built: make notebooks"
        return
    stored = path.read_text("utf-8")
    if stored != b.text_of(fresh):
        yield f"{first_difference(nbformat.reads(stored, 4), fresh)}: make notebooks"
    if len(stored.encode()) > MOST:
        size = f"{len(stored.encode()):,} bytes, of {MOST:,} at most"
        yield f"{size}: draw smaller figures"
    cells = [cell for cell in fresh.cells if cell.cell_type == "code"]
    if fresh.metadata["course"]["ran"] != b.fingerprint(fresh):
        yield "the outputs belong to other code, helpers or versions: make notebooks"
    elif [cell.execution_count for cell in cells] != list(range(1, len(cells) + 1)):
        yield "it was not run from top to bottom: make notebooks"
    live = b.live(path.parents[1] / f"{path.stem}.py")
    if live and path.parent.name == "en":
        ran = b.ran_for(live)
        if not ran.exists() or ran.read_text("utf-8").strip() != b.fingerprint(fresh):
            yield f"live figures of other code: tools/build.py --live {path.stem[:2]}"
    for cell in cells:
        for output in cell.outputs:
            if output.output_type == "error":
                yield f"cell {cell.id}: ended in {output.ename}: mend it"
            if output.get("name") == "stderr":
                line = output.text.splitlines()[0]
                yield f"cell {cell.id}: wrote to stderr: {line}"


def first_difference(stored, fresh):
    for old, new in zip(stored.cells, fresh.cells, strict=False):
        if old != new:
            return f"cell {old.get('id')}: not what the source builds (edit the source)"
    if len(stored.cells) != len(fresh.cells):
        return "it has other cells than its source"
    return "its metadata or layout is not what the source builds"


def printed(cell):
    """What a cell shows, pictures aside."""
    texts = (
        o.get("text") or o.get("data", {}).get("text/plain", "") for o in cell.outputs
    )
    return "".join(texts)


def same_numbers(ko, en):
    pairs = zip(ko.cells, en.cells, strict=False)
    for one, other in pairs:
        if one.cell_type == other.cell_type == "code":
            sides = [Counter(NUMBER.findall(printed(cell))) for cell in (one, other)]
            if sides[0] != sides[1]:
                only = [" ".join(sorted(a - b)) for a, b in (sides, sides[::-1])]
                yield f"cell {one.id}: numbers printed differ, {only}: make notebooks"


# Minutes


def reading_time(notebooks):
    """Minutes of the slower edition: reading, code, figures, exercises, the run."""
    return max(math.ceil(minutes(n, e)) for e, n in notebooks.items())


def minutes(notebook, edition):
    words = lines = figures = exercises = 0
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            text = re.sub(r"(?s)<details>.*?</details>", "", cell.source)
            figures += len(re.findall(r"!\[", text))
            word = r"[가-힣]" if edition == "ko" else r"[\w’'-]+"
            words += len(re.findall(word, prose(text)))
            continue
        question = cell.metadata.get("nbgrader", {}).get("solution", False)
        exercises += bool(re.fullmatch(r"exercise-\d+", cell.id)) or question
        if "hide-input" not in cell.metadata.get("tags", []):
            lines += len(re.findall(r"(?m)^.*\w.*$", cell.source))  # no lone brackets
        figures += sum("image/png" in output.get("data", {}) for output in cell.outputs)
    reading = words / (500 if edition == "ko" else 200)
    return reading + lines * 4 / 60 + figures * 20 / 60 + exercises * 4 + 1


def report(sources):
    """Print every problem, and the minutes of each source; 1 if there is any."""
    found = []
    for source in sources:
        found += problems(source)
        name = f"{source.parent.name}/{source.stem}"
        fresh = {edition: b.refresh(source, edition) for edition in EDITIONS}
        each = ", ".join(f"{e} {minutes(n, e):.0f}" for e, n in fresh.items())
        promised = b.read(source)[1].get("minutes")
        print(f"{name}: {each} of {promised} minutes", flush=True)
    known = {b.built(source, edition) for source in b.sources() for edition in EDITIONS}
    for folder in ("notebooks", "assignments"):
        for path in sorted(set(b.ROOT.glob(f"{folder}/*/*.ipynb")) - known):
            found.append(f"{path.relative_to(b.ROOT)}: has no source: delete it")
    for path in b.readmes():
        if path.read_text("utf-8") != b.with_tables(path):
            name = path.relative_to(b.ROOT)
            found.append(f"{name}: its list of lessons is old: make notebooks")
    print(*found, sep="\n")
    return int(bool(found))
