"""Finds the students and their notebooks in whatever a learning platform hands over.

nbgrader's zip_collect needs a pattern for each platform, garbles Hangul in zips from
Windows, and stops at the first broken one; so folders and zips are read here.
"""

from collections import defaultdict
from contextlib import suppress
import hashlib
import io
import os
from pathlib import Path
import re
import time
from types import SimpleNamespace as File
from unicodedata import normalize
from zipfile import ZipFile

import nbformat

LARGEST = 100_000_000  # bytes of a notebook file
MOST = 2_000_000_000  # bytes in a zip
COPY = r"(?i)copy of|의 사본|복사본|사본|copy|\blate\b|\(\d+\)|최종|final"
LESSON = r"(?i)((lesson|week|hw|homework|assignment|과제|숙제)\W*\d*|\d+(강|주차?))?"
MOODLE = r"_assignsubmission_.*"
CANVAS = r"(.+?)_(?:LATE_)?(\d+)_\d+_.+"


def text(name):
    """A file's name as text, composed, whichever computer wrote its bytes."""
    for code in ("utf-8", "cp949"):
        with suppress(UnicodeDecodeError):
            return normalize("NFC", name.decode(code))
    return name.decode("utf-8", "backslashreplace")


def files(folder):
    """Where each file lay, when it was saved, and what it holds: bytes, or a fault."""
    for place, folders, names in os.walk(folder, onerror=lambda problem: None):
        for name in sorted(folders + names):
            path = Path(place, name)
            where = path.relative_to(folder).parts
            where = tuple(text(os.fsencode(part)) for part in where)
            try:
                if path.is_symlink():
                    yield where, 0, "link"
                elif path.is_dir():
                    os.listdir(path)
                    yield where, 0, "folder"
                elif path.is_file():
                    with path.open("rb") as file:
                        yield from opened(where, path.stat().st_mtime, file)
            except OSError:
                yield where, 0, "unreadable"


def opened(where, saved, file, depth=0):
    """A file, or what a zip holds, as if it were a folder."""
    end = where[-1].lower()[-6:]
    if not end.endswith(".zip"):
        data = file.read(LARGEST + 1) if end == ".ipynb" else b""
        yield where, saved, "large" if len(data) > LARGEST else data
        return
    try:
        with ZipFile(file) as box:
            inside = [item for item in box.infolist() if not item.is_dir()]
            if depth > 2 or sum(item.file_size for item in inside) > MOST:
                raise ValueError
            for item in inside:
                name = item.filename
                if not item.flag_bits & 0x800:  # no UTF-8: bytes, read as CP437
                    name = text(item.orig_filename.encode("cp437"))
                parts = re.split(r"[/\\]+", normalize("NFC", name))
                wanted = name.lower().endswith((".ipynb", ".zip"))
                if wanted and item.file_size > LARGEST:
                    yield (*where, *parts), 0, "large"
                    continue
                inner = io.BytesIO(box.read(item) if wanted else b"")
                made = time.mktime((*item.date_time, 0, 0, -1))
                yield from opened((*where, *parts), made, inner, depth + 1)
    except Exception:  # whatever a broken file can bring about
        yield where, 0, "broken"


def grade_id(cell, known):
    """A cell's name. Some editors drop the metadata and keep the id."""
    marks = cell.metadata.get("nbgrader", {})
    return marks.get("grade_id") or (cell.id if cell.get("id") in known else None)


def read(data):
    notebook = nbformat.reads(data.decode("utf-8-sig"), as_version=4)
    if any(type(cell.source) is not str for cell in notebook.cells):
        raise ValueError("a cell without text")
    for cell in notebook.cells:
        cell.pop("outputs", None)
    return notebook


def looked_at(where, saved, data, masters, blank):
    """What is known of a file: its lesson, by its cells or its name, and its state."""
    file = File(where=where, saved=saved, fault=None, notebook=None, answers=0)
    file.name = where[-1]
    stem, _, end = file.name.lower().rpartition(".")
    file.lesson = None
    if end != "ipynb":
        file.fault = data if isinstance(data, str) else "odd"
        return file
    file.lesson = next((lesson for lesson in masters if lesson in stem), None)
    if isinstance(data, str):
        file.fault = data
        return file
    file.digest = hashlib.sha256(data).hexdigest()
    try:
        file.notebook = read(data)
        for lesson, ours in masters.items():
            cells = {grade_id(c, ours): c.source for c in file.notebook.cells}
            known = ours.keys() & cells.keys()
            if len(known) > len(ours) / 2:
                file.lesson = lesson
                answers = [cells[name] for name in known if ours[name]]
                file.answers = 1 + (not all(map(blank, answers)))
                break
    except Exception:
        file.fault = "broken"
    return file


def cleaned(part, lessons, copies=False):
    """What a name says beside the lesson and the platform."""
    part = re.sub(MOODLE, "", part.removesuffix(".zip"))
    for lesson in lessons:
        part = re.sub(rf"{lesson}(-\d+)?", " ", part, flags=re.I)
    part = re.sub(COPY, " ", part) if copies else part
    part = part.strip(" _-." + "()[]" * copies)
    return "" if re.fullmatch(LESSON, part) else part


def person(where, lessons):
    """Whose file it is, and whether a folder or a known pattern says so."""
    *folders, name = where
    stem = name.rpartition(".")[0]
    for part in folders:
        if "_assignsubmission_" in part:
            return cleaned(part, lessons), True
    first = folders[0] if folders else stem
    found = re.fullmatch(CANVAS, first)
    if found and (first.endswith(".zip") or not folders):
        return f"{found[1]}_{found[2]}", True
    for part in folders:
        if found := cleaned(part, lessons):
            return found, True
    found = cleaned(stem, lessons, copies=True)
    known = "assignsubmission" in stem or any(lesson in stem for lesson in lessons)
    return found, bool(found and known)


def unwrapped(found, lessons):
    """Files with their students. A folder that holds a class, not a student, is left.

    So is a zip: it holds a class if two people in it hand in the same lesson; with a
    folder, which may hold attempts, it takes three.
    """
    groups = defaultdict(list)
    for file in found:
        groups[file.where[0] if len(file.where) > 1 else None].append(file)
    for top, group in groups.items():
        hands = defaultdict(set)
        inner = [File(**{**vars(file), "where": file.where[1:]}) for file in group]
        inner = list(unwrapped(inner, lessons)) if top else []
        for name, file in inner:
            if file.lesson and person(file.where, lessons)[1]:
                hands[file.lesson].add(name)
        few = 1 if top and top.endswith(".zip") else 2
        if max(map(len, hands.values()), default=0) > few:
            yield from inner
        else:
            for file in group:
                yield person(file.where, lessons)[0], file


def collect(folder, masters, blank):
    """By student and lesson the files, the best last; and files that are nobody's.

    The best can be read, has the lesson's cells, is not blank, and is the newest.
    """
    found, tops = [], set()
    for where, saved, data in files(folder):
        where = tuple(part.strip() for part in where if part not in ("", ".", ".."))
        if not where or any(p[:1] == "." or p == "__MACOSX" for p in where):
            continue
        if data != "folder":
            found.append(looked_at(where, saved, data, masters, blank))
        elif len(where) == 1:
            tops.add(where[0])
    tops -= {file.where[0] for file in found}
    students, strays = defaultdict(lambda: defaultdict(list)), []
    for name, file in unwrapped(found, masters):
        if not name or (not file.lesson and len(file.where) == 1):
            strays.append("/".join(file.where))
        else:
            students[name][file.lesson].append(file)
    for top in tops:  # an empty folder, of somebody who handed in nothing
        students[cleaned(top, masters) or top]

    def value(file):
        number = re.search(r"\((\d+)\)|-(\d+)(?=\.)", file.name)
        attempt = int(number[1] or number[2]) if number else 0
        readable = file.fault is None
        return readable, file.answers, file.saved, attempt, file.where

    for lessons in students.values():
        for many in lessons.values():
            many.sort(key=value)
    return students, strays
