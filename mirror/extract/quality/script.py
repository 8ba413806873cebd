"""Is the text readable?"""

import re
from collections.abc import Iterator

from mirror.extract.quality.found import Found, Verdict
from mirror.extract.quality.measures import NOTICE
from mirror.normalise.encoding import commonness

SAMPLE = 4000  # characters that are looked at
FEWEST = 5  # broken characters
# Encodings that UTF-8 is taken for. Text that turns into valid UTF-8 when it is written in one of
# them was read wrongly: right text does not.
MISTAKEN = ("latin-1", "gb18030", "big5hkscs", "cp1251", "koi8-r", "cp932", "cp949")
# windows-1252 where it differs from Latin-1 (the WHATWG Encoding standard's index).
_1252 = {ord(bytes([n]).decode("cp1252", "ignore") or "\0"): n for n in range(0x80, 0xA0)}
_NO_ASCII = bytes(range(0x80, 0x100))
_LOST = re.compile("[\ufffd\u25a1]")
_ESCAPED = re.compile(r"\\u[0-9a-fA-F]{4}|&#x?[0-9a-fA-F]{2,6};")
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # icons, and what encodings have no character for
_MARKS = re.compile(r"\?{3,}")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
_KANA = re.compile("[\u3040-\u30ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_HIGH = re.compile("[\u0080-\u00ff]")
_VOWEL = re.compile(
    "[aeiouyAEIOUY\u00c0-\u00c6\u00c8-\u00cf\u00d2-\u00dd\u00e0-\u00e6\u00e8-\u00ef\u00f2-\u00ff]"
)
# The dummy text of typesetters: Cicero, "De finibus" I 32, as it is commonly mutilated.
_DUMMY = frozenset(
    "lorem ipsum dolor sit amet consectetur adipiscing adipisci adipisicing elit sed eiusmod tempor"
    " incididunt labore dolore magna aliqua enim veniam nostrud ullamco laboris aliquip commodo"
    " consequat duis aute irure voluptate velit cillum fugiat pariatur excepteur occaecat cupidatat"
    " proident sunt culpa officia deserunt mollit laborum".split()
)
_WORD = re.compile(r"\w+")
_CASE = re.compile("[a-zа-яё](?=[A-ZА-ЯЁ])")
_TOKEN = re.compile(r"[A-Za-z0-9+/=]{30,}")
# Shares: of 300 real posts the least common has .22 frequent characters among its Han characters.
RARE = 0.1
LOST = 0.02
MARKS = 0.1
HIGH = 0.4  # of the letters: no language written in Latin-1 has so many accents
VOWELS = 0.2  # of Latin letters: English has .38, Polish and Czech over .35
COMMON = 0.2  # of Cyrillic letters are о, е, а, и, н or т; in Russian .45 are
CHAOS = 0.05  # of letters: capitals behind small ones
DUMMY = 0.2  # of the words


def garbled(found: Found) -> Verdict | None:
    """Text that nobody can read: wrongly decoded, bytes lost, or noise."""
    text = found.text[:SAMPLE]
    if found.size < NOTICE:
        text = "\n".join((*found.headings[:1], *found.view.lines))[:SAMPLE]
    reason = next(_faults(text), "") if len(text) > 40 else ""
    return ("garbled", f"garbled text: {reason}") if reason else None


def _faults(text: str) -> Iterator[str]:
    whole = len(text)
    if (lost := len(_LOST.findall(text))) >= FEWEST and lost > LOST * whole:
        yield f"{lost} broken characters of {whole}"
    if (lost := len(_PRIVATE.findall(text))) > MARKS * whole:
        yield f"{lost} characters without a meaning of {whole}"
    if (lost := sum(map(len, _MARKS.findall(text)))) > MARKS * whole:
        yield f"{lost} question marks in place of letters"
    if (lost := sum(map(len, _ESCAPED.findall(text)))) > MARKS * whole:
        yield f"{lost} characters of escapes in place of letters"
    kept, high = _LOST.sub("", text), len(_HIGH.findall(text))
    for codec in MISTAKEN if not text.isascii() else ():
        # the first byte of each character would be among those of Latin-1
        if (codec != "latin-1" or high >= FEWEST) and _was_utf8(kept, codec):
            yield f"UTF-8 that was read as {codec}"
    letters = sum(map(str.isalpha, text)) or 1
    if high > HIGH * letters:
        yield "bytes of another encoding, read as Latin-1"
    han = "".join(_HAN.findall(text))
    if len(han) > 100 and not _KANA.search(text) and commonness(han) < RARE:
        yield "characters that hardly ever occur"
    yield from _noise(text, letters)


def _noise(text: str, letters: int) -> Iterator[str]:
    if sum(map(len, _TOKEN.findall(text))) > len(text) / 2:
        yield "packed bytes, no words"
    words = _WORD.findall(text.lower())
    if sum(map(_DUMMY.__contains__, words)) > DUMMY * len(text.split()) > 1:
        yield "dummy text"
    latin = len("".join(_LATIN.findall(text)))
    if latin > 200 and len(_VOWEL.findall(text)) < VOWELS * latin:
        yield "words without vowels"
    cyrillic = _CYRILLIC.findall(text)
    if len(cyrillic) > 200 and sum(map(cyrillic.count, "оеаинт")) < COMMON * len(cyrillic):
        yield "Cyrillic letters of another encoding"
    if letters > 200 and len(_CASE.findall(text)) > CHAOS * letters:
        yield "capitals within words"


def _was_utf8(text: str, codec: str) -> bool:
    if codec == "latin-1":
        text = text.translate(_1252)
    data = text.encode(codec, "ignore")
    read = data.decode("utf-8", "replace")
    wrong = read.count("\ufffd")
    right = len(read) - wrong - len(data.translate(None, _NO_ASCII))
    return right >= FEWEST and right > 2 * wrong
