"""Names and phrases by which what surrounds an article is told from it, in many languages.

Names are of classes and ids, in lower case; phrases are looked for in text with single spaces.
"""

import re

MIN_SUMMARY = 40  # characters of a standfirst at least: a shorter text is a kicker or a date


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


# Boxes that stand among paragraphs.
FURNITURE = _any(
    r"newsletter|sign-?up|subscri|promo|\bcta\b|-cta|banner|sponsor|advert|-ads?\b|\bads?-",
    r"related|recommend|popular|most-?read|more-|read-?more|read-?next|teaser|\bcard",
    r"comment|social|share|follow|feedback|outbrain|taboola|widget",
    r"author|byline|credit|contribut|copyright|disclaim|tags?\b",
    r"footer|sidebar|breadcrumb|\bnav\b|menu",
)
# What only screen readers get.
HIDDEN = _any(r"(?:visually|screen)[-_]?(?:reader|hidden)|sr-only|a11y|assistive|offscreen")
# The standfirst: the paragraph that sums an article up between its title and its text.
SUMMARY = _any(
    r"sub-?title|sub-?head|sub-?line|stand-?first|summary|abstract|excerpt|teaser-?text",
    r"\blead\b|-lead|lead-|elementlead|\bdec?k\b|article-?intro|intro\b",
    r"chapeau|chapo|sommario|entradilla|bajada|ingress|vorspann",
)
# A label before a link: "Read also: …", "Mehr zum Thema: …".
LABEL = re.compile(r"[^:：?]{2,22}[:：]")
# The last lines of an article, when they are not of it.
TAIL = _any(
    # who helped
    r"contribut(?:ed|ing|ion)\b|\b(?:reporting|reportage|writing|editing) by\b",
    r"additional reporting|^\W*with files from",
    # where to follow or reach the author
    r"follow .{0,60}(?:twitter|facebook|instagram|youtube|telegram|whatsapp|linkedin|@|http)",
    r"^\W*(?:follow|like) us\b|join us on|\bon twitter (?:at|@)|twitter:? @",
    r"\be-?mail\b.{0,60}@|^\W*reach .{0,60}(?:at|@)",
    # what else to read or do
    r"^\W*(?:also read|read also|more on|(?:read|see)(?: more| next| also)?) ?[:|»]",
    r"^\W*(?:filed under|click here|listen to|watch:|related\b)",
    r"share (?:it|this)\b|like this (?:story|article)|subscribe|sign up|newsletter|abonn|suscr",
    r"^\W*(?:comments?|kommentare?)\W*$|what do you think|tell us what|fehler gefunden",
    r"letters? to the editor|^\W*note: we",
    # where and when it first appeared
    r"^\W*(?:last )?updated?\b.{0,40}\d|(?:originally|first) (?:published|appeared)",
    r"zuerst .{0,40}erschienen|erstver.ffentlichung",
    r"(?:quelle|source|fuente|fonte|kilde|källa|źródło)\s*:",
    r"©|copyright|all rights reserved|alle rechte|tous droits|todos los derechos|tutti i diritti",
)
