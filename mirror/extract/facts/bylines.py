"""The names in a byline: `By Ann Lee, Editor, and Bo Li` -> Ann Lee, Bo Li. Pure text."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from mirror.extract.facts.chinese_bylines import names_in_chinese
from mirror.extract.naming import folded

MAX_NAME = 60  # characters
MAX_BYLINE = 300

# What stands before the names, in the languages of the press.
_BY = (
    r"(?:(?:written|reported|posted|published|words|text|story|review|analysis|opinion|interview)"
    r"\s+)?by|(?:eine?n?\s+)?(?:gast)?(?:kommentar|beitrag|analyse|essay|interview|reportage|text"
    r"|bericht|kolumne)\s+von|propos recueillis par|écrit par|publié par|oleh|przez|napisał[ae]?"
    r"|tekst|texte?|testo|текст|автор[ыи]?|autorin[/ ]autor"
    r"|autor(?:[*:/]innen|[*:/]in|en|in|innen|es|a|e|i)?"
    r"|auteurs?|authors?"
    r"|writers?|reporters?|yazar|haber|tác giả"
)
_LABEL = re.compile(rf"^\W*(?:{_BY})(?:\s*[:：/／|]\s*|\s+(?=\S))", re.IGNORECASE)
# Words that begin names as well: small before a capital, or capital before two words or an agency.
_PARTICLE = re.compile(
    r"^\W*(?:(?:von|di|da|por|par|door|av|af)(?:\s*:\s*|\s+(?=[^\W\d_a-zäöüéèà]))"
    r"|(?:Von|Di|Da|Por|Par|Door|Av|Af|VON|DI|POR|PAR)(?:\s*:\s*|\s+(?!de[rnm]?\b|la\b)"
    r"(?=[^\W\d_]\S*\s+\S|[A-Z]{2,}\b)))"
)
_BETWEEN = re.compile(
    r"\s*[,;、，；|｜&＆\n]\s*|\s+[/／·•]\s+|\s+(?:and|und|et|sowie|och|ir|és|и|та|και|ja|dan|và)\s+"
    r"|(?<=[\u3040-\u9fff])\s*[/／]\s*(?=[\u3040-\u9fff])",
    re.IGNORECASE,
)
# Between two whole names only: within one they are part of it (Ortega y Gasset, Costa e Silva).
_JOINED = re.compile(r"(\S+\s\S.*?)\s+(?:y|e|i|og|en|ve|a)\s+(?=\S+\s\S)")
_ADDRESS = re.compile(r"https?:|//|www\.", re.IGNORECASE)
_MAIL = re.compile(r"\S+@[\w-]+\.[\w.]+")
_TAILS = (
    re.compile(r"\s*[(（\[][^()（）\[\]]{1,25}[)）\]]\s*$"),  # (obe), (dpa), (Text)
    re.compile(r"(?<=[\u3040-\u9fff]{2})\s*(?:記者|记者)$"),  # as Japanese writes it
    re.compile(r"\s*@\w[\w.]*$"),  # a handle
    re.compile(r"\s+for\s+(?:the\s+)?[\w.-]+\.(?:com|co\.uk|net|org)$", re.IGNORECASE),
    re.compile(r"\s+[–—-]\s+\S.*$"),  # – Journalist
    re.compile(r"\s+(?:in|aus)\s+[A-ZÄÖÜ][\w-]+$"),  # von Max Muster in Berlin
)
_ROLE = re.compile(
    r"\b(?:editors?|editor-in-chief|reporters?|correspondents?|writers?|staff|columnist|contributors?|producers?"
    r"|redakteur(?:in)?|redaktor(?:in)?|korrespondent(?:in)?|journalist(?:in)?|reporterin|volontär(?:in)?"
    r"|chefredakteur(?:in)?|autor(?:in)?|redacteur|rédacteur|rédactrice|journaliste|correspondante?|envoyée?"
    r"|corresponsal|redactora?|periodista|giornalista|redazione|professor|profesor(?:ius)?|docent|phd"
    r"|journalisten|dziennikarz|muhabiri?|universit\w*|institut\w*|fakult\w*|faculty|college)\b",
    re.IGNORECASE,
)
# What stands in byline boxes and names nobody: buttons, labels, accounts, publishing systems.
_NOBODY = frozenset({
    "twitter", "facebook", "instagram", "linkedin", "email", "e-mail", "whatsapp", "telegram",
    "follow", "share", "folgen", "teilen", "seguir", "suivre", "mehr", "more", "next", "previous",
    "print", "by", "von", "par", "por", "di", "author", "autor", "guest", "admin", "administrator",
    "anonymous", "discuz! team", "comsenz ui team", "フォロー", "シェア",
})  # fmt: skip
_PARTICLES = frozenset(
    "de da do dos das di del della du des la le van von der den ten zu y e al el bin".split()
)
_CASELESS = re.compile(r"[\u0590-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HAN_NAME = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,4}")
_SENTENCE = re.compile(r"[。！？!?…]|\.\s")
_NO_NAME = re.compile(r"@|\d{4}|[:：]|^[\W\d]*$|\.(?:com|html?)\b/")


def names_in(byline: str, is_site: Callable[[str], bool] = lambda _: False) -> list[str]:
    """The names of a byline, in order; [] where it holds none.

    Labels, roles, codes in brackets, handles and mail addresses are left out, and so is the site
    where it stands beside a name.
    """
    text = " ".join(byline.split())
    if _ADDRESS.search(text) or len(text) > MAX_BYLINE:
        return []
    if (chinese := names_in_chinese(text)) is not None:
        return chinese
    parts = [_cleaned(part) for part in _parts(_unlabelled(text))]
    names = [name for name in parts if _is_name(name)]
    if len(names) > 1:
        names = [name for name in names if not _ROLE.search(name)] or names[:1]
    if names and is_site(parts[0]):  # the publisher and its address
        return names[:1]
    return names[:1] + [name for name in names[1:] if not is_site(name)]


def is_byline(text: str) -> bool:
    """Is `text` in the form of a byline: a label and names, and nothing else?"""
    if len(text) > MAX_BYLINE or _SENTENCE.search(text):
        return False
    if (chinese := names_in_chinese(text)) is not None:
        return bool(chinese)
    return has_label(text) and all(map(is_like_a_name, names_in(text)))


def has_label(text: str) -> bool:
    """Does `text` begin as bylines do: `By …`, `Von …`, `作者：…`?"""
    return _unlabelled(text) != text or bool(names_in_chinese(text))


def is_like_a_name(name: str) -> bool:
    """Is `name` written as a person's or an agency's: several words, capitals but for particles?"""
    words = [word for word in name.split() if word not in _PARTICLES]
    if _CASELESS.search(name):
        return len(words) > 1 or _HAN_NAME.fullmatch(name) is not None
    return all(word[0].isupper() for word in words) and (len(words) > 1 or name.isupper())


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, whatever its case and the order of its words; the first spelling stays."""
    seen: dict[tuple[str, ...], str] = {}
    for name in names:
        seen.setdefault(tuple(sorted(map(folded, name.split()))), name)
    return tuple(seen.values())


def _unlabelled(text: str) -> str:
    return _PARTICLE.sub("", _LABEL.sub("", text))


def _parts(text: str) -> Iterator[str]:
    for part in _BETWEEN.split(text):
        yield from _JOINED.sub("\\1\n", part).split("\n")


def _cleaned(part: str) -> str:
    part = _unlabelled(_MAIL.sub("", unicodedata.normalize("NFC", part)).strip())
    for tail in _TAILS:
        part = tail.sub("", part) or part
    return part.strip(" .:：（）()[]〔〕【】*-–—…\"'“”")


def _is_name(name: str) -> bool:
    return (
        1 < len(name) <= MAX_NAME
        and len(name.split()) <= 8
        and not _NO_NAME.search(name)
        and name.lower() not in _NOBODY
    )
