"""A school's JupyterHub for real: ten learners, one correction, no answer lost.

classroom/hub/jupyterhub_config.py is started on this machine's own address. Only what
needs a machine of its own is replaced: a learner's server is a process that prlimit
holds to 2 GB, not a unit of systemd, and no account of this machine is made.
With HUB_LEARNERS=30 and HUB_LESSON=01_compression, `pytest -s` prints a class's load.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
import os
from pathlib import Path
import shutil
from socket import create_server
from statistics import median
import subprocess
import sys
from tempfile import TemporaryDirectory
import time

import nbformat
import psutil
import pytest

from common import ROOT, copy_course, get

for package in ("nativeauthenticator", "nbgitpuller", "systemdspawner"):
    pytest.importorskip(package, reason='pip install -e ".[hub]" brings it')
if not (shutil.which("configurable-http-proxy") and shutil.which("prlimit")):
    why = "needs prlimit, and npm install -g configurable-http-proxy"
    pytest.skip(why, allow_module_level=True)

from learner import Learner  # noqa: E402

pytestmark = pytest.mark.nightly

LEARNERS = int(os.environ.get("HUB_LEARNERS", 10))
LESSON = f"notebooks/ko/{os.environ.get('HUB_LESSON', '00_start')}.ipynb"
CORRECTION = "이 글을 고쳤습니다."
INSTEAD = """
load_subconfig({config!r})
c.LocalAuthenticator.add_user_cmd = ["echo", "an account for"]
c.JupyterHub.spawner_class = "simple"
c.Spawner.cmd = ["prlimit", "--data=" + str(2 << 30), *c.Spawner.cmd, "--allow-root"]
c.SimpleLocalProcessSpawner.home_dir_template = {folder!r} + "/{{username}}"
runtime = lambda spawner: {folder!r} + "/" + spawner.user.name  # for sockets: short
c.Spawner.environment = c.Spawner.environment | {{"JUPYTER_RUNTIME_DIR": runtime}}
c.JupyterHub.bind_url = "http://127.0.0.1:{ports[0]}"
c.JupyterHub.hub_port = {ports[1]}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{ports[2]}"
"""


@pytest.fixture
def hub():
    """The address of a hub that runs as configured, but for INSTEAD."""
    free = [create_server(("127.0.0.1", 0)) for _ in range(3)]
    ports = [server.getsockname()[1] for server in free]
    for server in free:
        server.close()
    config = str(ROOT / "classroom/hub/jupyterhub_config.py")
    command = [sys.executable, "-m", "jupyterhub", "--log-level=WARN"]
    with TemporaryDirectory() as folder:
        instead = INSTEAD.format(config=config, folder=folder, ports=ports)
        Path(folder, "jupyterhub_config.py").write_text(instead, "utf-8")
        server = subprocess.Popen(command, cwd=folder)
        address, deadline = f"http://127.0.0.1:{ports[0]}", time.monotonic() + 60
        try:
            while not answers(f"{address}/hub/login"):
                assert server.poll() is None and time.monotonic() < deadline
            yield address
        finally:
            started = psutil.Process(server.pid).children(recursive=True)
            server.terminate()
            server.wait(60)
            for process in psutil.wait_procs(started, timeout=10)[1]:
                process.kill()  # the hub came to no good end


def answers(address):
    time.sleep(0.5)
    with suppress(OSError):
        return get(address).status == 200


@pytest.fixture
def course(tmp_path):
    """The course where it is written; course.git beside it publishes it."""
    course = copy_course(tmp_path / "course")
    script = "git init -qb main && git init -qb main --bare ../course.git"
    subprocess.run(script, cwd=course, shell=True, check=True)
    return publish(course)


def publish(course):
    commit = "git -c user.name=course -c user.email=course@localhost commit -qm course"
    script = f"git add --all && {commit} && git push -q ../course.git main"
    subprocess.run(script, cwd=course, shell=True, check=True)
    return course


def test_learners_keep_their_answers_and_get_the_correction(hub, course):
    lesson = f"latent-vectors/{LESSON}"
    link = {"repo": f"file://{course}.git", "branch": "main"}
    link |= {"targetPath": "latent-vectors", "urlpath": f"lab/tree/{lesson}"}
    learners = [Learner(hub, f"kim{number:02}") for number in range(LEARNERS)]
    teacher = Learner(hub, "teacher00")
    teacher.sign_up()
    assert teacher.logs_in()

    def first_hour(learner):
        learner.sign_up()
        assert not learner.logs_in(), "before the teacher admits them"
        teacher.ask("GET", f"/hub/authorize/{learner.name}")
        assert learner.logs_in()
        clicked = time.monotonic()
        learner.follow(link)
        return learner.work(lesson) - clicked

    def second_hour(learner):
        learner.follow(link)
        return learner.read(lesson)

    with ThreadPoolExecutor(LEARNERS) as pool:
        waited = list(pool.map(first_hour, learners))
        everyone = psutil.Process().children(recursive=True)
        memory = sum(process.memory_full_info().pss for process in everyone) >> 20
        print(f"{LEARNERS} learners, {memory} MB; first output after", end=" ")
        print(f"{median(waited):.0f} s, at worst {max(waited):.0f} s")
        corrected = nbformat.read(course / LESSON, as_version=4)
        texts = [cell for cell in corrected.cells if cell.cell_type == "markdown"]
        for cell in texts:
            cell.source += f"\n\n{CORRECTION}"
        nbformat.write(corrected, course / LESSON)
        publish(course)
        pulled = list(pool.map(second_hour, learners))
    for learner, notebook in zip(learners, pulled, strict=True):
        nbformat.validate(notebook)
        sources = [cell.source for cell in notebook.cells]
        assert any(learner.answer in source for source in sources), learner.name
        assert sum(CORRECTION in source for source in sources) == len(texts)
