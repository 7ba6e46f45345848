"""Builds both editions of a notebook from its one source; runs what changed.

    python tools/build.py                 all notebooks: new texts, outputs kept
    python tools/build.py --run           the same, and runs what changed
    python tools/build.py --run 02 05     only these lessons
    python tools/build.py --check         says what is wrong, and each lesson's minutes
    python tools/build.py --live 03       runs a lesson only for its page's live figures

A source is a Python file in jupytext's percent format; CONTRIBUTING.md describes it.
"""

import argparse
import base64
from concurrent.futures import ThreadPoolExecutor
from functools import cache
import hashlib
import io
import json
import os
from pathlib import Path
import re
import sys
import tomllib

import jupytext
import nbformat
from PIL import Image

from editions import EDITIONS, translate
import running

ROOT = Path(__file__).parents[1]
SOLUTION = {"ko": "풀이 보기", "en": "Show the solution"}
NEXT = {"ko": "다음 수업", "en": "Next lesson"}
BACK = {
    "ko": "처음으로: [강의 안내](README.md)",
    "en": "Back to the [overview](README.md)",
}
OTHER = {"ko": "English edition", "en": "한국어판"}
COLAB = {"ko": "Colab에서만 강의의 도우미를 설치합니다."}
COLAB["en"] = "Only on Colab: install the helpers."
HEADS = {"ko": ("수업", "분", "열기"), "en": ("lesson", "min", "open")}


class SourceError(Exception):
    """A source that cannot be built; the message names file, cell and remedy."""


def sources(names=()):
    """The sources of lessons and assignments, or those whose names begin so."""
    found = sorted([*ROOT.glob("notebooks/*.py"), *ROOT.glob("assignments/[0-9]*.py")])
    for name in names:
        if not any(path.stem.startswith(name) for path in found):
            where = "in notebooks/ or assignments/"
            raise SourceError(f"There is no source {name!r} {where}.")
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


# Notebooks


@cache
def read(source):
    """The cells of a source with their ids, and what its head says of the course."""
    notebook = jupytext.read(source, fmt="py:percent")
    for cell in notebook.cells:
        cell.id = cell.metadata.pop("id", None)
        cell.metadata.pop("lines_to_next_cell", None)  # jupytext's own note
        if cell.id is None:
            start = cell.source.strip().splitlines()[:1]
            what = f"the cell that begins {start} has no id: add one."
            raise SourceError(f"{source.name}: {what}")
        cell.id = str(cell.id)
    return notebook.cells, notebook.metadata.get("course", {})


def title(source, edition):
    cells, _ = read(source)
    heads = {c.metadata.get("lang"): c.source for c in cells if c.id == "title"}
    return heads[edition].splitlines()[0].lstrip("# ")


def launch(path):
    """Links that open a notebook elsewhere; none while there is no address."""
    if not repository():
        return []
    binder = f"https://mybinder.org/v2/gh/{repository()}/main?urlpath=lab/tree/{path}"
    colab = f"https://colab.research.google.com/github/{repository()}/blob/main/{path}"
    return [f"[Binder]({binder})", f"[Colab]({colab})"]


def filled(text, source, edition, course):
    """A text with its placeholders filled in."""
    path = built(source, edition).relative_to(ROOT).as_posix()
    other = EDITIONS[edition == "ko"]
    ways = [f"[{OTHER[edition]}](../{other}/{source.stem}.ipynb)", *launch(path)]
    text = text.replace("{links}", " · ".join(ways))
    text = text.replace("{minutes}", str(course.get("minutes")))
    if "{next}" in text:
        lessons = sources()
        place = lessons.index(source) + 1
        later = lessons[place] if place < len(lessons) else None
        if later is None or later.parent != source.parent:
            following = BACK[edition]
        else:
            link = f"[{title(later, edition)}]({later.stem}.ipynb)"
            following = f"{NEXT[edition]}: {link}"
        text = text.replace("{next}", following)
    return text


def build(source, edition):
    """The notebook of one edition, without outputs."""
    cells, course = read(source)
    notebook = nbformat.v4.new_notebook()
    kernel = {"name": "python3", "language": "python"}
    kernel["display_name"] = "Python 3 (ipykernel)"
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
                where = f"{source.name}: cell {cell.id}: line {error.lineno}"
                raise SourceError(f"{where}: {error.msg}") from None
        else:
            text = filled(cell.source, source, edition, course)
        if "solution" in tags:
            fold = f"<details><summary>{SOLUTION[edition]}</summary>"
            text = f"{fold}\n\n```python\n{text}\n```\n\n</details>"
            new = nbformat.v4.new_markdown_cell(text, id=cell.id)
        elif cell.cell_type == "code":
            new = nbformat.v4.new_code_cell(text, id=cell.id, metadata=metadata)
            look(new, tags, alt and alt[edition])
        else:
            new = nbformat.v4.new_markdown_cell(text, id=cell.id, metadata=metadata)
        notebook.cells.append(new)
        if cell.id == "title" and repository():
            notebook.cells.append(colab_cell(edition))
    return notebook


def look(cell, tags, alt):
    """What Jupyter and the site fold, and what describes a figure."""
    if {"check", "hide-input"} & set(tags):
        cell.metadata["jupyter"] = {"source_hidden": True}
        cell.metadata["tags"] = sorted({*tags, "hide-input"})
    if "predict" in tags:
        cell.metadata.update(collapsed=True, jupyter={"outputs_hidden": True})
        cell.metadata["tags"] = sorted({*tags, "hide-output"})
    if alt:
        cell.metadata["mystnb"] = {"image": {"alt": alt}}


def colab_cell(edition):
    # Exported as a script, the lesson runs: the magic may vanish, the body may not.
    code = f"""# {COLAB[edition]}
import sys

if "google.colab" in sys.modules:
    course = "git+https://github.com/{repository()}"
    %pip install -q {{course}}"""
    return nbformat.v4.new_code_cell(code, id="colab")


def fingerprint(notebook):
    """Of all that outputs depend on: code, helpers, and the versions admitted."""
    needed = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    needed += [path.read_text("utf-8") for path in sorted(ROOT.glob("helpers/*.py"))]
    versions = (ROOT / "requirements.txt").read_text("utf-8")
    needed += re.findall(r"(?m)^[^#\n]+", versions)
    return hashlib.sha256("\0".join(needed).encode()).hexdigest()[:16]


def with_outputs(notebook, stored):
    """The notebook with the stored one's outputs, and the mark of their code."""
    old = {cell.id: cell for cell in stored.cells if cell.cell_type == "code"}
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.id in old:
            cell.outputs = old[cell.id].outputs
            cell.execution_count = old[cell.id].execution_count
    ran = stored.metadata.get("course", {}).get("ran", "")
    notebook.metadata["course"] = {"ran": ran}
    return notebook


def text_of(notebook):
    return nbformat.writes(notebook, version=nbformat.NO_CONVERT) + "\n"


def write(path, text):
    write_all({path: text})


def write_all(texts):
    """All of them or none: what is interrupted leaves the old files, and no other."""
    parts = {}
    try:
        for path, text in texts.items():
            if not path.exists() or path.read_text("utf-8") != text:
                path.parent.mkdir(exist_ok=True)
                parts[path] = path.with_name(f".{path.name}.part")
                parts[path].write_text(text, "utf-8", newline="\n")
        for path, part in parts.items():
            os.replace(part, path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def refresh(source, edition):
    """The notebook as it should be, with the outputs that are stored for it."""
    notebook, path = build(source, edition), built(source, edition)
    try:
        stored = nbformat.read(path, as_version=4)
    except (OSError, ValueError):  # not there, or torn by a merge: run it anew
        notebook.metadata["course"] = {"ran": ""}
        return notebook
    return with_outputs(notebook, stored)


def slim(notebook):
    """Pack each figure as tightly as PNG allows; not a pixel changes."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if picture := output.get("data", {}).get("image/png"):
                packed = io.BytesIO()
                with Image.open(io.BytesIO(base64.b64decode(picture))) as image:
                    if image.convert("RGBA").getextrema()[3][0] < 255:
                        continue  # it shines through somewhere
                    image.convert("RGB").save(packed, "PNG", optimize=True)
                text = base64.b64encode(packed.getvalue()).decode()
                output.data["image/png"] = min(picture, text, key=len)


def execute(notebook, folder, live=None):
    """Run from top to bottom in a fresh kernel.

    live : a script that then stores, in the same kernel, what the page's figures need
    """
    notebook.metadata.pop("course", None)
    if live:
        code = f"import sys; sys.path.insert(0, {str(live.parent)!r})\n%run -i {live}"
        notebook.cells.append(nbformat.v4.new_code_cell(code))
    running.execute(notebook, folder)
    if live:
        notebook.cells.pop()
        write(ran_for(live), fingerprint(notebook) + "\n")
    slim(notebook)
    notebook.metadata.pop("language_info", None)  # names this machine's Python
    notebook.metadata["course"] = {"ran": fingerprint(notebook)}


def live(source):
    """The script that stores what a lesson's live figures need, if there is one."""
    script = ROOT / f"site/live/{source.stem}.py"
    return script if source.parent.name == "notebooks" and script.exists() else None


def ran_for(live):
    """Where it stands which code the live figures' data come from."""
    return live.parent / f"data/{live.stem}.ran"


def run(source):
    """Run both editions of a source at once; store them if both went through."""
    os.environ["PYTHONWARNINGS"] = "error:Glyph"  # a missing glyph is an error
    notebooks = {edition: build(source, edition) for edition in EDITIONS}
    scripts = {"ko": None, "en": live(source)}
    with ThreadPoolExecutor(len(EDITIONS)) as pool:
        runs = {
            e: pool.submit(execute, notebook, built(source, e).parent, scripts[e])
            for e, notebook in notebooks.items()
        }
    for edition, answer in runs.items():
        if answer.exception():
            where = built(source, edition).relative_to(ROOT)
            raise SourceError(f"{where} does not run through:\n{answer.exception()}")
    write_all({built(source, e): text_of(n) for e, n in notebooks.items()})


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
        target = Path(os.path.relpath(path, folder)).as_posix()
        link = f"[{title(source, edition)}]({target})"
        ways = [" · ".join(launch(here))] if repository() else []
        rows.append([link, str(read(source)[1].get("minutes")), *ways])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def with_tables(path):
    """A README with its lists of lessons brought up to date."""
    text = path.read_text("utf-8")
    for edition in EDITIONS:
        start, end = f"<!-- lessons {edition} -->\n", "\n<!-- end -->"
        new = f"{start}\n{lesson_table(edition, path.parent)}\n{end}"
        text = re.sub(f"(?s){start}.*?{end}", lambda m, new=new: new, text)
    return text


def readmes():
    return [ROOT / "README.md", *sorted(ROOT.glob("notebooks/*/README.md"))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", help="beginnings of names, such as 02")
    parser.add_argument("--run", action="store_true", help="run what changed")
    parser.add_argument("--check", action="store_true", help="only say what is wrong")
    parser.add_argument("--live", action="store_true", help="data of live figures")
    given = parser.parse_args()
    try:
        if given.live:
            for source in filter(live, sources(given.names)):
                execute(build(source, "en"), built(source, "en").parent, live(source))
            return
        if given.check:
            from check import report

            sys.exit(report(sources(given.names)))
        for source in sources(given.names):
            fresh = {edition: refresh(source, edition) for edition in EDITIONS}
            ran = {e: n.metadata["course"]["ran"] for e, n in fresh.items()}
            old = any(ran[e] != fingerprint(n) for e, n in fresh.items())
            if old and given.run:
                print(f"{source.stem}: running both editions", flush=True)
                run(source)
                continue
            for edition, notebook in fresh.items():
                write(built(source, edition), text_of(notebook))
            if old:
                why = "the outputs belong to other code: make notebooks"
                print(f"{source.stem}: {why}")
        for path in readmes():
            write(path, with_tables(path))
    except SourceError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"{error}: what was not finished stays as it was.")
    except KeyboardInterrupt:
        sys.exit("Interrupted: what was not finished stays as it was.")


if __name__ == "__main__":
    main()
