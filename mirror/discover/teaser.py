"""Does a feed's entry carry the article, or only the beginning of it? Pure."""

import re

from mirror.article import Entry
from mirror.normalise.text import has_media, visible_text

WHOLE = 600  # characters of a summary that is the article
ENOUGH = 20_000  # characters of markup, from the end, that tell
SHORT = 400  # characters; a longer text that ends in dots is an article that ends in dots
_CUT = re.compile(
    r"(\.\.\.|…|\[…\]|\[\.\.\.\]|&hellip;|(read|continue|more)\b.{0,24}|(阅读|閱讀|查看|继续|繼續|点击|點擊)?(全文|更多|原文|阅读|閱讀)\W*)$",
    re.IGNORECASE,
)


def is_teaser(entry: Entry) -> bool:
    """True when the page has to be fetched.

    An element meant for the whole text is believed, unless it is short and ends as one that was
    cut; a summary only when it is long and does not. A media entry has no more than it says.
    """
    text = visible_text(entry.content[-ENOUGH:])
    if entry.carries == "full":
        return 0 < len(text) < SHORT and bool(_CUT.search(text)) and not has_media(entry.content)
    return entry.carries == "nothing" or len(text) < WHOLE or bool(_CUT.search(text))
