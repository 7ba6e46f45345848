"""The course as web pages: `make site` builds each edition from its notebooks.

Nothing is run and nothing is fetched, neither while building nor while reading.
"""

import ast
from html import escape
import json
import os
from pathlib import Path
import re
from runpy import run_path
import sys

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.builders.html import StandaloneHTMLBuilder

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import build

here = Path(__file__).parent
secret = run_path(here.parent / "helpers/exercises.py")["secret"]
language = os.environ["EDITION"]
repository = os.environ.get("SITE_REPOSITORY") or build.repository()
project = {"ko": "잠재 벡터, 한 걸음씩", "en": "Latent vectors, one step at a time"}[
    language
]
other = {"ko": ("en", "English"), "en": ("ko", "한국어")}[language]

StandaloneHTMLBuilder.search = False  # finish.py makes the index that search.js reads
extensions = ["myst_nb"]
root_doc = "README"
version = "1.0"
nb_execution_mode = "off"
myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 3

html_theme = "sphinx_book_theme"
html_title = project
html_math_renderer = "mathml"
html_context = {
    "other": other[0],
    "other_name": other[1],
    "default_mode": "auto",
    "edit": f"https://github.com/{repository}/edit/main/notebooks/"
    if repository
    else "",
    "korean": language == "ko",
}
html_static_path = ["style.css", "math.woff2"]
html_additional_pages = {"search": "search.html"}
html_css_files = ["style.css"]
html_copy_source = html_show_sphinx = html_show_copyright = html_use_index = False
templates_path = ["."]
html_theme_options = {
    "article_header_end": ["language.html", "article-header-buttons.html"],
    "article_footer_items": ["prev-next.html", "terms.html"],
    "navbar_persistent": [],  # the sidebar has the search field
    "footer_content_items": [],
    "primary_sidebar_end": [],
    "use_download_button": False,
    "use_fullscreen_button": False,
}


def prepare_source(app, docname, source):
    """Add what only the site needs: the list of lessons, ways out of the folder."""
    if docname == root_doc:
        source[0] += "\n```{toctree}\n:glob:\n:hidden:\n[0-9]*\n```\n"
        source[0] = re.sub(
            r"\[([^][\n]+)\]\(\.\./\.\./README\.md\)",
            r"<a href='../'>\1</a>",
            source[0],
        )
    else:
        notebook = json.loads(source[0])
        notebook["cells"] = list(for_the_page(notebook["cells"], docname))
        source[0] = json.dumps(notebook)
    # Single quotes, because a notebook is JSON here.
    source[0] = re.sub(
        r"\[([^][\n]+)\]\(\.\./(ko|en)/(\w+)\.(?:ipynb|md)\)",
        r"<a href='../\2/\3.html' lang='\2' hreflang='\2'>\1</a>",
        source[0],
    )


def for_the_page(cells, lesson):
    """The cells as the page needs them: asides folded, exercises and figures alive.

    A live figure is called like the lesson's number and the cell that it follows.
    """
    live = {path.stem for path in Path(here, "live/data").glob("*.json")}
    live &= {path.stem for path in Path(here, "live").glob("*.js")}
    for cell in cells:
        tags = cell["metadata"].setdefault("tags", [])
        if cell["id"] in ("seed", "setup", "measured", "what-we-claimed"):
            tags.append("hide-input")
        if cell["id"] == "colab":
            tags.append("remove-cell")
        check = "check" in tags and re.fullmatch("(.+)-check", cell["id"])
        if check:
            cell["outputs"] = []  # says only that nothing was tried
        yield cell
        if check:
            asked = exercise("".join(cell["source"]), f"{lesson[:2]}_{check[1]}")
            yield box("exercise", check[1], exercise=json.dumps(asked))
        if (name := f"{lesson[:2]}_{cell['id']}") in live:
            yield box("live", f"live-{cell['id']}", live=name)


def box(kind, name, **data):
    given = " ".join(f"data-{key}='{escape(value)}'" for key, value in data.items())
    html = f"<div class='{kind}' id='{name}' {given}></div>"
    return {
        "cell_type": "markdown",
        "id": f"page-{name}",
        "metadata": {},
        "source": html,
    }


def exercise(code, name):
    """What the page needs to answer by itself; nothing for what takes a kernel."""
    stored = Path(here, f"live/data/{name}.json")
    if stored.exists():
        return {"right": "", "replies": {}} | json.loads(stored.read_text("utf-8"))
    for call in ast.walk(ast.parse(code)):
        if (
            isinstance(call, ast.Call)
            and getattr(call.func, "id", "") == "check_choice"
        ):
            question, _, right, reasons = call.args
            replies = ast.literal_eval(reasons)
            key = [k for k in replies if secret(question.value, k) == right.value]
            return {"right": key, "replies": replies}
    return {}


def describe_figures(app, doctree):
    """Describe each figure by the paragraph after it, which says what to see.

    Where a heading or a folded solution comes first, it is the paragraph before, lists
    aside. A slider, which is dead without a kernel, is taken out; a still figure stands
    beside it.
    """
    for raw in list(doctree.findall(nodes.raw)):
        if "widget-view" in raw.astext():
            output = raw
            while output.get("nb_element") != "cell_code_output":
                output = output.parent
            output.parent.remove(output)
    kinds = (nodes.paragraph, nodes.title, nodes.raw, nodes.image)
    flow = list(doctree.findall(lambda node: isinstance(node, kinds)))
    for i, node in enumerate(flow):
        if isinstance(node, nodes.image) and not node.get("alt"):
            said = next((n for n in flow[i:] if not isinstance(n, nodes.image)), None)
            if not isinstance(said, nodes.paragraph):
                before = [n for n in flow[:i] if isinstance(n, nodes.paragraph)]
                said = [n for n in before if isinstance(n.parent, nodes.section)][-1]
            node["alt"] = said.astext()


def visit_math(self, node):
    """A formula as MathML, drawn and spoken by browsers without scripts."""
    display = "block" if isinstance(node, nodes.math_block) else "inline"
    formula = convert(node.astext(), display=display)
    # ln x, not lnx
    formula = re.sub(
        "<mi>(ln|log)</mi>", r'<mo lspace="0.17em" rspace="0.17em">\1</mo>', formula
    )
    self.body.append(
        f'<div class="math" tabindex="0">{formula}</div>'
        if display == "block"
        else formula
    )
    raise nodes.SkipNode


def setup(app):
    app.connect("source-read", prepare_source)
    app.connect("doctree-read", describe_figures)
    app.add_html_math_renderer("mathml", (visit_math, None), (visit_math, None))
