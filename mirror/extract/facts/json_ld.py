"""JSON-LD as sites write it: every object that may describe the page (https://json-ld.org)."""

import json
import re
from collections.abc import Iterator
from typing import Any

from mirror.extract.page import Page

Node = dict[str, Any]

MAX_NODES = 5_000  # a page's JSON-LD beyond that is no description of an article
# Properties whose values are other works than the one that the object describes.
OTHER_WORKS = frozenset({
    "itemListElement", "hasPart", "isPartOf", "mentions", "citation", "isBasedOn", "comment",
    "review", "liveBlogUpdate", "itemReviewed", "subjectOf", "relatedLink", "significantLink",
})  # fmt: skip
_DEPTH = 20


def json_ld(page: Page) -> Iterator[Node]:
    """Every object of the page's JSON-LD, outer before inner, references by `@id` resolved.

    Objects inside the properties of OTHER_WORKS are left out.
    """
    found: list[tuple[Node, bool]] = []
    for script in page.root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(_objects(_loads(script.text or ""), _DEPTH))
    named = {str(node["@id"]): node for node, _ in found if len(node) > 1 and "@id" in node}
    for node, own in found[:MAX_NODES]:
        if own:
            yield {key: _resolved(value, named) for key, value in node.items()}


def _objects(value: object, depth: int, own: bool = True) -> Iterator[tuple[Node, bool]]:
    """The objects in `value`, each with whether it stands outside of the other works."""
    if depth and isinstance(value, list):
        for item in value[:MAX_NODES]:
            yield from _objects(item, depth - 1, own)
    elif depth and isinstance(value, dict):
        yield value, own
        for key, item in value.items():
            yield from _objects(item, depth - 1, own and key not in OTHER_WORKS)


def _resolved(value: object, named: dict[str, Node]) -> object:
    if isinstance(value, list):
        return [_resolved(item, named) for item in value]
    if isinstance(value, dict) and value.keys() == {"@id"}:
        return named.get(str(value["@id"]), value)
    return value


def _loads(text: str) -> object:
    """JSON as sites write it: in CDATA or comments, with raw line breaks; None when hopeless."""
    text = re.sub(r"^\s*(<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(-->|//\s*\]\]>|\]\]>)\s*$", "", text)
    text = text.strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    try:  # a comma too many before a bracket, the commonest slip of templates
        return json.loads(re.sub(r",\s*(?=[}\]])", "", text), strict=False)
    except (ValueError, RecursionError):
        return None
