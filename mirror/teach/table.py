"""What a survey found -> a commented table for `mirror.toml`. Pure."""

import json
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from mirror.article import Rules
from mirror.normalise.urls import site_of
from mirror.teach.clues import Clues
from mirror.teach.regions import zone_of
from mirror.teach.samples import common_rules
from mirror.teach.survey import Resource, Survey, article_patterns

WIDTH = 27  # where comments begin, if the line leaves room
FOR_TITLE = "tag and category of its posts, and their author where none is known"
FOR_RULES = "# Found alike on all sampled articles, by CSS; delete what does not fit."


@dataclass(frozen=True, slots=True)
class Proposal:
    """A source as it may stand in `mirror.toml`."""

    name: str
    table: str  # TOML, with comments


def propose(survey: Survey, taken: Container[str]) -> Proposal:
    """The table of a source for the surveyed site, under a name that is not `taken`."""
    name = source_name(survey.asked, taken)
    lines = [f"# {_clean(survey.asked)}", f"[sources.{name}]", *_keys(survey)]
    good = [one for one in survey.samples if one.found.problem is None]
    return Proposal(name, "\n".join([*lines, *_rules(name, common_rules(good))]) + "\n")


def source_name(url: str, taken: Container[str]) -> str:
    """The site's own label, `example` of www.example.co.uk; with a number where it is taken."""
    host = urlsplit(url).hostname or ""
    registered = site_of(url) == host or host.endswith("." + site_of(url))
    label = site_of(url).partition(".")[0] if registered and not _is_number(host) else host
    base = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-") or "source"
    tried = (f"{base}-{number}" if number > 1 else base for number in range(1, 10_000))
    return next(name for name in tried if name not in taken)


def site_title(survey: Survey) -> str:
    """What the site calls itself, else its host."""
    named = (_clean(page.name) for page in reversed(survey.pages))
    return next(filter(None, named), "") or (urlsplit(survey.asked).hostname or survey.asked)


def time_zone(survey: Survey) -> tuple[str, str]:
    """As `zone_of`, by the page's address and the first language that a page names."""
    languages = (page.language for page in survey.pages)
    return zone_of(survey.asked, next(filter(None, languages), ""))


def _keys(survey: Survey) -> Iterator[str]:
    news = [one for one in survey.sitemaps if one.is_news]
    archives = [one for one in survey.sitemaps if not one.is_news]
    found, (zone, because) = article_patterns(survey), time_zone(survey)
    listings = [page.url for page in survey.listings if _lists(page, found.article)]
    yield _line("title", _string(site_title(survey)), FOR_TITLE)
    yield from _resources("feeds", survey.feeds)
    yield from _resources("sitemaps", news)
    others = bool(survey.feeds or news)
    if listings:
        said = "names what the above leave out, too" if others else "pages that link to articles"
        yield _line("listings", _strings(listings), said, off=others)
    if archives:
        only = not others and not listings
        said = "every article that the site still has: the first crawl fetches them all"
        yield _line("sitemaps", _strings(one.url for one in archives), said, off=not only)
    if found.article:
        yield _line("article", _string(found.article), "which links are articles")
    if found.identity:
        yield _line("identity", _string(found.identity), "what tells one article from another")
    if zone:
        yield _line("timezone", _string(zone), f"for times that name no zone; by {_clean(because)}")


def _lists(page: Clues, pattern: str) -> bool:
    return bool(pattern) and any(re.search(pattern, link.url) for link in page.links)


def _resources(key: str, resources: tuple[Resource, ...] | list[Resource]) -> Iterator[str]:
    """One line for each address, with what it names."""
    if not resources:
        return
    yield f"{key} = ["
    for one in resources:
        count = f"{len(one.entries)} article{'s' if len(one.entries) != 1 else ''}"
        yield _line("", f"    {_string(one.url)},", count + (", whole" if one.is_whole else ""))
    yield "]"


def _rules(name: str, rules: Rules) -> Iterator[str]:
    found = {rule.name: getattr(rules, rule.name) for rule in fields(rules)}
    if any(found.values()):
        yield from ("", FOR_RULES, f"[sources.{name}.rules]")
        yield from (f"{part} = {_string(rule[0])}" for part, rule in found.items() if rule)


def _line(key: str, value: str, comment: str, *, off: bool = False) -> str:
    """`key = value  # comment`; with `off` all of it is a comment."""
    text = ("#" if off else "") + (f"{key} = {value}" if key else value)
    return f"{text:<{WIDTH}}  # {comment}"


def _strings(values: Iterator[str] | list[str]) -> str:
    return f"[{', '.join(map(_string, values))}]"


def _string(text: str) -> str:
    """A TOML string (https://toml.io, "String"): literal where it has a backslash and no quote."""
    if "\\" in text and "'" not in text:
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def _clean(text: str) -> str:
    """On one line, with nothing that can't be printed: TOML wants that of comments too."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def _is_number(host: str) -> bool:
    return ":" in host or re.fullmatch(r"[\d.]+", host) is not None
