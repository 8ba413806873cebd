"""Whole pages: a case's main part in the furniture of one of four invented sites."""

# ruff: noqa: E501  a row of a table is a line

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from not_articles.words import LANGUAGES, Words


@dataclass(frozen=True, slots=True)
class Case:
    """A page's own part: what its site puts around it is the template's business."""

    problem: str | None  # what it is to be refused as; None: an article, which must pass
    lang: str = "hans"  # of the furniture, and of the story
    title: str = ""  # of the page; "" takes the story's
    main: str = ""
    heading: str | None = None  # its h1; None: the title, "": none
    head: str = ""
    body_class: str = ""
    path: str = "/news/2026/03/1042.html"
    known: bool = False  # is the site of a source, whose title is Chinese?
    bare: str = ""  # the whole page, for what a vendor sends in place of the site


def words(case: Case) -> Words:
    return LANGUAGES[case.lang]


def paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def json_ld(**node: object) -> str:
    data = json.dumps({"@context": "https://schema.org", **node}, ensure_ascii=False)
    return f'<script type="application/ld+json">{data}</script>'


def card(number: int, title: str, excerpt: str, *, tag: str = "article") -> str:
    return (
        f'<{tag} class="card"><a class="thumb" href="/news/2026/02/{number}.html"><img src="/t/{number}.jpg"></a>'
        f'<h3><a href="/news/2026/02/{number}.html">{title}</a></h3><p class="excerpt">{excerpt}</p></{tag}>'
    )


def cards(said: Words, *, tag: str = "article", start: int = 0) -> str:
    rows = enumerate(said.teasers, start=900 + start)
    return "".join(card(number, *teaser, tag=tag) for number, teaser in rows)


def titles(said: Words) -> str:
    rows = enumerate(said.teasers, start=700)
    return "".join(
        f'<li><a href="/news/2026/01/{n}.html">{title}</a></li>' for n, (title, _) in rows
    )


def _nav(said: Words) -> str:
    return "".join(f'<li><a href="/c/{n}/">{name}</a></li>' for n, name in enumerate(said.nav))


def _title(case: Case) -> str:
    return case.title or words(case).title


def _h1(case: Case, class_: str) -> str:
    text = _title(case) if case.heading is None else case.heading
    return f'<h1 class="{class_}">{text}</h1>' if text else ""


def _head(case: Case, separator: str) -> str:
    said = words(case)
    return (
        f'<meta charset="utf-8"><title>{escape(_title(case), quote=False)}{separator}{said.site}</title>'
        f'<meta property="og:site_name" content="{said.site}">{case.head}'
    )


def plain(case: Case) -> str:
    """Semantic elements, a column of headlines, a cookie banner."""
    said = words(case)
    return (
        f'<!doctype html><html lang="{said.code}"><head>{_head(case, " - ")}</head><body class="{case.body_class}">'
        f'<header><a href="/">{said.site}</a><a href="/login">{said.login}</a></header><nav><ul>{_nav(said)}</ul></nav>'
        f"<main>{_h1(case, 'headline')}{case.main}</main>"
        f"<aside><h2>{said.more}</h2><ul>{titles(said)}</ul></aside>"
        f"<footer><p>{said.footer}</p></footer><div class=cookie-banner><p>{said.cookies}</p><button>OK</button></div></body></html>"
    )


def blog(case: Case) -> str:
    """As a widespread blogging system writes it."""
    said = words(case)
    return (
        f'<!doctype html><html lang="{said.code}"><head>{_head(case, " | ")}<meta name="generator" content="WordPress 6.5"></head>'
        f'<body class="{case.body_class or "post-template-default single single-post"} wp-custom-logo">'
        f'<div id="page"><header class="site-header"><p class="site-title"><a href="/">{said.site}</a></p><ul class="menu">{_nav(said)}</ul></header>'
        f'<div id="content"><div id="primary"><article class="hentry"><header class="entry-header">{_h1(case, "entry-title")}</header>'
        f'<div class="entry-content">{case.main}</div></article></div>'
        f'<div id="secondary" class="widget-area"><form role="search"><input type="search" name="s"></form>'
        f"<section class=widget><h2>{said.more}</h2><ul>{titles(said)}</ul></section></div></div>"
        f'<footer class="site-footer">{said.footer}</footer></div></body></html>'
    )


def portal(case: Case) -> str:
    """A login form in the header, and cards of other stories with their excerpts below."""
    said = words(case)
    return (
        f'<html lang="{said.code}"><head>{_head(case, "_")}</head><body class="{case.body_class}"><div class="top">'
        f'<form action="/login"><input name="user"><input type="password" name="pass"><button>{said.login}</button></form>'
        f'<div class="logo"><a href="/">{said.site}</a></div><ul class="channels">{_nav(said)}</ul></div>'
        f'<div class="wrap"><div class="left">{_h1(case, "tit")}<div class="con">{case.main}</div>'
        f'<div class="recommend"><h2>{said.more}</h2>{cards(said, tag="div")}</div></div>'
        f'<div class="right"><ol class="rank">{titles(said)}</ol></div></div><div class="foot">{said.footer}</div></body></html>'
    )


def app(case: Case) -> str:
    """Nameless boxes, a newsletter form, a subscription offer."""
    said = words(case)
    links = "".join(
        f'<a class="css-1x" href="/s/{n}"><div><div class="css-9k">{title}</div><div>{text}</div></div></a>'
        for n, (title, text) in enumerate(said.teasers[:5])
    )
    return (
        f'<!doctype html><html lang="{said.code}"><head>{_head(case, " · ")}</head><body class="{case.body_class}"><div id="app">'
        f'<div class="css-a1"><a href="/">{said.site}</a>{"".join(f"<a href=/x/{n}>{name}</a>" for n, name in enumerate(said.nav))}'
        f'<a href="/account">{said.login}</a><a href="/subscribe">{said.subscribe}</a></div>'
        f'<div class="css-b2"><div class="css-c3">{_h1(case, "css-h1")}<div class="css-d4">{case.main}</div></div></div>'
        f'<div class="css-e5"><div>{said.more}</div>{links}</div>'
        f'<form class="newsletter"><div>{said.subscribe}</div><input type="email"><button>{said.subscribe}</button></form>'
        f'<div class="css-f6">{said.footer}</div><div class="consent"><div>{said.cookies}</div></div></div></body></html>'
    )


TEMPLATES: dict[str, Callable[[Case], str]] = {
    "plain": plain,
    "blog": blog,
    "portal": portal,
    "app": app,
}


def pages(cases: dict[str, Case], *, each: int) -> dict[str, tuple[Case, str]]:
    """Every case as `each` pages, the templates taking turns; a bare one as itself."""
    names = list(TEMPLATES)
    built = {}
    for number, (name, case) in enumerate(cases.items()):
        if case.bare:
            built[name] = (case, case.bare)
            continue
        for turn in range(each):
            template = names[(number + turn) % len(names)]
            built[f"{name} / {template}"] = (case, TEMPLATES[template](case))
    return built
