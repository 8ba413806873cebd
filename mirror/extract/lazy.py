"""Pictures and players that a script would put in place, put in place.

One picture gets one address, the largest that the page names for it.
"""

import copy
import re
from collections.abc import Iterator
from itertools import islice

import lxml.html
from lxml.html import HtmlElement as Element

from mirror.normalise.pictures import (
    LARGER,
    LAZY,
    LAZY_SETS,
    Candidate,
    addresses,
    candidates,
    is_beacon,
    is_placeholder,
    largest,
)

_IMAGES = ("img", "amp-img")
_FEW = 3  # pictures: a box with more is no box about one
_MANY = 50  # pictures beside a `noscript`, or sources of a `picture`: sites have a dozen
_SETS = (*LAZY_SETS, "srcset")
_NEEDLESS = frozenset({*LAZY, *LAZY_SETS, *LARGER, "srcset", "sizes", "data-sizes"})
# An empty box that shows a picture as its background, by lazysizes and the like, or by its role.
_BACKGROUNDS = ("data-bg", "data-background", "data-background-image", "data-bgset")
_BOXES = (
    ".//*[({}) and not(*) and not(normalize-space()) and not(self::img or self::source)]".format(
        " or ".join(f"@{name}" for name in (*_BACKGROUNDS, "role='img'"))
    )
)
_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")
# Elements that scripts of AMP (https://amp.dev/documentation/components/) and lite-youtube make
# players of: the attribute that names the video, and where its player is.
_PLAYERS = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/embed/{}"),
    "lite-youtube": ("videoid", "https://www.youtube.com/embed/{}"),
    "amp-vimeo": ("data-videoid", "https://player.vimeo.com/video/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/embed/video/{}"),
    "amp-iframe": ("src", "{}"),
}


def reveal(root: Element) -> None:
    """Give every picture below `root` its largest address, every known player its frame."""
    used: set[Element] = set()  # with those inside, though none should be
    for quiet in list(root.iterdescendants("noscript")):
        if quiet not in used and _use_twin(quiet):
            used.update(quiet.iter("noscript"))
    for picture in list(root.iterdescendants("picture")):
        _settle(picture)
    for image in list(root.iter(*_IMAGES)):
        _show(image, addresses(image.attrib))
    for box in root.xpath(_BOXES):
        _fill(box)
    for player in list(root.iterdescendants(*_PLAYERS)):
        _play(player)


def _use_twin(quiet: Element) -> bool:
    """The picture in a `noscript` takes the place of the neighbour that waits for a script.

    One without a neighbour stands where the `noscript` stood; one that is shown already goes.
    False where it has no picture.
    """
    twins = [image for image in quiet.iter("img") if not is_beacon(image.attrib)]
    beside = _neighbours(quiet) if twins else []
    waiting = next((image for image in beside if is_placeholder(image.get("src", ""))), None)
    known = {} if waiting is None else waiting.attrib
    sets = {name: known[name] for name in _SETS if name in known}
    for twin in twins if waiting is not None or not beside else ():
        new = copy.deepcopy(twin)
        new.tail = None
        new.attrib.update(sets)
        (quiet if waiting is None else waiting).addprevious(new)
    if waiting is not None:
        waiting.drop_tree()
    if twins:
        quiet.drop_tree()
    return bool(twins)


def _neighbours(quiet: Element) -> list[Element]:
    """The pictures beside a `noscript`, or else about it in a box that holds few."""
    siblings = [one for one in (quiet.getprevious(), quiet.getnext()) if one is not None]
    beside = [image for one in siblings for image in islice(one.iter(*_IMAGES), _MANY)]
    if beside:
        return beside
    inside = set(quiet.iter())
    about = (image for image in quiet.getparent().iter(*_IMAGES) if image not in inside)
    found = list(islice(about, _FEW + 1))
    return found if len(found) <= _FEW else []


def _settle(picture: Element) -> None:
    """One `img` in place of a `picture`, the largest of its sources."""
    image = next(picture.iter("img"), None)
    given = list(_of_sources(picture))
    if image is None and not largest(given):
        return
    image = lxml.html.Element("img") if image is None else image
    found = [*addresses(image.attrib), *given]
    tail, picture.tail = picture.tail, None
    image.tail = tail
    picture.getparent().replace(picture, image)
    _show(image, iter(found))


def _of_sources(picture: Element) -> Iterator[Candidate]:
    for source in islice(picture.iter("source"), _MANY):
        for name in _SETS:
            yield from candidates(source.get(name, ""), source.get("media", ""))


def _show(image: Element, found: Iterator[Candidate]) -> None:
    """Let `image` be an `img` with the largest address found."""
    if image.tag != "img":
        image.tag = "img"
        for child in list(image):
            image.remove(child)
        image.text = None
    if (url := largest(found)) and url != image.get("src"):
        image.set("src", url)
    for name in _NEEDLESS.intersection(image.attrib.keys()) if image.get("src") else ():
        del image.attrib[name]


def _fill(box: Element) -> None:
    """Put the picture that an empty box has as its background into it."""
    inside_figure = any(up.tag == "figure" for up in box.iterancestors())
    named = next(filter(None, map(box.get, _BACKGROUNDS)), "")
    styled = _URL.search(named) or (_URL.search(box.get("style", "")) if not named else None)
    url = styled[1] if styled else largest(candidates(named))
    if not url or is_placeholder(url) or not (inside_figure or box.get("role") == "img"):
        return
    label = box.get("aria-label") or box.get("title") or ""
    box.append(lxml.html.Element("img", src=url, alt=label))


def _play(player: Element) -> None:
    attribute, address = _PLAYERS[str(player.tag)]
    video = player.get(attribute, "")
    if not video:
        return
    frame = lxml.html.Element("iframe", src=address.format(video))
    frame.tail = player.tail
    player.getparent().replace(player, frame)
