"""A parsed body written anew, with only what may stay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from io import StringIO

from justhtml import Node

from mirror.normalise.attributes import PLAIN_NAME, is_player, mend_attributes
from mirror.normalise.elements import FORBIDDEN_ELEMENTS
from mirror.normalise.tokens import VOID
from mirror.normalise.wellformed import MAX_DEPTH

_TABLE_PARTS = frozenset({
    "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th",
})  # fmt: skip
MAX_WRITTEN = 30_000_000  # characters; escaping makes five of one
# Characters that a reference may bring in and that can't stay as they are.
_AWKWARD = re.compile("[\x00-\x1f\x7f-\x9f\xa0\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_WRITTEN = {
    "\n": "&#10;",
    "\t": "&#9;",
    "\xa0": "&nbsp;",
    "\r": " ",
    "\f": " ",
    "\v": " ",
    "\x85": " ",
}
# What starts an instruction to Liquid or to Hugo.
INSTRUCTION = re.compile(r"\{(?=[{%#])")


@dataclass(frozen=True, slots=True)
class Shown:
    """How an element is written."""

    tag: str
    attributes: dict[str, str]
    text: str = ""  # instead of what it holds


def is_harmless(root: Node, base_url: str) -> bool:
    """May every element below `root` stay as it is, and does it hold nothing else but text?"""
    with_cells = _tables_with_cells(root)
    return all(
        node.name == "#text" or _shown(node, base_url, with_cells) == Shown(node.name, _given(node))
        for node in _walk(root)
    )


def write(root: Node, base_url: str) -> str:
    """The HTML of what is below `root`; elements deeper than MAX_DEPTH leave what they hold.

    What comes when MAX_WRITTEN characters are out is left out: a long base times many links.
    """
    with_cells = _tables_with_cells(root)
    out = StringIO()
    depth = 0
    stack: list[Node | str] = list(reversed(root.children or []))
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            out.write(node)
            depth -= 1
        elif out.tell() > MAX_WRITTEN:
            continue
        elif node.name == "#text":
            out.write(write_text(str(node.data)))
        elif not node.name.startswith("#"):
            shown = _shown(node, base_url, with_cells)
            opened = shown is not None and (depth < MAX_DEPTH or shown.tag in VOID)
            if shown and opened:
                out.write(_start_tag(shown, node))
            if shown and opened and shown.tag not in VOID:
                depth += 1
                stack.append(f"</{shown.tag}>")
            stack += reversed(node.children or [])
    return out.getvalue()


def write_text(text: str) -> str:
    """Plain text as HTML that nothing but a reader reads anything into."""
    return _inert(escape(text, quote=False))


def _inert(html: str) -> str:
    html = _AWKWARD.sub(lambda match: _WRITTEN.get(match[0], ""), html)
    return INSTRUCTION.sub("&#123;", html)


def _start_tag(shown: Shown, node: Node) -> str:
    attributes = [
        f' {name}="{_inert(escape(value))}"'
        for name, value in shown.attributes.items()
        if PLAIN_NAME.fullmatch(name)
    ]
    first = node.children[0] if node.children else None
    # The parser drops the first line break of a `pre`.
    lost = shown.tag == "pre" and first is not None and str(first.data or "").startswith("\n")
    return f"<{shown.tag}{''.join(attributes)}>" + "&#10;" * lost + write_text(shown.text)


def _shown(node: Node, base_url: str, with_cells: set[int]) -> Shown | None:
    """How an element is written; None: only what it holds stays."""
    if node.name in FORBIDDEN_ELEMENTS or not PLAIN_NAME.fullmatch(node.name):
        return None
    if node.name == "table" or node.name in _TABLE_PARTS:
        table = _table_of(node)
        if table is None or id(table) not in with_cells:
            return None
    attributes = mend_attributes(node.name, _given(node), base_url)
    if node.name == "iframe" and not is_player(attributes.get("src", "")):
        return _link_to_frame(attributes)
    return Shown(node.name, attributes)


def _link_to_frame(attributes: dict[str, str]) -> Shown | None:
    """What stands for a frame that is not kept; None for a frame that shows nothing."""
    src = attributes.get("src", "")
    unseen = any(attributes.get(side, "").strip() in ("0", "1") for side in ("width", "height"))
    if not src or unseen:
        return None
    return Shown("a", {"href": src}, attributes.get("title", "").strip() or src)


def _given(node: Node) -> dict[str, str]:
    return {name: value or "" for name, value in (node.attrs or {}).items()}


def _walk(root: Node) -> Iterator[Node]:
    stack = list(root.children or [])
    while stack:
        node = stack.pop()
        yield node
        stack += node.children or []


def _tables_with_cells(root: Node) -> set[int]:
    """The identities of the tables that have a cell: kramdown can't bear the others."""
    cells = (node for node in _walk(root) if node.name in ("td", "th"))
    return {id(_table_of(cell)) for cell in cells}


def _table_of(node: Node) -> Node | None:
    table: Node | None = node
    while table is not None and table.name != "table":
        table = table.parent
    return table
