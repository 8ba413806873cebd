"""Pages of epochtimes.com as each generation of its templates lays them out, around a given story.

Written from notes on the structure; the furniture's words are made up.
"""

# ruff: noqa: E501  a row of a table is a page, and a page is a line

from string import Template

TITLE = "与中俄角力之际 拜登和中亚五国领导人会面"
URL = "https://www.epochtimes.com/gb/23/9/20/n14077919.htm"
ISO = "2023-09-20T23:28:17+08:00"
LEAD = "https://i.epochtimes.com/assets/uploads/2023/09/id14077920-lead-600x400.jpg"

LD = Template("""<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "大纪元", "url": "https://www.epochtimes.com/"},
{"@type": "NewsArticle", "headline": "$title", "datePublished": "$iso",
"dateModified": "2023-09-22T08:00:00+08:00", "mainEntityOfPage": "$url",
"author": {"@type": "Organization", "name": "大纪元"}}]}</script>""")
OPEN_GRAPH = Template("""<meta property="og:title" content="$title | 拜登 | 大纪元">
<meta property="og:site_name" content="大纪元"><meta property="og:url" content="$url">
<meta property="og:image" content="$lead"><meta property="og:type" content="article">
<meta property="article:published_time" content="$iso"><link rel="canonical" href="$url">""")
SHELL = Template("""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<title>$title | 大纪元</title>$head</head><body>
<header><a href="/"><h1 class="logo">大纪元新闻网</h1></a><nav><ul><li><a href="/gb/nsc413.htm">大陆</a></li>
<li><a href="/gb/nsc412.htm">美国</a></li></ul></nav></header>
$main
<aside class="sidebar"><h3>热门文章</h3><ul><li><a href="/gb/23/9/19/n14077001.htm">侧栏里的另一篇长长的报导标题</a></li></ul></aside>
<footer><p>版权所有 大纪元 订阅电子报 请输入验证码</p></footer></body></html>""")

SHARE = '<div class="share-bar"><a href="https://t.example/s">推特</a><a href="https://f.example/s">脸书</a></div>'
RELATED = """<div class="related_news"><h3>相关新闻</h3><ul><li><a href="/gb/23/9/18/n1.htm">旧闻一则</a></li>
<li><a href="/gb/23/9/17/n2.htm">旧闻又一则</a></li></ul></div>"""
UNNAMED_RELATED = """<div><p>推荐阅读：</p><p><a href="/gb/23/9/18/n1.htm">旧闻一则</a></p>
<p><a href="/gb/23/9/17/n2.htm">旧闻又一则</a></p></div>"""
FIGURE = f"""<figure class="wp-caption"><a href="{LEAD}"><img src="/blank.gif" data-src="{LEAD}"></a>
<figcaption>美国总统资料照。（Getty Images）</figcaption></figure>"""
AD = '<ins class="adsbygoogle" data-ad-slot="1"></ins><script>(adsbygoogle = []).push({});</script>'
NAMED_AD = '<div id="div-gpt-ad-1"><p>广告</p></div>'
PLAYER = '<div class="video_player"><iframe src="https://www.youmaker.com/embed/1"></iframe></div>'
COUNTER = '<span class="pageview">浏览 1,024 次</span>'
BEGIN, END = "<!-- article content begin -->", "<!-- article content end -->"


def between(story: str, *furniture: str) -> str:
    """The story with furniture after its first paragraphs, and line feeds between them."""
    parts = story.replace("</p><p", "</p>\n\n<p").split("\n\n")
    for place, piece in enumerate(furniture, start=1):
        parts.insert(2 * place - 1, piece)
    return "\n".join(parts)


def page(main: str, *, head: str = "", time: str = "") -> str:
    """A whole page around `main`, whose `$title` and `$time` are filled in."""
    filled = Template(main).safe_substitute(title=TITLE, time=time)
    return SHELL.substitute(title=TITLE, head=head, main=filled)


def full_head() -> str:
    """JSON-LD and OpenGraph, as newer templates carry them."""
    values = {"title": TITLE, "iso": ISO, "url": URL, "lead": LEAD}
    return LD.substitute(values) + OPEN_GRAPH.substitute(values)


TIME = f'<time datetime="{ISO}">更新: 2023-09-20 11:28 PM</time>'
TITLES = f'<div class="titles"><h1 class="title">$title</h1></div><div class="info">{TIME}</div>'
META = f'<meta property="article:published_time" content="{ISO}">'


def generations(story: str) -> dict[str, str]:
    """A page of every known generation, each with other furniture in and around the body."""
    lead = f'<div class="featured_image"><img src="/blank.gif" data-src="{LEAD}"></div>'
    main = f'<div class="main_content">{TITLES}{SHARE}{lead}%s{RELATED}</div>'
    old = f'<div class="arttop arttop2"><h1 class="title">$title</h1><img src="{LEAD}"></div><div class="mbottom10">{TIME}</div>%s'
    culture = f'<div class="art-head"><h1>$title</h1><span>2023年09月20日</span></div><div class="CLASS">{between(story, AD)}{SHARE}</div>'
    return {
        "2026": page(main % f'<div class="article-main">{FIGURE}{between(story, AD, RELATED)}</div>', head=full_head()),
        "2026 with everything inside": page(
            f'<div class="article-main">{TITLES}{SHARE}{lead}{between(story, AD)}{RELATED}{COUNTER}</div>', head=full_head()
        ),
        "2019 with marks": page(
            main % f'<div id="artbody" class="post_content" itemprop="articleBody"><p>赞助</p>{FIGURE}{BEGIN}{between(story, AD, NAMED_AD)}{END}<p>欢迎转发本文</p>{RELATED}</div>',
            head=full_head(),
        ),
        "2019 without marks": page(
            main % f'<div class="post_content" id="artbody" itemprop="articleBody">{FIGURE}{between(story, AD, UNNAMED_RELATED, NAMED_AD)}{COUNTER}{SHARE}</div>',
            head=full_head(),
        ),
        "2019 without itemprop and structured data": page(
            main % f'<div id="artbody" class="post_content">{between(story, RELATED)}<!-- comment --></div>'
        ),
        "2019 with marks around the body": page(
            main % f'{BEGIN}<div id="artbody">{between(story, PLAYER)}</div>{END}', head=META
        ),
        "2019 with the story in a wrapper": page(
            main % f'<div id="artbody"><div class="inner">{between(story, AD)}</div>{SHARE}</div>', head=META
        ),
        "2019, its source indented": page(
            main % f'<div id="artbody">\n    {BEGIN}\n    {between(story, AD)}\n    {END}\n</div>'.replace("\n<p", "\n\t    <p"), head=full_head()
        ),
        "2015": page(old % f'<div id="artbody" class="column">{BEGIN}{between(story, AD)}{END}{RELATED}</div>'),
        "2015 with the picture in the body": page(
            old % f'<div id="artbody" class="column"><p><img src="{LEAD}"></p>{between(story, FIGURE)}</div>'
        ),
        "video": page(
            old % f'<div id="artbody">{PLAYER}<div id="article_wrap">{PLAYER}{between(story, AD)}{COUNTER}</div></div>',
            head=full_head(),
        ),
        "culture, art-content": page(culture.replace("CLASS", "art-content"), head=META),
        "culture, whitebg": page(f'<div class="whitebg">{culture.replace("CLASS", "inner")}</div>', head=META),
        "culture, whitebg, flat": page(
            f'<div class="whitebg"><h1 class="title">$title</h1><h4 class="author">张婷</h4>{TIME}{between(story, AD)}</div>'
        ),
        "print": page(f'<h1>$title</h1>{TIME}<div id="artbody">{between(story)}</div><a href="javascript:print()">打印</a>'),
        "print, unknown body": page(f'<h1>$title</h1>{TIME}<div class="print-body">{between(story)}</div>', head=META),
        "AMP": page(
            f'<article class="amp-wp-article"><header><h1 class="amp-wp-title">$title</h1>{TIME}</header>'
            f'<div class="amp-wp-article-content"><amp-img src="{LEAD}"></amp-img>{between(story, "<amp-ad width=1></amp-ad>")}'
            "<amp-social-share type=twitter></amp-social-share></div></article>",
            head=full_head(),
        ),
        "unknown generation": page(f'<section class="story__content">{FIGURE}{between(story, AD)}</section>', head=full_head()),
    }  # fmt: skip
