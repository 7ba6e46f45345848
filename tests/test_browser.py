"""What a learner meets: JupyterLab in a browser, and a lesson on a page that runs nothing.

`pytest -s tests/test_browser.py` also prints the seconds until JupyterLab shows a first output.
"""

import json
import re
import shutil
import time
from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter
from test_lab import lab

from helpers.exercises import _REPLIES as REPLIES

ROOT = Path(__file__).parents[1]
WRONG = json.loads((ROOT / "tests/wrong_answers.json").read_text("utf-8"))


@pytest.fixture
def copy(tmp_path):
    """A copy of the lessons without outputs: what is seen was made here, nothing is overwritten."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    for path in tmp_path.glob("notebooks/*/*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.update(outputs=[], execution_count=None)
        nbformat.write(notebook, path)
    return tmp_path


@pytest.fixture
def started():
    return time.monotonic()


@pytest.fixture
def address(browser, copy, started, language):
    config = str(copy / "config")
    with lab(language, f"--ServerApp.root_dir={copy}", JUPYTER_CONFIG_DIR=config) as address:
        yield address


def connected(page, address):
    kernels = page.request.get(f"{address}/api/kernels").json()
    return any(k["connections"] and k["execution_state"] == "idle" for k in kernels)


@pytest.mark.slow
@pytest.mark.parametrize(
    "language, edition, lesson",
    [("ko_KR.UTF-8", "ko", "01_compression"), ("C.UTF-8", "en", "03_latent_space")],
)
def test_a_lesson_in_jupyterlab(address, page, copy, started, edition, lesson):
    path = copy / f"notebooks/{edition}/{lesson}.ipynb"
    source = {cell.id: cell.source for cell in nbformat.read(path, as_version=4).cells}
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.goto(f"{address}/lab/tree/notebooks/{edition}/{lesson}.ipynb")
    # JupyterLab calls a kernel idle even before it has one, so the server is asked too.
    deadline = time.monotonic() + 120
    while not connected(page, address) and time.monotonic() < deadline:
        page.wait_for_timeout(200)
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for(timeout=120_000)
    page.locator(".lm-MenuBar-item").nth(3).click()  # Run, in whichever language
    page.locator("[data-command='runmenu:run-all']").click()
    page.locator(".jp-OutputArea-output").first.wait_for(timeout=120_000)
    print(f"\n{edition}: first output {time.monotonic() - started:.1f} s after `make lab`")

    # Every cell runs, without error; a missing glyph would be a warning on stderr.
    numbers = "[...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')]"
    page.wait_for_function(f"{numbers}.every(one => /\\d/.test(one.textContent))", timeout=400_000)
    page.keyboard.press("Control+s")
    page.locator(".jp-mod-current.jp-mod-dirty").wait_for(state="detached")
    notebook = nbformat.read(path, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    outputs = [output for cell in cells for output in cell.outputs]
    assert not [o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"]

    # A slider redraws its picture.
    picture = page.locator(".widget-interact img").first.get_attribute("src")
    page.locator(".widget-slider .noUi-handle").first.focus()
    page.keyboard.press("ArrowRight")
    page.locator(f".widget-interact img:not([src='{picture}'])").first.wait_for(timeout=60_000)

    # An exercise answers what is wrong and what is right.
    place = list(source).index("exercise-1")
    right = re.search(r"```python\n(.*?)```", source["exercise-1-solution"], re.S)[1]
    for outcome, answer in (("wrong", WRONG[lesson]["exercise-1"]["wrong"][0]), ("right", right)):
        cell = page.locator(".jp-Notebook .jp-Cell").nth(place)
        cell.locator(".cm-content").click()
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(answer)
        page.keyboard.press("Shift+Enter")
        page.keyboard.press("Shift+Enter")
        check = page.locator(".jp-Notebook .jp-Cell").nth(place + 1)
        check.get_by_text(REPLIES[edition][outcome]).wait_for(timeout=60_000)


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("notebooks/*/*.ipynb")), ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_a_lesson_reads_without_a_kernel(page, tmp_path, path):
    """As GitHub and nbviewer show it, 700 pixels wide: pictures appear, and nothing sticks out."""
    html, _ = HTMLExporter(mathjax_url="").from_filename(path)
    still = tmp_path / "lesson.html"
    still.write_text(html.replace("<head>", f'<head><base href="{path.as_uri()}">'), "utf-8")
    page.set_viewport_size({"width": 700, "height": 900})
    page.route("https://**", lambda route: route.abort())
    page.goto(still.as_uri())
    images = page.evaluate("[...document.images].map(i => [i.src.slice(0, 80), i.naturalWidth])")
    assert images and not [source for source, width in images if not width]
    for kind in ("table", "img", "details", ".jp-OutputArea-output"):
        ends = page.locator(kind).evaluate_all(
            "all => all.map(e => [e.getBoundingClientRect().left + e.scrollWidth, e.innerText])"
        )
        assert not [text for end, text in ends if end > 700], f"wider than the page: {kind}"
