"""What pages that are no article say, in the languages of our sources.

A sign alone proves nothing: a story may speak of captchas, subscriptions and lost pages.
"""

from mirror.extract.quality.signs.closed import (
    ACCOUNT,
    APPEAL,
    COSTS,
    FREE,
    GATEWAY,
    LOGIN,
    LOGIN_WALL,
    METER,
    OFFER,
    OPEN,
    PASSWORD,
    PAYWALL,
    PRICE,
    READ,
    TALK,
    UNLOCKS,
)
from mirror.extract.quality.signs.lists import (
    LISTED,
    LISTING,
    MEDIA,
    NOT_IN_LANGUAGE,
    RELATED,
    SEARCH,
)
from mirror.extract.quality.signs.lost import NOT_FOUND, SERVER
from mirror.extract.quality.signs.notices import ADDRESS, DOOR, GONE, NOTICE_TITLE, ONWARD, SORRY
from mirror.extract.quality.signs.rows import Sign
from mirror.extract.quality.signs.teasers import MORE, TEASER, UNFOLD
from mirror.extract.quality.signs.walls import CHALLENGE, CONSENT

__all__ = [
    "ACCOUNT",
    "ADDRESS",
    "APPEAL",
    "CHALLENGE",
    "CONSENT",
    "COSTS",
    "DOOR",
    "FREE",
    "GATEWAY",
    "GONE",
    "LISTED",
    "LISTING",
    "LOGIN",
    "LOGIN_WALL",
    "MEDIA",
    "METER",
    "MORE",
    "NOTICE_TITLE",
    "NOT_FOUND",
    "NOT_IN_LANGUAGE",
    "OFFER",
    "ONWARD",
    "OPEN",
    "PASSWORD",
    "PAYWALL",
    "PRICE",
    "READ",
    "RELATED",
    "SEARCH",
    "SERVER",
    "SORRY",
    "TALK",
    "TEASER",
    "UNFOLD",
    "UNLOCKS",
    "Sign",
]
