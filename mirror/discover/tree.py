"""Elements out of tags: the items of a document one by one, and which of them are torn."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from mirror.discover.entities import Entities
from mirror.discover.namespaces import MAX_PREFIXES, declared, our_name
from mirror.discover.xml import Tag, Text, tokens
from mirror.errors import UrlError
from mirror.normalise.urls import serialise

MAX_DEPTH = 200  # tags below are dropped; their text stays
MAX_TOKENS = 1_500_000  # of a document; 10,000 full items have a seventh of that
MAX_ITEMS = 50_000
# Elements and texts held at a time: a document with more between two items ends there.
MAX_NODES = 300_000


@dataclass(slots=True)
class Element:
    """An element; names are in lower case, with our prefix where the namespace is one of ours."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | Text]" = field(default_factory=list)
    base: str = ""  # absolute, by the xml:base of it and those around it; "" when there is none
    raw: str = ""  # its start tag as written
    closed: bool = True  # False: no end tag of its own
    prefixes: dict[str, str] = field(default_factory=dict)  # as declared -> ours, in scope here

    def elements(self) -> "Iterator[Element]":
        """Its child elements."""
        return (child for child in self.children if isinstance(child, Element))

    def find(self, path: str) -> "Iterator[Element]":
        """The elements at `path`, e.g. "media:group/media:description".

        A stray tag that nothing closes holds what comes after it by accident only.
        """
        first, _, rest = path.partition("/")
        for child in self.elements():
            if child.name == first:
                yield from child.find(rest) if rest else (child,)
            elif not child.closed:
                yield from child.find(path)

    def text(self) -> str:
        """All text below it. A tag that nothing closes is text as well ("5G <测试>")."""
        return "".join(
            child.value if isinstance(child, Text)
            else ("" if child.closed else child.raw) + child.text()
            for child in self.children
        )  # fmt: skip


class Document:
    """One reading of a document. Iterate over `items()`, then look at the rest."""

    def __init__(
        self, text: str, url: str, *, roots: frozenset[str], items: frozenset[str]
    ) -> None:
        """`roots` are names that begin a document, whatever is before; `items` what to yield."""
        self.root: Element | None = None  # without its items
        self.first = ""  # the name of the very first tag
        self.torn: list[tuple[Element, str]] = []  # items not yielded: "truncated", "entities"
        self.malformed: list[Element] = []  # yielded, though their end tag is missing
        self.truncated = False  # the text ended inside of the root
        self.bound = ""  # what it was not read beyond; "": it was read to its end
        self._text, self._url = text, url
        self._roots, self._items = roots, items
        self._entities = Entities()
        self._open: list[Element] = []
        self._names: Counter[str] = Counter()  # of the open elements
        self._nodes = self._begun = 0  # elements and texts held; items begun
        self._before = (0, 0)  # nodes, and references refused, when the item began

    def items(self) -> Iterator[Element]:
        """The items, in order, as soon as each is whole."""
        for count, token in enumerate(tokens(self._text, self._entities)):
            if bound := self._bound(count):
                self.bound = bound
                break
            if isinstance(token, Text):
                self._add_text(token)
            elif token.kind == "end":
                yield from self._end(our_name(token.name, self._prefixes()))
            else:
                yield from self._start(token)
        self._cut()

    def _bound(self, count: int) -> str:
        """The bound beyond which the document is not read; "" within them all."""
        if self._begun > MAX_ITEMS:
            return f"{MAX_ITEMS} entries (MAX_ITEMS)"
        if self._nodes > MAX_NODES:
            return f"{MAX_NODES} elements of one entry (MAX_NODES)"
        return f"{MAX_TOKENS} tags and texts (MAX_TOKENS)" if count >= MAX_TOKENS else ""

    def _add_text(self, text: Text) -> None:
        if self._open:
            self._open[-1].children.append(text)
            self._nodes += 1

    def _start(self, tag: Tag) -> Iterator[Element]:
        prefixes = self._prefixes()
        if "xmlns:" in tag.raw and len(prefixes) < MAX_PREFIXES:
            prefixes = prefixes | declared(tag.attributes)
        name = our_name(tag.name, prefixes)
        self.first = self.first or name
        if not self._open and name not in self._roots:
            return
        if name in self._items:
            yield from self._end_open_item()
            self._begun += 1
            self._before = (self._nodes, self._entities.refused)
        if len(self._open) < MAX_DEPTH:
            yield from self._push(self._element(tag, name, prefixes), tag)

    def _push(self, element: Element, tag: Tag) -> Iterator[Element]:
        if self._open and element.name not in self._items:  # items are given away, not kept
            self._open[-1].children.append(element)
        self.root = self.root or element
        self._nodes += 1
        self._open.append(element)
        self._names[element.name] += 1
        # Atom's link has no content; written as in HTML it has no end tag either.
        if tag.kind == "empty" or (element.name in _VOID and "href" in element.attributes):
            yield from self._end(element.name)

    def _end(self, name: str) -> Iterator[Element]:
        """Close the innermost open `name`; an end tag of nothing is dropped."""
        if not self._names[name]:
            return
        innermost = self._open[-1]
        while (element := self._pop()).name != name:
            element.closed = False
            if element.name in self._items:
                yield from self._missing_end(element, whole=element is innermost)
        if name in self._items:
            yield from self._finish(element)

    def _end_open_item(self) -> Iterator[Element]:
        """An item begins inside of another: that one's end tag is missing."""
        outer = next((element for element in self._open if element.name in self._items), None)
        if outer is not None:
            whole = outer is self._open[-1]
            while self._pop() is not outer:
                pass
            yield from self._missing_end(outer, whole=whole)

    def _missing_end(self, item: Element, *, whole: bool) -> Iterator[Element]:
        """An item without end tag counts only if nothing in it was open: else it was cut off."""
        item.closed = False
        if whole:
            self.malformed.append(item)
            yield from self._finish(item)
        else:
            self.torn.append((item, "truncated"))

    def _finish(self, item: Element) -> Iterator[Element]:
        self._nodes, refused = self._before
        if self._entities.refused > refused:
            self.torn.append((item, "entities"))
        else:
            yield item

    def _pop(self) -> Element:
        element = self._open.pop()
        self._names[element.name] -= 1
        return element

    def _cut(self) -> None:
        """The text has ended: whatever is open is not whole."""
        self.truncated = bool(self._open)
        for element in self._open:
            element.closed = False
            if element.name in self._items:
                self.torn.append((element, "truncated"))

    def _prefixes(self) -> dict[str, str]:
        return self._open[-1].prefixes if self._open else {}

    def _element(self, tag: Tag, name: str, prefixes: dict[str, str]) -> Element:
        attributes = {our_name(key, prefixes): value for key, value in tag.attributes.items()}
        base = self._open[-1].base if self._open else ""
        if "xml:base" in attributes:
            base = _joined(attributes["xml:base"], base or self._url)
        return Element(name, attributes, base=base, raw=tag.raw, prefixes=prefixes)


_VOID = frozenset({"link", "atom:link"})


def _joined(url: str, base: str) -> str:
    try:
        return serialise(url, base)
    except UrlError:
        return base
