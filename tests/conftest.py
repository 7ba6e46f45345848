"""A browser for the tests that look at pages as a reader does.

Without one they are skipped, and say why; with BROWSER_TESTS=required they fail instead.
"""

import functools
import os
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SITE = ROOT / "build/site"
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
]


def missing(what):
    (pytest.fail if os.environ.get("BROWSER_TESTS") == "required" else pytest.skip)(what)


# One for each module: while it lives, its event loop would be in the way of running notebooks.
@pytest.fixture(scope="module")
def browser():
    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = next(filter(None, map(shutil.which, names)), None)
    if not chromium:
        missing("There is no browser. On Debian: apt-get install chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing('Playwright is missing. Install it with: make site, or pip install -e ".[site]"')
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=FLAGS)


@pytest.fixture
def page(browser):
    page = browser.new_page()
    yield page
    page.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A failed test leaves a picture of its page."""
    report = yield
    page = getattr(item, "funcargs", {}).get("page")
    if report.when == "call" and report.failed and page:
        page.screenshot(path=ROOT / f"build/screenshots/{item.name}.png", timeout=10_000)
    return report


@pytest.fixture(scope="module")
def site():
    """The address of the built site."""
    if not (SITE / "index.html").exists():
        missing("The site is not built. Build it with: make site")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=SITE))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
