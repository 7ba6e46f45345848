"""What a source becomes, and every fault in one that `make check` must find."""

import re
import sys

import nbformat
from nbformat.v4 import new_output
import pytest

import build
import check
from editions import translate

SOURCE = '''\
# ---
# jupyter:
#   course: {minutes: 9}
# ---

# %% [markdown] id="title" lang="ko"
# # 01 · 제목
#
# ![점 세 개](../../images/dots.svg) $x^2$ 이야기를 [다음](02_b.ipynb)에서 봅니다.
# {minutes}분
#
# {links}

# %% [markdown] id="title" lang="en"
# # 01 · Title
#
# ![Three dots](../../images/dots.svg) We meet $x^2$ [next](02_b.ipynb).
# {minutes} minutes
#
# {links}

# %% id="seed" tags=["parameters"]
seed = 0

# %% id="setup"
from helpers import check, say

# %% id="draw" alt={"ko": "점 하나", "en": "one dot"}
def error(x):
    """오차 | the error"""
    return x - seed  # 이유 | why


# %matplotlib inline
words = say(["가나", "다라"], ["one", "two"])
print(say(f"오차는 {error(3):.1f}",
          f"the error is {error(3):.1f}"))
print(say("저장 파일"), "ㄱ")

# %% id="exercise-1-solution" tags=["solution"]
answer = 3  # 셋 | three
'''
DRAW_KO = '''\
def error(x):
    """오차"""
    return x - seed  # 이유


%matplotlib inline
words = ["가나", "다라"]
print(f"오차는 {error(3):.1f}")
print("저장 파일", "ㄱ")'''


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course of one lesson, built and run."""
    monkeypatch.setattr(build, "ROOT", tmp_path)
    for folder in ("notebooks", "assignments", "helpers"):
        (tmp_path / folder).mkdir()
    (tmp_path / "requirements.txt").write_text("numpy>=2\n")
    address(tmp_path, "OWNER/latent-vectors")
    (tmp_path / "README.md").write_text(
        "<!-- lessons ko -->\n\n<!-- end -->\n", "utf-8"
    )
    write(tmp_path, SOURCE)
    make()
    source = tmp_path / "notebooks/01_a.py"
    for edition in build.EDITIONS:
        path = build.built(source, edition)
        notebook = nbformat.read(path, as_version=4)
        code = (c for c in notebook.cells if c.cell_type == "code")
        for count, cell in enumerate(code, 1):
            cell.execution_count = count
            if cell.id == "draw":
                cell.outputs = output("3.0\n")
        notebook.metadata["course"] = {"ran": build.fingerprint(notebook)}
        path.write_text(build.text_of(notebook), "utf-8")
    assert not problems(tmp_path)
    return tmp_path


def address(folder, name):
    build.repository.cache_clear()
    text = f'[project]\n[project.urls]\nrepository = "https://github.com/{name}"\n'
    (folder / "pyproject.toml").write_text(text)


def write(folder, text):
    build.read.cache_clear()
    (folder / "notebooks/01_a.py").write_text(text, "utf-8")


def make(*options):
    build.read.cache_clear()
    sys.argv = ["build", *options]
    build.main()


def problems(folder):
    build.read.cache_clear()
    return list(check.problems(folder / "notebooks/01_a.py"))


def notebook(folder, edition):
    return nbformat.read(folder / f"notebooks/{edition}/01_a.ipynb", as_version=4)


def cell(folder, edition, name):
    return next(c for c in notebook(folder, edition).cells if c.id == name)


def test_a_learner_sees_ordinary_code_in_one_language(course):
    (course / "notebooks/ko/01_a.ipynb").write_text("<<<<<<< ours\n")
    make()  # a notebook torn by a merge is built anew
    assert cell(course, "ko", "draw").source == DRAW_KO
    drawing = cell(course, "en", "draw")
    assert drawing.metadata["mystnb"]["image"]["alt"] == "one dot"
    english = drawing.source
    assert '    """the error"""' in english and "return x - seed  # why" in english
    assert 'words = ["one", "two"]' in english and "{error(3):.1f}" in english
    assert cell(course, "en", "setup").source == "from helpers import check"
    assert not re.search("say\\(|[가-힣]", english.replace("저장 파일", ""))
    solution = cell(course, "en", "exercise-1-solution")
    assert solution.cell_type == "markdown" and "<details>" in solution.source
    assert "answer = 3  # three\n```" in solution.source


def test_launch_links_come_from_the_address_and_only_once_there_is_one(course):
    made = [course / f"notebooks/{edition}/01_a.ipynb" for edition in build.EDITIONS]
    for text in (path.read_text("utf-8") for path in (*made, course / "README.md")):
        assert "OWNER" not in text and "mybinder" not in text
    assert "[제목](" in (course / "README.md").read_text("utf-8").replace("01 · ", "")
    address(course, "school/vectors")
    make()
    for text in (path.read_text("utf-8") for path in (*made, course / "README.md")):
        assert "mybinder.org/v2/gh/school/vectors" in text
    colab = cell(course, "en", "colab").source
    assert '"git+https://github.com/school/vectors"' in colab


def stored(course):
    return [build.text_of(notebook(course, edition)) for edition in build.EDITIONS]


def test_a_changed_word_changes_that_word_and_keeps_the_outputs(course):
    ko, en = stored(course)
    write(course, SOURCE.replace("We meet", "We see"))
    make()
    assert stored(course) == [ko, en.replace("We meet", "We see")]
    assert not problems(course)


def test_only_changed_code_is_run_and_both_editions_then(course, monkeypatch):
    runs = []
    monkeypatch.setattr(build, "execute", lambda nb, place, _: runs.append(place.name))
    make("--run")
    assert not runs
    write(course, SOURCE.replace("x - seed", "x + seed"))
    make("--run")
    assert sorted(runs) == ["en", "ko"]


def test_a_run_that_fails_stores_nothing(course, monkeypatch):
    def broken(notebook, folder, live):
        notebook.cells = []
        if folder.name == "en":
            raise RuntimeError("cell draw: ZeroDivisionError")

    before = stored(course)
    monkeypatch.setattr(build, "execute", broken)
    write(course, SOURCE.replace("x - seed", "x / seed"))
    with pytest.raises(SystemExit, match="en/01_a.ipynb does not run through"):
        make("--run")
    assert before == stored(course)


def test_a_notebook_is_really_run(course):
    write(course, SOURCE.replace("from helpers import check, say\n", "check = None\n"))
    make("--run")
    assert "오차는 3.0" in check.printed(cell(course, "ko", "draw"))
    assert "the error is 3.0" in check.printed(cell(course, "en", "draw"))
    assert not problems(course)


# Faults in the source: what is changed, and what the message must say.
FAULTS = '''
"title" lang="en" => "other" lang="en" => title: the Korean text has no English twin
[markdown] id="title" lang="ko" => id="title-ko" => the English text has no Korean twin
# # 01 · Title => # ## 01 · Title => cell title: headings differ
[Three dots](../../images/dots.svg) => [Three dots](b.svg) => cell title: images differ
We meet $x^2$ => We meet $x^3$ => cell title: formulas differ
[next](02_b.ipynb) => [next](03_c.ipynb) => cell title: link targets differ
We meet => 우리는 다시 만납니다 => cell title: Korean in the English text
이야기를 => Now we turn to another story here. => cell title: an English sentence
[점 세 개] => [] => cell title: an image without a description
id="setup" => id="seed" => cell seed: this id comes twice
id="setup" => id="0f3a" => cell 0f3a: give it an id
%% id="setup" => %% => has no id: add one
say("저장 파일") => "저장 파일" => cell draw: '저장 파일' is Korean in both editions
["one", "two"] => ["가나", "다라"] => cell draw: both sides of say
["가나", "다라"] => ["eins", "zwei"] => cell draw: the Korean side of say has no Hangul
error is {error(3):.1f} => error is {seed} => cell draw: the two sides of say show
the error is => 이건 오차 => cell draw: the English side of say has Korean
# 이유 | why => # 왜 이런 이유 => cell draw: a comment in one language
# 이유 | why => # because => cell draw: a comment in one language
"""오차 | the error""" => """the error""" => cell draw: a docstring in one language
seed = 0 => seed = (0 => cell seed: line 1
minutes: 9 => minutes: 1 => promises 1
minutes: 9 => minutes: 90 => promises 90, of 45 at most
'''


@pytest.mark.parametrize("fault", FAULTS.strip().splitlines())
def test_a_fault_in_a_source_is_found(course, fault):
    was, becomes, said = fault.split(" => ")
    assert was in SOURCE
    write(course, SOURCE.replace(was, becomes, 1))
    assert any(said in problem for problem in problems(course)), problems(course)
    assert all("01_a." in problem for problem in problems(course))


def test_twins_that_are_equal_are_found(course):
    korean, english = (x.partition("\n")[2] for x in SOURCE.split("# %% ")[1:3])
    write(course, SOURCE.replace(english, korean))
    assert any("Korean and English are the same" in p for p in problems(course))


def edited(**changed):
    def change(folder):
        nb = notebook(folder, "en")
        next(c for c in nb.cells if c.id == "draw").update(changed)
        (folder / "notebooks/en/01_a.ipynb").write_text(build.text_of(nb), "utf-8")

    return change


def output(text, kind="stdout"):
    return [new_output("stream", name=kind, text=text)]


@pytest.mark.parametrize(
    "said, change",
    {
        "en/01_a.ipynb: cell draw: not what the source": edited(source="print(1)"),
        "cell draw: not what the source builds": edited(metadata={"tags": ["x"]}),
        "cell draw: numbers printed differ": edited(outputs=output("4.0")),
        "draw: wrote to stderr: 3.0": edited(outputs=output("3.0", "stderr")),
        "draw: ended in E": edited(
            outputs=[nbformat.v4.new_output("error", ename="E")]
        ),
        "bytes, of 800,000 at most": edited(outputs=output("x" * 900_000)),
        "not run from top to bottom": edited(execution_count=7),
        "the outputs belong to other code": lambda f: write(
            f, SOURCE.replace("- s", "+ s")
        ),
        "outputs belong to other": lambda f: (f / "helpers/a.py").write_text("1"),
        "belong to other": lambda f: (f / "requirements.txt").write_text("numpy>=3\n"),
        "ko/01_a.ipynb: it is not built": lambda f: (
            f / "notebooks/ko/01_a.ipynb"
        ).unlink(),
    }.items(),
)
def test_a_fault_in_a_notebook_is_found(course, said, change):
    change(course)
    assert any(said in problem for problem in problems(course)), problems(course)


def test_what_has_no_source_is_found(course, capsys):
    (course / "notebooks/en/02_b.ipynb").write_text("{}")
    build.read.cache_clear()
    assert check.report(build.sources()) == 1
    assert "en/02_b.ipynb: has no source: delete it" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="There is no source 'kittens'"):
        make("kittens")


LAID_OUT = {
    'f(say("가",\n      "b"))': 'f("b")',
    'f(say("가나"\n      "다라", "one "\n            "two"))': 'f("one "\n  "two")',
    'g(say({\n    "a": "가",\n}, {\n    "a": "b",\n}))': 'g({\n    "a": "b",\n})',
    f'assert x, say("가", "{"y" * 78}")': f'assert x, (\n    "{"y" * 78}"\n)',
    f'print(say("가", "{"y" * 80}"))': f'print(\n    "{"y" * 80}"\n)',
}


@pytest.mark.parametrize("source, built", LAID_OUT.items())
def test_a_text_is_laid_out_as_one_would_write_it(source, built):
    assert translate(source, "en") == built
