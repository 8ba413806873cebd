"""What a body is that is not what it should be, in words for a person."""

import re

_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,200})", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
# The first characters of files, as they look when read as text.
_MAGIC = {
    "\x89PNG": "a PNG image",
    "GIF8": "a GIF image",
    "%PDF": "a PDF file",
    "PK\x03\x04": "a ZIP file",
}


def what_it_is(text: str) -> str:
    """E.g. "an HTML page titled 'Error'", "a PNG image", "text that begins 'x'"."""
    for magic, name in _MAGIC.items():
        if magic in text[:8]:
            return name
    if _HTML.search(text[:2000]):
        title = _TITLE.search(text[:100_000])
        return "an HTML page" + (f" titled {title[1].strip()!r}" if title else "")
    if not _mostly_printable(text[:200]):
        return "binary data"
    return f"text that begins {text.strip()[:60]!r}"


def _mostly_printable(text: str) -> bool:
    strange = sum(
        (not char.isprintable() and not char.isspace()) or char == "\ufffd" for char in text
    )
    return strange * 5 < len(text)
