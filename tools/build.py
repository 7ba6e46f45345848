"""Builds both editions of a notebook from its one source, and runs those whose code changed.

    python tools/build.py                 all notebooks: new texts, outputs kept
    python tools/build.py --run           the same, and runs what changed
    python tools/build.py --run 02 05     only these lessons
    python tools/build.py --check         says what is wrong and how long each lesson takes

A source is a Python file in jupytext's percent format; CONTRIBUTING.md describes it.
"""

import argparse
import ast
import hashlib
import io
import json
import os
import re
import sys
import tokenize
import tomllib
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import jupytext
import nbformat

ROOT = Path(__file__).parents[1]
EDITIONS = ("ko", "en")
HANGUL = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")
WORDS = {
    "ko": ("풀이 보기", "다음 수업", "Colab에서만 강의의 도우미를 설치합니다.", "English edition"),
    "en": ("Show the solution", "Next lesson", "Only on Colab: install the helpers.", "한국어판"),
}
HEADS = {"ko": ("수업", "분", "열기"), "en": ("lesson", "min", "open")}


class SourceError(Exception):
    """A source that cannot be built; the message names file, cell and remedy."""


def sources(names=()):
    """The sources of lessons and assignments, or those whose names begin so."""
    found = sorted([*ROOT.glob("notebooks/*.py"), *ROOT.glob("assignments/[0-9]*.py")])
    unknown = [name for name in names if not any(p.stem.startswith(name) for p in found)]
    if unknown:
        raise SourceError(f"There is no source {unknown[0]!r} in notebooks/ or assignments/.")
    return [p for p in found if not names or p.stem.startswith(tuple(names))]


def built(source, edition):
    """Where the notebook of a source stands."""
    return source.parent / edition / f"{source.stem}.ipynb"


@cache
def repository():
    """owner/name of the published repository, or None while pyproject.toml has none."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    name = project["urls"]["repository"].removeprefix("https://github.com/").strip("/")
    return None if name.startswith("OWNER/") else name


# Code: what the marks of a source become


def tree_of(code):
    """The code's syntax tree and the code itself, lines for the notebook alone blanked."""
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
    starts = [0]  # of each line, in bytes, as ast counts columns
    for line in code.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    raw, edits = code.encode(), []

    def span(node):
        first = starts[node.lineno - 1] + node.col_offset
        return first, starts[node.end_lineno - 1] + node.end_col_offset

    for call in said(tree):
        chosen = call.args[-1 if edition == "en" else 0]
        begin, end = span(chosen)
        indent = chosen.col_offset - call.col_offset
        text = raw[begin:end]
        if indent > 0 and b'"""' not in text:  # its further lines move left with the first
            text = re.sub(rb"\n {%d}" % indent, b"\n", text)
        edits.append((*span(call), text))
    for string in documented(tree):
        begin, end = span(string)
        text = raw[begin:end].decode()
        quote = re.match(r"\w*(\"\"\"|'''|\"|')", text)[1]
        inner = half(text[len(quote) : -len(quote)], edition)
        edits.append((begin, end, f"{quote}{inner}{quote}".encode()))
    for token in comments(plain):
        line = plain.splitlines()[token.start[0] - 1]
        begin = starts[token.start[0] - 1] + len(line[: token.start[1]].encode())
        mark = re.match("#+ ?", token.string)[0]
        new = mark + half(token.string[len(mark) :], edition)
        edits.append((begin, begin + len(token.string.encode()), new.encode()))
    for begin, end, text in sorted(edits, reverse=True):
        raw = raw[:begin] + text + raw[end:]
    code = re.sub(r"(?m)^from helpers import say\n", "", raw.decode())
    imports = r"(?ms)^from helpers import (\(.*?\)|[^\n]*)"
    return re.sub(imports, lambda m: re.sub(r"\s+say,|\bsay, |, say\b", "", m[0]), code)


# Notebooks


def read(source):
    """The cells of a source, their ids in place, and what its head says of the course."""
    notebook = jupytext.read(source, fmt="py:percent")
    for cell in notebook.cells:
        cell.id = cell.metadata.pop("id", None)
        cell.metadata.pop("lines_to_next_cell", None)  # jupytext's own note
        if cell.id is None:
            start = cell.source.strip().splitlines()[:1]
            raise SourceError(f"{source.name}: the cell that begins {start} has no id: add one.")
        cell.id = str(cell.id)
    return notebook.cells, notebook.metadata.get("course", {})


def title(source, edition):
    cells, _ = read(source)
    head = next(c for c in cells if c.id == "title" and c.metadata.get("lang") == edition)
    return head.source.splitlines()[0].lstrip("# ")


def launch(path, edition):
    """Links that open a notebook elsewhere; none while the repository has no address."""
    if not repository():
        return []
    binder = f"https://mybinder.org/v2/gh/{repository()}/main?urlpath=lab/tree/{path}"
    colab = f"https://colab.research.google.com/github/{repository()}/blob/main/{path}"
    return [f"[Binder]({binder})", f"[Colab]({colab})"]


def filled(text, source, edition, course):
    """A text with its placeholders filled in."""
    path = built(source, edition).relative_to(ROOT).as_posix()
    other = EDITIONS[edition == "ko"]
    ways = [f"[{WORDS[edition][3]}](../{other}/{source.stem}.ipynb)", *launch(path, edition)]
    text = text.replace("{links}", " · ".join(ways))
    text = text.replace("{minutes}", str(course.get("minutes")))
    if "{next}" in text:
        lessons = sources()
        place = lessons.index(source) + 1
        later = lessons[place] if place < len(lessons) else None
        if later is None or later.parent != source.parent:
            link = "[README](README.md)"
        else:
            link = f"[{title(later, edition)}]({later.stem}.ipynb)"
        text = text.replace("{next}", f"{WORDS[edition][1]}: {link}")
    return text


def build(source, edition):
    """The notebook of one edition, without outputs."""
    cells, course = read(source)
    notebook = nbformat.v4.new_notebook()
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    notebook.metadata = nbformat.from_dict({"kernelspec": kernel})
    shared = {cell.id: dict(cell.metadata) for cell in reversed(cells)}
    for cell in cells:
        if cell.metadata.get("lang", edition) != edition:
            continue
        metadata = json.loads(json.dumps(shared[cell.id]))
        metadata.pop("lang", None)
        tags, alt = metadata.get("tags", []), metadata.pop("alt", None)
        if cell.cell_type == "code":
            try:
                text = translate(cell.source, edition)
            except SyntaxError as error:
                where = f"{source.name}: cell {cell.id}"
                raise SourceError(f"{where}: line {error.lineno}: {error.msg}") from None
        else:
            text = filled(cell.source, source, edition, course)
        if "solution" in tags:
            fold = f"<details><summary>{WORDS[edition][0]}</summary>"
            text = f"{fold}\n\n```python\n{text}\n```\n\n</details>"
            new = nbformat.v4.new_markdown_cell(text, id=cell.id)
        elif cell.cell_type == "code":
            new = nbformat.v4.new_code_cell(text, id=cell.id, metadata=metadata)
            look(new, tags, alt and alt[edition])
        else:
            new = nbformat.v4.new_markdown_cell(text, id=cell.id, metadata=metadata)
        notebook.cells.append(new)
        if cell.id == "title" and repository() and "notebooks" in source.parts:
            notebook.cells.append(colab_cell(edition))
    return notebook


def look(cell, tags, alt):
    """What Jupyter and the site fold, and what a figure is called for those who cannot see it."""
    if {"check", "hide-input"} & set(tags):
        cell.metadata["jupyter"] = {"source_hidden": True}
        cell.metadata["tags"] = sorted({*tags, "hide-input"})
    if "predict" in tags:
        cell.metadata.update(collapsed=True, jupyter={"outputs_hidden": True})
        cell.metadata["tags"] = sorted({*tags, "hide-output"})
    if alt:
        cell.metadata["mystnb"] = {"image": {"alt": alt}}


def colab_cell(edition):
    code = f"""# {WORDS[edition][2]}
if "google.colab" in str(get_ipython()):
    %pip install -q git+https://github.com/{repository()}"""
    return nbformat.v4.new_code_cell(code, id="colab")


def fingerprint(notebook):
    """Of all that outputs depend on: the code, the helpers, and the versions admitted."""
    needed = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    needed += [path.read_text("utf-8") for path in sorted(ROOT.glob("helpers/*.py"))]
    needed += re.findall(r"(?m)^[^#\n]+", (ROOT / "requirements.txt").read_text("utf-8"))
    return hashlib.sha256("\0".join(needed).encode()).hexdigest()[:16]


def with_outputs(notebook, stored):
    """The notebook with the outputs of the stored one, and the mark of the code that made them."""
    old = {cell.id: cell for cell in stored.cells if cell.cell_type == "code"}
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.id in old:
            cell.outputs = old[cell.id].outputs
            cell.execution_count = old[cell.id].execution_count
    notebook.metadata["course"] = {"ran": stored.metadata.get("course", {}).get("ran", "")}
    return notebook


def text_of(notebook):
    return nbformat.writes(notebook, version=nbformat.NO_CONVERT) + "\n"


def write(path, text):
    """All of it or nothing: an interrupted write leaves the old file."""
    if path.exists() and path.read_text("utf-8") == text:
        return
    path.parent.mkdir(exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, "utf-8", newline="\n")
    os.replace(part, path)


def refresh(source, edition):
    """The notebook as it should be, with the outputs that are stored for it."""
    notebook, path = build(source, edition), built(source, edition)
    if not path.exists():
        notebook.metadata["course"] = {"ran": ""}
        return notebook
    return with_outputs(notebook, nbformat.read(path, as_version=4))


def execute(notebook, folder):
    """Run from top to bottom in a fresh kernel."""
    from nbclient import NotebookClient

    notebook.metadata.pop("course", None)
    options = {"timeout": 600, "record_timing": False, "coalesce_streams": True}
    where = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, resources=where, **options).execute()
    notebook.metadata.pop("language_info", None)  # names this machine's Python
    notebook.metadata["course"] = {"ran": fingerprint(notebook)}


def run(source):
    """Run both editions of a source at once, and store them only if both went through."""
    os.environ["PYTHONWARNINGS"] = "error:Glyph"  # a missing glyph is an error
    notebooks = {edition: build(source, edition) for edition in EDITIONS}
    with ThreadPoolExecutor(len(EDITIONS)) as pool:
        runs = {
            edition: pool.submit(execute, notebook, built(source, edition).parent)
            for edition, notebook in notebooks.items()
        }
    for edition, answer in runs.items():
        if answer.exception():
            where = built(source, edition).relative_to(ROOT)
            raise SourceError(f"{where} does not run through:\n{answer.exception()}")
    for edition, notebook in notebooks.items():
        write(built(source, edition), text_of(notebook))


# Lists of lessons in the READMEs


def lesson_table(edition, folder):
    """The lessons as rows; links as they work in the folder."""
    heads = HEADS[edition] if repository() else HEADS[edition][:2]
    rows = [heads, ["---"] * len(heads)]
    for source in sources():
        path = built(source, edition)
        if path.parts[-3] != "notebooks":
            continue
        here = path.relative_to(ROOT).as_posix()
        link = f"[{title(source, edition)}]({Path(os.path.relpath(path, folder)).as_posix()})"
        ways = [" · ".join(launch(here, edition))] if repository() else []
        rows.append([link, str(read(source)[1].get("minutes")), *ways])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def with_tables(path):
    """A README with its lists of lessons brought up to date."""
    text = path.read_text("utf-8")
    for edition in EDITIONS:
        start, end = f"<!-- lessons {edition} -->\n", "\n<!-- end -->"
        new = start + lesson_table(edition, path.parent) + end
        text = re.sub(f"(?s){start}.*?{end}", lambda m, new=new: new, text)
    return text


def readmes():
    return [ROOT / "README.md", *sorted(ROOT.glob("notebooks/*/README.md"))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", help="beginnings of names, such as 02")
    parser.add_argument("--run", action="store_true", help="run what changed")
    parser.add_argument("--check", action="store_true", help="only say what is wrong")
    given = parser.parse_args()
    try:
        if given.check:
            from check import report

            sys.exit(report(sources(given.names)))
        for source in sources(given.names):
            fresh = {edition: refresh(source, edition) for edition in EDITIONS}
            old = any(n.metadata["course"]["ran"] != fingerprint(n) for n in fresh.values())
            if old and given.run:
                print(f"{source.stem}: running both editions", flush=True)
                run(source)
                continue
            for edition, notebook in fresh.items():
                write(built(source, edition), text_of(notebook))
            if old:
                print(f"{source.stem}: the outputs belong to other code: make notebooks")
        for path in readmes():
            write(path, with_tables(path))
    except SourceError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("Interrupted: what was not finished stays as it was.")


if __name__ == "__main__":
    main()
