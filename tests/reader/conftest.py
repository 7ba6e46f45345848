"""A browser for the tests that look at pages as a reader does.

Without one they are skipped, and say why; with BROWSER_TESTS=required they fail.
"""

from functools import cache, partial
import gzip
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
import io
import os
from pathlib import Path
import shutil
import threading

import pytest

from common import ROOT

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
]


# One for each module: while it lives, its event loop keeps notebooks from running.
@pytest.fixture(scope="module")
def browser():
    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = next(filter(None, map(shutil.which, names)), None)
    if not chromium:
        required = os.environ.get("BROWSER_TESTS") == "required"
        (pytest.fail if required else pytest.skip)(
            "There is no browser. On Debian: apt-get install chromium"
        )
    from playwright.sync_api import sync_playwright

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
        picture = ROOT / f"build/screenshots/{item.name.replace('/', '-')}.png"
        page.screenshot(path=picture, timeout=10_000)
    return report


@cache
def packed(path):
    return gzip.compress(path.read_bytes())


class Host(SimpleHTTPRequestHandler):
    """Compresses texts, as any host of pages does."""

    def send_head(self):
        path = Path(self.translate_path(self.path))
        if path.suffix not in (".html", ".css", ".js", ".json", ".svg"):
            return super().send_head()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed(path))))
        self.end_headers()
        return io.BytesIO(packed(path))

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def site():
    """The address of the built site."""
    pages = ROOT / "build/site"
    assert (pages / "index.html").exists(), "Build the site first: make site"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=pages))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
