"""Public site configs: read as their format says, believed only where the page bears them out."""

import gzip
import importlib.util
import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

import pytest
from running import PARAGRAPHS, archive, mirror, recorded_site, source

from mirror.archive.site_configs import SiteConfigs
from mirror.article import Extract, SiteConfig, Source
from mirror.config import load_config, parse_config
from mirror.errors import ConfigError, SiteConfigError, UsageError
from mirror.extract import extract
from mirror.extract.ftr import MAX_SIZE, parse_site_config
from mirror.normalise.encoding import decode

FOLDER = Path(__file__).parent.parent / "fixtures/site_configs"
URL = "https://news.example/a/1"
SITE = Source("news", "小城日报")

LINES = {
    "values of one directive in their order": (
        "title: //h1\nbody: //main\nbody : //article ",
        SiteConfig(body=("//main", "//article"), title=("//h1",)),
    ),
    "comments and empty lines are passed over": (
        "# body: //p\n\nbody: //main", SiteConfig(("//main",)),
    ),
    "a value may hold a colon and a hash": (
        "date: //p[@id='a:b#c']", SiteConfig(date=("//p[@id='a:b#c']",)),
    ),
    "an XPath that can't be read costs its line": (
        "body: //div[@id='x'\nbody: //main\nstrip: //p[php:f()]", SiteConfig(("//main",)),
    ),
    "what is to be stripped": (
        "body: //main\nstrip: //aside\nstrip_id_or_class: related\nstrip_image_src: /ad/",
        SiteConfig(("//main",), strip=("//aside",), strip_id_or_class=("related",),
                   strip_image_src=("/ad/",)),
    ),
    "other directives are passed over": (
        "body: //main\ntidy: no\nprune: yes\nhttp_header(user-agent): x\n"
        "replace_string(<br>): <p>\nfind_string: a\nreplace_string: b\n"
        "single_page_link: //a\ntest_url: https://x.example/",
        SiteConfig(("//main",)),
    ),
    "nothing at all": ("", SiteConfig()),
    "Windows line ends": (
        "body: //main\r\nauthor: //b\r\n", SiteConfig(("//main",), author=("//b",)),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINES.values(), ids=LINES)
def test_a_file_is_read_line_by_line(text: str, expected: SiteConfig) -> None:
    assert parse_site_config(text) == expected


NONSENSE = {
    "a web page": "<!DOCTYPE html><html><head><title>404: not here</title></head></html>",
    "prose": "This is a note: it says nothing.",
    "too much": "#" * (MAX_SIZE + 1),
}


@pytest.mark.parametrize("text", NONSENSE.values(), ids=NONSENSE)
def test_a_file_that_is_no_site_config_is_named_so(text: str) -> None:
    with pytest.raises(SiteConfigError):
        parse_site_config(text)


HOSTS = {
    "the host's own file": ("news.example", "//own"),
    "www. apart": ("www.news.example", "//own"),
    "a subdomain's own file": ("sport.news.example", "//sport"),
    "a subdomain": ("life.news.example", "//subdomain"),
    "a subdomain of a subdomain": ("a.life.news.example", "//subdomain"),
    "another host": ("other.example", None),
    "an address without a name": ("127.0.0.1:80", None),
    "a name that leaves the directory": ("..", None),
}


@pytest.mark.parametrize(("host", "body"), HOSTS.values(), ids=HOSTS)
def test_a_file_speaks_for_its_host(tmp_path: Path, host: str, body: str | None) -> None:
    files = {"news.example": "own", ".news.example": "subdomain", "sport.news.example": "sport"}
    for name, element in files.items():
        (tmp_path / f"{name}.txt").write_text(f"body: //{element}")
    found, fault = SiteConfigs(tmp_path).find(f"https://{host}/a/1")
    assert (found.body if found else None, fault) == ((body,) if body else None, None)


def unreadable(path: Path) -> None:
    path.write_bytes(b"body: //\xff")


UNUSABLE: dict[str, Callable[[Path], object]] = {
    "not UTF-8": unreadable,
    "nonsense": lambda path: path.write_text("<html>: </html>"),
    "too long": lambda path: path.write_text("body: //main\n" * MAX_SIZE),
    "a directory": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("make", UNUSABLE.values(), ids=UNUSABLE)
def test_a_file_that_can_t_be_used_is_named_once(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    make(tmp_path / "news.example.txt")
    configs = SiteConfigs(tmp_path)
    found, fault = configs.find(URL)
    assert found is None
    assert fault is not None
    assert (fault.url, fault.problem) == (URL, "site-config")
    assert f"{tmp_path / 'news.example.txt'} is not used: " in fault.detail
    assert configs.find(URL) == (None, None)


def test_a_source_with_rules_of_its_own_needs_no_config(tmp_path: Path) -> None:
    (tmp_path / "news.example.txt").write_text("body: //main")
    ruled = replace(SITE, rules=replace(SITE.rules, body=("article",)))
    configs = SiteConfigs(tmp_path)
    assert configs.advise(ruled, URL) == (ruled, None)
    advised, _ = configs.advise(SITE, URL)
    assert advised.site_config == SiteConfig(("//main",))


LONG = [text * 2 for text in PARAGRAPHS]  # no byline is so long
STORY = "".join(f"<p>{text}</p>" for text in LONG)
PAGE = (
    "<html><head><title>小城图书馆重新开放</title></head><body><div id='top'><a href='/'>首页</a>"
    "</div><div id='main'><h1>小城图书馆重新开放</h1><p class='by'>作者：王小明</p>"
    f"<div id='story'>{STORY}<p class='share'>分享到微博</p><img src='/ad/1.gif'></div></div>"
    "<div id='more'><p>另一篇文章说的是别的事情，与图书馆没有关系。</p></div>"
    "<p class='when'>2026-03-01 12:00</p></body></html>"
)


def found(**config: tuple[str, ...]) -> Extract:
    return extract(PAGE, URL, replace(SITE, site_config=SiteConfig(**config)))


# What a config says of the page above, and whether it is believed.
BELIEVED = {
    "its body is the one found": ({"body": ("//div[@id='story']",)}, True),
    "its body has more": ({"body": ("//div[@id='main']",)}, True),
    "the first that finds text": ({"body": ("//nav", "//div[@id='story']")}, True),
    "several elements are one body": ({"body": ("//div[@id='story']/p",)}, True),
    "it finds nothing": ({"body": ("//article",)}, False),
    "it finds something else": ({"body": ("//div[@id='more']",)}, False),
    "it finds a part": ({"body": ("//div[@id='story']/p[1]",)}, False),
    "it strips the story": ({"body": ("//div[@id='story']",), "strip": ("//p",)}, False),
    "it has no body": ({"title": ("//h1",)}, False),
    "it fails": ({"body": ("//div[$x]", "id('a')/@b")}, False),
    "it finds an attribute": ({"body": ("//div/@id",)}, False),
    "it finds a number": ({"body": ("count(//p)",)}, False),
}


@pytest.mark.parametrize(("config", "believed"), BELIEVED.values(), ids=BELIEVED)
def test_a_config_is_believed_where_the_page_bears_it_out(
    config: dict[str, tuple[str, ...]], believed: bool
) -> None:
    plain, advised = extract(PAGE, URL, SITE), found(**config)
    assert (advised.strategy == "site-config") is believed
    if not believed:
        assert advised == plain
    assert all(text in advised.text for text in LONG)
    assert "首页" not in advised.text


def test_text_before_and_behind_the_config_s_body_is_cut_off_where_it_is_little() -> None:
    teaser = "<p>本报招聘记者数名，有意者请把履历寄到报社，地址见报社的主页。</p>"
    page = PAGE.replace(STORY, f"{teaser}{STORY}{teaser}")
    config = SiteConfig(("//div[@id='story']/p[position() > 1 and position() < last() - 1]",))
    advised = extract(page, URL, replace(SITE, site_config=config))
    assert "招聘" in extract(page, URL, SITE).text
    assert (advised.strategy, advised.text.split("\n")) == ("site-config", LONG)


def test_a_believed_config_fills_in_what_the_page_does_not_say_and_changes_nothing_else() -> None:
    bare = PAGE.replace(" class='by'>作者：王小明", ">")
    story, when = ("//div[@id='story']",), ("//p[@class='when']",)
    config = SiteConfig(body=story, title=("//div[@id='top']",), author=("//a",), date=when)
    advised = extract(bare, URL, replace(SITE, site_config=config))
    assert advised.title == "小城图书馆重新开放"
    assert advised.published == datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_the_directory_is_read_from_the_archive_s_settings(tmp_path: Path) -> None:
    (tmp_path / "mirror.toml").write_text('[extract]\nsite_configs = "rules"\n')
    assert load_config(tmp_path).extract.site_configs == str(tmp_path / "rules")
    with pytest.raises(UsageError, match=r"\[extract\] site_configs: .*rules: no such directory"):
        SiteConfigs.open(load_config(tmp_path).extract.site_configs)
    with pytest.raises(ConfigError, match="expected a string"):
        parse_config("[extract]\nsite_configs = 1\n", "")


def test_a_run_uses_the_authored_configs_and_warns_of_a_broken_one(tmp_path: Path) -> None:
    root = archive(tmp_path / "news", source(article=r"/a/\d"))
    with (root / "mirror.toml").open("a", encoding="utf-8") as file:
        file.write(f'[extract]\nsite_configs = "{os.path.relpath(FOLDER, root)}"\n')
    pages = {
        "https://news.example/a/1": PAGE.encode(),
        "https://broken.example/a/1": PAGE.encode(),
    }
    recording = recorded_site(tmp_path, pages)
    ran = mirror("fetch", *pages, "-A", root, "--json", "--replay", recording)
    assert ran.status == 0
    told = [one for report in ran.report["sources"].values() for one in report["problems"]]
    assert [(one["url"], one["problem"]) for one in told] == [
        ("https://broken.example/a/1", "site-config")
    ]
    assert "broken.example.txt is not used" in told[0]["detail"]
    (tmp_path / "page.html").write_bytes(PAGE.encode())
    for url, strategy in zip(pages, ("site-config", None), strict=True):
        shown = mirror("extract", tmp_path / "page.html", "--url", url, "-A", root)
        line = json.loads(shown.out)
        assert strategy is None or line["strategy"] == strategy
        assert ("broken.example.txt is not used" in shown.err) is (strategy is None)


EVERY = 2  # of the corpus's pages only so many: each is extracted twice
# Configs as time makes them: of another part of the page, of too much or too little of it.
WRONG = {
    "the whole page": "body: //body",
    "the first paragraph": "body: //p",
    "every second paragraph": "body: //p[position() mod 2 = 1]",
    "every list": "body: //ul",
    "the largest parts of templates": "body: //article | //main | //*[contains(@class, 'content')]",
    "headings stripped": "body: //article\nbody: //main\nbody: //body\nstrip: //h2\nstrip: //ul",
    "whatever is called an entry": "body: //*[contains(@class, 'entry') or contains(@id, 'body')]",
}  # fmt: skip


def test_wrong_configs_do_not_lower_the_score(corpus: Path) -> None:
    spec = importlib.util.spec_from_file_location("scorer", corpus / "score_extraction.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    configs = cycle(map(parse_site_config, WRONG.values()))
    plain, advised = scorer.BodyScore(scorer.WORD), scorer.BodyScore(scorer.WORD)
    for expected in sorted(corpus.glob("pages/*/expected.json")):
        for name, truth in list(json.loads(expected.read_text("utf-8")).items())[::EVERY]:
            page = expected.parent / "html" / f"{name}.html.gz"
            html, source = decode(gzip.decompress(page.read_bytes())), Source("", "")
            plain.add(truth["text"], extract(html, truth["url"], source).text)
            misled = replace(source, site_config=next(configs))
            advised.add(truth["text"], extract(html, truth["url"], misled).text)
    assert advised.result()["f1"] >= plain.result()["f1"] - 0.001
