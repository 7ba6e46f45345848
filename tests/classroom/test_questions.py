"""The assignments' tests are tested: right answers earn all points, wrong ones none.

tests/classroom/questions/NN_name.txt holds answers under `# %% kind question: remark`:
"right" ones, written differently, and "wrong" ones, as students wrote them. A script
makes more wrong ones, by changing the solution at one place. What it changes without
making it wrong stands under "same", one change a line, the remark being the reason.
Cells run by plain exec, in one process an assignment, so that hundreds are cheap.
"""

import ast
import builtins
from contextlib import redirect_stdout
import copy
import difflib
import io
import re
import signal
import time

import numpy as np
import pytest

import build
from common import ASSIGNMENTS, ROOT, written_answers
from editions import translate

SCREEN = 55  # lines, those that students never see included
FEW = 1  # mutants of a solution that trains, except in the nightly run
each = pytest.mark.parametrize("name", ASSIGNMENTS)


# Answers


OTHERS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div, ast.Pow: ast.Mult, ast.Mod: ast.FloorDiv,
    ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip
SWAPS = "max min, maximum minimum, argmax argmin, sum mean, sum max, mean median"
SWAPS += (
    ", any all, zeros ones, exp expm1, log log2, sqrt square, round floor, abs negative"
)
SWAPS += ", append extend, integers permutation, standard_normal random"
EITHER = ("maxim", "minim")  # of two arguments the order does not matter
CALLED = {}
for pair in SWAPS.split(", "):
    one, other = pair.split()
    CALLED.setdefault(one, []).append(other)
    CALLED.setdefault(other, []).append(one)


def changed(node, **fields):
    new = copy.copy(node)
    vars(new).update(fields)
    return new


def variants(node):
    """What could have been written by mistake in place of this part."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in OTHERS:
            yield changed(node, ops=[OTHERS[type(op)]()])
        case ast.BoolOp():
            yield changed(node, op=OTHERS[type(node.op)]())
            yield from node.values
        case ast.BinOp():
            if type(node.op) in OTHERS:
                yield changed(node, op=OTHERS[type(node.op)]())
            if not isinstance(node.op, (ast.Add, ast.Mult)):
                yield changed(node, left=node.right, right=node.left)
            yield node.left
            yield node.right
        case ast.UnaryOp():
            yield node.operand
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(value=int() | float()):
            yield ast.Constant(node.value + 1)
            yield ast.Constant(node.value - 1)
        case ast.Slice():
            for end in ("lower", "upper", "step"):
                if getattr(node, end):
                    yield changed(node, **{end: None})
        case ast.IfExp():
            yield node.body
            yield node.orelse
        case ast.Attribute(attr="T") | ast.Subscript(ctx=ast.Load()):
            yield node.value
        case ast.Call():
            for place in range(len(node.keywords)):
                fewer = [k for i, k in enumerate(node.keywords) if i != place]
                yield changed(node, keywords=fewer)
            named = "id" if isinstance(node.func, ast.Name) else "attr"
            if len(node.args) > 1 and getattr(node.func, named, "")[:5] not in EITHER:
                first, second, *rest = node.args
                yield changed(node, args=[second, first, *rest])
            for other in CALLED.get(getattr(node.func, named, ""), []):
                yield changed(node, func=changed(node.func, **{named: other}))
            if isinstance(node.func, ast.Attribute) and node.func.attr in ("copy",):
                yield node.func.value
            yield from node.args[:1]


IGNORE = "{0} = 1 if isinstance({0}, (int, float)) else 1 / 0"  # else no mutant
IN_PLACE = "kept = {0}.copy(); {0}[...] = 7; {0} = kept"  # what is no array fails
OWN = {"rng": "rng = np.random.default_rng(0)", "seed": "seed = 0"}
RESULTS = ["np.asarray({}).astype(int)", "np.asarray({})[::-1]", "{}[:1]"]


def mutants(solution):
    """The solution with one place changed: what was changed, and the code."""
    plain = ast.unparse(ast.parse(solution))
    found = {}

    def note(tree):
        code = ast.unparse(ast.fix_missing_locations(tree))
        lines = list(difflib.ndiff(plain.splitlines(), code.splitlines()))
        old, new = (
            "; ".join(line[2:].strip() for line in lines if line[0] == sign)
            for sign in "-+"
        )
        if code != plain:
            found.setdefault(f"{old} -> {new}", code)

    tree = ast.parse(plain)
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            inside = value if isinstance(value, list) else [value]
            for place, node in enumerate(inside):
                if not isinstance(node, ast.AST):
                    continue
                options = list(variants(node))
                needed = isinstance(node, (ast.Return, ast.FunctionDef)) or is_text(
                    node
                )
                if field in ("body", "orelse") and not needed:
                    options.append(ast.Pass())
                if isinstance(node, ast.Return) and node.value:
                    written = ast.unparse(node.value)
                    options += [
                        ast.parse(f"return {r.format(written)}").body[0]
                        for r in RESULTS
                    ]
                for option in [*options, node]:  # the last puts it back
                    inside[place] = option
                    setattr(parent, field, inside if inside is value else option)
                    note(tree)
    for function in (f for f in tree.body if isinstance(f, ast.FunctionDef)):
        top = int(is_text(function.body[0]))
        for argument in function.args.args:
            for line in (IGNORE, IN_PLACE, OWN.get(argument.arg, "")):
                start = ast.parse(line.format(argument.arg)).body
                function.body[top:top] = start
                note(tree)
                del function.body[top : top + len(start)]
    return found


def is_text(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


# Running


class Late(BaseException):
    """The answer ran too long."""


def late(*_):
    raise Late


def run(code, names):
    with redirect_stdout(io.StringIO()):
        exec(compile(code, "cell", "exec"), names)


def questions(name):
    """Each question: its id, the names before it, its solution, its test."""
    cells, _ = build.read(ROOT / f"assignments/{name}.py")
    cells = [cell for cell in cells if cell.cell_type == "code"]
    last = max(n for n, cell in enumerate(cells) if is_test(cell))
    names = {"__name__": "__main__"}
    for place, cell in enumerate(cells[:last]):
        code = translate(cell.source, "en")
        if is_test(cell):
            continue
        if cell.metadata["nbgrader"]["solution"]:
            test = translate(cells[place + 1].source, "en")
            yield cell.id, dict(names), code, test
        run(code, names)


def is_test(cell):
    return cell.metadata["nbgrader"]["grade"]


def fault(names, answer, test, seconds):
    """What the test says of an answer; nothing if it earns its points."""
    own = {k: v.copy() if isinstance(v, np.ndarray) else v for k, v in names.items()}
    signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        run(answer, own)
        run(test, own)
    except (Exception, SystemExit, Late) as error:
        return f"{type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return None


def trains(code):
    return bool(re.search(r"\b(train|fit)\(", code))


def survivors(name, every=1):
    """Wrong answers that earn points, right ones that do not, unknown remarks."""
    answers = list(written_answers(name))
    for question, names, solution, test in questions(name):
        mine = [(k, r, code) for k, q, r, code in answers if q == question]
        right = {remark: code for kind, remark, code in mine if kind == "right"}
        start = time.monotonic()
        fault(names, solution, test, 600)
        patience = 1 + 8 * (time.monotonic() - start)
        for remark, code in {"solution": solution, **right}.items():
            if said := fault(names, code, test, 600):
                yield f"{question}: the right answer “{remark}” loses points: {said}"
        if len(right) < 5:
            yield f"{question}: {len(right)} right answers are listed, of 5 at least"
        for kind, remark, code in mine:
            if kind == "wrong" and not fault(names, code, test, patience):
                yield f"{question}: the wrong answer “{remark}” earns points"
        same = [c.splitlines() for kind, _, c in mine if kind == "same"]
        made = list(mutants(solution).items())
        step = max(1, len(made) // FEW) if trains(solution) and every == 1 else 1
        for what, code in made[::step]:
            if any(alike(line, what) for line in sum(same, [])):
                continue
            if not fault(names, code, test, patience):
                yield f"{question}: this mutant earns points: {what}"


def alike(line, what):
    """A line under "same": the whole change, what is new, or ~ and a pattern."""
    if line.startswith("~"):
        return re.search(line[1:], what)
    return line in (what, what.partition(" -> ")[2])


def complaints(name, **options):
    return "\n".join(survivors(name, **options))


@each
def test_right_answers_earn_all_and_wrong_ones_nothing(name):
    said = complaints(name)
    assert not said, said


@pytest.mark.nightly
@each
def test_no_mutant_of_a_trained_solution_earns_points(name):
    said = complaints(name, every=0)
    assert not said, said


@each
def test_tests_are_short_and_use_names_that_no_student_can_bend(name):
    """Builtins are imported, unless numpy has them too: `sum = 0` does no harm."""
    cells, _ = build.read(ROOT / f"assignments/{name}.py")
    for cell in filter(is_code_test, cells):
        test = translate(cell.source, "en")
        parts = list(ast.walk(ast.parse(test)))
        imports = [n for n in parts if isinstance(n, (ast.Import, ast.ImportFrom))]
        bound = {a.asname or a.name for n in imports for a in n.names}
        used = {n.id for n in parts if isinstance(n, ast.Name)} & set(dir(builtins))
        assert used <= bound, f"{cell.id}: import {used - bound} from builtins"
        taken = bound & set(dir(builtins)) & set(np.__all__)
        assert not taken, f"{cell.id}: `from numpy import *` brings {taken}: use np."
        assert len(test.splitlines()) <= SCREEN, f"{cell.id}: longer than a screen"


def is_code_test(cell):
    return cell.cell_type == "code" and is_test(cell)
