"""Does a feed's entry carry the article?"""

import pytest

from mirror.article import Entry
from mirror.discover.teaser import is_teaser

LONG = "<p>" + "这一段很长，说得很细。" * 80 + "</p>"
ROWS = {
    "no content at all": ("nothing", "", True),
    "a short summary": ("summary", "只有一句。", True),
    "a long summary": ("summary", LONG, False),
    "a long summary that was cut": ("summary", LONG + "[…]", True),
    "a short full text": ("full", "<p>全文就这么短。</p>", False),
    "a short full text that was cut": ("full", "<p>开头……[…]</p>", True),
    "a read-more link": ("full", '<p>开头。<a href="/a">阅读全文</a></p>', True),
    "a long full text that ends in dots": ("full", LONG + "……", False),
    "a picture with a caption in dots": ("full", '<img src="/a.jpg">未完…', False),
    "a media entry without description": ("full", "", False),
}


@pytest.mark.parametrize(("carries", "content", "expected"), ROWS.values(), ids=ROWS)
def test_is_teaser(carries, content, expected):
    assert is_teaser(Entry("https://e.example/1", content=content, carries=carries)) is expected
