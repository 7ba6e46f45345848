"""Runs a notebook in bubblewrap, and believes a test only if it can also fail.

A submission is a program by a stranger. Its kernel starts from an empty root: Python
and helpers/ can be read, /tmp is its own, and there is nothing else. Cells go in as
messages, and outputs come back as messages; the gradebook stays outside.
"""

import ast
import contextlib
import copy
import os
from pathlib import Path
import subprocess
import sys
import tempfile
import threading
import time

import harmless
from jupyter_client.manager import AsyncKernelManager
from nbclient.exceptions import CellTimeoutError
from nbformat.v4 import new_code_cell, new_output
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade
import psutil

ROOT = Path(__file__).resolve().parents[1]
USER = "64999"  # whom a submission runs as; nobody on the machine
MEMORY = 6_000_000_000  # bytes; TensorFlow claims far more than it uses
ROOM = 256 << 20  # bytes of /tmp, of /dev/shm, and of a file
OUTPUT = 100_000  # characters that are kept of what a cell prints
BUDGET = 600  # seconds for a notebook
NAMESPACES = "--unshare-pid --unshare-net --unshare-ipc --unshare-uts"
EMPTY = (
    "--proc /proc --ro-bind /proc/sys /proc/sys --dev /dev --tmpfs /run --chdir /tmp"
)
SYSTEM = "/bin /sbin /lib /lib64 /etc/ld.so.cache /etc/alternatives /etc/fonts"
LIMITS = f"prlimit --core=0 --nproc=1000 --fsize={ROOM} --data={MEMORY}"
OTHER = f"setpriv --reuid={USER} --regid={USER} --clear-groups --no-new-privs"
KNOWN = ("PATH", "LANG", "LC_ALL", "OMP_NUM_THREADS")  # of the environment
# The kernel manager interrupts a whole group; bubblewrap would end.
CALM = ["sh", "-c", "trap '' INT; exec \"$@\"", "sandbox"]
# Tests end by trying their own tools; these messages say they were meddled with.
CONTROLS = ("비교 함수가 바뀌었습니다", "The comparison was changed")
TRIAL = f"""
import os, resource, socket, sys
import helpers.hangul, ipykernel
wrong = ["seen: " + path for path in sys.argv[1:] if os.path.lexists(path)]
writable = ["/usr", sys.prefix, helpers.__path__[0], "/proc/sys/kernel/core_pattern"]
wrong += ["writable: " + path for path in writable if os.access(path, os.W_OK)]
wrong += ["network"] * ([name for _, name in socket.if_nameindex()] != ["lo"])
wrong += ["user"] * (os.getuid() != {USER})
wrong += ["limit"] * (resource.getrlimit(resource.RLIMIT_DATA)[0] != {MEMORY})
sys.exit(", ".join(wrong) or 0)
"""

fenced = True  # --unfenced: the teacher has read what will run
notes = []  # what happened during the run, for the table of grades


def python():
    """The folders that this Python is read from."""
    found, link = {sys.prefix, sys.base_prefix}, sys.executable
    while os.path.islink(link):
        link = os.path.join(os.path.dirname(link), os.readlink(link))
        found.add(os.path.dirname(os.path.dirname(os.path.normpath(link))))
    return found - {"/"}


def bubblewrap(scratch):
    """The command before a command: what it may see, and how much it may take."""
    words = ["bwrap", *NAMESPACES.split(), "--die-with-parent", *EMPTY.split()]
    for place in ("/tmp", "/dev/shm"):
        words += ["--size", str(ROOM), "--perms", "1777", "--tmpfs", place]
    for place in SYSTEM.split():
        words += ["--ro-bind-try", place, place]
    for place in sorted({"/usr", f"{ROOT}/helpers", *python()}):
        for parent in [*reversed(Path(place).parents)][1:]:
            words += ["--dir", str(parent)]
        words += ["--ro-bind", place, place]
    words += ["--bind", scratch, scratch, "--unsetenv", "JPY_PARENT_PID"]
    every = Path("/proc/self/uid_map").read_text().split() == ["0", "0", str(2**32 - 1)]
    if os.geteuid() == 0 and every:  # never root's own identity, whatever its name
        for path in (scratch, *os.scandir(scratch)):
            os.chown(path, int(USER), int(USER))
        return [*words, *LIMITS.split(), *OTHER.split(), "--bounding-set=-all"]
    return [*words, "--unshare-user", "--uid", USER, "--gid", USER, *LIMITS.split()]


def environment(home):
    known = {name: os.environ[name] for name in KNOWN if name in os.environ}
    own = dict.fromkeys(("HOME", "TMPDIR", "MPLCONFIGDIR"), home)
    return {**known, **own, "PYTHONPATH": str(ROOT), "USER": "student"}


def why_not(hidden):
    """Why nothing can be graded here: what a trial saw or could not do, or nothing."""
    hidden = [*hidden, ROOT / "assignments", ROOT / ".git", "/etc/passwd", "/var"]
    with tempfile.TemporaryDirectory(prefix="grade-", dir="/tmp") as scratch:
        try:
            run = [*bubblewrap(scratch), sys.executable, "-c", TRIAL, *map(str, hidden)]
            options = {"env": environment("/tmp"), "capture_output": True}
            tried = subprocess.run(run, timeout=120, **options)
        except (OSError, subprocess.SubprocessError) as problem:
            return str(problem)
        said = tried.stderr.decode("utf-8", "replace").strip().splitlines()
        return said[-1] if tried.returncode and said else "?" * bool(tried.returncode)


class Kernel(AsyncKernelManager):
    def format_kernel_cmd(self, extra_arguments=None):
        scratch = os.path.dirname(self.connection_file)
        run = [sys.executable, "-m", "ipykernel_launcher", "-f", self.connection_file]
        return [*CALM, *bubblewrap(scratch), *run] if fenced else run


class SafeExecute(Execute):
    """nbgrader's Execute in the sandbox; what goes wrong stops nothing."""

    def __init__(self, *args, **options):
        super().__init__(*args, kernel_manager_class=Kernel, **options)
        self.timeout_func = lambda cell: max(1, min(self.timeout, self.left()))

    def left(self):
        return self.end - time.monotonic()

    def preprocess(self, nb, resources):
        self.halted, self.timeouts, self.printed, self.why = None, 0, {}, None
        self.end, self.over = time.monotonic() + BUDGET, threading.Event()
        metadata = copy.deepcopy(nb.metadata)  # a kernel may send its own
        place = {"prefix": "grade-", "dir": "/tmp", "ignore_cleanup_errors": True}
        with tempfile.TemporaryDirectory(**place) as scratch:
            self.scratch = os.path.realpath(scratch)  # a short name, as sockets need it
            try:
                nb, resources = super().preprocess(nb, resources)
            finally:
                self.over.set()
        nb.metadata = metadata
        for cell in nb.cells:
            if cell.cell_type == "code":
                if type(cell.execution_count) is not int:
                    cell.execution_count = None
                cell.outputs = [harmless.plain(output) for output in cell.outputs]
        return nb, resources

    def start_new_kernel(self, **options):
        self.km.connection_file = f"{self.scratch}/kernel.json"
        # Files instead of ports: they reach into the sandbox.
        self.km.transport, self.km.ip = "ipc", f"{self.scratch}/kernel"
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        home = "/tmp" if fenced else self.scratch
        super().start_new_kernel(cwd=self.scratch, env=environment(home), **quiet)
        kernel = psutil.Process(self.km.provisioner.pid)
        threading.Thread(target=self.watch, args=[kernel], daemon=True).start()

    def watch(self, kernel):
        """End a kernel that takes too much in all."""
        while not self.over.wait(0.5):
            memory = disk = 0
            with contextlib.suppress(psutil.Error):
                for process in [kernel, *kernel.children(recursive=True)]:
                    with contextlib.suppress(psutil.Error):
                        memory += process.memory_info().rss
            with contextlib.suppress(OSError):
                for place in os.scandir(self.scratch) if fenced else []:
                    disk += place.stat(follow_symlinks=False).st_size
                    disk += ROOM * place.is_dir(follow_symlinks=False)
            much = {"memory": memory > MEMORY, "disk": disk >= 1 << 20}
            much["budget"] = self.left() < -30
            if any(much.values()):
                self.why = max(much, key=much.get)
                return kernel.kill()

    def preprocess_cell(self, cell, resources, index):
        if cell.cell_type != "code":
            return cell, resources
        if not self.halted and self.left() <= 0:
            self.halt("budget", cell)
        if not self.halted:
            self.run(cell, index)
        if self.halted:
            gone = new_output("error", ename="NotRun", evalue=self.halted, traceback=[])
            cell.outputs = [*cell.outputs, gone]
        elif is_grade(cell):
            # A warning is no wrong answer: only an error costs points.
            cell.outputs = [o for o in cell.outputs if o.output_type == "error"]
            if not cell.outputs:
                self.prove(cell, index)
            elif cell.outputs[0].evalue in CONTROLS:
                note("tampered", cell)
        return cell, resources

    def halt(self, why, cell):
        self.halted = f"Not run ({why})."
        note(why, cell)

    def run(self, cell, index):
        try:
            self.execute_cell(cell, index)
        except CellTimeoutError:
            return self.halt("endless", cell)
        except Exception:  # a dead kernel, or one that sends nonsense
            return self.halt(self.why or "died", cell)
        errors = {o.get("ename") for o in cell.outputs}
        for name, what in (("SyntaxError", "syntax"), ("SystemExit", "exit")):
            if name in errors and not is_grade(cell):
                note(what, cell)
        if "CellTimeoutError" in errors:
            note("endless", cell)
            self.timeouts += 1
            if self.timeouts == 3:  # do not wait for each further cell
                self.halt("silent", cell)

    def prove(self, cell, index):
        """Try the same test, to the letter, with its last assert turned: it must fail.

        Nothing else notices a submission that strips asserts before they run.
        """
        asserts = (n for n in ast.walk(ast.parse(cell.source)) if type(n) is ast.Assert)
        test = max(asserts, key=lambda node: node.lineno).test
        lines = [line.encode() for line in cell.source.split("\n")]
        for row, column, mark in (
            (test.end_lineno - 1, test.end_col_offset, b")"),
            (test.lineno - 1, test.col_offset, b"not ("),
        ):
            lines[row] = lines[row][:column] + mark + lines[row][column:]
        turned = new_code_cell(b"\n".join(lines).decode(), metadata=cell.metadata)
        self.nb.cells[index] = turned  # where a training's progress line is updated
        self.run(turned, index)
        self.nb.cells[index] = cell
        # Pictures left open in a function, and what a thread prints, come after it.
        errors = [o.get("ename") for o in turned.outputs if o.output_type == "error"]
        if "AssertionError" in errors:
            return
        if errors or self.halted:
            return note("unproved", cell)
        text = "This test could no longer fail."
        fault = new_output("error", ename="Tampered", evalue=text, traceback=[text])
        cell.outputs = [fault]
        note("tampered", cell)

    def process_message(self, msg, cell, cell_index):
        size = self.printed.get(id(cell), 0) + len(str(msg["content"]))
        self.printed[id(cell)] = size
        if size > OUTPUT and msg["msg_type"] not in ("error", "status"):
            note("flood", cell)
            return None
        return super().process_message(msg, cell, cell_index)


def note(what, cell):
    name = cell.metadata.get("nbgrader", {}).get("grade_id")
    if (entry := (what, name or cell.source.strip().split("\n")[0][:30])) not in notes:
        notes.append(entry)
