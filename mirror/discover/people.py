"""Who wrote an item, as RSS, Dublin Core and Atom say it."""

import re

from mirror.discover.texts import line_of
from mirror.discover.tree import Element

AUTHORS = ("author", "atom:author", "dc:creator")  # the post format's order

_PERSON = ("name", "atom:name", "email", "atom:email")
_EMAIL = r"[^\s()<>@]+@[^\s()<>@]+"
# RSS 2.0 wants an e-mail address with the name behind it; others write the name before it.
_WITH_NAME = re.compile(rf"{_EMAIL}\s*\((?P<after>[^()]+)\)|(?P<before>[^<>@]+)<{_EMAIL}>")
_MAX_ADDRESS = 300  # characters; longer texts are no address


def author_of(item: Element) -> str:
    """The entry's author, else `dc:creator`, as written; several are joined; "" when none is named.

    An e-mail address gives way to the name beside it, and to any name of the next kind.
    """
    groups = [[_person(element) for element in item.find(path)] for path in AUTHORS]
    named = [[name for name in map(_name, group) if name.strip()] for group in groups]
    addresses = [text for group in groups for text in group if text.strip()]
    return ", ".join(next(filter(None, named), addresses[:1]))


def _person(element: Element) -> str:
    """The text of an RSS `author` or `dc:creator`; of Atom's person the name, else the address."""
    if not any(element.elements()):
        return line_of(element)
    parts = (line_of(part) for path in _PERSON for part in element.find(path))
    return next((part for part in parts if part.strip()), "")


def _name(text: str) -> str:
    """The name in an author's text; "" when that is only an e-mail address."""
    bare = text.strip()
    if len(bare) > _MAX_ADDRESS:
        return text
    if match := _WITH_NAME.fullmatch(bare):
        return (match["after"] or match["before"]).strip().strip('"')
    return "" if re.fullmatch(_EMAIL, bare) else text
