"""What the trial of a source shows, and whether the source still works. Pure.

A source works when its addresses name articles and its body rules find them. That another rule
finds nothing is shown and no fault: it may be for pages that the sample does not hold.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mirror.article import Source

Matched = Mapping[str, str]  # part of an article -> the rule that found it; "" when none did


@dataclass(slots=True)
class Resource:
    """A feed, a listing's first page or a sitemap, as it was read."""

    kind: str  # "feed", "listing" or "sitemap"
    entries: int = 0  # articles that it names
    rule: str = ""  # of a listing: the `links` rule that found them
    children: int = 0  # of a sitemap: other sitemaps that it names


@dataclass(slots=True)
class Trial:
    """Filled while a trial goes on."""

    resources: dict[str, Resource] = field(default_factory=dict)  # by address
    pages: dict[str, Matched] = field(default_factory=dict)  # by address; those that were fetched


def complaints(trial: Trial, source: Source, stored: int) -> list[str]:
    """Why the source does not work, one sentence each; `stored` is how many articles it gave."""
    silent = [url for url, one in trial.resources.items() if not (one.entries or one.children)]
    found = [f"{url}: names no article" for url in silent]
    if not stored:
        found.append("not one article could be taken")
    without = [url for url, rules in trial.pages.items() if rules.get("body") == ""]
    if source.rules.body and without and len(without) == len(trial.pages):
        found.append(f"no body rule matches any of {len(without)} pages: layout changed?")
    return found


def rule_lines(matched: Matched, source: Source) -> Iterator[str]:
    """A line for each part of an article that the source has rules for: which of them found it."""
    for part, rule in matched.items():
        tried = len(getattr(source.rules, part))
        none = f"no rule matches ({tried} tried)" + (": layout changed?" if part == "body" else "")
        yield f"  {part + ':':8}{rule or none}"
