"""Encodings: what a body says of itself, and what it is."""

import time
from pathlib import Path

import pytest

from mirror.normalise.encoding import decode

TEXT = "朱镕基与堃喆：“您好”"
TRADITIONAL = "這是一個關於臺灣的新聞，記者在現場報導了整個過程。"
PAGE = '<html><head>{head}<meta charset="{label}"></head><body>{text}</body></html>'


def page(label: str, *, text: str = TEXT, head: str = "") -> str:
    return PAGE.format(label=label, text=text, head=head)


DECLARED = {
    "gb2312 means GB18030": (page("gb2312"), "gb18030"),
    "gbk": (page("gbk"), "gb18030"),
    "big5": (page("big5", text=TRADITIONAL), "big5"),
    "Hong Kong's characters under big5": (page("big5", text="喺度嘅啲嘢"), "big5hkscs"),
    "past 1,024 bytes": (page("gb2312", head="<!--" + "x" * 3000 + "-->"), "gb18030"),
    "latin-1 means windows-1252": (page("iso-8859-1", text="“café” – déjà"), "cp1252"),
    "an XML prolog": (f'<?xml version="1.0" encoding="GBK"?><a>{TEXT}</a>', "gb18030"),
    "a declaration in a comment is none": (
        page("gb2312", head='<!-- <meta charset="big5"> -->'),
        "gb18030",
    ),
}

UTF = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")


@pytest.mark.parametrize(("text", "codec"), DECLARED.values(), ids=DECLARED)
def test_the_documents_own_word_is_honoured(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "text/html; charset=utf-8") == text


@pytest.mark.parametrize("codec", UTF)
def test_unicode_is_read_whatever_is_declared(codec: str) -> None:
    assert decode(page("gb2312").encode(codec), "text/html; charset=big5") == page("gb2312")


def test_the_header_decides_where_the_document_is_silent() -> None:
    text = f"<p>{TRADITIONAL}</p>"
    assert decode(text.encode("big5"), "text/html; charset=Big5") == text


def test_the_euro_of_windows_936_is_read() -> None:
    assert (
        decode(b"<meta charset=gbk>" + "价格".encode("gbk") + b"\x80") == "<meta charset=gbk>价格€"
    )


def test_what_nec_added_to_japanese_is_read() -> None:
    body = "日本語".encode("euc_jp") + b"\xad\xa1\xfc\xe2\xa9\xa1\xad"
    assert decode(b"<meta charset=euc-jp>" + body) == "<meta charset=euc-jp>日本語①髙\ufffd\ufffd"


@pytest.mark.parametrize(("text", "codec"), [(TEXT, "gb18030"), (TRADITIONAL, "big5")])
def test_undeclared_chinese_is_recognised(text: str, codec: str) -> None:
    assert decode(f"<p>{text * 3}</p>".encode(codec)) == f"<p>{text * 3}</p>"


def test_undeclared_western_text_is_windows_1252() -> None:
    text = "Der Bürgermeister von Zürich grüßt die Gäste"
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    "label", ["utf-7", "iso-2022-kr", "iso-2022-cn", "hz-gb-2312", "unicode_escape"]
)
def test_encodings_that_hide_markup_are_not_honoured(label: str) -> None:
    hidden = rb"+ADw-script+AD4- \u003cscript\u003e ~{<:Ky2;~} \x1b$)C"
    assert "<script" not in decode(hidden + b"\xe9", f"text/html; charset={label}")
    assert "<script" not in decode(hidden, f"text/html; charset={label}")


def test_a_bad_byte_costs_only_its_character() -> None:
    body = "乾坤".encode() + b"\xff" + "朗朗，喆喆如也".encode()
    assert decode(body, "text/html; charset=gbk") == "乾坤\ufffd朗朗，喆喆如也"


def test_nul_and_lone_surrogates_go() -> None:
    assert decode(b"a\0b") == "ab"
    assert "\ud800" not in decode("\ufeffa\ud800b".encode("utf-16-le", "surrogatepass"))


@pytest.mark.parametrize(
    "unit", [b"<meta ", b"<!--", b"\xe4\xb8", b"\x81", b"<?xml ", b"\xff<meta charset="]
)
def test_a_hostile_body_takes_linear_time(unit: bytes) -> None:
    start = time.process_time()
    decode(unit * (500_000 // len(unit)) + b"\xff")
    assert time.process_time() - start < 2


def test_undeclared_posts_are_recognised(corpus: Path) -> None:
    posts = sorted((corpus / "posts").glob("*.md"))
    texts = [text for post in posts if _is_chinese(text := post.read_text("utf-8"))]
    encoded = [(text, text.encode("gb18030")) for text in texts]
    right = sum(decode(body) == text for text, body in encoded)
    assert len(texts) > 100
    assert right >= 0.98 * len(texts)


def _is_chinese(text: str) -> bool:
    return sum("\u4e00" <= char <= "\u9fff" for char in text) > 100
