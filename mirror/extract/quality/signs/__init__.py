"""What pages that are no article say, in the languages of our sources.

A sign alone proves nothing: a story may speak of captchas, subscriptions and lost pages.
"""

from mirror.extract.quality.signs.closed import COSTS, LOGIN, LOGIN_WALL, OFFER, PAYWALL
from mirror.extract.quality.signs.lists import LISTING, MEDIA, NOT_IN_LANGUAGE, RELATED
from mirror.extract.quality.signs.lost import NOT_FOUND
from mirror.extract.quality.signs.teasers import TEASER
from mirror.extract.quality.signs.walls import CHALLENGE, CONSENT

__all__ = [
    "CHALLENGE",
    "CONSENT",
    "COSTS",
    "LISTING",
    "LOGIN",
    "LOGIN_WALL",
    "MEDIA",
    "NOT_FOUND",
    "NOT_IN_LANGUAGE",
    "OFFER",
    "PAYWALL",
    "RELATED",
    "TEASER",
]
