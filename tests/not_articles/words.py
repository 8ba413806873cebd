"""What the invented sites say around their pages: `words.toml`, a table a language."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Words:
    """The furniture of a site, and a story that it might carry."""

    site: str
    code: str  # of `lang`
    nav: list[str]
    login: str
    subscribe: str
    cookies: str
    footer: str
    more: str  # heading of the related box
    teasers: list[tuple[str, str]]  # title, excerpt
    story: list[str]  # paragraphs
    title: str  # of the story


LANGUAGES = {
    name: Words(**table)
    for name, table in tomllib.loads(
        Path(__file__).with_name("words.toml").read_text("utf-8")
    ).items()
}
HANS, HANT, EN = LANGUAGES["hans"], LANGUAGES["hant"], LANGUAGES["en"]
DE, FR, JA, RU = (LANGUAGES[name] for name in ("de", "fr", "ja", "ru"))
