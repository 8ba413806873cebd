"""Texts that came out broken, or in another language than their source's."""

# ruff: noqa: E501  a row of a table is a page, and a page is a line

import random

from not_articles.sites import Case, json_ld, paragraphs
from not_articles.words import DE, EN, FR, HANS, HANT, JA, RU


def misread(text: str, wrote: str, read: str) -> str:
    return text.encode(wrote, "replace").decode(read, "replace").replace("\x00", "")


def noise(letters: str, *, words: int, low: int = 3, high: int = 9) -> list[str]:
    """Six paragraphs of words of random letters."""
    chance = random.Random(7)
    word = lambda: "".join(chance.choices(letters, k=chance.randint(low, high)))  # noqa: E731
    return [" ".join(word() for _ in range(words)) + "." for _ in range(6)]


def broken(lang: str, texts: list[str], title: str) -> Case:
    return Case("garbled", lang, title=title, main=paragraphs(texts))


RARE = "".join(map(chr, range(0x8000, 0x9000)))
ACCENTED = tuple(text.replace("'", "’") for text in FR.story)
GARBLED = {
    "UTF-8 as Latin-1": broken("hans", [misread(t, "utf-8", "latin-1") for t in HANS.story], misread(HANS.title, "utf-8", "latin-1")),
    "UTF-8 as Windows-1252": broken("hant", [misread(t, "utf-8", "cp1252") for t in HANT.story], HANT.title),
    "UTF-8 as GBK": broken("hans", [misread(t, "utf-8", "gb18030") for t in HANS.story], misread(HANS.title, "utf-8", "gb18030")),
    "UTF-8 as Big5": broken("hant", [misread(t, "utf-8", "big5") for t in HANT.story], HANT.title),
    "GBK as UTF-8": broken("hans", [misread(t, "gb18030", "utf-8") for t in HANS.story], misread(HANS.title, "gb18030", "utf-8")),
    "GBK as Latin-1": broken("hans", [misread(t, "gb18030", "latin-1") for t in HANS.story], HANS.title),
    "GBK as Big5": broken("hans", [misread(t, "gb18030", "big5") for t in HANS.story], HANS.title),
    "Big5 as GBK": broken("hant", [misread(t, "big5", "gb18030") for t in HANT.story], HANT.title),
    "twice encoded": broken("hans", [misread(misread(t, "utf-8", "latin-1"), "utf-8", "latin-1") for t in HANS.story], HANS.title),
    "French as Windows-1252": broken("fr", [misread(t, "utf-8", "cp1252") for t in ACCENTED], FR.title),
    "German as Latin-1": broken("de", [misread(t, "utf-8", "latin-1") for t in DE.story], DE.title),
    "Russian as Latin-1": broken("ru", [misread(t, "cp1251", "latin-1") for t in RU.story], RU.title),
    "Russian, KOI8 as 1251": broken("ru", [misread(t, "koi8-r", "cp1251") for t in RU.story], RU.title),
    "Russian UTF-8 as 1251": broken("ru", [misread(t, "utf-8", "cp1251") for t in RU.story], RU.title),
    "Japanese, Shift JIS as UTF-8": broken("ja", [misread(t, "cp932", "utf-8") for t in JA.story], JA.title),
    "question marks": broken("hans", ["?" * len(t) for t in HANS.story], HANS.title),
    "question marks, Russian": broken("ru", ["".join("?" if ch.isalpha() else ch for ch in t) for t in RU.story], RU.title),
    "replacement characters": broken("hans", [t[::2].join("\ufffd\ufffd") + "\ufffd" * 9 for t in HANS.story], HANS.title),
    "every fifth is lost": broken("hans", ["".join("\ufffd" if n % 5 == 0 else ch for n, ch in enumerate(t)) for t in HANS.story], HANS.title),
    "boxes": broken("hant", ["□" * len(t) for t in HANT.story], HANT.title),
    "consonants": broken("en", noise("bcdfghjklmnpqrstvwxz", words=30), EN.title),
    "random characters": broken("hans", noise(RARE, words=8, low=5, high=12), HANS.title),
    "packed bytes": broken("en", noise("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", words=5, low=60, high=76), EN.title),
    "hexadecimal": broken("en", noise("0123456789abcdef", words=8, low=32, high=40), EN.title),
}  # fmt: skip


def foreign(lang: str, said: object, *, title: str = "", **fields: object) -> Case:
    story = paragraphs(said.story)  # type: ignore[attr-defined]
    fields = {"known": True, **fields}
    return Case("wrong-language", lang, title=title or said.title, main=story, **fields)  # type: ignore[arg-type,attr-defined]


# Served by a site whose source is Chinese, in Chinese furniture.
WRONG = {
    "English": foreign("hans", EN),
    "English on a traditional site": foreign("hant", EN),
    "French": foreign("hans", FR),
    "Russian": foreign("hans", RU),
    "Japanese": foreign("hans", JA),
    "German, by its data": foreign("hant", DE, head=json_ld(**{"@type": "NewsArticle", "headline": DE.title, "inLanguage": "de"})),
    "English on an unknown site": foreign("hans", EN, known=False, head='<meta property="og:locale" content="zh_CN">'),
    "English under English furniture": foreign("en", EN),
    "not in your language": Case("wrong-language", "en", title="Not available in your language", main="<p>Sorry, this page is not available in your language.</p>"),
    "no Chinese edition": Case("wrong-language", title="本文暂无中文版", main="<p>抱歉，本文暂无中文版，请阅读英文版。</p>"),
}  # fmt: skip
