"""What a page weighs and how fast it comes, on the browser's idea of a mid-range phone.

`pytest -s tests/reader/test_budget.py` prints the table.
"""

import functools
import gzip
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
import threading

import pytest

from common import LESSONS, ROOT

# As Lighthouse simulates it: a slow 4G network and a quarter of this computer's speed.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8}
NETWORK["uploadThroughput"] = 750e3 / 8
LARGEST = """() => new Promise(done => new PerformanceObserver(list =>
    done(list.getEntries().at(-1).startTime)
).observe({type: 'largest-contentful-paint', buffered: true}))"""
# From moving a control until the browser has painted again.
MOVE = """input => new Promise(done => {
    const start = performance.now();
    input.dispatchEvent(new Event('input', {bubbles: true}));
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""


class Packed(SimpleHTTPRequestHandler):
    """Texts are compressed, as any host of pages does."""

    def send_head(self):
        path = ROOT / self.translate_path(self.path)
        if path.suffix not in (".html", ".css", ".js", ".json", ".svg"):
            return super().send_head()
        packed = path.with_name(f"{path.name}.gz")
        packed.write_bytes(gzip.compress(path.read_bytes()))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(packed.stat().st_size))
        self.end_headers()
        return packed.open("rb")

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def packed():
    handler = functools.partial(Packed, directory=ROOT / "build/site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    for leftover in ROOT.glob("build/site/**/*.gz"):
        leftover.unlink()


def phone(browser):
    page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    cdp = page.context.new_cdp_session(page)
    cdp.send("Network.enable")
    cdp.send("Network.emulateNetworkConditions", NETWORK)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    received = []
    cdp.on("Network.loadingFinished", lambda e: received.append(e["encodedDataLength"]))
    return page, received


@pytest.mark.parametrize("lesson", ["README", *LESSONS])
@pytest.mark.parametrize("edition", ["ko", "en"])
def test_a_page_is_light_and_quick(packed, browser, edition, lesson):
    for _ in range(3):  # another test may keep the computer busy
        page, received = phone(browser)
        page.goto(f"{packed}/{edition}/{lesson}.html")
        page.wait_for_timeout(1000)
        seconds, weight = page.evaluate(LARGEST) / 1000, sum(received) / 1e6
        page.close()
        if seconds < 2.5:
            break
    print(f"\n{edition}/{lesson}: {weight:.2f} MB, largest paint {seconds:.2f} s")
    assert weight < 1.5
    assert seconds < 2.5


@pytest.mark.parametrize(
    "lesson, control",
    [
        ("01_compression", "input"),
        ("03_latent_space", "input"),
        ("07_flow", "input[type=range]"),
        ("10_shared_space", "input"),
    ],
)
def test_a_figure_answers_at_once(packed, browser, lesson, control):
    page, _ = phone(browser)
    page.goto(f"{packed}/en/{lesson}.html")
    page.locator(".live").first.scroll_into_view_if_needed()
    page.wait_for_selector(".live[data-ready]", timeout=60_000)
    moved = page.locator(f".live {control}").first
    times = sorted(moved.evaluate(MOVE) for _ in range(7))
    print(f"\n{lesson}: {times[3]:.0f} ms")
    assert times[3] < 100
    page.close()
