"""`make lab` serves the first lesson, and says what is wrong where it cannot."""

import json
import re
import shutil
import subprocess

import pytest

from common import LESSONS, ROOT, get, lab, read

pytestmark = pytest.mark.skipif(
    not (shutil.which("make") and (ROOT / ".venv/ready").exists()),
    reason="not set up by make",
)


@pytest.mark.parametrize(
    "language, edition, menus",
    [("ko_KR.UTF-8", "ko", "ko_KR"), ("C.UTF-8", "en", "default")],
)
def test_lab_serves_the_first_lesson(language, edition, menus, tmp_path, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")  # a school's, that is down
    environment = {"LANG": language, "JUPYTERLAB_SETTINGS_DIR": str(tmp_path)}
    with lab(tmp_path, **environment) as address:
        place = f"notebooks/{edition}/{LESSONS[0]}.ipynb"
        assert f"lab/tree/{place}" in get(address).geturl()
        lesson = json.load(get(f"{address}/api/contents/{place}"))["content"]
        title = read(f"{edition}/{LESSONS[0]}").cells[0].source
        assert lesson["cells"][0]["source"] == title
        plugin = "@jupyterlab/translation-extension:plugin"
        setting = json.load(get(f"{address}/lab/api/settings/{plugin}"))
        assert setting["schema"]["properties"]["locale"]["default"] == menus
        plugin = "@jupyterlab/apputils-extension:notification"
        news = json.load(get(f"{address}/lab/api/settings/{plugin}"))["schema"]
        assert news["properties"]["fetchNews"]["default"] == "false"
        page = get(f"{address}/lab").read().decode()
        config = re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.S)
        assert "@jupyter/nbgrader" in json.loads(config[1])["disabledExtensions"]
        texts = json.load(get(f"{address}/lab/api/translations/ko_KR"))["data"]
        assert texts["jupyterlab"]["Cut"] == ["잘라내기"]


def test_make_lab_names_the_editions_there_are():
    command = ["make", "lab", "EDITION=fr"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode and "EDITION=ko or EDITION=en" in answer.stdout
