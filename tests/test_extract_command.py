"""`mirror extract`: saved pages in, one JSON object a line out."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mirror.commands.extracting import own_address

if TYPE_CHECKING:
    from commanding import Mirror

pytest_plugins = ("commanding",)

ARTICLE = "https://www.epochtimes.com/gb/23/9/20/n14077919.htm"
SENTENCE = "这是为测试而写的一段文字，讲的是图书馆新近开放的阅览室和它的读者。"
PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>新阅览室</title>
<link rel="canonical" href="{ARTICLE}"><meta property="article:published_time"
content="2023-09-20T23:28:17+08:00"></head><body>
<div class="titles"><h1 class="title">新阅览室开放</h1></div>
<div id="artbody" class="post_content" itemprop="articleBody"><p>{SENTENCE * 3}</p>
<p>{SENTENCE * 4}</p></div></body></html>"""


def lines(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_extract_prints_what_a_page_gives(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "n14077919.htm").write_text(PAGE, "utf-8")
    status, out, err = mirror("extract", "n14077919.htm")
    (line,) = lines(out)
    assert (status, err) == (0, "")
    assert list(line) == [
        "id", "url", "title", "date", "authors", "html", "text", "strategy", "agreement", "problem",
    ]  # fmt: skip
    assert (line["id"], line["url"], line["problem"]) == ("n14077919", ARTICLE, None)
    assert (line["strategy"], line["agreement"]) == ("rules", 1.0)
    assert (line["title"], line["date"]) == ("新阅览室开放", "2023-09-20T15:28:17Z")
    assert line["text"] == f"{SENTENCE * 3}\n{SENTENCE * 4}"
    assert line["html"] == f"<p>{SENTENCE * 3}</p><p>{SENTENCE * 4}</p>"


def test_extract_takes_gzip_and_the_address_given(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    url = "https://www.epochtimes.com/gb/23/9/20/n1.htm"
    _, out, _ = mirror("extract", "a.html.gz", "--url", url)
    (line,) = lines(out)
    assert (line["id"], line["url"]) == ("a", url)


BROKEN = {
    "missing": None,
    "gzip cut short": gzip.compress(PAGE.encode())[:100],
    "gzip with a wrong sum": gzip.compress(PAGE.encode())[:-8] + b"\0" * 8,
    "gzip of nothing at all": b"\x1f\x8b",
    "too long": gzip.compress(b" " * 16_000_001),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_costs_itself(mirror: Mirror, tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / "bad.html.gz").write_bytes(data)
    (tmp_path / "good.html").write_text(PAGE, "utf-8")
    status, out, err = mirror("extract", "bad.html.gz", "good.html")
    assert [line["id"] for line in lines(out)] == ["good"]
    assert (status, err.count("\n")) == (1, 1)
    assert err.startswith("mirror: bad.html.gz: ")


def test_an_empty_page_is_a_line_that_says_so(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"")
    status, out, _ = mirror("extract", "a.html")
    (line,) = lines(out)
    assert (status, line["problem"], line["url"], line["title"]) == (0, "empty", None, None)


MIXED = {
    "no file": (("extract",), "required: FILE|URL"),
    "one address for two": (("extract", "a", "b", "--url", "https://x.y/"), "several pages"),
    "an address that is none": (("extract", "a", "--url", "x"), "x"),
}


@pytest.mark.parametrize(("words", "said"), MIXED.values(), ids=MIXED)
def test_extract_misused(mirror: Mirror, words: tuple[str, ...], said: str) -> None:
    status, out, err = mirror(*words)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


SHARED = '<meta property="og:url" content="https://www.{}/1">'
ADDRESSES = {
    "the canonical link": (SHARED.format("paper.example"), "https://paper.example/a"),
    "not that of the paper the article is from": (
        SHARED.format("other.example"),
        "https://www.other.example/1",
    ),
    "without another": ("", "https://paper.example/a"),
}


@pytest.mark.parametrize(("head", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_a_page_says_where_it_is(head: str, expected: str) -> None:
    link = '<link rel="canonical" href="https://paper.example/a">'
    assert own_address(head + link) == expected
