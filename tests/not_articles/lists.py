"""Pages that lead to articles, and pages of pictures and sound."""

# ruff: noqa: E501  a row of a table is a page, and a page is a line

from not_articles.sites import Case, cards, json_ld, titles
from not_articles.words import DE, EN, FR, HANS, HANT, JA, RU, Words


def linked(said: Words) -> str:
    """Each story as one link around its title and excerpt."""
    rows = enumerate(said.teasers, start=300)
    return "".join(
        f'<a class="item" href="/s/{n}.html"><h2>{title}</h2><p>{text}</p><span>2026-03-1{n % 10}</span></a>'
        for n, (title, text) in rows
    )


def more(said: Words, label: str) -> str:
    """Each with a link to the rest, as blogs write their archives."""
    rows = enumerate(said.teasers, start=500)
    return "".join(
        f'<article class="post hentry"><h2 class="entry-title"><a href="/2026/03/{n}/">{title}</a></h2><div class="entry-summary"><p>{text} <a class="more-link" href="/2026/03/{n}/">{label}</a></p></div></article>'
        for n, (title, text) in rows
    )


def flat(said: Words) -> str:
    """Headings and excerpts one after the other, with nothing around each."""
    rows = enumerate(said.teasers, start=500)
    return "".join(
        f'<h3><a href="/a/{n}.html">{title}</a></h3><p>{text}</p>' for n, (title, text) in rows
    )


PAGES = '<div class="pagination"><span>1</span><a href="?page=2">2</a><a href="?page=3">3</a><a rel="next" href="?page=2">»</a></div>'
LISTINGS = {
    "a section": Case("listing", title="国内", main=cards(HANS) + PAGES, path="/china/"),
    "a section of titles": Case("listing", title="财经", main=f"<ul>{titles(HANS)}{titles(HANS)}</ul>" + PAGES, path="/c/finance.html"),
    "a tag": Case("listing", title="标签：图书馆", main=cards(HANS, tag="li"), path="/tag/library"),
    "a tag in traditional Chinese": Case("listing", "hant", title="#舊城 相關新聞", main=linked(HANT), path="/tags/old-town"),
    "a tag of a blog": Case("listing", "en", title="Tag: library", body_class="archive tag tag-library", main=more(EN, "Continue reading"), path="/tag/library/"),
    "a category of a blog": Case("listing", "en", title="Category: Culture", body_class="archive category category-culture", main=more(EN, "Read more"), path="/category/culture/"),
    "an author": Case("listing", "en", title="Articles by Ann Field", main=f"<p>Ann Field writes about the harbour.</p>{cards(EN)}", body_class="archive author", path="/author/ann-field/"),
    "an author in Chinese": Case("listing", title="林禾的文章", main=f"<p>记者，关注城市建设。</p>{cards(HANS)}", path="/author/linhe"),
    "a month": Case("listing", "en", title="March 2026", body_class="archive date", main=more(EN, "Read more"), path="/2026/03/"),
    "search results": Case("listing", "en", title="Search results for: library", body_class="search search-results", main=more(EN, "More"), path="/?s=library"),
    "search results in Chinese": Case("listing", title="“图书馆”的搜索结果", main="<p>共找到 128 条结果</p>" + flat(HANS), path="/search?q=tsg"),
    "a front page": Case("listing", "en", heading="", title="Harbour Gazette", body_class="home", main=cards(EN) + linked(EN), path="/"),
    "a front page in Chinese": Case("listing", heading="", title="青石日报", main=cards(HANS) + linked(HANS) + f"<ul>{titles(HANS)}</ul>", path="/"),
    "by its data": Case("listing", "en", title="Culture", head=json_ld(**{"@type": "CollectionPage", "name": "Culture"}), main=linked(EN), path="/culture"),
    "an item list": Case("listing", "en", title="Latest", head=json_ld(**{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "url": "/s/1"}]}), main=cards(EN), path="/latest"),
    "headings and excerpts in a row": Case("listing", title="文化", main=flat(HANS) + PAGES, path="/wh/"),
    "German": Case("listing", "de", title="Kultur", main=cards(DE) + linked(DE), path="/kultur/"),
    "French": Case("listing", "fr", title="Culture", main=linked(FR) + cards(FR), path="/culture/"),
    "Japanese": Case("listing", "ja", title="記事一覧", main=cards(JA) + linked(JA), path="/news/list"),
    "Russian": Case("listing", "ru", title="Новости культуры", main=cards(RU) + flat(RU), path="/culture/"),
    "a topic": Case("listing", "hant", title="專題：舊城水道", main=f"<p>本專題收錄舊城水道整治的相關報導。</p>{cards(HANT)}", path="/topic/12"),
    "live tickers": Case("listing", title="直播", main=linked(HANS), path="/live/"),
    "in a table": Case("listing", title="新闻列表", main="<table>" + "".join(f"<tr><td><a href='/n/{n}.html'>{title}</a></td><td>2026-03-{n % 28 + 1}</td></tr>" for n, (title, _) in enumerate(HANS.teasers * 2)) + "</table>", path="/list_2.html"),
    "all of an old site": Case("listing", bare="<html><head><title>新闻中心</title></head><body><table><tr><td>" + "<br>".join(f"·<a href='n{n}.htm'>{title}</a> (3/{n % 28 + 1})" for n, (title, _) in enumerate(HANS.teasers * 3)) + "</td></tr></table></body></html>"),
    "a site map": Case("listing", "en", title="Sitemap", main="".join(f"<h2>{name}</h2><ul>{titles(EN)}</ul>" for name in EN.nav[1:4]), path="/sitemap"),
}  # fmt: skip

PLAYER = '<div class="video"><iframe src="https://www.youtube.com/embed/abc123" allowfullscreen></iframe></div>'
VIDEO = json_ld(
    **{
        "@type": "VideoObject",
        "name": HANS.title,
        "uploadDate": "2026-03-11",
        "contentUrl": "/v/1.mp4",
    }
)
MEDIA = {
    "YouTube": Case("media-only", main=PLAYER),
    "a video element": Case("media-only", "en", main='<video controls poster="/p.jpg"><source src="/v/1.mp4"></video><p>2:31</p>'),
    "a video with a line": Case("media-only", head='<meta property="og:type" content="video.other">' + VIDEO, main=PLAYER + "<p>市民清早排队等候图书馆开门。</p>"),
    "a video with a line in English": Case("media-only", "en", head=VIDEO + '<meta property="og:type" content="video">', main='<video src="/v/1.mp4"></video><p>Crowds wait for the harbour library to open.</p>'),
    "a podcast": Case("media-only", "en", title="Episode 12: The library", main='<audio controls src="/e/12.mp3"></audio><p>42 min</p>'),
    "a podcast's frame": Case("media-only", "de", main='<iframe src="https://open.spotify.com/embed/episode/1"></iframe>'),
    "a gallery": Case("media-only", "en", title="In pictures", main="".join(f'<figure><img src="/g/{n}.jpg"></figure>' for n in range(8))),
    "a gallery with numbers": Case("media-only", title="组图：图书馆", main="".join(f'<div class="pic"><img src="/g/{n}.jpg"><span>{n}/6</span></div>' for n in range(1, 7))),
    "a comic": Case("media-only", title="漫画", main='<img src="/comic/1.png" alt="漫画"><img src="/comic/2.png"><img src="/comic/3.png">'),
    "a PDF": Case("media-only", "en", main='<embed src="/paper/2026-03-11.pdf" type="application/pdf" width="100%" height="900">'),
    "a PDF frame": Case("media-only", title="电子版", main='<iframe src="/pdfjs/web/viewer.html?file=/p/1.pdf"></iframe>'),
    "a live stream": Case("media-only", "hant", title="直播", head='<meta property="og:type" content="video.other">', main='<div id="player"><video id="live"></video></div>'),
}  # fmt: skip
