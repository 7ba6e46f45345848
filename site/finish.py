"""What Sphinx and the theme leave to do, once both editions are built.

Anchors that can be read, a Korean interface, figures with a size, what browsers and
search engines want in a page's head, the index of `search.js`, sitemap and 404.
"""

import hashlib
import json
import os
from pathlib import Path
import re
import sys

from bs4 import BeautifulSoup
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import build

HERE = Path(__file__).parent

SITE = HERE.parent / "build/site"
REPOSITORY = os.environ.get("SITE_REPOSITORY") or build.repository()
OTHER = {"ko": "en", "en": "ko"}
NAMES = {"ko": "잠재 벡터, 한 걸음씩", "en": "Latent vectors, one step at a time"}
PROMISE = {
    "ko": "잠재 벡터를 처음 배우는 사람을 위한 실습 강의. "
    "사진 압축에서 시작해 오토인코더, 이미지 검색과 생성, 텍스트 임베딩까지, "
    "설치 없이 읽고 만져 봅니다.",
    "en": "A hands-on course on latent vectors for newcomers: from compressing a "
    "photograph to autoencoders, image search, generation and text embeddings. "
    "Nothing to install.",
}
KOREAN = {
    "Skip to main content": "본문으로 건너뛰기",
    "Back to top": "맨 위로",
    "Search...": "검색",
    "Main": "수업 목록",
    "Page": "이 쪽의 차례",
    "Color mode": "밝기",
    "System Settings": "시스템 설정",
    "Light": "밝게",
    "Dark": "어둡게",
    "Toggle primary sidebar": "수업 목록 여닫기",
    "Toggle secondary sidebar": "차례 여닫기",
    "Link to this heading": "이 제목의 주소",
    "Toggle hidden content": "접힌 내용 여닫기",
    "previous page": "이전 쪽",
    "next page": "다음 쪽",
    "Show code cell source": "코드 보기",
    "Hide code cell source": "코드 접기",
    "Show code cell output": "결과 보기",
    "Hide code cell output": "결과 접기",
    "Show code cell outputs": "결과 보기",
    "Hide code cell outputs": "결과 접기",
}
ENGLISH = {k: k.replace("code cell ", "").replace("source", "code") for k in KOREAN}
UNUSED = re.compile(
    "fontawesome|searchtools|language_data|searchindex|translations|sphinx_highlight"
)


def address():
    """Where GitHub shows the pages; nothing while there is no repository."""
    if not REPOSITORY:
        return None
    owner, name = REPOSITORY.split("/")
    host = f"https://{owner.lower()}.github.io/"
    return host if name.lower() == f"{owner.lower()}.github.io" else f"{host}{name}/"


def anchors(page):
    """A section is called as its heading reads, without the number that may change."""
    new = {}
    for section in page.select("article section[id]"):
        heading = section.find(re.compile("^h[1-6]$"))
        words = re.sub(r"^[\d.·\s]+", "", heading.get_text()).rstrip("#").lower()
        name = "-".join(re.findall(r"[\w]+", words)) or section["id"]
        while name in new.values():
            name += "-"
        new[section["id"]] = section["id"] = name
        slug = section.find("span", recursive=False)
        if slug and not slug.contents and slug.get("id"):
            new[slug["id"]] = name
            slug.decompose()
    for link in page.select("a[href^='#']"):
        if link["href"][1:] in new:
            link["href"] = "#" + new[link["href"][1:]]


def words(page, edition):
    """The theme's words in the reader's language; no icons that take a script."""
    said = KOREAN if edition == "ko" else ENGLISH
    for text in page.find_all(string=lambda t: t.strip() in said):
        text.replace_with(text.replace(text.strip(), said[text.strip()]))
    for name in ("title", "aria-label", "placeholder"):
        for tag in page.select(f"[{name}]"):
            tag[name] = said.get(tag[name], tag[name])
    for button in page.select("button[title]:not([aria-label])"):
        button["aria-label"] = button["title"]
    for twice in page.select("footer.prev-next-footer"):
        twice.decompose()
    for script in page.select("script[src]"):
        if UNUSED.search(script["src"]):
            script.decompose()


def figures(page, folder):
    """A figure's size is known before it comes, so that nothing jumps."""
    for place, image in enumerate(page.select("article img")):
        path = folder / image["src"]
        if path.suffix == ".png":
            with Image.open(path) as picture:
                image["width"], image["height"] = picture.size
        if place:
            image["loading"] = "lazy"


def head(page, edition, name):
    """What browsers, search engines and messengers read."""
    for tag in page.select("meta[name=viewport]")[1:] + page.select(
        "[name^=docsearch]"
    ):
        tag.decompose()
    bold = page.select_one("article p > strong:only-child")
    said = bold.get_text() if bold and name[0].isdigit() else PROMISE[edition]
    title = page.title.get_text().replace(" — ", " · ")
    if name == "README":
        title = NAMES[edition]
    page.title.string = title
    version = hashlib.sha256((HERE / "page.js").read_bytes()).hexdigest()[:8]
    tags = [f'<script defer src="../page.js?{version}"></script>']
    tags += [f'<meta name="description" content="{said}">']
    tags += ['<link rel="icon" href="../favicon.svg" type="image/svg+xml">']
    tags += [f'<meta property="og:title" content="{title}">']
    tags += [f'<meta property="og:description" content="{said}">']
    tags += ['<meta property="og:type" content="article">']
    if base := address():
        tags += [f'<link rel="canonical" href="{base}{edition}/{name}.html">']
        for lang in OTHER:
            there = f"{base}{lang}/{name}.html"
            tags += [f'<link rel="alternate" hreflang="{lang}" href="{there}">']
        tags += [f'<meta property="og:url" content="{base}{edition}/{name}.html">']
        tags += [f'<meta property="og:image" content="{base}card.png">']
        tags += ['<meta name="twitter:card" content="summary_large_image">']
    for tag in tags:
        page.head.append(BeautifulSoup(tag, "html.parser"))


def entries(page, name):
    """What can be found on a page: section by section, prose and code apart."""
    title = page.select_one("article h1").get_text().rstrip("#")
    for section in page.select("article section[id]"):
        heading, prose, code = "", [], []
        for block in section.find_all(["p", "li", "tr", "pre", "h1", "h2", "h3"]):
            if block.find_parent("section") is not section or block.find_parent("li"):
                continue
            text = " ".join(block.get_text(" " if block.name == "tr" else "").split())
            if block.name[0] == "h":
                heading = text.rstrip("#")
            elif "admonition-title" not in block.get("class", []):
                (code if block.name == "pre" else prose).append(text)
        yield [f"{name}.html", section["id"], title, heading, prose, " ".join(code)]


def finish(edition):
    index = []
    for path in sorted(SITE.glob(f"{edition}/*.html")):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        anchors(page)
        words(page, edition)
        figures(page, path.parent)
        head(page, edition, path.stem)
        if path.stem != "search":
            index += entries(page, path.stem)
        path.write_text(str(page), "utf-8")
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    (SITE / edition / "search-index.js").write_text(f"var found = {text};", "utf-8")


def around():
    """The pages that stand outside the editions."""
    base = address() or "/"
    front = (SITE / "index.html").read_text("utf-8")
    if address():
        more = f'<link rel="canonical" href="{base}">'
        more += f'<meta property="og:image" content="{base}card.png">'
        (SITE / "index.html").write_text(front.replace("</head>", f"{more}</head>"))
        pages = [p.relative_to(SITE).as_posix() for p in SITE.glob("*/*.html")]
        kept = sorted(page for page in pages if "search" not in page)
        urls = "".join(f"<url><loc>{base}{page}</loc></url>" for page in ["", *kept])
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        (SITE / "sitemap.xml").write_text(f'<urlset xmlns="{space}">{urls}</urlset>')
        (SITE / "robots.txt").write_text(f"Sitemap: {base}sitemap.xml\n")
    lost = "<p>이 주소에는 아무것도 없습니다. 아래에서 찾아 보세요.</p>"
    lost += '<p lang="en">There is nothing at this address. Start from here.</p>'
    lost = front.replace("<!-- lost -->", lost)
    lost = re.sub(
        '(href|src)="(?!http)', rf'\1="{re.sub("^https?://[^/]*", "", base)}', lost
    )
    (SITE / "404.html").write_text(lost, "utf-8")


if __name__ == "__main__":
    for edition in OTHER:
        finish(edition)
    around()
