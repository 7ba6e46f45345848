"""The files for a school's JupyterHub say the same, and what the chart understands."""

import os
import re
import shlex
import subprocess
import sys

import pytest
from said import SAID
import yaml

from common import ROOT

HUB = ROOT / "classroom/hub"
CONFIG = (HUB / "jupyterhub_config.py").read_text("utf-8")
VALUES = yaml.safe_load((HUB / "values.yaml").read_text("utf-8"))
PAGE = (HUB / "README.md").read_text("utf-8")
NUMBER = (int, float)
# What values.schema.yaml of jupyterhub/zero-to-jupyterhub-k8s (commit 48ea50e) allows
# for the values used here. It forbids all names that it does not know.
RULES = {
    "hub.config": dict,  # JupyterHub's own settings, by class
    "singleuser.image.name": str,
    "singleuser.image.tag": str,
    "singleuser.extraEnv": dict,
    "singleuser.memory.guarantee": (*NUMBER, str),
    "singleuser.memory.limit": (*NUMBER, str),
    "singleuser.cpu.guarantee": NUMBER,
    "singleuser.cpu.limit": NUMBER,
    "singleuser.storage.capacity": str,
    "scheduling.podPriority.enabled": bool,
    "scheduling.userPlaceholder.enabled": bool,
    "scheduling.userPlaceholder.replicas": int,
    "cull.enabled": bool,
    "cull.timeout": int,
    "cull.every": int,
    "proxy.https.enabled": bool,
    "proxy.https.hosts": list,
    "proxy.https.letsencrypt.contactEmail": str,
}


def given(values, path=""):
    """Each value by its path, down to where the rules know it."""
    for name, value in values.items():
        place = f"{path}.{name}".lstrip(".")
        if place in RULES or not isinstance(value, dict):
            yield place, value
        else:
            yield from given(value, place)


def test_the_chart_understands_the_values():
    for place, value in given(VALUES):
        assert place in RULES, f"values.yaml: the chart knows no {place}"
        assert isinstance(value, RULES[place]), f"values.yaml: {place} is {value!r}"


def test_one_server_and_kubernetes_agree():
    own = VALUES["hub"]["config"]
    assert VALUES["singleuser"]["memory"]["limit"] == "2G"
    assert own["Authenticator"]["admin_users"] == ["teacher00"]
    same = ['mem_limit = "2G"', 'admin_users = {"teacher00"}']
    same += [f'"{setting}"' for setting in own["KubeSpawner"]["args"]]
    same += [f"{name} = {x}" for name, x in own["NativeAuthenticator"].items()]
    for setting in same:
        assert setting in CONFIG, f"jupyterhub_config.py does not say {setting}"


def test_the_page_gives_both_languages_the_same_commands():
    korean, english = PAGE.split("## English")
    blocks = [re.findall(r"(?ms)^```\n(.*?)^```", half) for half in (korean, english)]
    assert len(blocks[0]) == 7
    assert blocks[0] == [re.sub(r"\ben\b", "ko", block) for block in blocks[1]]


@pytest.mark.skipif(sys.platform == "win32", reason="repo2docker is not for Windows")
def test_the_image_can_be_built_as_the_page_says():
    line = re.search(r"(?m)^\.venv/bin/jupyter-repo2docker (.*)$", PAGE)[1]
    words = shlex.split(line.replace("REGISTRY", "registry.example"))
    assert VALUES["singleuser"]["image"]["tag"] == line.partition(" --appendix")[0][-1]
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", *words]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    told = answer.stdout + answer.stderr
    assert "\nRUN pip install --no-cache-dir nbgitpuller\n" in told
    # A learner's volume hides what the image holds in the home folder.
    target = words[words.index("--target-repo-dir") + 1]
    assert VALUES["singleuser"]["extraEnv"]["JUPYTER_CONFIG_PATH"].startswith(target)
    assert not target.startswith(VALUES["hub"]["config"]["KubeSpawner"]["notebook_dir"])


def exchange():
    pytest.importorskip("pwd", reason="no exchange on Windows")
    from traitlets.config import PyFileConfigLoader

    return PyFileConfigLoader("nbgrader_config.py", path=str(HUB)).load_config()


def test_a_submission_is_its_owner_s_and_brings_no_file_of_others(tmp_path):
    """A learner may write any name into the exchange, and a link to any file."""
    config = exchange()
    from nbgrader.utils import find_owner

    collect = config.ExchangeFactory.collect(config=config)
    secret = tmp_path / "secret.ipynb"
    secret.write_text("of a classmate")
    for date in ("2026-03-02 09:00:00 UTC", "no date"):
        claim = tmp_path / f"kim08+01_compression+{date}+x"
        claim.mkdir()
        (claim / "01_compression.ipynb").symlink_to(secret)
        os.mkfifo(claim / "pipe")  # cannot be copied, and stops nobody
        assert collect._path_to_record(str(claim))["username"] == find_owner(claim)
        collect.do_copy(claim, tmp_path / date)
        assert (tmp_path / date / "01_compression.ipynb").is_symlink()


@pytest.mark.parametrize("edition", ["ko", "en"])
def test_what_is_handed_out_speaks_the_menus_language(edition, monkeypatch):
    menus = re.search(r'COURSE / "(.*?)"', CONFIG)[1].replace("ko", edition)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", f"/opt/latent-vectors/{menus}")
    stub = f"*{SAID[edition]['stub']}*"
    assert exchange().ClearSolutions.text_stub == stub
