"""What students write and print acts neither in feedback pages nor in Formgrader."""

from contextlib import contextmanager
from html import unescape
from html.parser import HTMLParser
import json
import os
from pathlib import Path
import re
import signal
import sqlite3
import subprocess
import sys
import time

from attacks import CELL, SERVER, TEXTS
import harmless
from nbconvert.filters import markdown2html
from nbformat.v4 import new_code_cell, new_markdown_cell
import pytest
from students import grade, grading, handed_in, put, questions

from common import ASSIGNMENTS, get
from reader.conftest import browser, page  # noqa: F401

LESSON = ASSIGNMENTS[0]
(ESSAY,) = (
    grading(cell)["grade_id"]
    for cell in handed_in(LESSON).cells
    if grading(cell).get("grade") and cell.cell_type == "markdown"
)
COMMANDS = "$\\"


class Elements(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.found, self.text = [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, *attributes))
        self.text += "\n" * (tag == "br")

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.found.append(("!", data))

    handle_decl = handle_pi = unknown_decl = handle_comment


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_shown_letter_for_letter_and_nothing_of_it_acts(text):
    made = harmless.as_typed(text)
    shown = Elements(markdown2html(made))
    block, *lines = shown.found
    assert block == ("div", ("class", "tex2jax_ignore mathjax_ignore"))
    assert all(line == ("br",) for line in lines)
    letters = re.sub(r"[\x00-\x1f]", "\N{REPLACEMENT CHARACTER}", "".join(text.split()))
    assert "".join(shown.text.split()) == letters
    assert not set(made) & set(COMMANDS), "a formula could begin here"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", ["html", "markdown", "latex", "svg", "png"])
def test_of_outputs_only_text_and_pictures_stay(text, kind):
    kind = f"image/{kind}" if kind in ("svg", "png") else f"text/{kind}"
    output = {"output_type": "display_data", "data": {kind: text, "text/plain": "x"}}
    made = harmless.plain(output)
    assert made.data == {"text/plain": "x"} and not made.metadata


def test_an_honest_text_stays_as_it_was():
    assert harmless.as_typed(" \n") == ""
    text = "k(m + n + 1)은 a < b보다  크다.\n\n    들여 쓴 줄 *강조* 1. `x[0]` & 끝"
    shown = Elements(markdown2html(harmless.as_typed(text))).text
    assert shown.replace("\N{NO-BREAK SPACE}", " ").strip() == text


def test_a_long_text_takes_no_time():
    start = time.perf_counter()
    for letter in "[*_`<>|~\n\\$":
        markdown2html(harmless.as_typed(letter * 1_000_000))
    assert time.perf_counter() - start < 20


# In a browser


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A class with one student who tries all of it, and one who is honest."""
    folder = tmp_path_factory.mktemp("hostile") / "class"
    notebook = handed_in(LESSON, **{ESSAY: "\n\n".join(TEXTS)})
    own = [new_markdown_cell(text) for text in TEXTS]
    notebook.cells[2:2] = [*own, new_code_cell(CELL)]
    put(folder, "honest", handed_in(LESSON), f"{LESSON}.ipynb")
    put(folder, "hostile", notebook, f"{LESSON}.ipynb")
    rows, _ = grade(folder)
    return folder, rows


def happens(page, address):  # noqa: F811
    """What runs, and which servers are asked, when this page is opened."""
    seen = []

    def dialog(shown):
        seen.append(f"a dialog: {shown.message}")
        shown.dismiss()

    def route(asked):
        inside = asked.request.url.startswith(("file:", "http://127.0.0.1", "data:"))
        if "attacker" in asked.request.url:
            seen.append(asked.request.url)
        asked.continue_() if inside else asked.abort()

    page.on("dialog", dialog)
    page.route("**/*", route)
    page.goto(address, wait_until="load")
    page.mouse.move(200, 200)
    page.wait_for_timeout(1500)
    assert page.url.rstrip("/") == address.rstrip("/")
    return seen


def test_an_unclean_page_would_be_noticed(page, tmp_path):  # noqa: F811
    path = tmp_path / "page.html"
    path.write_text(f"<img src=x onerror=alert(1)><img src={SERVER}/a>", "utf-8")
    assert happens(page, path.as_uri()) != []


def test_nothing_acts_in_a_feedback_page(page, hostile):  # noqa: F811
    folder, _ = hostile
    path = Path(f"{folder}-graded/feedback/hostile/{LESSON}/{LESSON}.html")
    assert unescape(path.read_text("utf-8")).count("alert(1)") > len(TEXTS)
    assert happens(page, path.as_uri()) == []
    acting = "iframe, object, embed, form, svg, video, audio, [onerror], [onload]"
    assert page.locator(acting).count() == 0
    links = page.locator("a[href]").evaluate_all(
        "links => links.map(a => a.getAttribute('href'))"
    )
    assert all(link.startswith("#") for link in links), "only nbgrader's own"


@contextmanager
def formgrader(folder, runtime):
    """The address of Formgrader, without JupyterLab around it."""
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root"]
    command += ["--ServerApp.port=0", "--IdentityProvider.token="]
    extension = {"nbgrader.server_extensions.formgrader": True}
    command += [f"--ServerApp.jpserver_extensions={extension}"]
    server = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "JUPYTER_RUNTIME_DIR": str(runtime)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 120
        while not (said := list(Path(runtime).glob("jpserver-*.json"))):
            assert server.poll() is None and time.monotonic() < deadline
            time.sleep(0.2)
        time.sleep(0.2)  # until the file is written whole
        port = json.loads(said[0].read_text("utf-8"))["port"]
        yield f"http://127.0.0.1:{port}/formgrader"
    finally:
        server.send_signal(signal.SIGKILL)
        server.wait(30)


def grades(folder):
    with sqlite3.connect(f"{folder}-graded/gradebook.db") as book:
        return book.execute("select * from grade order by id").fetchall()


def test_nothing_acts_in_formgrader(page, hostile, tmp_path):  # noqa: F811
    folder, _ = hostile
    before = grades(folder)
    with sqlite3.connect(f"{folder}-graded/gradebook.db") as book:
        (name,) = book.execute(
            "select n.id from submitted_notebook n join submitted_assignment a"
            " on n.assignment_id = a.id where a.student_id = 'hostile'"
        ).fetchone()
    with formgrader(f"{folder}-graded", tmp_path) as address:
        assert get(f"{address}/submissions/{name}/").status == 200
        assert happens(page, f"{address}/submissions/{name}/") == []
        assert page.get_by_text("alert(1)").count() > 0, "the submission is shown"
        assert (
            page.locator("iframe, object, embed, svg, [onerror], [onload]").count() == 0
        )
    assert grades(folder) == before


def test_marks_above_the_maximum_are_a_note(hostile):
    folder, rows = hostile
    assert "extra credit" not in rows["honest"]["notes"]
    with sqlite3.connect(f"{folder}-graded/gradebook.db") as book:
        book.execute("update grade set extra_credit = 4 where manual_score is null")
    rows, _ = grade(folder)
    assert all("extra credit" in row["notes"] for row in rows.values())
    first = next(iter(questions(LESSON)))
    assert f"({first}-test, " in rows["honest"]["notes"]
