"""Pieces that hostile HTML is made of, and what of it a browser would act on."""

import re
import warnings

import html5lib
from hypothesis import strategies as st

FRAGMENTS = st.one_of(
    st.sampled_from([
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<a href=javascript:x>", "</a>",
        "<table>", "<tr>", "<td>", "</td>", "</table>", "<svg>", "</svg>", "<math><mtext>",
        "<style>", "</style>", "<title>", "<textarea>", "</textarea>", "<noscript>",
        "</noscript>", "<!--", "-->", "--!>", "<img src=x onerror=x>",
        '<iframe srcdoc="<script>x</script>">', "</iframe>", "<select>", "<option>", "</select>",
        "<template>", "<script>", "</script>", "<xmp>", "<plaintext>",
        "<form action=javascript:x>", "<foreignObject>", "<annotation-xml encoding=text/html>",
        "<mglyph>", "<pre>\n", "<li>", "<caption>", "<col>", "<button formaction=x>", "<nobr>",
        "{{", "{%", "{", "%}", "&lt;script&gt;", "&#10;", "&#0;", "&#xD800;", "&notit;", "&amp",
        "\n", "\x00", "\ud800", '"', "'", "`", "=", ">", "<", "</", "/>", "<你好>", "<o:p>",
        "</body>", "<h1>", '<p title="</div><script>">', "<p style='position:fixed;color:red'>",
        '<a title="', "<base>", '<div markdown="1">', "<image src=/x>", "<object>",
        "<embed src=x>", "<video><source src=//x>",
    ]),
    st.text(max_size=6),
)  # fmt: skip
# What a browser acts on, told apart by a parser that the code under test does not use.
LIVE = {
    "script", "style", "object", "embed", "applet", "base", "meta", "link", "form", "input",
    "button", "select", "textarea", "svg", "math", "template", "frame", "frameset", "noscript",
    "title", "xmp",
}  # fmt: skip
BAD_URL = re.compile(r"\s*(javascript|vbscript|data:(?!image/(png|gif|jpe?g|webp|avif|bmp)))", re.I)


def live(body: str) -> list[str]:
    """What a browser would act on in `body`, as html5lib reads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        page = f"<!doctype html><body><main>{body}</main></body>"
        tree = html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)
    inside = tree.find("body/main")
    assert inside is not None
    assert len(tree.findall("body/*")) == 1, "it left its wrapper"
    found = []
    for element in list(inside.iter())[1:]:
        if not isinstance(element.tag, str) or element.tag in LIVE:
            found.append(str(element.tag))
            continue
        for name, value in element.attrib.items():
            if name.startswith("on") or name in ("srcdoc", "markdown") or BAD_URL.match(value):
                found.append(f"{element.tag} {name}={value}")
    return found
