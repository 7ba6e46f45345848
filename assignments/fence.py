"""Runs a submission's notebook behind a fence, and believes a test only if it can also fail.

A submission is a program by a stranger. Its kernel gets an empty folder, no network and a limit on
memory; of the teacher's files it sees Python and helpers/, which it cannot change. The notebook and
the gradebook stay outside: cells go in as messages, and outputs come back as messages.
"""

import ast
import contextlib
import copy
import functools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import harmless
from jupyter_client.manager import AsyncKernelManager
from nbclient.exceptions import CellTimeoutError
from nbformat.v4 import new_code_cell, new_output
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade

ROOT = Path(__file__).resolve().parents[1]
MEMORY = 6_000_000_000  # bytes a submission may claim; TensorFlow claims far more than it uses
OUTPUT = 100_000  # characters that are kept of what a cell prints
UNSHARE = (
    "unshare --user --map-root-user --mount --pid --net --ipc --fork --kill-child --mount-proc"
)
SHORT = "/tmp" if os.path.isdir("/tmp") else None  # a socket's name may have 107 letters
KNOWN = ("PATH", "LANG", "LC_ALL", "OMP_NUM_THREADS")  # of the environment
FENCE = [
    "setpriv",
    "--pdeathsig",
    "KILL",
    *UNSHARE.split(),
    "sh",
    str(Path(__file__).with_name("fence.sh")),
]

# Tests end by trying their own tools; these messages say that the tools were meddled with.
CONTROLS = ("비교 함수가 바뀌었습니다", "The comparison was changed")

hidden = set()  # folders that submissions must not see, besides those of `places`
notes = []  # what happened during the run, for the table of grades


def places(scratch):
    """What fence.sh asks for: the folders to cover, and those in them that must stay."""
    cover = {ROOT, Path.home().resolve(), *hidden}
    cover |= {Path(place).resolve() for place in (SHORT, tempfile.gettempdir()) if place}
    cover = {path for path in cover if not any(other in path.parents for other in cover)}
    keep = {Path(sys.prefix), Path(sys.base_prefix), ROOT / "helpers"}
    keep = {path for path in keep if any(path.is_relative_to(place) for place in cover)}
    keep = {path for path in keep if not any(other in path.parents for other in keep)}
    return {
        "SCRATCH": scratch,
        "MEMORY": str(MEMORY),
        "HIDE": "\n".join(map(str, cover)),
        "KEEP": "\n".join(map(str, keep)),
    }


@functools.cache
def can_fence():
    """Whether this machine lets us: Linux with user namespaces."""
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch, "work").mkdir()
        with contextlib.suppress(OSError):
            environment = {**os.environ, **places(scratch)}
            trial = [*FENCE, sys.executable, "-c", "import helpers.hangul"]
            return not subprocess.run(trial, env=environment, capture_output=True).returncode
    return False


class FencedKernel(AsyncKernelManager):
    """A kernel started behind the fence, if the machine can build one."""

    def format_kernel_cmd(self, extra_arguments=None):
        return (FENCE if can_fence() else []) + super().format_kernel_cmd(extra_arguments)


class FencedExecute(Execute):
    """nbgrader's Execute behind the fence; whatever goes wrong costs points and stops nothing."""

    def __init__(self, *args, **options):
        super().__init__(*args, kernel_manager_class=FencedKernel, **options)

    def preprocess(self, nb, resources):
        self.halted, self.timeouts, self.printed = None, 0, {}
        metadata = copy.deepcopy(nb.metadata)  # a kernel may send its own
        with tempfile.TemporaryDirectory(
            prefix="grade-", dir=SHORT, ignore_cleanup_errors=True
        ) as scratch:
            self.scratch = os.path.realpath(scratch)
            nb, resources = super().preprocess(nb, resources)
        nb.metadata = metadata
        for cell in nb.cells:
            if cell.cell_type == "code":
                if type(cell.execution_count) is not int:
                    cell.execution_count = None
                cell.outputs = [harmless.plain(output) for output in cell.outputs]
        return nb, resources

    def start_new_kernel(self, **options):
        work = f"{self.scratch}/work"
        os.mkdir(work)
        self.km.connection_file = f"{self.scratch}/kernel.json"
        # Files instead of ports: they reach across the fence.
        self.km.transport, self.km.ip = "ipc", f"{self.scratch}/kernel"
        known = {name: os.environ[name] for name in KNOWN if name in os.environ}
        own = {"HOME": work, "TMPDIR": work, "MPLCONFIGDIR": work}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        super().start_new_kernel(cwd=work, env={**known, **own, **places(self.scratch)}, **quiet)

    def preprocess_cell(self, cell, resources, index):
        if cell.cell_type != "code":
            return cell, resources
        if not self.halted:
            self.run(cell, index)
        if self.halted:
            cell.outputs = [new_output("error", ename="NotRun", evalue=self.halted, traceback=[])]
        elif is_grade(cell):
            # A warning is no wrong answer: only an assert that fails, or an error, costs points.
            cell.outputs = [o for o in cell.outputs if o.output_type == "error"]
            if not cell.outputs:
                self.prove(cell, index)
            elif cell.outputs and cell.outputs[0].evalue in CONTROLS:
                note("tampered", cell)
        return cell, resources

    def run(self, cell, index):
        try:
            self.execute_cell(cell, index)
        except CellTimeoutError:
            self.halted = "The kernel did not answer any more."
            note("endless", cell)
            return
        except Exception as error:  # a dead kernel, or one that sends nonsense
            self.halted = f"The kernel had stopped ({type(error).__name__})."
            note("died", cell)
            return
        errors = {o.get("ename") for o in cell.outputs}
        for name, what in (("SyntaxError", "syntax"), ("SystemExit", "exit")):
            if name in errors and not is_grade(cell):
                note(what, cell)
        if "CellTimeoutError" in errors:
            note("endless", cell)
            self.timeouts += 1
            if self.timeouts == 3:  # it ignores the interrupt: do not wait for each further cell
                self.halted = "The kernel did not answer any more."
                note("silent", cell)

    def prove(self, cell, index):
        """Try the same test with its last assert turned around: it must fail."""
        program = ast.parse(cell.source)
        last = max((n for n in ast.walk(program) if isinstance(n, ast.Assert)), key=line_of)
        last.test = ast.UnaryOp(ast.Not(), last.test)
        program = ast.unparse(ast.fix_missing_locations(program))
        turned = new_code_cell(program, metadata=cell.metadata)
        self.nb.cells[index] = turned  # where a training's progress line is updated
        self.run(turned, index)
        self.nb.cells[index] = cell
        # Pictures left open in a function, and what a thread prints, come after the error.
        errors = [o.get("ename") for o in turned.outputs if o.output_type == "error"]
        if "AssertionError" in errors:
            return
        if errors or self.halted:
            note("unproved", cell)
            return
        text = "This test could no longer fail."
        cell.outputs = [new_output("error", ename="Tampered", evalue=text, traceback=[text])]
        note("tampered", cell)

    def process_message(self, msg, cell, cell_index):
        size = self.printed[id(cell)] = self.printed.get(id(cell), 0) + len(str(msg["content"]))
        if size > OUTPUT and msg["msg_type"] in ("stream", "display_data", "execute_result"):
            note("flood", cell)
            return None
        return super().process_message(msg, cell, cell_index)


def note(what, cell):
    entry = (what, cell.metadata.get("nbgrader", {}).get("grade_id", cell.source[:30].strip()))
    if entry not in notes:
        notes.append(entry)


def line_of(node):
    return node.lineno
