"""The post's link line, `[LINK TEXT](URL)`: the only place of a post that is read as Markdown.

What kramdown and CommonMark would make of it besides one link is defused; all else stays.
"""

import re

from mirror.normalise.text import strip_outside

# Inline markup that may stand in a link's text: it can't load or run anything.
_INLINE = r"b|i|em|strong|u|s|sub|sup|small|mark|code|q|cite|del|ins|kbd|tt"
_OPENS_TAG = re.compile(r"<(?=[^\W\d_]|[/!?])")
_INLINE_TAG = re.compile(rf"<(/?)({_INLINE})>", re.IGNORECASE)
# A link target that is not http(s): a colon, or an entity that may hide one, before any slash.
# An odd number of backslashes before it defuses it already.
_OTHER_TARGET = re.compile(
    r"(?<!\\)((?:\\\\)*+)\](?=\(\s*<?\s*(?!https?:)[^/?#)]*[:&])", re.IGNORECASE
)
# What would be the label of a definition, so that the whole line vanishes. It ends with the first
# bracket for kramdown, with the first that no backslash precedes for CommonMark.
_LABEL = re.compile(r"\A(?:[^\]\\]|\\.)*+\]?:?")
_BRACE = re.compile(r"\{(?=[{%#:])")
# The signs of emphasis, code and links. kramdown 2.4 tries every way to pair them: ten `](![` take
# it 0.1 s, twenty over 20 s.
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "[]*_`"}
MAX_SIGNS = 20
# The same in a URL, which is read as text where a title ends its link early; not `a_b`.
_URL_SIGN = re.compile(r"[\[\]*`]|(?<![a-zA-Z0-9])_")
# A bracket; what a backslash makes plain text is passed over.
_BRACKET = re.compile(r"\\.|(!?\[|\])")


def link_text(title: str) -> str:
    """LINK TEXT: the title, with what Markdown, HTML or Liquid would run defused."""
    text = strip_outside(title)
    if not _balanced(_INLINE_TAG.findall(text)):
        text = _OPENS_TAG.sub("&lt;", text)
    text = _OPENS_TAG.sub(lambda m: "<" if _INLINE_TAG.match(m.string, m.start()) else "&lt;", text)
    if sum(ord(char) in _SIGNS for char in text) > MAX_SIGNS:
        text = text.translate(_SIGNS)
    text = _without_picture(text)
    text = _OTHER_TARGET.sub(r"\1\\]", text)
    text = _LABEL.sub(lambda match: match[0].replace("]:", "]&#58;"), text)
    return _BRACE.sub("&#123;", text)


def link_target(url: str) -> str:
    """The URL as it stands in the Markdown link: nothing in it ends the link or opens another."""
    url = url.replace("{", "%7B").replace("\\", "%5C").replace("](", "%5D(")
    if len(_URL_SIGN.findall(url)) > MAX_SIGNS:
        url = _URL_SIGN.sub(lambda sign: f"%{ord(sign[0]):02X}", url)
    depth = lowest = 0
    for char in url:
        depth += (char == "(") - (char == ")")
        lowest = min(lowest, depth)
    return url if depth == lowest == 0 else url.replace("(", "%28").replace(")", "%29")


def _balanced(tags: list[tuple[str, str]]) -> bool:
    """Do inline tags, as pairs of "/" or "" and a name, open and close in order?"""
    opened: list[str] = []
    for slash, name in tags:
        if not slash:
            opened.append(name.lower())
        elif not opened or opened.pop() != name.lower():
            return False
    return not opened


def _without_picture(text: str) -> str:
    """`text` without a `![` that only the line's own bracket would close.

    The link would become a picture whose address is the article's.
    """
    opened: list[re.Match[str]] = []
    for match in _BRACKET.finditer(text):
        if match[1] == "]" and opened:
            opened.pop()
        elif match[1] and match[1] != "]":
            opened.append(match)
    for match in reversed(opened):
        if match[1] == "![":
            text = f"{text[: match.start()]}&#33;{text[match.start() + 1 :]}"
    return text
