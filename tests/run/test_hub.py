"""A school's JupyterHub for real: ten learners, one correction, one assignment.

classroom/hub/jupyterhub_config.py is started on this machine's own address. Only what
needs a machine of its own is replaced: a learner's server is a process that prlimit
holds to 2 GB, not a unit of systemd, and no account of this machine is made, so that
nbgrader is told whose a submission is.
With HUB_LEARNERS=30 and HUB_LESSON=01_compression, `pytest -s` prints a class's load.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
import csv
import os
from pathlib import Path
import re
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

from common import ROOT, copy_course, get, read

for package in ("nativeauthenticator", "nbgitpuller", "nbgrader", "systemdspawner"):
    pytest.importorskip(package, reason='pip install -e ".[hub]" brings it')
if not (shutil.which("configurable-http-proxy") and shutil.which("prlimit")):
    why = "needs prlimit, and npm install -g configurable-http-proxy"
    pytest.skip(why, allow_module_level=True)

from learner import Learner  # noqa: E402

pytestmark = pytest.mark.nightly

LEARNERS = int(os.environ.get("HUB_LEARNERS", 10))
LESSON = f"notebooks/ko/{os.environ.get('HUB_LESSON', '00_start')}.ipynb"
WORK = "01_compression"
CORRECTION = "이 글을 고쳤습니다."
INSTEAD = '''
from pathlib import Path
load_subconfig({config!r})
c.LocalAuthenticator.add_user_cmd = ["echo", "an account for"]
c.JupyterHub.spawner_class = "simple"
c.Spawner.cmd = ["prlimit", f"--data={{2 << 30}}:", *c.Spawner.cmd, "--allow-root"]
c.SimpleLocalProcessSpawner.home_dir_template = {folder!r} + "/{{username}}"
runtime = lambda spawner: {folder!r} + "/" + spawner.user.name  # for sockets: short
c.Spawner.environment = c.Spawner.environment | {{"JUPYTER_RUNTIME_DIR": runtime}}
given = c.Spawner.environment["JUPYTER_CONFIG_PATH"]
def config(spawner):
    own = Path({folder!r}, spawner.user.name, "config/nbgrader_config.py")
    own.parent.mkdir(parents=True, exist_ok=True)
    name = "*" if spawner.user.admin else spawner.user.name
    own.write_text(NAMED.format(name))
    return f"{{own.parent}}:{{given}}"
c.Spawner.environment["JUPYTER_CONFIG_PATH"] = config
NAMED = """
c = get_config()
c.Exchange.root = {folder!r} + "/exchange"
c.CourseDirectory.student_id = "{{}}"  # as an account of its own would tell
c.ExchangeFactory.collect = "nbgrader.exchange.default.ExchangeCollect"
"""
c.JupyterHub.bind_url = "http://127.0.0.1:{ports[0]}"
c.JupyterHub.hub_port = {ports[1]}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{ports[2]}"
'''


@pytest.fixture(scope="module")
def hub():
    """The address of a hub that runs as configured, but for INSTEAD."""
    free = [create_server(("127.0.0.1", 0)) for _ in range(3)]
    ports = [server.getsockname()[1] for server in free]
    for server in free:
        server.close()
    config = str(ROOT / "classroom/hub/jupyterhub_config.py")
    command = [sys.executable, "-m", "jupyterhub", "--log-level=WARN"]
    ours = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    with TemporaryDirectory() as folder:
        Path(folder, "exchange").mkdir()
        Path(folder, "exchange").chmod(0o1777)
        instead = INSTEAD.format(config=config, folder=folder, ports=ports)
        Path(folder, "jupyterhub_config.py").write_text(instead, "utf-8")
        environment = os.environ | {"PATH": ours}
        server = subprocess.Popen(command, cwd=folder, env=environment)
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


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The course where it is written; course.git beside it publishes it."""
    course = copy_course(tmp_path_factory.mktemp("hub") / "course")
    script = "git init -qb main && git init -qb main --bare ../course.git"
    subprocess.run(script, cwd=course, shell=True, check=True)
    return publish(course)


def publish(course):
    commit = "git -c user.name=course -c user.email=course@localhost commit -qm course"
    script = f"git add --all && {commit} && git push -q ../course.git main"
    subprocess.run(script, cwd=course, shell=True, check=True)
    return course


def link(course):
    link = {"repo": f"file://{course}.git", "branch": "main"}
    urlpath = f"lab/tree/latent-vectors/{LESSON}"
    return link | {"targetPath": "latent-vectors", "urlpath": urlpath}


@pytest.fixture(scope="module")
def school(hub):
    """The teacher, and the learners she has admitted."""
    learners = [Learner(hub, f"kim{number:02}") for number in range(LEARNERS)]
    teacher = Learner(hub, "teacher00")
    teacher.sign_up()
    assert teacher.logs_in()

    def joins(learner):
        learner.sign_up()
        assert not learner.logs_in(), "before the teacher admits them"
        teacher.ask("GET", f"/hub/authorize/{learner.name}")
        assert learner.logs_in()

    with ThreadPoolExecutor(LEARNERS) as pool:
        list(pool.map(joins, learners))
    return teacher, learners


def test_learners_keep_their_answers_and_get_the_correction(school, course):
    lesson, learners = f"latent-vectors/{LESSON}", school[1]

    def first_hour(learner):
        clicked = time.monotonic()
        learner.follow(link(course))
        return learner.work(lesson) - clicked

    def second_hour(learner):
        learner.follow(link(course))
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


def test_a_class_hands_in_and_gets_its_feedback(school, course):
    teacher, learners = school
    solved = {cell.id: cell for cell in read(f"ko/{WORK}", "assignments").cells}

    def hands_in(number):
        """Every other learner knows the answers; all write their name."""
        me, path = learners[number], f"{WORK}/{WORK}.ipynb"
        me.follow(link(course))
        listed = me.exchange("fetch", WORK)
        assert [item["assignment_id"] for item in listed] == [WORK]
        notebook = me.read(path)
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("solution"):
                cell.source = solved[cell.id].source if number % 2 else cell.source
                cell.source += f"\n# {me.name}"
        me.save(path, notebook)
        me.exchange("submit", WORK)

    def reads_feedback(me):
        me.exchange("fetch_feedback", WORK)
        (folder,) = me.own("GET", f"api/contents/{WORK}/feedback").json()["content"]
        page = me.own("GET", f"files/{folder['path']}/{WORK}.html").text
        return {name for name in names if f"# {name}" in page}

    page = (ROOT / "classroom/hub/README.md").read_text("utf-8")
    page = page.replace("/opt/latent-vectors", str(ROOT))
    blocks = re.findall(r"(?ms)^```\n(.*?)^```", page)
    hand_out, grade = [block for block in blocks if "nbgrader" in block][:2]
    teacher.follow(link(course))
    teacher.types(hand_out)
    with ThreadPoolExecutor(LEARNERS) as pool:
        list(pool.map(hands_in, range(LEARNERS)))
        names = [learner.name for learner in learners]
        teacher.types(grade)
        seen = list(pool.map(reads_feedback, learners))
    assert seen == [{name} for name in names]
    table = teacher.own("GET", "files/class-graded/grades.csv").content
    table = csv.DictReader(table.decode("utf-8-sig").splitlines())
    rows = {row["학생"]: row for row in table}
    assert list(rows) == names
    points = [float(row["01 합계 /20"]) for row in rows.values()]
    assert points == [16 if number % 2 else 0 for number in range(LEARNERS)]
