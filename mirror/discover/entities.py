"""Character and entity references of XML, expanded within limits; nothing is ever fetched."""

import re
from html.entities import html5

MAX_ENTITY = 1 << 16  # characters of one declared entity, expanded
MAX_EXPANDED = 1 << 20  # characters that all uses of declared entities may add to a document

_PREDEFINED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([^\W\d][\w.-]{0,60}));")
_DECLARATION = re.compile(
    r"<!ENTITY\s+(?P<name>[^\W\d][\w.-]{0,60})\s+"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?:SYSTEM|PUBLIC)\b[^>]*)\s*>"
)


class Entities:
    """What references mean in one document.

    Known are XML's five, what the document declares, and HTML's names, which feeds use without
    declaring them. An unknown reference and a bare `&` are text. An external entity is empty.
    """

    def __init__(self) -> None:
        self.refused = 0  # references that were not expanded because they exceed a limit
        self.sealed = False  # the declarations have been read: there are no more
        self._declared: dict[str, str | None] = {}  # None: exceeds MAX_ENTITY
        self._expanded = 0

    def declare(self, subset: str) -> None:
        """Take over the declarations of a DOCTYPE's internal subset; the first of a name holds."""
        for match in _DECLARATION.finditer(subset):
            if match["name"] not in self._declared:
                raw = match["double"] or match["single"] or ""
                self._declared[match["name"]] = self._flat(raw)

    def expand(self, text: str) -> str:
        """`text` with its references replaced. Counts in `refused` what it left out."""
        return _REFERENCE.sub(self._meaning, text) if "&" in text else text

    def _flat(self, raw: str) -> str | None:
        """An entity's text, the entities in it replaced; None when it is too long or they are.

        Only those declared before it count, so that there can be no cycle.
        """
        names = [match[3] for match in _REFERENCE.finditer(raw) if match[3] in self._declared]
        inner = [self._declared[name] for name in names]
        if len(raw) + sum(map(len, filter(None, inner))) > MAX_ENTITY or None in inner:
            return None
        return _REFERENCE.sub(lambda match: self._plain(match) or match[0], raw)

    def _meaning(self, match: re.Match[str]) -> str:
        name = match[3]
        if name not in self._declared or name in _PREDEFINED:
            found = self._plain(match)
            return match[0] if found is None else found
        value = self._declared[name]
        if value is None or self._expanded + len(value) > MAX_EXPANDED:
            self.refused += 1
            return ""
        self._expanded += len(value)
        return value

    def _plain(self, match: re.Match[str]) -> str | None:
        """What a reference means by itself; None for a name that nobody knows."""
        decimal, hexadecimal, name = match.groups()
        if name is None:
            return _character(int(decimal) if decimal else int(hexadecimal, 16))
        return _PREDEFINED.get(name) or self._declared.get(name) or html5.get(f"{name};")


def _character(code: int) -> str:
    """The character; "" for NUL, surrogates and what is past Unicode: nothing can store them."""
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF else ""
