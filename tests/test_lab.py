"""`make lab` serves the first lesson, and says what is wrong where it cannot."""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(
    not (shutil.which("make") and (ROOT / ".venv/ready").exists()), reason="not set up by make"
)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(address, seconds=90):
    """The page, once the server is up."""
    for _ in range(seconds):
        try:
            with urllib.request.urlopen(address, timeout=30) as page:
                return page.read().decode()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(1)
    pytest.fail(f"{address} did not answer in {seconds} s")


@contextmanager
def lab(language, *options, **environment):
    """The address of JupyterLab as `make lab` starts it."""
    port = free_port()
    here = [f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=''"]
    server = subprocess.Popen(
        ["make", "lab", f"LAB_OPTIONS=--no-browser {' '.join([*here, *options])}"],
        cwd=ROOT,
        env={**os.environ, "LANG": language, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        get(f"http://127.0.0.1:{port}/api")
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)


@pytest.mark.slow
@pytest.mark.parametrize(
    "language, edition, title, menus",
    [("ko_KR.UTF-8", "ko", "압축", "ko_KR"), ("C.UTF-8", "en", "Compression", "default")],
)
def test_lab_serves_the_first_lesson(language, edition, title, menus, tmp_path):
    with lab(language, JUPYTERLAB_SETTINGS_DIR=str(tmp_path)) as address:
        place = f"notebooks/{edition}/01_compression.ipynb"
        assert f"lab/tree/{place}" in urllib.request.urlopen(address, timeout=30).geturl()
        lesson = json.loads(get(f"{address}/api/contents/{place}"))
        assert title in lesson["content"]["cells"][0]["source"]
        plugin = "@jupyterlab/translation-extension:plugin"
        setting = json.loads(get(f"{address}/lab/api/settings/{plugin}"))
        assert setting["schema"]["properties"]["locale"]["default"] == menus
        texts = json.loads(get(f"{address}/lab/api/translations/ko_KR"))["data"]
        assert texts["jupyterlab"]["Cut"] == ["잘라내기"]


@pytest.mark.parametrize(
    "words, said", [(["lab", "EDITION=fr"], "EDITION=ko"), (["links"], "REPOSITORY=owner/name")]
)
def test_make_says_what_is_wrong(words, said):
    answer = subprocess.run(["make", *words], cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode != 0 and said in answer.stdout
