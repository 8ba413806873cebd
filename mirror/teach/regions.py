"""Where a site's readers live, by its language and its host -> a time zone. Pure."""

import re
from urllib.parse import urlsplit

# Countries of one time zone, by ISO 3166 code, which is also their top-level domain: the names are
# those of the IANA time zone database (zone1970.tab).
ZONES = {
    "cn": "Asia/Shanghai", "hk": "Asia/Hong_Kong", "mo": "Asia/Macau", "tw": "Asia/Taipei",
    "sg": "Asia/Singapore", "jp": "Asia/Tokyo", "kr": "Asia/Seoul", "vn": "Asia/Ho_Chi_Minh",
    "th": "Asia/Bangkok", "in": "Asia/Kolkata", "my": "Asia/Kuala_Lumpur", "ph": "Asia/Manila",
    "gb": "Europe/London", "uk": "Europe/London", "ie": "Europe/Dublin", "fr": "Europe/Paris",
    "de": "Europe/Berlin", "at": "Europe/Vienna", "ch": "Europe/Zurich", "it": "Europe/Rome",
    "nl": "Europe/Amsterdam", "be": "Europe/Brussels", "dk": "Europe/Copenhagen",
    "se": "Europe/Stockholm", "no": "Europe/Oslo", "fi": "Europe/Helsinki", "pl": "Europe/Warsaw",
    "cz": "Europe/Prague", "hu": "Europe/Budapest", "ro": "Europe/Bucharest",
    "gr": "Europe/Athens", "tr": "Europe/Istanbul", "il": "Asia/Jerusalem",
}  # fmt: skip


def zone_of(url: str, language: str) -> tuple[str, str]:
    """The time zone and what says so, `.tw` or `lang="zh-TW"`; ("", "") when nothing does."""
    country = (urlsplit(url).hostname or "").rpartition(".")[2].lower()
    if country in ZONES:
        return ZONES[country], f".{country}"
    region = re.search(r"-([A-Za-z]{2})$", language)
    if region and region[1].lower() in ZONES:
        return ZONES[region[1].lower()], f"the page's language {language}"
    return "", ""
