"""One-line YAML scalars: what a front matter line holds, written so that every YAML parser agrees.

Plain where YAML 1.1 and 1.2 (PyYAML, Psych, go-yaml) all read the text back as that very string,
double-quoted otherwise (https://yaml.org/spec/1.2.2/, 7.3).
"""

import re

# Characters that may not stand in a plain scalar anywhere, and those that may not begin one.
_NOT_PLAIN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]|: |:$| #")
_INDICATORS = tuple("-?:,[]{}#&*!|>'\"%@`=<~+. ")
_FLOW = re.compile(r"[,\[\]{}?]")  # PyYAML takes any "?" there for an indicator
# What some resolver takes for a number, a date or a time: digits and the signs that go with them.
_NUMBER_LIKE = re.compile(
    r"[0-9][0-9_,.:+\-/ ]*([a-z]?[0-9_,.:+\- ]*|[0-9a-fox_]*|[0-9:. t+\-]*z?)", re.IGNORECASE
)
_WORDS = frozenset("y n yes no on off true false null".split())
# What a double-quoted scalar must escape; the rest stands as it is.
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]')
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.S)
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
          "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
          "L": "\u2028", "P": "\u2029"}  # fmt: skip


def quoted(text: str) -> str:
    """`text` as a double-quoted scalar."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def scalar(text: str, *, flow: bool = False) -> str:
    """`text` as a plain scalar where that is safe, else double-quoted; `flow`: inside `[ ]`."""
    plain = (
        text == text.strip()
        and not text.startswith(_INDICATORS)
        and text.lower() not in _WORDS
        and not _NOT_PLAIN.search(text)
        and not _NUMBER_LIKE.fullmatch(text)
        and not (flow and _FLOW.search(text))
    )
    return text if plain and text else quoted(text)


def read_scalar(text: str) -> str:
    """The string that a one-line scalar stands for; a plain one stands for itself.

    Lenient as the old archives need it: a quoted text with an escape that YAML does not know is
    taken literally, but for `\\"`.
    """
    text = text.strip(" \t")
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    inner = text[1:-1]
    try:
        return _ESCAPE.sub(_unescape, inner)
    except (KeyError, ValueError):
        return inner.replace('\\"', '"')


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return f"\\{char}" if char in '"\\' else f"\\u{ord(char):04x}"


def _unescape(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    return chr(int(digits, 16)) if digits else _SHORT[match[4]]
