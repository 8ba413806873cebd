"""mirror.toml: what is read, what is laid over what, and what is refused with which words."""

import re
from ipaddress import ip_network
from pathlib import Path

import pytest

from mirror.article import Rules, Source
from mirror.config import (
    ArchiveConfig,
    Config,
    CrawlConfig,
    built_in_names,
    default_text,
    load_config,
    parse_config,
)
from mirror.errors import ConfigError, UsageError

BUILT_IN = """
[epochtimes]
title = "大纪元"
feeds = ["https://feed.example/gb"]
timezone = "Asia/Taipei"
[epochtimes.rules]
body = ["div.article-main", "div#artbody"]
title = "h1"
"""
OWN = '[sources.mine]\ntitle = "我的來源"\nfeeds = ["https://example.org/feed.xml"]\n'


def crawl(line: str) -> CrawlConfig:
    return parse_config(f"[crawl]\n{line}", BUILT_IN).crawl


def mine(lines: str) -> Source:
    return parse_config(OWN + lines, BUILT_IN).sources["mine"]


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    config = load_config(tmp_path)
    assert (config.archive, config.crawl) == (ArchiveConfig(), CrawlConfig())
    assert set(config.sources) == built_in_names()


def test_the_defaults_are_those_of_the_design() -> None:
    assert ArchiveConfig() == ArchiveConfig("_posts", "YYYY/MM", True, ())
    assert CrawlConfig(user_agent="mirror") == CrawlConfig(
        "mirror", 1.0, True, 60.0, 16_000_000, ()
    )


def test_the_built_in_file_loads_and_names_epochtimes_as_the_seed_does(tmp_path: Path) -> None:
    assert load_config(tmp_path).sources["epochtimes"].title == "大纪元"


def test_the_commented_file_of_a_new_archive_changes_nothing() -> None:
    assert parse_config(default_text(), BUILT_IN) == parse_config("", BUILT_IN)


def test_its_settings_when_uncommented_are_the_defaults() -> None:
    text = re.sub(r"(?m)^#(?=\w)", "", default_text())
    assert parse_config(text, BUILT_IN) == parse_config("", BUILT_IN)


def test_it_names_every_setting() -> None:
    own_source = re.sub(r"(?m)^# ?(?=\w+ = |\[)", "", default_text())
    config = parse_config(own_source, BUILT_IN)
    named = set(re.findall(r"(?m)^#?(\w+) = ", own_source))
    for kind in (ArchiveConfig, CrawlConfig, Source, Rules):
        assert set(kind.__dataclass_fields__) - {"name", "rules", "site_config"} <= named
    assert config.sources["my-feed"].rules.drop == (".related",)


def test_a_table_for_a_built_in_source_changes_only_what_it_names() -> None:
    own = '[sources.epochtimes]\nenabled = false\nrules.title = ["h1.title", "h1"]'
    before = parse_config("", BUILT_IN).sources["epochtimes"]
    after = parse_config(own, BUILT_IN).sources["epochtimes"]
    assert (before.enabled, after.enabled) == (True, False)
    assert after.feeds == before.feeds == ("https://feed.example/gb",)
    assert after.rules == Rules(body=before.rules.body, title=("h1.title", "h1"))


def test_an_own_source_stands_after_the_built_in_ones() -> None:
    assert list(parse_config(OWN, BUILT_IN).sources) == ["epochtimes", "mine"]


def test_two_sources_may_share_a_title() -> None:
    config = parse_config(OWN.replace("我的來源", "大纪元"), BUILT_IN)
    assert {source.title for source in config.sources.values()} == {"大纪元"}


def test_a_source_that_only_recognises_articles_is_allowed() -> None:
    own = '[sources.known]\ntitle = "x"\narticle = "/a/"'
    assert parse_config(own, BUILT_IN).sources["known"].article == "/a/"


def test_an_own_source_has_the_defaults_of_a_source() -> None:
    assert mine("") == Source("mine", "我的來源", feeds=("https://example.org/feed.xml",))


def test_a_rule_is_a_string_or_a_list() -> None:
    rules = mine('rules = {body = "div.a::text", links = ["//a", "(//b)[1]"]}').rules
    assert rules == Rules(body=("div.a::text",), links=("//a", "(//b)[1]"))


def test_addresses_are_serialised_and_named_once() -> None:
    lists = 'listings = ["https://EXAMPLE.org:443/新闻", "https://example.org/%E6%96%B0%E9%97%BB"]'
    assert mine(lists).listings == ("https://example.org/%E6%96%B0%E9%97%BB",)


SIZES = {
    "megabytes are decimal": ('"16 MB"', 16_000_000),
    "kilobytes": ('"512 kB"', 512_000),
    "no space, lower case": ('"2mb"', 2_000_000),
    "binary units": ('"1.5 MiB"', 1_572_864),
    "bytes": ('"100 B"', 100),
    "an integer": ("1000000", 1_000_000),
}


@pytest.mark.parametrize(("value", "size"), SIZES.values(), ids=SIZES)
def test_size(value: str, size: int) -> None:
    assert crawl(f"max_body = {value}").max_body == size


def test_networks_are_read() -> None:
    networks = crawl('allow_networks = ["10.1.0.0/16", "::1", "127.0.0.66"]').allow_networks
    assert networks == tuple(map(ip_network, ("10.1.0.0/16", "::1/128", "127.0.0.66/32")))


def test_the_configuration_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        parse_config("", BUILT_IN).sources["x"] = Source("x", "x")  # type: ignore[index]


# What is wrong -> the words that must be said besides the file's name.
WRONG = {
    "unknown section": ("[archiv]", 'unknown key "archiv"', 'did you mean "archive"'),
    "unknown key": ("[crawl]\ndelays = 1", "[crawl]", 'did you mean "delay"'),
    "unknown key far from all": ("[archive]\nzzz = 1", '"zzz"', "posts, layout, commit, remotes"),
    "unknown key of a source": (OWN + "feed = 1", "[sources.mine]", 'did you mean "feeds"'),
    "unknown rule": (OWN + 'rules.bdy = "p"', "[sources.mine.rules]", 'did you mean "body"'),
    "mistyped built-in": ("[sources.epochtime]\nenabled = false", 'did you mean "epochtimes"'),
    "section is no table": ("crawl = 1", "[crawl]", "expected a table"),
    "sources is no table": ("sources = 1", "[sources]", "tables"),
    "source is no table": ("[sources]\nmine = 1", "[sources.mine]", "expected a table"),
    "rules is no table": (OWN + 'rules = "p"', "[sources.mine.rules]", "expected a table"),
    "text for a number": ('[crawl]\ndelay = "1"', "delay", "expected seconds"),
    "true for a number": ("[crawl]\ndelay = true", "delay", "not true"),
    "negative delay": ("[crawl]\ndelay = -1", "from 0 to 86400, not -1"),
    "delay without end": ("[crawl]\ndelay = inf", "delay", "expected seconds"),
    "delay is no number": ("[crawl]\ndelay = nan", "delay", "expected seconds"),
    "no time at all": ("[crawl]\ntimeout = 0", "more than 0"),
    "number for a switch": ("[archive]\ncommit = 1", "commit", "expected true or false, not 1"),
    "unit of no size": ('[crawl]\nmax_body = "16 XB"', "max_body", '"16 MB"'),
    "size of nothing": ("[crawl]\nmax_body = 0", "max_body"),
    "negative size": ("[crawl]\nmax_body = -1", "max_body"),
    "true for a size": ("[crawl]\nmax_body = true", "max_body"),
    "network with host bits": ('[crawl]\nallow_networks = ["10.1.0.1/16"]', "host bits"),
    "no network": ('[crawl]\nallow_networks = ["localhost"]', "localhost"),
    "user agent with a line break": ('[crawl]\nuser_agent = "a\\r\\nb"', "user_agent", "printed"),
    "user agent that is not ASCII": ('[crawl]\nuser_agent = "镜"', "user_agent", "ASCII"),
    "unknown layout": ('[archive]\nlayout = "YYYY-MM"', '"YYYY/MM", "YYYY", "flat"'),
    "posts above the archive": ('[archive]\nposts = "../x"', "inside the archive"),
    "posts above it in the middle": ('[archive]\nposts = "a/../../x"', "inside the archive"),
    "posts anywhere": ('[archive]\nposts = "/tmp/x"', "inside the archive"),
    "posts at the root": ('[archive]\nposts = "."', "inside the archive"),
    "posts behind backslashes": ("[archive]\nposts = '..\\x'", "inside the archive"),
    "posts in git's directory": ('[archive]\nposts = ".GIT/x"', ".git is no place"),
    "a remote that is an option": ('[archive]\nremotes = ["--exec=x"]', "remotes", "--exec=x"),
    "one feed for a list": (OWN + 'listings = "https://x.y/"', 'a list such as ["https://x.y/"]'),
    "feed is no URL": ('[sources.a]\ntitle = "x"\nfeeds = ["htp://x"]', "feeds", "htp://x"),
    "feed is a file": ('[sources.a]\ntitle = "x"\nfeeds = ["file:///etc/passwd"]', "http"),
    "number for a URL": ('[sources.a]\ntitle = "x"\nfeeds = [1]', "expected a string, not 1"),
    "no title": ('[sources.a]\nfeeds = ["https://x.y/"]', '"title" is missing'),
    "empty title": ('[sources.a]\ntitle = " "\nfeeds = ["https://x.y/"]', "title: is empty"),
    "title of two lines": ('[sources.a]\ntitle = "a\\nb"\narticle = "x"', "title", "printed"),
    "nothing to find articles by": ('[sources.a]\ntitle = "x"', "feeds, listings, sitemaps"),
    "a built-in emptied": ("[sources.epochtimes]\nfeeds = []", "needs one of feeds"),
    "name like an option": ('[sources.-x]\ntitle = "x"\narticle = "x"', '"-x" is no name'),
    "no name": ('[sources.""]\ntitle = "x"\narticle = "x"', '"" is no name'),
    "no regular expression": (OWN + 'article = "("', "article", "unterminated"),
    "no identity": (OWN + 'identity = "[z-a]"', "identity", "bad character range"),
    "unknown script": (OWN + 'variant = "zh-TW"', '"source", "zh-Hans", "zh-Hant"'),
    "unknown zone": (OWN + 'timezone = "Asia/Peking"', '"Asia/Peking" is no time zone'),
    "a directory of zones": (OWN + 'timezone = "Asia"', "no time zone"),
    "a zone outside": (OWN + 'timezone = "../../etc/passwd"', "no time zone"),
    "unknown content": (OWN + 'content = "both"', '"auto", "feed", "page"'),
    "no CSS": (OWN + 'rules.body = "div["', "[sources.mine.rules] body", '"div["'),
    "no XPath": (OWN + 'rules.body = ["p", "//p["]', "body", '"//p["'),
    "unknown function": (OWN + 'rules.body = "(//p)[foo()]"', "body", "foo"),
    "unknown pseudo-element": (OWN + 'rules.body = "p::bar(x)"', "body", "bar"),
    "empty rule": (OWN + 'rules.body = ""', "body: is empty"),
    "broken TOML": ('[crawl]\ndelay = "', "no valid TOML", "line 2"),
    "broken TOML inside": ("[crawl]\n= 1\n", "no valid TOML", "line 2"),
    "a key twice": ("[crawl]\ndelay = 1\ndelay = 2\n", "no valid TOML", "line 3"),
    "nested without end": ("a = " + "[" * 5000, "nested too deeply"),
    "a number without end": ("a = " + "9" * 5000, "no valid TOML"),
}


@pytest.mark.parametrize(("text", "said"), [(row[0], row[1:]) for row in WRONG.values()], ids=WRONG)
def test_what_is_not_understood_is_named(text: str, said: tuple[str, ...]) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(text, BUILT_IN, file="/a/mirror.toml")
    message = str(caught.value)
    assert message.startswith("/a/mirror.toml: ")
    assert [words for words in said if words not in message] == []
    assert "\n" not in message


def test_a_password_is_refused_and_not_shown() -> None:
    with pytest.raises(ConfigError, match="password") as caught:
        mine('listings = ["https://user:secret@example.org/"]')
    assert "secret" not in str(caught.value)


def test_a_fault_of_a_built_in_table_names_that_file() -> None:
    with pytest.raises(ConfigError, match=r"^sources\.toml \(built in\): \[sources\.a\]"):
        parse_config("", "[a]\nx = 1")


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "mirror.toml").write_bytes(b"[crawl]\nuser_agent = '\xff'")
    with pytest.raises(ConfigError, match=r"mirror\.toml: not UTF-8 \(byte 22\)"):
        load_config(tmp_path)


def test_a_directory_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "mirror.toml").mkdir()
    with pytest.raises(ConfigError, match=r"mirror\.toml: can't be read: Is a directory"):
        load_config(tmp_path)


def test_a_wrong_configuration_is_a_usage_error() -> None:
    assert issubclass(ConfigError, UsageError)
    assert ConfigError.exit_status == 2


def test_a_config_made_without_files_has_no_sources() -> None:
    assert dict(Config().sources) == {}
