"""The names in Chinese bylines: `（大纪元记者张婷综合报导）`, `文／王小明`. Pure text."""

import re

# Who is named as the writer. An editor in charge (责任编辑) is none.
_WRITER = (
    r"(?:[特实實][约約习習派]|本[报報刊台]|驻[^\s记記]{1,4}|駐[^\s记記]{1,4})?(?:记者|記者|特派[员員])(?![组組协協会會节節团團招])"
    r"|作者|撰文|撰稿(?:人(?=\s*[:：/／|｜]))?(?!人)|文字?(?=\s*[:：/／|｜])|^[编編][译譯]|采写|採訪撰文|专栏作家|專欄作家"
)
_EDITOR = re.compile(
    r"(?:[责責]任?[编編]辑?輯?|[编編][辑輯]|[审審校][核对對]|[来來]源|[摄攝]影|图片?|圖片?)\s*[:：/／|｜]"
    rf".*?(?=\s(?:{_WRITER})\s*[:：/／|｜]|$)"
)
# A publisher may stand before 记者; `只看该作者 | 倒序浏览` are a forum's buttons.
_BYLINE = re.compile(
    rf"(?:^|\s|[:：]|\w{{2,8}}?(?!作者|撰|文))(?:{_WRITER})\s*[:：/／|｜]?\s*(?P<names>[^\s，。；].*)$"
)
_LABEL_ALONE = re.compile(rf"(?:文字)?(?:{_WRITER}|[编編][译譯])\s*[:：/／|｜]?")
# What follows the names: how the report was made, and where.
_PLACES = (
    "台北|臺北|新北|桃園|台中|臺中|台南|臺南|高雄|基隆|新竹|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|花蓮|台東|臺東"
    "|澎湖|金門|馬祖|北京|上海|广州|廣州|深圳|香港|澳門|澳门|東京|东京|首爾|首尔|曼谷|河內|新加坡|吉隆坡|马尼拉|馬尼拉"
    "|雅加達|德里|新德里|伦敦|倫敦|巴黎|柏林|布魯塞爾|布鲁塞尔|日內瓦|日内瓦|羅馬|罗马|莫斯科|基輔|基辅|華盛頓|华盛顿"
    "|紐約|纽约|舊金山|旧金山|洛杉磯|洛杉矶|芝加哥|波士顿|波士頓|休士頓|休斯顿|多伦多|多倫多|温哥华|溫哥華|渥太华|渥太華"
    "|悉尼|雪梨|墨尔本|墨爾本|耶路撒冷"
)
_MADE = (
    rf"(?:(?:{_PLACES})?(?:\d{{1,2}}月)?\d{{1,2}}日?(?:专|專|综合|綜合|外)?[电電]"
    rf"|(?:{_PLACES})?(?:现场|現場|连线|連線)?(?:综合|綜合|采访|採訪|编译|編譯|整理|特别|特別|即[时時])*"
    r"(?:报导|報導|报道|報道|编译|編譯|撰稿|专访|專訪|特稿))"
)
_END = re.compile(
    rf"\s*(?:[/／]\s*)?{_MADE}.*$|\s*[)）〕】\]].*$|\s*[/／|｜]\s*(?:{_PLACES}|[综綜]合).*$"
)
_BETWEEN = re.compile(r"\s*[、，,;；/／&]\s*|\s*(?<=\w\w)[和与與及](?=\w\w)|\s+")
_BETWEEN_FOREIGN = re.compile(r"\s*[、，,;；/／&]\s*")
# Two to four Han characters, a foreign name in Han with its dots, or one in Latin letters.
_NAME = re.compile(
    r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,6}(?:[·‧•・][\u3400-\u9fff]{1,8}){1,3}"
    r"|[A-Za-z\u00c0-\u024f][\w .'’-]{1,40}"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
# Desks and makings that stand where names do.
_NO_NAME = re.compile(
    r".*(?:中心|编辑部|編輯部|新闻部|新聞部|[评評][论論]|[综綜]合|本[报報]|记者|記者|[编編][辑輯]|网|網|台|社|报|報)"
)
_MADE_ALONE = re.compile(rf"\w{{0,8}}\s*[/／]?\s*{_MADE}")
_BRACKETS = " 　()（）〔〕【】[]"


def names_in_chinese(text: str) -> list[str] | None:
    """The names of a Chinese byline; None where `text` is not in the form of one.

    [] for one that names nobody: `國際中心／綜合報導`, `責任編輯：王小明`.
    """
    if not _HAN.search(text):
        return None
    rest = _EDITOR.sub("", text.strip(_BRACKETS)).strip(_BRACKETS)
    if not rest or _LABEL_ALONE.fullmatch(rest):
        return []
    found = _BYLINE.search(rest)
    if found is None:
        return [] if _MADE_ALONE.fullmatch(rest) else None
    said = _END.sub("", found["names"]).strip()
    names = (_BETWEEN if _HAN.search(said) else _BETWEEN_FOREIGN).split(said)
    return [name for name in names if _NAME.fullmatch(name) and not _NO_NAME.fullmatch(name)]
