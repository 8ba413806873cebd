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
)
# What only screen readers get.
HIDDEN = _any(r"(?:visually|screen)[-_]?(?:reader|hidden)|sr-only|a11y|assistive|offscreen")
# The standfirst: the paragraph that sums an article up between its title and its text.
SUMMARY = _any(
    r"sub-?title|sub-?head|sub-?line|stand-?first|summary|abstract|excerpt|teaser-?text",
    r"\blead\b|-lead|lead-|\bdec?k\b|article-?intro|intro\b",
    r"chapeau|chapo|sommario|entradilla|bajada|ingress|vorspann",
)
# A label before a link: "Read also: …", "Mehr zum Thema: …".
LABEL = re.compile(r"[^:：?]{2,22}[:：]")
# Whose a page is: what stands at its foot. Spaces may be left out.
RIGHTS = _any(
    r"©\s?(?:19|20)\d\d|all\s?rights\s?reserved|alle\s?rechte\s?vorbehalten|版[权權]所有",
    r"tous\s?droits\s?réservés|todos\s?los\s?derechos|tutti\s?i\s?diritti",
)
# The last lines of an article, when they are not of it.
TAIL = _any(
    # who helped
    r"contribut(?:ed|ing|ion)\b|\b(?:reporting|reportage|writing|editing) by\b",
    # where to follow or reach the author
    r"follow .{0,60}(?:twitter|facebook|instagram|youtube|telegram|whatsapp|linkedin|@|http)",
    r"^\W*(?:follow|like) us\b|join us on|\bon twitter (?:at|@)|twitter:? @",
    r"\be-?mail\b.{0,60}@|^\W*reach .{0,60}(?:at|@)",
    # what else to read or do
    r"^\W*(?:also read|read also|more on|(?:read|see)(?: more| next| also)?) ?[:|»]",
    r"^\W*(?:filed under|click here|listen to|watch:|related\b)",
    r"share (?:it|this)\b|like this (?:story|article)|subscribe|sign up|newsletter|abonn|suscr",
    r"^\W*(?:comments?|kommentare?)\W*$|what do you think|tell us what|fehler gefunden",
    # where and when it first appeared
    r"^\W*(?:last )?updated?\b.{0,40}\d|(?:originally|first) (?:published|appeared)",
    r"zuerst .{0,40}erschienen|erstver.ffentlichung",
    r"(?:quelle|source|fuente|fonte|kilde|källa|źródło)\s*:",
    r"©|copyright|all rights reserved|alle rechte|tous droits|todos los derechos|tutti i diritti",
)

# The same for Chinese, in both scripts; `CHINESE_TAIL` in a line with a link anywhere.
CHINESE_LABEL = _any(
    r"[\W_]*[你您]?(?:可能|或[许許])[也还還]?(?:[会會]?想看|[会會]?喜[欢歡]|感[兴興]趣)[\W_]*",
    r"[\W_]*(?:看?更多|相关|相關|推荐|推薦|延伸|热门|熱門|精选|精選|最新|关联|關聯|同类|同類|编辑|編輯)"
    r"(?:更多|相关|相關|推荐|推薦|精选|精選)?"
    r"(?:新闻|新聞|文章|阅读|閱讀|报导|報導|报道|報道|视频|視頻|影片|专题|專題|内容|內容|链接|連結"
    r"|鏈接|作品|推荐|推薦|精选|精選)?[\W_]*",
    r"[\W_]*(?:大家都在看|猜你喜欢|猜你喜歡|头条新闻|頭條新聞|今日要[闻聞]|热读|熱讀|[上下]一[篇则則条條])[\W_]*",
)
CHINESE_TAIL = _any(
    # where to follow, subscribe, give, load
    r"^\W*(?:[欢歡]迎|立即|免[费費])?[订訂][阅閱]|[订訂][阅閱].{0,12}(?:[电電]子[报報]|[频頻]道|快[讯訊])",
    r"(?:[关關]注|搜索|[扫掃]).{0,15}公[众眾][号號]|[扫掃](?:一[扫掃]|[码碼]|描.{0,4}二[维維][码碼])",
    r"(?:下[载載]|打[开開]).{0,12}(?:app|客[户戶]端)|用app|加入.{0,12}好友",
    r"^\W*(?:支持|[赞贊]助|捐款)(?:我[们們]|本[站报報])|^\W*更多精彩",
    # what a reader may do with it
    r"^\W*(?:分享[到至给給]|[转轉][发發]到)|推[荐薦][给給]朋友|返回[顶頂]部|[关關][闭閉]窗口",
    # whose it is
    r"版[权權](?:[声聲]明|[归歸]|所有)|未[经經].{0,10}(?:授[权權]|[许許]可).{0,10}(?:[转轉][载載]|使用|[复複]制)",
    r"^\W*(?:特[别別]|免[责責])[声聲]明|不代表本(?:站|平[台臺]|[网網]|刊|[报報])|\bCC BY",
)
# Lines that are no text wherever they stand.
CHINESE_NOISE = _any(
    r"[\W_]*(?:[请請][继繼][续續]往下[阅閱][读讀]|[广廣]告)[\W_]*",
    r"下[载載]附件.{0,30}|(?:[点點][击擊])?(?:展[开開]|[阅閱][读讀]|查看)(?:剩[余餘])?全文\W*",
)
CHINESE_EDITOR = re.compile(r"[\W_]*(?:[责責]任)?[编編][辑輯][\W_].{1,12}")
CHINESE_DATELINE = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}")
CHINESE_COMMENTS = _any(
    r"\W*(?:\d+[条條则則])?(?:热门|熱門|最新|全部|网友|網友|读者|讀者|发表|發表|我要)?"
    r"(?:评论|評論|留言|跟[帖贴貼])\W*\d*\W*"
)
