"""Is this page an article? The gate before the archive.

Every verdict needs two signals that are independent of each other, as a rule what the page is
built of or says of itself, and how little of its own there is to read: a long article may speak of
captchas and subscriptions. What is its own is told by the page's structure: neither furniture nor
teasers of other articles count. Where no rule of the source has found the text, a classifier that
reads all of a page's words may clear it, or name what it is.
"""

from collections.abc import Callable, Iterable

from mirror.extract.quality.absent import (
    empty,
    layout_changed,
    media_only,
    not_found,
    server_page,
)
from mirror.extract.quality.classifier import opinion
from mirror.extract.quality.closed import login, paywall, paywall_by_data
from mirror.extract.quality.found import Found, Verdict
from mirror.extract.quality.language import wrong_language
from mirror.extract.quality.lists import listing
from mirror.extract.quality.measures import NOTICE
from mirror.extract.quality.notices import notice
from mirror.extract.quality.script import garbled
from mirror.extract.quality.teasers import teaser
from mirror.extract.quality.walls import bot_wall, challenge

__all__ = ["Found", "bot_wall", "judge", "layout_changed"]

# Of several that fit the first is truest: a wall hides whatever is behind it, noise can't be
# judged further, an error page may offer other stories, an offer may stand below a beginning.
CHECKS: tuple[Callable[[Found], Verdict | None], ...] = (
    challenge, garbled, server_page, wrong_language, not_found, paywall, login,
    media_only, listing, teaser, notice, empty,
)  # fmt: skip
# What is still to be asked of a long text that the page itself calls an article.
FOR_PLAIN: tuple[Callable[[Found], Verdict | None], ...] = (garbled, wrong_language)
# Of one whose words are surely an article's: what shows in characters, in the site's language, in
# what the page tells machines, or in there being no text.
FOR_SURE: tuple[Callable[[Found], Verdict | None], ...] = (
    garbled, wrong_language, paywall_by_data, empty,
)  # fmt: skip
# Of a text that the source's rules have found and that is too long for a wall or a notice.
FOR_RULED: tuple[Callable[[Found], Verdict | None], ...] = (
    garbled, wrong_language, paywall, login, listing, teaser,
)  # fmt: skip


def judge(found: Found) -> Verdict | None:
    """The first problem of a page with its evidence; None for an article."""
    if found.is_plain:
        return _first(FOR_PLAIN, found)
    if found.strategy == "rules":
        return _first(FOR_RULED if found.size > NOTICE else CHECKS, found)
    said = opinion(found)
    return said.over(_first(FOR_SURE if said.is_article else CHECKS, found))


def _first(checks: Iterable[Callable[[Found], Verdict | None]], found: Found) -> Verdict | None:
    return next((verdict for check in checks if (verdict := check(found))), None)
