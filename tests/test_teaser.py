"""Does a feed's entry carry the article?"""

from pathlib import Path

import pytest
from crawling import Reply, serving
from not_articles.articles import ARTICLES
from not_articles.closed import PAYWALLS, TEASERS
from running import archive, item, mirror, page, posts, rss, source

from mirror.article import Entry
from mirror.discover.teaser import is_teaser, partial

LONG = "<p>" + "这一段很长，说得很细。" * 80 + "</p>"
ROWS = {
    "no content at all": ("nothing", "", True),
    "a short summary": ("summary", "只有一句。", True),
    "a long summary": ("summary", LONG, False),
    "a long summary that was cut": ("summary", LONG + "[…]", True),
    "a short full text": ("full", "<p>全文就这么短。</p>", False),
    "a short full text that was cut": ("full", "<p>开头……[…]</p>", True),
    "a read-more link": ("full", '<p>开头。<a href="/a">阅读全文</a></p>', True),
    "an excerpt with a picture": ("full", '<img src="/a.jpg"><p>开头 [&#8230;]</p>', True),
    "a long text that ends at a paywall": ("full", LONG[:450] + "</p><p>订阅后阅读全文</p>", True),
    "a long full text that ends in dots": ("full", LONG + "……", False),
    "a picture with a caption in dots": ("full", '<img src="/a.jpg">未完…', False),
    "a media entry without description": ("full", "", False),
}


@pytest.mark.parametrize(("carries", "content", "expected"), ROWS.values(), ids=ROWS)
def test_is_teaser(carries, content, expected):
    assert is_teaser(Entry("https://e.example/1", content=content, carries=carries)) is expected


OWN = "https://e.example/1"
PARTIAL = {
    "a link to its own page": (
        f'<p>{"开头一段，后面还有。" * 40}<a href="{OWN}#more">阅读全文</a></p>', "teaser",
    ),
    "the same below whose post it is": (
        f'<p>{"The opening. " * 30}<a href="{OWN}">Continue reading →</a></p>'
        '<p>The post <a href="/1">X</a> appeared first on <a href="/">Y</a>.</p>', "teaser",
    ),
    "a label": ("<p>开头。</p><p>全文请见：本站</p>", "teaser"),
    "a paywall": ("<p>开头。</p><p>订阅后阅读全文</p>", "paywall"),
    "members": ("<p>开头。</p><p>本文为会员专享内容，请登录后继续。</p>", "paywall"),
    "a login": ("<p>The opening.</p><p>Log in to continue reading</p>", "login"),
    "a challenge": (
        "<h1>Just a moment...</h1><p>Checking your browser. Please enable JavaScript.</p>",
        "challenge",
    ),
    "a block": ("<p>Access denied</p>", "challenge"),
    "a link to the original, as many whole texts have": (
        f'<p>全文就这么短。</p><p><a href="{OWN}">阅读原文</a></p>', None,
    ),
    "a link to more of something else": ('<p>全文。<a href="/2">阅读更多</a></p>', None),
    "a long text with a link to itself": (f'{LONG * 2}<a href="{OWN}">阅读全文</a>', None),
    "whose post it is": ("<p>Whole.</p><p>The post X appeared first on Y.</p>", None),
    "an excerpt, which may be all that there is": ("<p>开头 [&#8230;]</p>", None),
    "a brief on captchas": ("<p>谷歌星期三宣布停用验证码，改用新的办法。</p>", None),
    "a login for something else": (
        "<p>报名即日起至月底。</p><p>详情请登录图书馆官网查询。</p>", None,
    ),
    "where to learn more": ("<p>书展星期三开幕。</p><p>详情请见：www.city.example</p>", None),
    "a link to another story": ('<p>Whole.</p><p>Read more: <a href="/2">Depots</a></p>', None),
    "a brief on paywalls": ("<p>平台取消付费内容。</p>", None),
    "nothing": ("", None),
}  # fmt: skip


@pytest.mark.parametrize(("content", "problem"), PARTIAL.values(), ids=PARTIAL)
def test_a_part_is_told_from_a_whole(content: str, problem: str | None) -> None:
    verdict = partial(Entry(OWN, content=content, carries="full"))
    assert (verdict[0] if verdict else None) == problem


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_that_look_like_none_are_whole(name: str) -> None:
    assert partial(Entry(OWN, content=ARTICLES[name].main, carries="full")) is None


def test_most_beginnings_of_other_sites_are_told() -> None:
    """Those are not whose signs stand in the page around them, or in `[…]` alone."""
    cases = [*PAYWALLS.values(), *TEASERS.values()]
    told = [partial(Entry(OWN, content=case.main, carries="full")) for case in cases]
    assert sum(map(bool, told)) >= 26, len(cases)


@pytest.mark.parametrize(("content", "new", "problems"), [
    ("feed", 1, ["paywall"]),  # links are not followed
    ("auto", 2, []),
])  # fmt: skip
def test_a_part_is_never_stored_as_the_article(
    tmp_path: Path, content: str, new: int, problems: list[str]
) -> None:
    beginning = "<p>开头的一段。</p><p>订阅后阅读全文</p>"
    with serving() as site:
        entries = (("/1", "其一", LONG), ("/2", "其二", beginning))
        site.replies["/feed"] = Reply(200, {}, rss([
            item(f"{site.base}{path}", title, body=body) for path, title, body in entries
        ]))  # fmt: skip
        site.replies["/2"] = Reply(200, {"Content-Type": "text/html; charset=utf-8"}, page())
        news = archive(tmp_path, source(feeds=[f"{site.base}/feed"], content=content))
        ran = mirror("crawl", "-A", news, "--json")
    assert ran.counts("news")["new"] == new
    found = ran.report["sources"]["news"]["problems"]
    assert [(one["url"], one["problem"]) for one in found] == [
        (f"{site.base}/2", problem) for problem in problems
    ]
    assert not any("订阅后" in text.decode() for text in posts(news).values())
