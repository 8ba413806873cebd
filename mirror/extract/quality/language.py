"""Is the text in the language that its site writes?"""

# ruff: noqa: E501  a row of a table is a line

import re

from mirror.extract.page import is_cjk, weight
from mirror.extract.quality import signs
from mirror.extract.quality.found import Found, Verdict
from mirror.extract.quality.measures import PROSE, SHORT

SAMPLE = 4000  # characters that are looked at
FOREIGN = 0.05  # of CJK characters in a text of a source whose title is in them
LEAST = 200  # weight of a text whose language can be told
AROUND = 80  # weight of a site's own words, from which its language can be told
_KANA = re.compile("[\u3040-\u30ff]")
SPARSE = 0.02  # of kana: lists of Japanese names have few, Chinese has none
# Shares of the letters. Japanese has over .4 kana, Korean over .9 Hangul.
SCRIPTS = {
    "ja": (_KANA, 0.2),
    "ko": (re.compile("[\uac00-\ud7a3]"), 0.3),
    "zh": (re.compile("[\u3400-\u9fff]"), 0.4),
    "Cyrl": (re.compile("[\u0400-\u04ff]"), 0.6),
    "Arab": (re.compile("[\u0600-\u06ff]"), 0.6),
}
# Languages that share a script are one here: which of them it is can't be told so cheaply.
SHARED = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk", "kk", "mn"), "Cyrl"),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "ug"), "Arab"),
}
# The commonest words of languages that are written in Latin letters, those left out that several
# of them share: of running text every fourth to eighth word is among them.
COMMON = {
    "en": "the of and to is that was for with as his at by from have this are it you be were which their has our more we",
    "de": "der die und das ist von zu mit sich auf für nicht ein eine dem den im auch als wie wird sie über",
    "fr": "le les des et du qui dans pour pas sur au avec il ce une sont plus par cette leur aux été nous vous",
    "es": "el los las y en por con para del se su al más como pero fue este ha sus lo una muy",
    "pt": "os em um uma não do da dos no na ao pelo mais foi são também seu sua às",
    "it": "il di che è per non della sono gli nel alla più dei anche delle questo ha dal una",
    "nl": "het een van dat te op voor met niet zijn ook maar aan er hij wordt naar bij",
    "vi": "và của là có được cho không các người trong đã một với này những khi để về",
    "id": "di ke yang dan untuk dengan ini itu dari tidak akan pada dalam adalah oleh juga",
    "tr": "ve bir bu için olarak çok daha gibi kadar sonra olan ile değil",
    "pl": "się nie że jest przez oraz jak dla od który są tym jego była",
    "sv": "och att det som är på av för inte med har till den ett var om",
}  # fmt: skip
# Words of menus, buttons and footers, which are none in the languages that are alike.
MENUS = {
    "en": "about contact us subscribe sign search privacy policy terms latest read news world business sports weather advertise follow comments share most rights reserved local politics travel opinion",
    "de": "startseite über uns kontakt impressum datenschutz anmelden abo suche nachrichten wirtschaft politik wetter kultur meistgelesen kommentare teilen aktuelles ratgeber",
    "fr": "accueil connexion abonnez rechercher mentions légales confidentialité météo économie politique société monde lus partager actualités commentaires culture suivez propos",
    "es": "inicio suscríbete contacto buscar aviso iniciar sesión privacidad economía política deportes cultura sucesos opinión leídas compartir mundo noticias nosotros",
    "pt": "início assine contato contacto buscar pesquisar entrar privacidade economia política esportes desporto cultura lidas partilhar compartilhar notícias mundo sobre termos",
    "it": "abbonati contatti cerca accedi chi siamo cronaca economia politica esteri cultura letti condividi notizie sport meteo privacy redazione",
    "nl": "nieuws abonneren inloggen zoeken contact binnenland buitenland economie weer gelezen delen privacybeleid voorwaarden over regio meest adverteren",
    "vi": "trang chủ liên hệ đăng nhập tìm kiếm thời sự thế giới kinh tế văn hóa thể thao đọc nhiều chia sẻ bình luận",
    "id": "beranda berita masuk cari langganan tentang kami hubungi kebijakan privasi terpopuler bagikan olahraga ekonomi politik terbaru redaksi",
    "tr": "anasayfa haberler gündem ekonomi spor dünya iletişim abone giriş ara gizlilik hakkımızda künye paylaş okunanlar yazarlar",
    "pl": "strona główna wiadomości kontakt zaloguj szukaj prenumerata polityka gospodarka kultura świat najczęściej czytane udostępnij regulamin prywatności",
    "sv": "startsida nyheter prenumerera logga sök kontakta ekonomi kultur världen mest läst dela integritetspolicy oss väder",
}  # fmt: skip
_SETS = {name: frozenset(words.split()) for name, words in COMMON.items()}
_MENUS = {name: frozenset(words.split()) for name, words in MENUS.items()}
_WORD = re.compile(r"[^\W\d_]+")
CLEAR = 0.08  # of the words are the language's own common ones
FEWEST = 0.01  # of a site's own words, which are names and titles
BILINGUAL = 0.15  # of the letters of a text
LABELS = 4  # different words of menus
SWITCH = 0.05  # of a site's own words are the names of its other languages at most
TWICE = 2  # times as many as of any other language


def wrong_language(found: Found) -> Verdict | None:
    """Another language than the source's or the site's, or a notice that it is not translated."""
    if said := _untranslated(found):
        return "wrong-language", f"not in this language: {said!r}"
    if found.size <= LEAST:
        return None
    known = is_cjk(found.source.title)
    if known and not is_cjk(found.title) and _share(found.text) < FOREIGN:
        return "wrong-language", "the source is Chinese, the text is not"
    declared = _declared(found)
    if known and declared == "zh" and _KANA.search(found.text) and spoken(found.text) == "ja":
        return "wrong-language", "the page is Chinese, the text is Japanese"
    if not found.source.title and (other := _other(found, declared)):
        return "wrong-language", f"the site is in {declared!r}, the text in {other!r}"
    return None


def spoken(text: str) -> str:
    """The language of `text`, or the script of one that shares it; "" where it isn't clear."""
    text = text[:SAMPLE]
    letters = sum(map(str.isalpha, text)) or 1
    for name, (script, least) in SCRIPTS.items():
        if len(script.findall(text)) > least * letters:
            sparse = name == "zh" and len(_KANA.findall(text)) > SPARSE * letters
            return "" if sparse else name
    (name, most), (_, second) = _common_words(text)[:2]
    return name if most > CLEAR and most > TWICE * second else ""


def _common_words(text: str) -> list[tuple[str, float]]:
    """The Latin-written languages, and how many of the words are common ones of each."""
    words = [word.lower() for word in _WORD.findall(text[:SAMPLE])] or [""]
    shares = (
        (name, sum(map(common.__contains__, words)) / len(words)) for name, common in _SETS.items()
    )
    return sorted(shares, key=lambda share: -share[1])


def _declared(found: Found) -> str:
    code = (found.page.root.get("lang") or "").lower().replace("_", "-").partition("-")[0]
    return SHARED.get(code, code)


def _other(found: Found, declared: str) -> str:
    """The text's language, where the page declares another, in which its site's words are."""
    text = spoken(found.text)
    mixed = {declared, text} == {"ja", "zh"}  # Japanese is written in Chinese characters, too
    if text in ("", declared) or (_is_bilingual(found.text, declared) and not mixed):
        return ""
    menus = (row for row in found.view.lines if weight(row) < PROSE)
    around = "\n".join((*found.view.outside, *menus))
    declared = declared or _script_of(around, text)
    if weight(around) < AROUND or declared in ("", text):
        return ""
    shares = dict(_common_words(around))
    alike = shares.get(declared, 0) > TWICE * max(shares.get(text, 0), FEWEST)
    among = not mixed and text in SCRIPTS and _has_script(around, text)
    latin = declared in COMMON and text in SCRIPTS
    labelled = _has_labels(around, declared, text)
    known = latin or labelled or spoken(around) == declared or (declared in COMMON and alike)
    return text if known and not among else ""


def _is_bilingual(text: str, declared: str) -> bool:
    """Is a good part of the text in the script of the page, too?"""
    script = SCRIPTS.get(declared)
    letters = sum(map(str.isalpha, text[:SAMPLE])) or 1
    return script is not None and len(script[0].findall(text[:SAMPLE])) > BILINGUAL * letters


def _has_labels(around: str, site: str, text: str) -> bool:
    """Are the site's menus in its own language, and not in the text's?"""
    words = {word.lower() for word in _WORD.findall(around[:SAMPLE])}
    own, other = (len(words & _MENUS.get(name, frozenset())) for name in (site, text))
    return own >= LABELS and own > TWICE * other


def _script_of(around: str, text: str) -> str:
    """The language of a page that declares none: clear only beside a text in another script."""
    site = spoken(around)
    return site if {site, text} & {*SCRIPTS} else ""


def _has_script(text: str, name: str) -> bool:
    """Is it written in that script, too? The link to another edition, in its own, is not enough."""
    script, _ = SCRIPTS[name]
    return len(script.findall(text)) > SWITCH * sum(map(str.isalpha, text))


def _untranslated(found: Found) -> str:
    """The words of a notice that the text is not there in this language; "" for none."""
    titled = signs.NOT_IN_LANGUAGE.search(found.title)
    if not titled and found.strategy == "rules" and found.own_size >= SHORT:
        return ""
    if found.is_plain and not signs.NOT_IN_LANGUAGE.search(found.sayings):
        return ""  # most pages: they need no view
    said = signs.NOT_IN_LANGUAGE.search(
        "\n".join((*found.headings, *found.view.lines[:5], *found.own[:3]))
    )
    return said[0] if said and (found.own_size < SHORT or titled) else ""


def _share(text: str) -> float:
    cjk = weight("".join(char for char in text[:SAMPLE] if is_cjk(char)))
    return cjk / max(1, weight(text[:SAMPLE]))
