"""What pages that are no article say, in the languages of our sources.

A sign alone proves nothing: a story may speak of captchas, subscriptions and lost pages.
"""

import re


def _any(*patterns: str, end: str = "") -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(patterns)}){end}", re.IGNORECASE)


CHALLENGE = _any(
    r"just a moment",
    r"checking (?:if the site|your browser)",
    r"attention required",
    r"verify (?:that )?you are (?:a )?human",
    r"are you (?:a )?(?:human|robot)",
    r"enable javascript and cookies",
    r"ddos[- ]guard",
    r"pardon our interruption",
    r"unusual traffic",
    r"bot (?:detection|verification)",
    r"security check",
    r"access denied",
    r"captcha",
    r"(?:人机|安全|滑动|身份|访问|图形)验证",
    r"(?:人機|安全|滑動|身份|圖形)驗證",
    r"完成验证|完成驗證|验证码|驗證碼",
    r"正在检查您的浏览器|正在檢查您的瀏覽器",
)
NOT_FOUND = _any(
    r"(?<!\d)404(?!\d)",
    r"not found|could(?:n't| not) (?:be found|find)|can(?:'t|not) (?:be found|find)",
    r"no longer (?:exists|available)",
    r"does(?:n't| not) exist",
    r"page (?:has been |was |is )?(?:removed|deleted|gone)",
    r"(?:页面|頁面|网页|網頁|文章|内容|內容).{0,8}(?:不存在|找不到|已?被?(?:删除|刪除|移除)|已下架)",
    r"找不到.{0,8}(?:页面|頁面|网页|網頁|文章)",
    r"seite (?:wurde )?nicht gefunden",
    r"page introuvable",
    r"página no encontrada",
    r"страница не найдена",
)
PAYWALL = _any(
    r"(?:subscribe|sign up|register|log ?in) (?:now )?to (?:continue|keep|read)",
    r"(?:for|to) subscribers only|subscriber[- ]only|already a subscriber",
    r"continue reading with a",
    r"付费(?:阅读|内容|文章|订阅)|付費(?:閱讀|內容|文章|訂閱)",
    r"订阅(?:后|以|即可|才能)(?:继续)?(?:阅读|浏览)|訂閱(?:後|以|即可|才能)(?:繼續)?(?:閱讀|瀏覽)",
    r"成为(?:会员|订户)|成為(?:會員|訂戶)|会员专享|會員專享",
    r"(?:本文|全文)[仅僅]?限?(?:会员|會員|订户|訂戶)",
)
# At the end of the last line of a text.
TEASER = _any(
    r"read (?:more|the full (?:story|article))|continue reading|full (?:story|article)",
    r"(?:阅读|閱讀|查看|点击|點擊|点此|點此)(?:全文|更多|原文)",
    r"(?:全文|更多|原文)(?:请见|請見|请看|請看|请点|請點|阅读|閱讀)(?:.{0,12})",
    r"(?:继续|繼續)(?:阅读|閱讀)",
    end=r"\W*$",
)
LOGIN = _any(r"log ?in", r"sign ?in", r"anmelden", r"connexion", r"登录|登錄|登入")
# Text that was decoded with the wrong encoding: UTF-8 as Latin-1 or as GBK, and lost characters.
MOJIBAKE = re.compile(
    "\ufffd|锟斤拷|烫烫烫|Ã[\x80-\xbf¤¶¼Ÿ©¨]|[äåæçèé][\x80-\xbf¸½¤¹º»¼]{2}|â€[™œ\x9d“”]"
)

# XPath: the parts that captchas and bot walls are made of.
CHALLENGE_PARTS = (
    "//*[@id='challenge-form' or @id='challenge-running' or @id='cf-wrapper' or @id='px-captcha'"
    " or contains(@class, 'g-recaptcha') or contains(@class, 'h-captcha')"
    " or contains(@class, 'cf-turnstile') or contains(@class, 'geetest')]"
    "|//script[contains(@src, '/challenge-platform/')]"
)
LOGIN_FIELD = "//input[@type='password']"
PLAYER = (
    "//video|//audio|//amp-youtube|//iframe[contains(@src, 'youtu') or contains(@src, 'youmaker')"
    " or contains(@src, 'vimeo') or contains(@src, 'player') or contains(@src, 'ganjing')]"
)
