"""What a learner meets: JupyterLab in a browser, and a lesson where nothing runs.

With `-s` it also prints the seconds until JupyterLab shows a first output.
"""

import shutil
import time

from helpers.exercises import _REPLIES
from nbconvert import HTMLExporter
import nbformat
import pytest

from common import (
    LESSONS,
    NOTEBOOKS,
    ROOT,
    code_cells,
    lab,
    read,
    solution,
    wrong_answers,
)

CODE = {
    lesson: "".join(c.source for c in code_cells(read(f"en/{lesson}")))
    for lesson in LESSONS
}


def first_with(*words):
    return next(lesson for lesson in LESSONS if all(w in CODE[lesson] for w in words))


@pytest.fixture
def copy(tmp_path):
    """The lessons without outputs: what is seen is made here; nothing is lost."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    for path in tmp_path.glob("notebooks/*/*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        for cell in code_cells(notebook):
            cell.update(outputs=[], execution_count=None)
        nbformat.write(notebook, path)
    return tmp_path


@pytest.mark.parametrize(
    "language, edition, lesson",
    [
        ("ko_KR.UTF-8", "ko", first_with("interact(")),
        ("C.UTF-8", "en", first_with("helpers.training", "interact(")),
    ],
)
def test_a_lesson_in_jupyterlab(page, copy, language, edition, lesson):
    started = time.monotonic()
    options = [f"--ServerApp.root_dir={copy}", "--expose-app-in-browser"]
    own = {"LANG": language, "JUPYTER_CONFIG_DIR": str(copy / "config")}
    with lab(copy / "runtime", *options, **own) as address:
        path = copy / f"notebooks/{edition}/{lesson}.ipynb"
        page.set_viewport_size({"width": 1280, "height": 1000})
        page.goto(f"{address}/lab/tree/notebooks/{edition}/{lesson}.ipynb")
        all_cells_run(page, started)
        page.evaluate("jupyterapp.commands.execute('docmanager:save')")
        page.locator(".jp-mod-current.jp-mod-dirty").wait_for(state="detached")
        notebook = nbformat.read(path, as_version=4)
        cells = code_cells(notebook)
        counts = [cell.execution_count for cell in cells]
        assert counts == list(range(1, len(cells) + 1))
        # A missing glyph would be a warning on stderr.
        outputs = [output for cell in cells for output in cell.outputs]
        assert not [o for o in outputs if o.output_type == "error"]
        assert not [o for o in outputs if o.get("name") == "stderr"]
        if "interact(" in CODE[lesson]:
            a_slider_redraws_its_picture(page)
        an_exercise_answers_back(page, notebook, edition, lesson)


def all_cells_run(page, started):
    # JupyterLab calls a kernel idle even before it has one, so its connection is asked.
    page.wait_for_function(
        "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"
        "?.connectionStatus === 'connected'",
        timeout=60_000,
    )
    page.evaluate("void jupyterapp.commands.execute('runmenu:run-all')")
    page.locator(".jp-OutputArea-output").first.wait_for(timeout=60_000)
    print(f"\nfirst output {time.monotonic() - started:.1f} s after `make lab`")
    cells = "jupyterapp.shell.currentWidget.content.widgets.map(cell => cell.model)"
    waiting = f"{cells}.filter(m => m.type === 'code' && !m.executionCount).length"
    while left := page.evaluate(waiting):  # each cell has two minutes
        page.wait_for_function(f"{waiting} < {left}", timeout=120_000)


def a_slider_redraws_its_picture(page):
    picture = page.locator(".widget-interact img").first.get_attribute("src")
    page.locator(".widget-slider .noUi-handle").first.focus()
    page.keyboard.press("ArrowRight")
    redrawn = page.locator(f".widget-interact img:not([src='{picture}'])")
    redrawn.first.wait_for(timeout=30_000)


def an_exercise_answers_back(page, notebook, edition, lesson):
    place = [cell.id for cell in notebook.cells].index("exercise-1")
    wrong = wrong_answers(lesson)["exercise-1"]["wrong"][0]
    right = solution(notebook, "exercise-1")
    for outcome, answer in (("wrong", wrong), ("right", right)):
        page.locator(".jp-Notebook .jp-Cell").nth(place).locator(".cm-content").click()
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(answer)
        page.keyboard.press("Shift+Enter")
        page.keyboard.press("Shift+Enter")
        check = page.locator(".jp-Notebook .jp-Cell").nth(place + 1)
        check.get_by_text(_REPLIES[edition][outcome]).wait_for(timeout=30_000)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_lesson_reads_without_a_kernel(page, tmp_path, name):
    """As GitHub shows it, 700 pixels wide: pictures appear, and nothing sticks out."""
    path, still = ROOT / f"notebooks/{name}.ipynb", tmp_path / "lesson.html"
    html, _ = HTMLExporter(mathjax_url="").from_filename(path)
    still.write_text(
        html.replace("<head>", f'<head><base href="{path.as_uri()}">'), "utf-8"
    )
    page.set_viewport_size({"width": 700, "height": 900})
    page.route("https://**", lambda route: route.abort())
    page.goto(still.as_uri())
    images = "[...document.images].map(i => [i.src.slice(0, 80), i.naturalWidth])"
    images = page.evaluate(images)
    assert images and all(width for _, width in images), images
    assert html.count('src="data:image/png') == path.read_text("utf-8").count(
        '"image/png"'
    )
    for kind in ("table", "img", "details", ".jp-OutputArea-output"):
        ends = page.locator(kind).evaluate_all(
            "all => all.map(e => "
            "[e.getBoundingClientRect().left + e.scrollWidth, e.innerText])"
        )
        wide = [text for end, text in ends if end > 700]
        assert not wide, f"wider than the page: {kind} {wide}"
