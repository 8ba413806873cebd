"""What pages that are no article say, in the languages of our sources.

A sign alone proves nothing: a story may speak of captchas, subscriptions and lost pages.
"""

# ruff: noqa: E501  a row of a table is a line

import re


def _any(*patterns: str, end: str = "") -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(patterns)}){end}", re.IGNORECASE | re.MULTILINE)


# A wall between the reader and the page: bots, blocks, regions, ages, consent.
CHALLENGE = _any(
    r"just a moment|nur einen moment|un instant|请稍候|請稍候",
    r"checking (?:if the site|your browser)|verifying (?:your|you are)",
    r"attention required|pardon our interruption|unusual traffic|security check(?:point)?\b",
    r"(?:verify|confirm) (?:that )?you(?: are|'re|’re) (?:a )?(?:human|not a)",
    r"are you (?:a )?(?:human|robot|over 1[68])|not a (?:ro)?bot\b|you were a bot",
    r"(?:enable|requires?|disabled) (?:javascript|js|cookies)\b",
    r"(?:javascript|cookies) (?:is |are )?(?:required|disabled|and cookies)",
    r"ddos[- ](?:guard|protection)|bot (?:detection|verification)|captcha",
    r"access (?:to this page has been |is |was )?(?:denied|blocked|restricted)|40[13] (?:forbidden|error|unauthorized)|^\W*403\W*$",
    r"^forbidden$|(?:you have been|request(?: was)?) (?:blocked|rejected|unsuccessful)",
    r"url was rejected|access to this (?:site|service|page) has been (?:limited|denied)|site verification",
    r"too many requests|being rate limited|slow down|made too many",
    r"(?:not |un)available (?:in|from) your (?:region|country|location)|due to legal reasons|^\W*451\b|access cannot be granted",
    r"1[68] (?:years )?(?:or|and) (?:older|over)|confirm your age|age verification",
    r"(?:disable|using an) ad ?blocker|before you continue|zustimmung erforderlich",
    r"(?:accept|store and access).{0,60}cookies|cookies? (?:consent|preferences)|werbung (?:und tracking|weiterlesen)",
    r"kein roboter|bestätigen sie, dass sie|zugriff (?:verweigert|gesperrt)|einwilligung",
    r"n'êtes pas un robot|vérification de sécurité|accès (?:refusé|interdit)",
    r"вы не робот|доступ .{0,30}(?:ограничен|запрещ[её]н|заблокирован)",
    r"ロボットではない|アクセスの確認|アクセスが(?:拒否|制限)",
    r"(?:人机|安全|滑动|身份|图形|行为|年龄)验证|(?:人機|安全|滑動|身份|圖形|行為|年齡)驗證",
    r"(?:完成|进行|输入|開始|开始|去)(?:下方)?(?:验证|校验)|(?:完成|進行|輸入)(?:下方)?驗證|验证码|驗證碼|滑块|滑塊",
    r"(?:正在)?(?:检查|檢查|验证|驗證)您(?:的|是否)|(?:开启|启用|開啟|啟用) ?javascript",
    r"环境异常|環境異常|网络环境存在异常|访问(?:过于频繁|受限|被(?:拒绝|阻断|拦截))|無法訪問|无法访问此",
    r"(?:次数|次數)?(?:过于|過於)(?:频繁|頻繁)|拒绝访问|拒絕存取|存取被拒",
    r"(?:地区|地區|国家|國家)(?:无法|無法|不能|不可)(?:访问|觀看|观看|瀏覽|浏览|提供)",
    r"(?:已?[满滿](?:18|十八)|年[满滿]18|年齡限制|年龄限制)",
)  # fmt: skip
# The page that was asked for isn't there, or nothing is.
NOT_FOUND = _any(
    r"^\W*(?:404|410|50[0234]|52\d)\W*$|(?:error|http|status|code|错误|錯誤)\W{0,3}(?:404|410|50[0234]|52\d)\b",
    r"\b(?:404|410|50[0234]|52\d)\W{0,3}(?:not found|error|bad gateway|gateway|internal|service|page|[页頁]面|您)",
    r"not found|could(?:n't|n’t| not) (?:be found|find)|can(?:'t|’t|not) (?:be found|find)|no such page",
    r"no longer (?:exists?|available|here)|(?:story|article|content|page|link) (?:has )?expired",
    r"does(?:n't|n’t| not) exist|nothing (?:was )?found",
    r"(?:page|article|post|content|story) (?:has been |was |is )?(?:removed|deleted|gone|unpublished)",
    r"(?:页面|頁面|网页|網頁|文章|内容|內容|主题|主題|帖子|新闻|新聞).{0,10}(?:不存在|找不到|已?经?[被由]?.{0,5}(?:删除|刪除|移除|屏蔽)|已?下架|失效)",
    r"(?:找不到|未找到|無法找到|无法找到).{0,10}(?:页面|頁面|网页|網頁|文章|内容|內容)|(?:账号|帳號|用户).{0,10}(?:屏蔽|封禁|停用|停權)",
    r"(?:因违规|因違規|暂时|暫時)?(?:无法|無法)(?:查看|显示|顯示|打开|開啟|访问)|不存在或",
    r"(?:bad|gateway|proxy) (?:gateway|time-?out|error)|internal server error|service (?:temporarily )?unavailable",
    r"something went wrong|unexpected error|connection timed out|critical error|database (?:error|connection)",
    r"under maintenance|scheduled maintenance|(?:系[统統]|网站|網站|升级|升級|例行)(?:正在)?(?:升级|升級)?(?:维护|維護)|(?:维护|維護)中$|系[统統](?:忙碌|繁忙|错误|錯誤)|服务器(?:错误|繁忙)|出错了|出錯了",
    r"domain (?:is|may be) for sale|buy this domain|domain (?:name )?(?:has )?expired|域名(?:已?过期|出售)|網域(?:已過期|出售)",
    r"account (?:has been )?suspended|welcome to nginx|apache2? .{0,12}default page|it works!|未备案",
    r"(?:seite|artikel) (?:wurde )?nicht (?:gefunden|verfügbar)|existiert (?:leider )?nicht|nicht mehr verfügbar",
    r"page (?:introuvable|non trouvée)|n['’]existe (?:pas|plus)",
    r"página no (?:encontrada|existe)|no existe|pagina non trovata|página não encontrada",
    r"(?:страница|материал|статья) (?:не )?(?:найден|удал)\w*|не существует",
    r"(?:ページ|記事).{0,6}(?:見つかりません|存在しません|削除)|掲載期間が終了",
)  # fmt: skip
# Only who pays may read on: said of this very text.
PAYWALL = _any(
    r"subscribe (?:now )?(?:to|and) (?:continue|keep|read)(?: (?:on|reading|this|the))?|subscribe or (?:sign|log) in",
    r"(?:article|story|content) is (?:only )?(?:available )?(?:for|to|exclusive to) (?:our )?(?:subscribers|members)",
    r"limit of free|free articles? (?:left|remaining|this month)|continue reading with|keep reading with",
    r"unlock this (?:article|story)|to (?:read|see|unlock) the (?:full|rest|whole)|(?:rest|remainder) of this (?:article|story)",
    r"付费(?:后)?(?:阅读|查看|继续)|付費(?:後)?(?:閱讀|查看|繼續)|需付[费費]|购买本文|購買本文|付[费費](?:内容|內容|文章)",
    r"订阅(?:后|以|即可|才能|会员)(?:即可)?(?:继续)?(?:阅读|浏览|查看|全文)|訂閱(?:後|以|即可|才能|會員)(?:即可)?(?:繼續)?(?:閱讀|瀏覽|查看|全文)",
    r"(?:成为|开通|加入|升级|成為|開通|升級)(?:会员|會員|订户|訂戶|VIP)(?:后|後|即可|才能|看|阅读|閱讀|解锁|解鎖)",
    r"(?:此|本文|全文|本篇|该文|該文)[为為是]?[仅僅]?[限供]?.{0,4}(?:会员|會員|订户|訂戶|订阅|訂閱|VIP).{0,4}(?:专|專|可|阅|閱|獨|独|会|會|内容|內容)",
    r"剩余.{0,6}[%％]|剩餘.{0,6}[%％]|(?:剩余|剩餘|余下|餘下)(?:的)?(?:内容|內容|全文|文章)",
    r"nur für (?:abonnent|registrierte|mitglieder)\w*|(?:abo|abonnement) abschließen und|weiterlesen mit|jetzt weiterlesen",
    r"réservé (?:aux|à nos) abonnés|abonnez-vous pour (?:lire|continuer|accéder)|il vous reste .{0,20} à lire",
    r"この記事は(?:有料|会員)|残り[:：]?\s?[\d,]+文字|続きを(?:読む|ご覧)には.{0,12}(?:登録|購読|会員)|有料記事です",
    r"(?:доступ\w*|только) (?:только )?(?:для )?подписчик\w+|оформите подписку,? чтобы|чтобы (?:читать|прочитать) (?:дальше|полностью)",
    r"solo para suscriptores|riservato agli abbonati|exclusivo para assinantes",
)  # fmt: skip
# An offer to pay, which may also stand below a text that is whole.
OFFER = _any(
    r"already a (?:subscriber|member)|unlimited access|start your (?:free )?trial|become a (?:member|subscriber)|subscribers? exclusive|(?:subscriber|member)s?[- ]only|for subscribers|subscribe now|see (?:subscription )?offers|cancel (?:at )?any ?time",
    r"(?:成为|开通|加入|升级)(?:会员|订户|VIP)|(?:成為|開通|加入|升級)(?:會員|訂戶|VIP)|[会會][员員](?:专享|專享|专属|專屬|独享|獨享|可見|可见)|立即[订訂][阅閱]",
    r"jetzt (?:abonnieren|testen)|(?:abo|abonnement) (?:abschließen|testen)|abonnez-vous|会員限定|有料会員|подписк",
)  # fmt: skip
# Only who is known may read on.
LOGIN = _any(
    r"\blog[ -]?(?:in|on)\b|\bsign[ -]?(?:in|up)\b|register(?: now)? (?:for free )?to|create (?:an|a free) account",
    r"\b(?:anmelden|anmeldung|einloggen|login)\b|registrieren sie sich",
    r"connexion|se connecter|identifiez-vous|connectez-vous|iniciar sesión|accedi\b",
    r"登录|登錄|登入|登陆|注册(?:后|即可|会员)|註冊(?:後|即可|會員)|ログイン|вход|войдите|авториз",
)
# In running text: only this says that what follows is for those who are known.
LOGIN_WALL = _any(
    r"(?:log|sign) ?(?:in|up) (?:or \w+ )?(?:for free )?to (?:continue|keep|read|view|see)|register(?: now)? (?:for free )?to (?:continue|keep|read)",
    r"(?:you (?:must|need to) (?:be )?(?:log|sign)(?:ged)? ?(?:in|up))|create (?:an|a free) account to",
    r"(?:登录|登錄|登入|登陆|注册|註冊)(?:[后後]|即可|才能|以|或.{0,4})(?:才能|可|继续|繼續)?(?:阅读|閱讀|查看|浏览|瀏覽|观看)",
    r"(?:请|請|需要?您?)先?(?:登录|登錄|登入|登陆)(?![\w]*评论)",
    r"(?:melden|registrieren) sie sich .{0,20}(?:an|um)|connectez-vous pour|inscrivez-vous pour|ログインして(?:ください|続き)|войдите, чтобы",
)  # fmt: skip
# A whole line that leads to the rest of the text, at its end.
TEASER = _any(
    r"^\W*(?:read|continue)\b.{0,12}\b(?:more|here|on|full|whole|complete|original|reading|rest)\b.{0,60}",
    r"^\W*(?:see|view|click|tap)\b.{0,20}\b(?:full|whole|complete|original|rest|read|article)\b.{0,60}",
    r"^\W*(?:full|original) (?:story|article|text)\b.{0,40}|^the post .{1,200} appeared first on .{1,80}",
    r"^.{0,8}(?:阅读|閱讀|查看|点击|點擊|点此|點此|展开|展開|浏览|瀏覽)(?:查看|阅读|閱讀)?(?:完整)?(?:全文|更多|原文|剩余|全部|报道|報導|文章|内容).{0,4}",
    r"^.{0,4}(?:全文|更多|原文|详情|詳情|完整(?:报道|報導|内容|內容))(?:请见|請見|请看|請看|请点|請點|见|見|阅读|閱讀|链接|連結)?\W.{0,80}",
    r"^.{0,4}(?:全文|原文|更多)(?:请见|請見|请看|請看|链接|連結)?\W*",
    r"^.{0,4}(?:继续|繼續)(?:阅读|閱讀).{0,6}|^.{0,6}(?:app|客户端|客戶端).{0,6}(?:阅读|閱讀|查看|打开|打開).{0,6}",
    r"^\W*(?:weiterlesen|mehr lesen|(?:zum|den) (?:vollständigen|ganzen) artikel).{0,30}|^\W*lire (?:la suite|plus|l'article).{0,20}",
    r"^\W*(?:続きを読む|もっと見る|全文を読む).{0,10}|^\W*(?:читать (?:далее|полностью)|подробнее).{0,20}|^\W*(?:leer más|continua a leggere|leia mais).{0,20}",
    end=r"\W*$",
)  # fmt: skip
# Above a list of other stories: that list is not what the page is about.
RELATED = _any(
    r"\b(?:related|more (?:stories|from|on|news|in)|most (?:read|popular|viewed)|you (?:may|might)(?: also)? (?:like|be interested)|recommended|trending|popular|read (?:next|also)|latest news|up next|don't miss|editor's picks)\b",
    r"相[关關](?:新闻|新聞|报[道导]|報[道導]|文章|阅读|閱讀|推荐|內容)|延伸(?:阅读|閱讀)|(?:猜您|猜你|你可能|您可能)(?:也)?(?:会|會)?喜[欢歡]|[热熱]([门門]|点|點)|推[荐薦]|[热熱]榜|排行|最新(?:消息|新闻|新聞)|更多(?:新闻|新聞|文章|报道|報導)|看了又看|大家都在看",
    r"mehr (?:zum thema|artikel|aus)|auch interessant|meistgelesen|das könnte sie|à lire aussi|sur le même sujet|les plus lus|関連(?:記事|ニュース)|おすすめ|ランキング|人気|читайте также|по теме|популярн|lea también|leggi anche",
)  # fmt: skip
# What a list calls itself.
LISTING = _any(
    r"^(?:tags?|categor(?:y|ies)|archives?|topics?|author|search(?: results?)?|results? for|schlagwort|kategorie|étiquette|catégorie)\s*[:：]",
    r"search results?|\barchives?$|^(?:articles|posts|stories) by |^latest(?: news)?$|^all (?:posts|articles|news|stories)$|^site ?map$",
    r"^(?:标签|標籤|分类|分類|专题|專題|栏目|欄目|话题|話題|作者|关键[词字]|關鍵[詞字]|归档|彙整)\s*[:：]|搜[索尋].{0,4}[结結]果|^#\S+|(?:相关|相關)(?:新闻|新聞|文章)$",
    r"的(?:文章|最新文章|全部文章|報導列表)$|(?:新闻|新聞|文章)?(?:列表|中心|首[页頁])$|(?:記事|ニュース)一覧|^(?:suchergebnisse|résultats de recherche|результаты поиска)",
)  # fmt: skip
# The text is there, but in another language.
NOT_IN_LANGUAGE = _any(
    r"not (?:yet )?available in your language|(?:only|currently) available in (?:american |british )?(?:english|french|german|spanish|chinese|russian|japanese)",
    r"(?:暂无|暫無|没有|沒有)(?:简体|繁体|繁體|簡體)?中文(?:版|翻译|翻譯)|(?:仅有|僅有|只有|只提供)(?:英文|外文|英語|日文)版?",
    r"nicht in ihrer sprache|n['’]est pas disponible (?:dans votre langue|en français)|日本語(?:版は|では)(?:ありません|提供)|недоступн\w+ на (?:вашем|русском)",
)  # fmt: skip
