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
from common import ROOT
from editions import translate

FOLDER = ROOT / "tests/classroom/questions"
NAMES = [source.stem for source in build.sources() if source.parent.name[0] == "a"]
HIDDEN = r"(?s)### BEGIN HIDDEN TESTS\n.*?### END HIDDEN TESTS\n?"
FEW = 3  # mutants of a solution that trains, except in the nightly run
each = pytest.mark.parametrize("name", NAMES)


# Answers


def listed(name):
    """The answers written by hand: kind, question, remark, code."""
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    for part in re.split(r"(?m)^# %% ", text)[1:]:
        head, _, code = part.partition("\n")
        kind, question, remark = re.fullmatch(r"(\w+) ([\w-]+): (.+)", head).groups()
        yield kind, question, remark, code.strip("\n")


OTHERS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div, ast.Pow: ast.Mult, ast.Mod: ast.FloorDiv,
    ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip
SWAPS = "max min, maximum minimum, argmax argmin, sum mean, sum max, mean median, any all"
SWAPS += ", zeros ones, exp expm1, log log2, sqrt square, round floor, abs negative"
SWAPS += ", append extend, integers permutation, standard_normal random, rows cols"
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
            if len(node.args) > 1:
                first, second, *rest = node.args
                yield changed(node, args=[second, first, *rest])
            named = "id" if isinstance(node.func, ast.Name) else "attr"
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
                if field in ("body", "orelse") and not isinstance(node, ast.Return):
                    if not isinstance(node, ast.FunctionDef) and not is_text(node):
                        options.append(ast.Pass())
                if isinstance(node, ast.Return) and node.value:
                    written = ast.unparse(node.value)
                    options += [ast.Return(ast.parse(r.format(written)).body[0].value)
                                for r in RESULTS]
                for option in options:
                    inside[place] = option
                    if not isinstance(value, list):
                        setattr(parent, field, option)
                    note(tree)
                    inside[place] = node
                    if not isinstance(value, list):
                        setattr(parent, field, node)
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
    answers = list(listed(name))
    for question, names, solution, test in questions(name):
        mine = [(k, r, code) for k, q, r, code in answers if q == question]
        right = {r: code for k, r, code in mine if k == "right"}
        start = time.monotonic()
        fault(names, solution, test, 120)
        patience = 1 + 8 * (time.monotonic() - start)
        for remark, code in {"solution": solution, **right}.items():
            if said := fault(names, code, test, 120):
                yield f"{question}: the right answer “{remark}” loses its points: {said}"
        if len(right) < 5:
            yield f"{question}: {len(right)} right answers are listed, of 5 at least"
        for kind, remark, code in mine:
            if kind == "wrong" and not fault(names, code, test, patience):
                yield f"{question}: the wrong answer “{remark}” earns points"
        same = [line for k, _, code in mine if k == "same" for line in code.splitlines()]
        made = list(mutants(solution).items())
        step = max(1, len(made) // FEW) if trains(solution) and every == 1 else 1
        for what, code in made[::step]:
            if any(alike(line, what) for line in same):
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
def test_tests_use_names_that_no_student_can_bend(name):
    """Builtins are imported, numpy's namesakes excepted: `sum = 0` changes nothing."""
    for question, _, _, test in questions_as_text(name):
        tree = ast.parse(test)
        used = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
        bound = {a.asname or a.name for n in ast.walk(tree)
                 if isinstance(n, (ast.Import, ast.ImportFrom)) for a in n.names}
        needed = {n for n in used if hasattr(builtins, n)} - {"AssertionError", "Exception"}
        assert needed <= bound, f"{question}: import {needed - bound} from builtins"
        taken = {n for n in bound if hasattr(builtins, n)} & set(np.__all__)
        assert not taken, f"{question}: `from numpy import *` brings {taken}: use np."
        assert len(test.splitlines()) <= 60


def questions_as_text(name):
    cells, _ = build.read(ROOT / f"assignments/{name}.py")
    for cell in cells:
        if cell.cell_type == "code" and is_test(cell):
            yield cell.id, None, None, translate(cell.source, "en")
