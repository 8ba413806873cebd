"""Bytes to text, as a reader of the web has to do it: no exception, no mojibake by one bad byte.

The order is: byte order mark, UTF-16/32 by its zeros, valid UTF-8, UTF-8 but for a few bytes, the
document's own word, the HTTP header, and last a guess between the encodings of Chinese. Labels
mean what the WHATWG Encoding standard says (https://encoding.spec.whatwg.org/): supersets.
"""

import codecs
import re
from collections.abc import Iterator

from w3lib.encoding import http_content_type_encoding, resolve_encoding

# The longest first: the mark of UTF-32 little-endian begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Where the zeros of markup in ASCII characters lie in each group of four bytes.
_ZEROS: dict[tuple[bool, ...], str] = {
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
}

# Python's names of what the standard knows, without what can hide markup: UTF-7, ISO-2022 and HZ
# write `<` as other bytes, and Python has codecs that are no encodings at all (unicode_escape).
_ALLOWED = frozenset({
    "utf-8", "gb18030", "big5hkscs", "euc_jp", "cp932", "cp949", "koi8-r", "koi8-u",
    "mac-roman", "mac-cyrillic", "cp866", "cp874", *(f"cp{page}" for page in range(1250, 1259)),
    *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
})  # fmt: skip
# Labels that w3lib does not know, from the standard's table, or that sites use.
_LABELS = {
    "x-gbk": "gb18030", "cn-gb": "gb18030", "cn-big5": "big5hkscs", "x-x-big5": "big5hkscs",
    "windows-949": "cp949", "windows-31j": "cp932", "unicode-1-1-utf-8": "utf-8",
    "iso-8859-8-i": "iso8859-8", **{f"x-cp{page}": f"cp{page}" for page in range(1250, 1259)},
}  # fmt: skip

_HEAD = 1 << 16  # bytes searched for the document's own word; some pages write it past 1,024
_PROLOG = re.compile(
    rb"<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']\s*([\w.:-]{1,40})", re.IGNORECASE
)
_META = re.compile(
    rb"<!--(?:.*?-->|.*)|<body\b.*|<meta\b[^>]{0,500}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE | re.DOTALL,
)
# A sequence of UTF-8 past ASCII, complete; overlong forms and surrogates don't matter to a count.
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]+")
_DOUBLE = re.compile(rb"(?:[\x81-\xfe][\x30-\x7e\x80-\xfe])+")  # of GB18030 and Big5
_UNWANTED = re.compile("[\x00\ud800-\udfff]")

# Frequent characters, by which a decoding shows whether it is Chinese or noise.
_COMMON = frozenset(
    "的一是不了在人有我他这這中大来來上个個国國到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學"
    "对對可她里裡后後小么麼心多天而能好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經"
    "头頭面公同三已老从從动動两兩长長知民样樣现現分将將外但身些与與高意进進把法此实實回二理美点點月明其种種声聲全工己话話"
    "，。、：；！？“”「」《》（）　新闻聞报報记記者"
)


def decode(body: bytes, content_type: str = "") -> str:
    """The text of `body`, served with the header `content_type`; linear time, no exception.

    What can't be decoded becomes U+FFFD. NUL and lone surrogates, which nothing can store, go.
    """
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return _text(body[len(mark) :], codec)
    if codec := _by_zeros(body):
        return _text(body, codec)
    return _without_mark(body, content_type)


def _without_mark(body: bytes, content_type: str) -> str:
    try:
        return body.decode("utf-8").replace("\0", "")  # it gives no surrogates
    except UnicodeDecodeError:
        named = list(_named(body, content_type))
        return _text(body, _choose(body, named))


def _choose(body: bytes, named: list[str]) -> str:
    """The codec for a body that is not valid UTF-8."""
    good, bad = _utf8_balance(body)
    # Text of another encoding is hardly ever UTF-8 by chance: far from four sequences a bad byte. A
    # document that says it is UTF-8, or says nothing, needs less proof than one that denies it.
    if good >= 4 * bad or (good >= bad and (not named or named[0] == "utf-8")):
        return "utf-8"
    others = [codec for codec in named if codec != "utf-8"]
    return others[0] if others else _guess(body)


def _utf8_balance(body: bytes) -> tuple[int, int]:
    """How many characters past ASCII are UTF-8, and how many bytes past ASCII are not."""
    good = covered = 0
    for match in _SEQUENCE.finditer(body):
        good += 1
        covered += match.end() - match.start()
    high = sum(match.end() - match.start() for match in _HIGH.finditer(body))
    return good, high - covered


def _by_zeros(body: bytes) -> str:
    """UTF-16 or UTF-32 without a mark: markup begins with ASCII, so every other byte is zero."""
    return _ZEROS.get(tuple(byte == 0 for byte in body[:4]), "")


def _named(body: bytes, content_type: str) -> Iterator[str]:
    """The codecs that the document, then the header names, as far as they may be honoured."""
    head = body[:_HEAD]
    labels = [match[1].decode("ascii") for match in _PROLOG.finditer(head[:1024])][:1]
    labels += [match[1].decode("ascii") for match in _META.finditer(head) if match[1]][:1]
    labels.append(http_content_type_encoding(content_type) or "")
    yield from filter(None, map(_codec, labels))


def _codec(label: str) -> str:
    """Python's codec for a label of the web; "" for one that is not honoured."""
    name = _LABELS.get(label.strip().lower()) or resolve_encoding(label) or ""
    return name if name in _ALLOWED else ""


def _guess(body: bytes) -> str:
    """GB18030 or Big5, by the share of frequent characters; windows-1252 when it is neither."""
    sample = b"".join(_DOUBLE.findall(body)[:4000])
    scores = {codec: _chineseness(sample, codec) for codec in ("gb18030", "big5hkscs")}
    best = max(scores, key=lambda codec: scores[codec])
    return best if scores[best] > 0.15 else "cp1252"


def _chineseness(sample: bytes, codec: str) -> float:
    return commonness(sample.decode(codec, "replace"))


def commonness(text: str) -> float:
    """The share of the characters of `text` that are among the commonest of Chinese."""
    return sum(map(_COMMON.__contains__, text)) / max(len(text), 1)


def _text(body: bytes, codec: str) -> str:
    text = body.decode(codec, "replace")
    # The web's own rules cost a call for each bad byte: too much for a body that is all bad bytes.
    if 0 < text.count("\ufffd") < 1000 + len(text) // 100:
        text = body.decode(codec, "mirror.web")
    return _clean(text)


def _clean(text: str) -> str:
    return _UNWANTED.sub("", text)


def _as_the_web_does(exc: UnicodeError) -> tuple[str, int]:
    """Decode what Python's codecs refuse and the standard's don't; U+FFFD for the rest."""
    assert isinstance(exc, UnicodeDecodeError)
    byte = exc.object[exc.start]
    if exc.encoding.startswith("gb") and byte == 0x80:  # the euro sign of windows-936
        return "€", exc.start + 1
    if exc.encoding == "euc_jp":
        return _nec(exc.object[exc.start : exc.start + 2]), min(exc.start + 2, len(exc.object))
    if exc.encoding == "charmap":  # unused places of windows-125x are C1 controls
        return chr(byte), exc.start + 1
    return "\ufffd", exc.end


def _nec(pair: bytes) -> str:
    """Two bytes of EUC-JP that are one of NEC's additions (①, ㈱, 髙), as Shift_JIS knows them."""
    if len(pair) < 2 or not all(0xA1 <= byte <= 0xFE for byte in pair):
        return "\ufffd"
    row, cell = (byte - 0xA0 for byte in pair)
    lead = (row - 1) // 2 + (0x81 if row <= 62 else 0xC1)
    trail = cell + (0x9E if row % 2 == 0 else 0x40 if cell > 63 else 0x3F)
    return bytes((lead, trail)).decode("cp932", "replace")[0]


codecs.register_error("mirror.web", _as_the_web_does)
