"""The Korean and the English notebooks are the same program, and this test can fail."""

import copy
from pathlib import Path

import nbformat
import pytest
from editions import compare_text, differences

ROOT = Path(__file__).parents[1]
PLACES = ("notebooks", "assignments")
NAMES = sorted(
    f"{path.parents[1].name}/{{}}/{path.name}"
    for place in PLACES
    for path in ROOT.glob(f"{place}/en/*.ipynb")
)


def read(edition, name):
    return nbformat.read(ROOT / name.format(edition), as_version=4)


@pytest.mark.parametrize("place", PLACES)
def test_both_editions_have_the_same_files(place):
    ko, en = (
        {path.name for path in (ROOT / place / ed).iterdir() if path.is_file()}
        for ed in ("ko", "en")
    )
    assert ko == en, f"only in ko: {ko - en}; only in en: {en - ko}"
    assert {name.split("/")[0] for name in NAMES} == set(PLACES), "there are no notebooks"


@pytest.mark.parametrize("name", NAMES)
def test_editions_are_the_same_program(name):
    problems = differences(read("ko", name), read("en", name))
    assert not problems, f"{name.format('{ko,en}')}:\n" + "\n".join(problems)


@pytest.mark.parametrize("place", PLACES)
def test_edition_readmes_agree(place):
    texts = ((ROOT / place / ed / "README.md").read_text("utf-8") for ed in ("ko", "en"))
    problems = compare_text(*texts)
    assert not problems, f"{place}/{{ko,en}}/README.md:\n" + "\n".join(problems)


# The test's own test: a pair of editions that agrees, and one change at a time that must be found.


def notebook(*cells):
    built = nbformat.v4.new_notebook()
    for cell_id, source, printed in cells:
        if printed is None:
            cell = nbformat.v4.new_markdown_cell(source, id=cell_id)
        else:
            out = nbformat.v4.new_output("stream", name="stdout", text=printed)
            cell = nbformat.v4.new_code_cell(source, id=cell_id, outputs=[out])
            cell.metadata["nbgrader"] = {"points": 2}
        built.cells.append(cell)
    code = [cell for cell in built.cells if cell.cell_type == "code"]
    for count, cell in enumerate(code, 1):
        cell.execution_count = count
    return built


KO = notebook(
    ("title", "# 제목\n\n![점 세 개](a.svg)\n\n$x^2$ 을 [다음](../en/b.ipynb)에서 봅니다.", None),
    (
        "train",
        "def build(units):\n"
        '    """층을 쌓습니다"""\n'
        '    return Dense(units, activation="relu")  # 이유\n'
        "model.fit(X, X, epochs=10, verbose=0)\n"
        'print(f"오차는 {error:.3f}, 크기는 {size}", sep="")\n'
        'ax.set(title="가" if big else "작은 것", xlabel="차원")\n'
        "%matplotlib inline\n",
        "오차는 0.123, 크기는 5",
    ),
    (
        "measure",
        'measured = {"pca_error": row["가"]}\n'
        'ax.plot(x, label="PCA 오차")\n'
        'assert error < 1, "너무 큽니다"\n'
        'check(answer, lambda a: a == "셀", hint="힌트입니다")\n',
        "3 1.5",
    ),
)
EN = notebook(
    ("title", "# Title\n\n![three dots](a.svg)\n\n$x^2$ comes in the [next](../ko/b.ipynb).", None),
    (
        "train",
        "def build(units):\n"
        '    """Stack the layers"""\n'
        '    return Dense(units, activation="relu")  # the reason\n'
        "model.fit(X, X, epochs=10, verbose=0)\n"
        'print(f"size {size} and error {error:.3f}", sep="")\n'
        'ax.set(title="A" if big else "a small one", xlabel="dimension")\n'
        "%matplotlib inline\n",
        "size 5 and error 0.123",
    ),
    (
        "measure",
        'measured = {"pca_error": row["가"]}\n'
        'ax.plot(x, label="error of PCA")\n'
        'assert error < 1, "too large"\n'
        'check(answer, lambda a: a == "셀", hint="a hint")\n',
        "3 1.5",
    ),
)


def test_a_good_pair_passes():
    assert differences(KO, EN) == []


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("epochs=10", "epochs=11", "epochs=11"),
        ("verbose=0", "verbose=False", "code differs"),
        ('"relu"', '"tanh"', "not shown to people"),
        ('"relu"', '"렐루"', "not shown to people"),
        ('"pca_error"', '"linear_error"', "not shown to people"),
        ('row["가"]', 'row["ga"]', "not shown to people"),
        ('a == "셀"', 'a == "cell"', "not shown to people"),
        ('sep=""', 'sep=" "', "not shown to people"),
        ("{error:.3f}", "{error:.2f}", "{fields}"),
        ("{error:.3f}", "{other:.3f}", "{fields}"),
        ("epochs=10", "epochs=10, shuffle=False", "code differs"),
        ("epochs=10", "batch_size=10", "code differs"),
        ('label="error of PCA"', 'label="PCA 오차는"', "has Hangul"),
        ('"too large"', '"너무 커요"', "has Hangul"),
        ("%matplotlib inline", "%matplotlib widget", "% or !"),
        ("%matplotlib inline", "", "% or !"),
        ("def build", "%%time\ndef build", "%"),
        ("error < 1", "error <= 1", "error <= 1"),
        ("# Title", "## Title", "heading levels"),
        ("a.svg", "b.svg", "images"),
        ("three dots", "", "without a description"),
        ("x^2", "x^3", "formulas"),
        ("../ko/b.ipynb", "../ko/c.ipynb", "link targets"),
        ("../ko/b.ipynb", "b.ipynb", "link targets"),
        ("comes in the", "다음 수업 에서 나옵니다 그리고 the", "quoted example"),
        ("0.123", "0.124", "numbers printed"),
    ],
)
def test_a_change_in_one_edition_is_found(old, new, said):
    changed = copy.deepcopy(EN)
    for cell in changed.cells:
        cell.source = cell.source.replace(old, new)
        for output in cell.get("outputs", []):
            output.text = output.text.replace(old, new)
    assert changed != EN, "this mutation changes nothing"
    problems = "\n".join(differences(KO, changed))
    assert said in problems, problems
    assert "cell " in problems


def swap_cells(nb):
    nb.cells[1], nb.cells[2] = nb.cells[2], nb.cells[1]


def to_korean(nb):
    nb.cells[0].source = KO.cells[0].source


def stderr(nb):
    nb.cells[1].outputs[0].name = "stderr"


def error(nb):
    nb.cells[1].outputs = [
        nbformat.v4.new_output("error", ename="ValueError", evalue="", traceback=[])
    ]


@pytest.mark.parametrize(
    "change, said",
    [
        (swap_cells, "measure"),
        (lambda nb: nb.cells.pop(), "no more cells"),
        (to_korean, "same in both editions"),
        (stderr, "stderr"),
        (error, "ValueError"),
        (lambda nb: nb.cells[0].update(source=" "), "empty text cell"),
        (lambda nb: nb.cells[1].update(execution_count=7), "top to bottom"),
        (lambda nb: nb.cells[1].update(execution_count=None), "top to bottom"),
        (lambda nb: nb.cells[1].metadata.update(tags=["nbval-skip"]), "tags or metadata"),
        (lambda nb: nb.cells[1].metadata["nbgrader"].update(points=3), "tags or metadata"),
        (lambda nb: nb.cells[1].update(id="a1b2c3d4"), "a1b2c3d4"),
        (lambda nb: nb.cells[1].update(outputs=[]), "kinds of output"),
    ],
)
def test_a_changed_notebook_is_found(change, said):
    changed = copy.deepcopy(EN)
    change(changed)
    problems = "\n".join(differences(KO, changed))
    assert said in problems, problems


def test_ids_must_be_readable_and_single():
    ko, en = copy.deepcopy(KO), copy.deepcopy(EN)
    for nb in (ko, en):
        nb.cells[1].id = "a1b2c3d4"
    assert "give the cell an id" in "\n".join(differences(ko, en))
    for nb in (ko, en):
        nb.cells[1].id = nb.cells[2].id
    assert "comes twice" in "\n".join(differences(ko, en))


def test_korean_text_must_be_korean():
    ko = copy.deepcopy(KO)
    ko.cells[0].source = ko.cells[0].source.replace(
        "제목", "This is an English title in the wrong place"
    )
    assert "mostly not Hangul" in "\n".join(differences(ko, EN))


def test_bold_that_markdown_does_not_close_is_found():
    ko = copy.deepcopy(KO)
    ko.cells[0].source += " **손실(loss)**로 잽니다."
    assert "bold" in "\n".join(differences(ko, EN))
