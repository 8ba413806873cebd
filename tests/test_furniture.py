"""Furniture: what stands in a body and is no part of the article goes, the article stays."""

import lxml.html
import pytest
from builders import source

from mirror.article import Rules
from mirror.extract import extract
from mirror.extract.body.furniture import clear
from mirror.extract.markup import inner_html
from mirror.extract.page import lines

STORY = "<p>图书馆星期三重新开放，市民清早便在门外排起长队，等候借阅新到的书籍。</p>" * 4
GONE = {
    "a share bar": '<div class="article-share"><a href="//t.example">推特</a></div>',
    "a share bar by its id": '<ul id="socialLinks"><li>脸书</li></ul>',
    "related stories by their name": '<div class="RelatedPosts_box"><a href="/1">旧闻</a></div>',
    "related stories by their label": '<div><b>相关新闻：</b><a href="/1">旧闻</a></div>',
    "related stories by an English label": '<ul>Read more <li><a href="/1">Old</a></li></ul>',
    "a linked paragraph that its name tells": '<p class="related"><a href="/1">旧闻</a></p>',
    "an advertisement": '<div id="div-gpt-ad-1">广告</div>',
    "Google's advertisement": '<ins class="adsbygoogle">x</ins>',
    "a newsletter's form": "<form><p>订阅电子报</p><input><button>订阅</button></form>",
    "a box about a newsletter": '<section class="newsletter-signup"><p>订阅电子报</p></section>',
    "a button": "<button>打印</button>",
    "navigation": '<nav><a href="/">首页</a></nav>',
    "by its role": '<div role="complementary">旁栏</div>',
    "comments": '<div id="comments">说得好</div>',
    "hidden by its attribute": "<p hidden>藏</p>",
    "hidden by its style": '<span style="color:red; display: none">藏</span>',
    "an ornament": '<span aria-hidden="true"></span>',
    "a counter": '<img src="/c.gif" width="1" height="1">',
    "a counting frame": '<iframe src="https://www.googletagmanager.com/ns.html"></iframe>',
    "AMP's advertisement": '<amp-ad width="1"></amp-ad>',
    "a script": "<script>x</script><style>y</style>",
}
STAYS = {
    "a paragraph whose name is odd": '<p class="share">他与众人分享。</p>',
    "a figure": '<figure class="ad-hoc"><img src="/a.jpg"></figure>',
    "a list of sources": '<ul><li><a href="/1">统计局公报</a></li></ul>',
    "a list with numbers": '<ol start="3" type="a" reversed><li value="7">甲</li></ol>',
    "a table with spans": '<table><tr><td colspan="2" rowspan="3">甲</td></tr></table>',
    "quotes, code, signs": "<blockquote>甲</blockquote><pre>a  b</pre>H<sub>2</sub>O",
    "a player": '<iframe src="https://www.youtube.com/embed/x"></iframe>',
    "what a screen reader passes over": '<b aria-hidden="true">→ 甲</b>',
    "an id that is a headline": '<div id="how-social-media-changed-the-way-we-read">甲</div>',
    "words within words": '<div class="shared-grid headline adapted">甲</div>',
}


@pytest.mark.parametrize("html", GONE.values(), ids=GONE)
def test_furniture_goes_and_the_text_behind_it_stays(html: str) -> None:
    body = lxml.html.fragment_fromstring(f"{STORY}{html}尾", create_parent="div")
    clear(body)
    assert inner_html(body) == f"{STORY}尾"


@pytest.mark.parametrize("html", STAYS.values(), ids=STAYS)
def test_what_is_of_the_article_stays(html: str) -> None:
    body = lxml.html.fragment_fromstring(f"{STORY}{html}尾", create_parent="div")
    clear(body)
    assert inner_html(body) == f"{STORY}{html}尾"


# What parted words where it stood: the words stay apart.
PARTS = {
    "a hard space in an element": ("甲<b>a</b><span>&nbsp;</span><i>b</i>", "a b"),
    "a space and a script": ('a<span class="ad"> <script>x</script></span>b', "a b"),
    "a line break": ('a<span class="ad"><br></span>b', "a b"),
    "a box": ('a<div class="ad">x</div>b', "a b"),
    "nothing": ('a<span class="ad"></span>b', "ab"),
    "a letter": ('a<span class="ad">x</span>b', "ab"),
    "a comment": ("a<!-- x -->b", "ab"),
    "a space with one before it": ('a <span class="ad"> x</span>b', "a b"),
}


@pytest.mark.parametrize(("html", "expected"), PARTS.values(), ids=PARTS)
def test_words_that_furniture_parted_stay_apart(html: str, expected: str) -> None:
    body = lxml.html.fragment_fromstring(f"{STORY}<div>{html}</div>", create_parent="div")
    clear(body)
    assert lines(body).endswith(expected)


NAMES = ("social", "hidden-story share", "newsletter")


@pytest.mark.parametrize("name", NAMES)
def test_a_story_in_a_box_with_an_odd_name_stays(name: str) -> None:
    box = f'<div class="{name}" style="display:none">{STORY}</div>'
    body = lxml.html.fragment_fromstring(box, create_parent="div")
    clear(body)
    assert inner_html(body) == box


def test_a_picture_that_a_click_enlarges_stays() -> None:
    html = '<figure><button><img src="/a.jpg"></button></figure>'
    body = lxml.html.fragment_fromstring(STORY + html, create_parent="div")
    clear(body)
    assert inner_html(body) == f'{STORY}<figure><img src="/a.jpg"></figure>'


def test_bodies_by_rules_need_no_rule_for_the_usual_furniture() -> None:
    html = f'<div id="a"><div class="sharebar">推特</div><div>{STORY}</div></div>'
    found = extract(html, "https://news.example/a/1", source(rules=Rules(body=("#a",))))
    assert (found.html, found.strategy) == (STORY, "rules")
