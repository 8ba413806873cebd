"""Pages that are no article are named; articles that speak of the same things pass."""

# ruff: noqa: E501  a row of a table is a page, and a page is a line

import pytest
from builders import source

from mirror.article import Rules
from mirror.extract import extract

AT = "https://news.example/a/1"
LONG = (
    "图书馆星期三重新开放，市民清早便在门外排起长队，等候借阅新到的书籍，队伍绕过了半个广场。" * 8
)
ENGLISH = (
    "The library reopened on Wednesday and people queued around the square for new books. " * 9
)


def page(body: str, *, title: str = "小城图书馆重新开放", head: str = "") -> str:
    return (
        f'<html><head><title>{title}</title>{head}</head><body><h1 class="title">{title}</h1>'
        f'<div id="artbody">{body}</div></body></html>'
    )


CLOSED = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
LINKS = "".join(f'<li><a href="/n/{n}">第{n}篇报导的标题写在这里</a></li>' for n in range(20))
LOGIN = '<form><input name="u"><input type="password"></form><p>请先登录。</p>'

BAD = {
    "Cloudflare's challenge": ("challenge", page("<p>Enable JavaScript and cookies to continue</p>", title="Just a moment...")),
    "a slider captcha": ("challenge", page('<p>请完成验证后继续访问</p><div class="geetest_box"></div>', title="安全验证")),
    "a bot wall with no words": ("challenge", page('<div class="cf-turnstile"></div>', title="example.org")),
    "access denied": ("challenge", page("<p>You don't have permission to access this page.</p>", title="Access Denied")),
    "soft 404": ("not-found", page("<p>抱歉，您访问的页面不存在或已被删除。</p>", title="404 Not Found")),
    "soft 404 in Chinese only": ("not-found", page("<p>返回首页</p>", title="页面不存在")),
    "a removed article": ("not-found", page("<p>This page has been removed.</p>", title="Page not found")),
    "paywall by its own data": ("paywall", page("<p>导语只有一句。</p>", head=CLOSED)),
    "paywall by its words": ("paywall", page("<p>导语有两句。这是第二句。</p><div>订阅后继续阅读全文</div>")),
    "teaser": ("teaser", page("<p>导语有两句，然后就没有了。</p><p><a href='/f'>阅读全文</a></p>")),
    "teaser in English": ("teaser", page("<p>The library reopened.</p><p>Read more »</p>")),
    "login": ("login", page(LOGIN, title="会员登录")),
    "a player without a text": ("media-only", page('<iframe src="https://www.youtube.com/embed/x"></iframe>')),
    "nothing at all": ("empty", page("")),
    "a list of links": ("listing", page(f"<ul>{LINKS}</ul>")),
    "the wrong encoding": ("garbled", page("<p>" + LONG.encode().decode("latin-1") + "</p>")),
    "lost characters": ("garbled", page("<p>" + LONG.replace("书", "\ufffd") + "</p>")),
    "a Chinese source in English": ("wrong-language", page(f"<p>{ENGLISH}</p>", title="Library reopens")),
}  # fmt: skip


@pytest.mark.parametrize(("problem", "html"), BAD.values(), ids=BAD)
def test_a_page_that_is_no_article_is_refused_by_name(problem: str, html: str) -> None:
    known = source(rules=Rules(body=("#artbody",), title=("h1.title",)))
    found = extract(html, AT, known)
    assert (found.problem, bool(found.detail)) == (problem, True)


GOOD = {
    "speaks of captchas": page(f"<p>{LONG}</p><p>网站要求输入验证码，captcha 难倒读者。</p>", title="验证码为何难倒读者"),
    "speaks of a lost page": page(f"<p>{LONG}</p>", title="404：页面不存在的历史"),
    "has a captcha for its comments": page(f'<p>{LONG}</p><div class="g-recaptcha"></div>'),
    "has a login form beside it": page(f"<p>{LONG}</p>") + LOGIN,
    "asks for subscribers at its end": page(f"<p>{LONG}</p><p>订阅后继续阅读更多好文</p>"),
    "is marked as not free but whole": page(f"<p>{LONG}</p>", head=CLOSED),
    "is short": page("<p>正文：讲真话</p>"),
    "is a picture with a source that knows its body": page('<img src="/comic.png">'),
    "has a video and a text": page(f'<iframe src="https://www.youtube.com/embed/x"></iframe><p>{LONG}</p>'),
    "has many links in its text": page(f"<p>{LONG}</p><ul>{LINKS[:600]}</ul>"),
    "is in English under a Chinese title": page(f"<p>{ENGLISH}</p>"),
    "quotes broken text": page(f"<p>{LONG}</p><p>乱码“锟斤拷”是怎么来的</p>"),
}  # fmt: skip


@pytest.mark.parametrize("html", GOOD.values(), ids=GOOD)
def test_an_article_passes(html: str) -> None:
    known = source(rules=Rules(body=("#artbody",), title=("h1.title",)))
    assert extract(html, AT, known).problem is None


def test_a_changed_layout_is_named_with_its_selector() -> None:
    html = (
        '<h1 class="title">新版式</h1><section class="story"><p>第一段</p><p>第二段</p></section>'
    )
    found = extract(html, AT, source(rules=Rules(body=("#artbody",))))
    assert (found.problem, found.detail) == (
        "empty",
        "no element matches the body selector #artbody: layout changed?",
    )


def test_an_unknown_site_needs_more_than_a_line_of_text() -> None:
    assert extract("<p>只有一句。</p>", AT, source()).problem == "empty"


REFRESHES = {
    "plain": ("refresh", "0;url=/a/2", True),
    "in capitals, with spaces and quotes": (" REFRESH ", " 0 ;  URL = '/a/2' ", True),
    "without url=": ("Refresh", "5, /a/2", True),
    "only again, not elsewhere": ("refresh", "300", False),
    "another header": ("content-type", "0;url=/a/2", False),
    "endless white space": ("refresh", "0" + " " * 100_000, False),
}


@pytest.mark.parametrize(("name", "content", "leads"), REFRESHES.values(), ids=REFRESHES)
def test_an_empty_page_says_where_its_meta_refresh_leads(
    name: str, content: str, leads: bool
) -> None:
    found = extract(f'<meta http-equiv="{name}" content="{content}"><p></p>', AT, source())
    assert found.problem == "empty"
    assert ("redirects to '/a/2' by a meta refresh" in found.detail) is leads


def test_an_article_that_refreshes_itself_is_one() -> None:
    head = '<meta http-equiv="refresh" content="300;url=/">'
    assert extract(page(f"<p>{LONG}</p>", head=head), AT, source()).problem is None
