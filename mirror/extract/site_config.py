"""What a public site config finds on a page, used only where the page bears it out.

Such files age with the sites that they describe: trusted blindly they lower the F1 of bodies from
.959 to .853. Even one that names the right element brings its furniture along. What they know
better than extractors is where an article begins and ends: so the body found without a config is
cut to what stands between the first and the last of its text runs that the config's body has too.
"""

import copy
from collections.abc import Iterable
from dataclasses import replace
from zoneinfo import ZoneInfo

import lxml.etree
import lxml.html

from mirror.article import Extract, SiteConfig, Source
from mirror.extract.body.blocks import length, runs_of
from mirror.extract.body.pruning import prune
from mirror.extract.facts.authors import authors as authors_of
from mirror.extract.facts.structured import Node
from mirror.extract.facts.when import published
from mirror.extract.page import SILENT, Element, Page, one_line, unlink

STRATEGY = "site-config"  # as `Extract.strategy`
MIN_FOUND = 0.8  # of the text found without it must be in the config's body
MIN_SHARE = 0.5  # of the config's body must be text that was found; else it is of the whole page
_ANY_OF = "//*[contains(@id, $text) or contains(@class, $text)]"
_PICTURE = "//img[contains(@src, $text)]"


def cut_to_config(found: Element, page: Page, config: SiteConfig) -> bool:
    """Cut the body `found` to where the config's body begins and ends, if they agree; do they?"""
    body = _body(page, config)
    if body is None:
        return False
    theirs, ours = runs_of(body), runs_of(found)
    texts = {run.text for run in theirs}
    shared = [place for place, run in enumerate(ours) if run.text in texts]
    common = length(ours[place] for place in shared)
    if not shared or common < max(MIN_FOUND * length(ours), MIN_SHARE * length(theirs)):
        return False
    kept = ours[shared[0] : shared[-1] + 1]
    if len(kept) < len(ours):
        prune(found, ours, kept)
    return True


def complete(found: Extract, page: Page, node: Node, source: Source) -> Extract:
    """`found` with what the config finds of title, authors and date where nothing else named them.

    Only of a page whose body the config found: elsewhere it may be of another age.
    """
    config = source.site_config
    if config is None or found.strategy != STRATEGY:
        return found
    title = found.title or "".join(_texts(page, config.title)[:1])
    by_author, by_date = _texts(page, config.author), _texts(page, config.date)
    zone = ZoneInfo(source.timezone)
    return replace(
        found,
        title=title,
        authors=found.authors or authors_of(page, node, source, heading=title, by_rule=by_author),
        published=found.published
        or published(page, node, zone=zone, heading=title, by_rule=by_date),
    )


def _texts(page: Page, xpaths: Iterable[str]) -> list[str]:
    """The texts that the first XPath which finds any text finds; [] when none does."""
    for xpath in xpaths:
        if found := [text for one in _find(page.root, xpath) if (text := one_line(one))]:
            return found
    return []


def _body(page: Page, config: SiteConfig) -> Element | None:
    """All elements that the first matching XPath finds, in one, without what is to be stripped."""
    if not config.body:
        return None
    root = copy.deepcopy(page.root)
    for found in _stripped(root, config):
        unlink(found)
    for xpath in config.body:
        elements = [one for one in _find(root, xpath) if not isinstance(one, str)]
        if any(map(one_line, elements)):
            return _gathered(elements)
    return None


def _stripped(root: Element, config: SiteConfig) -> list[Element]:
    found = [one for xpath in config.strip for one in _find(root, xpath)]
    for text in config.strip_id_or_class:
        found += _find(root, _ANY_OF, text=text)
    for text in config.strip_image_src:
        found += _find(root, _PICTURE, text=text)
    return [one for one in found if not isinstance(one, str) and one.tag not in ("html", "body")]


def _gathered(elements: list[Element]) -> Element:
    inside = set(elements)
    body = lxml.html.Element("div")
    for element in elements:
        if inside.isdisjoint(element.iterancestors()):
            twin = copy.deepcopy(element)
            twin.tail = None
            body.append(twin)
    lxml.etree.strip_elements(body, *SILENT, lxml.etree.Comment, with_tail=False)
    return body


def _find(root: Element, xpath: str, **variables: str) -> list[Element | str]:
    """What an XPath finds from the document downwards: elements, or texts; [] where it fails."""
    try:
        found = root.getroottree().xpath(xpath, **variables)
    except (lxml.etree.XPathError, ValueError):
        return []
    several = found if isinstance(found, list) else [found]
    return [one for one in several if isinstance(one, str | lxml.html.HtmlElement)]
