"""Articles that look like pages that are none: all must pass."""

# ruff: noqa: E501  a row of a table is a page, and a page is a line

from not_articles.closed import CLOSED, CLOSED_PART, FORM
from not_articles.lists import PLAYER
from not_articles.sites import Case, json_ld, paragraphs
from not_articles.words import DE, EN, FR, HANS, HANT, JA, RU

H, T, E = paragraphs(HANS.story), paragraphs(HANT.story), paragraphs(EN.story)
DATA = json_ld(
    **{"@type": "NewsArticle", "headline": HANS.title, "datePublished": "2026-03-11T08:00:00+08:00"}
)
BRIEF = "小城图书馆星期三重新开放，市民清早便在门外排队。馆长说，修缮历时三年，耗资两千万元，今后每日九时开门，周一休息，学生借书免收押金。"
LINKED = "".join(
    f'<p><a href="https://site{n}.example/a">{title}</a>：{text}这件事在当地议论了好几天，各方说法不一，值得一读。</p>'
    for n, (title, text) in enumerate(HANS.teasers)
)
LIVE = "".join(
    f'<div class="update" id="u{n}"><time>{9 + n}:30</time><h3><a href="#u{n}">{title}</a></h3><p>{text}现场记者说，围观的人越来越多，警员在路口疏导车辆，商户陆续开门营业。</p></div>'
    for n, (title, text) in enumerate(HANS.teasers)
)
CAPTIONED = "".join(
    f'<figure><img src="/g/{n}.jpg"><figcaption>{text}</figcaption></figure>'
    for n, text in enumerate(EN.story)
)
ARTICLES = {
    "a story": Case(None, main=H, head=DATA),
    "a brief below a button that unfolds it": Case(None, main=f'<p>{BRIEF}</p><div class="unfold"><a>展开全文</a></div>', head=DATA),
    "a brief above an application's bar": Case(None, main=f'<p>{BRIEF}</p><div class="bar">打开APP，阅读体验更佳</div><div>打开APP查看更多</div>', head=DATA),
    "a brief with a login to comment, and a hidden one": Case(None, main=f'<p>{BRIEF}</p><p>登录后发表评论</p><div class="modal" style="display:none"><h4>账号登录</h4>{FORM}</div>', head=DATA),
    "a brief above a list of more": Case(None, "en", main=f"<p>{EN.story[0]}</p><h3>More on this story</h3><h3>Read more</h3>", head=DATA),
    "a brief that counts what is free": Case(None, "en", main=f'<p>{EN.story[0]}</p><div class="meter"><p>You have 2 free articles left this month. <a href="/s">Subscribe</a> for unlimited access.</p></div>', head=DATA),
    "a brief above an appeal": Case(None, "en", main=f'<p>{EN.story[0]}</p><div class="promo"><p>Enjoying this story? Support our journalism with a digital subscription.</p><a href="/s">Subscribe for £2 a month</a></div>', head=DATA),
    "a brief beside an offer of the whole site": Case(None, main=f'<p>{BRIEF}</p><div class="promo"><p>成为会员，畅享全站精品内容，首月仅需6元</p></div>', head=DATA),
    "a brief above a title about logins": Case(None, "en", main=f'<p>{EN.story[0]}</p><h3>Related stories</h3><p><a href="/2">Online tax accounts: two-step sign-in required from April</a></p>', head=DATA),
    "a brief under a box to log in": Case(None, "en", main=f'<div class="module"><h3>Log in</h3>{FORM}</div><p>{EN.story[0]}</p><p>{EN.story[1]}</p>'),
    "a story without any data": Case(None, main=H),
    "traditional": Case(None, "hant", main=T),
    "English": Case(None, "en", main=E),
    "German": Case(None, "de", main=paragraphs(DE.story)),
    "French": Case(None, "fr", main=paragraphs(FR.story)),
    "Japanese": Case(None, "ja", main=paragraphs(JA.story)),
    "Russian": Case(None, "ru", main=paragraphs(RU.story)),
    "on captchas": Case(None, title="验证码为何难倒读者", main=H + "<p>网站要求访客完成验证，点选图中的红绿灯，机器人却比人更快。人机验证正在失去意义。</p>"),
    "on captchas in English": Case(None, "en", title="Are you a robot? Why captchas are failing", main=E + "<p>“Verify you are human” has become the most hated sentence of the web, says one researcher.</p>"),
    "on access denied": Case(None, "en", title="Access denied: how the town locked out its own council", main=E),
    "on paywalls": Case(None, "en", title="Subscribe to continue reading: ten years of paywalls", main=E + "<p>Readers see “This article is for subscribers only” and leave, the study found.</p>"),
    "on paywalls in Chinese": Case(None, title="付费阅读十年：谁还在订阅后继续阅读", main=H + "<p>调查显示，看到“会员专享”四个字，七成读者会立刻关掉页面。</p>"),
    "on 404": Case(None, title="404：页面不存在的历史", main=H),
    "on 404 in English": Case(None, "en", title="404 Not Found: the story of an error", main=E),
    "on deleted articles": Case(None, "hant", title="「該文章已被刪除」：被消失的報導", main=T + "<p>點開連結，只見「此內容因違規無法查看」，讀者說早已見怪不怪。</p>"),
    "on logins": Case(None, "en", title="Sign in with a sentence: the end of the password", main=E),
    "on mojibake": Case(None, title="“锟斤拷”从何而来", main=H + "<p>乱码“锟斤拷烫烫烫”曾是一代程序员的记忆，如今已难得一见，“Ã©”也是。</p>"),
    "on loading": Case(None, "en", title="Just a moment: the art of waiting", main=E),
    "on maintenance": Case(None, title="电车系统维护中 居民改乘渡轮", main=H),
    "on domains": Case(None, "en", title="This domain is for sale: inside the trade in names", main=E),
    "a brief": Case(None, main=f"<p>{BRIEF}</p>", head=DATA),
    "a brief without data": Case(None, main=f"<p>{BRIEF}</p>"),
    "a brief in English": Case(None, "en", main=f"<p>{EN.story[0]}</p><p>{EN.story[1]}</p>"),
    "a round-up of links": Case(None, title="本周值得一读", main=LINKED, head=DATA),
    "a live blog": Case(None, title="直播：夜市迁址第一天", main=LIVE, head=json_ld(**{"@type": "LiveBlogPosting", "headline": "夜市迁址第一天"})),
    "pictures with captions": Case(None, "en", title="In pictures: the library reopens", main=paragraphs(EN.story[:1]) + CAPTIONED),
    "asks for subscribers at its end": Case(None, "en", main=E + '<div class="newsletter-box"><h3>Subscribe to our newsletter</h3><p>Get the best stories every morning.</p></div>'),
    "asks for subscribers in Chinese": Case(None, main=H + "<p>喜欢本文？订阅我们的电子报，成为会员支持独立新闻。</p>"),
    "a video on top": Case(None, main=PLAYER + H),
    "a short story with a video": Case(None, main=PLAYER + paragraphs(HANS.story[:4]), head=DATA),
    "closed, but whole": Case(None, "en", head=CLOSED, main=E),
    "closed, the part is here": Case(None, "en", head=CLOSED_PART, main=paragraphs(EN.story[:2]) + f'<div class="paywall">{paragraphs(EN.story[2:])}</div>'),
    "a login form below": Case(None, main=H + f"<div class=comments><h3>发表评论</h3><p>请先登录</p>{FORM}</div>"),
    "a captcha for comments": Case(None, main=H + '<div class="comments"><form><div class="g-recaptcha"></div></form></div>'),
    "read more inside": Case(None, "en", main=paragraphs(EN.story[:3]) + '<p>Read more: <a href="/x">Old tram depot becomes a school</a></p>' + paragraphs(EN.story[3:])),
    "read more at its end": Case(None, "en", main=E + '<p><a href="/x">Read more about the library</a></p>'),
    "the source at its end": Case(None, main=H + '<p>（原文请见：<a href="https://other.example">海岬时报</a>）</p>'),
    "ends in dots": Case(None, main=H + "<p>至于明年如何，谁也说不准……</p>"),
    "questions and exclamations": Case(None, main=H + "<p>为什么？？为什么偏偏是现在？？？没有人回答！！</p>"),
    "quotes English at length": Case(None, main=H + paragraphs(EN.story[:3])),
    "an English headline": Case(None, title="Harbour Library: 一座图书馆的三年", main=H),
    "names many": Case(None, title="三月读书会名单公布", main=H + "<ul>" + "".join(f"<li>{a}{b}</li>" for a in "赵钱孙李周吴郑王" for b in "禾岚舟屿") + "</ul>"),
    "figures in a table": Case(None, title="各区用水量", main=paragraphs(HANS.story[:4]) + "<table>" + "".join(f"<tr><td>第{n}区</td><td>{n * 137}</td></tr>" for n in range(1, 13)) + "</table>"),
    "a poem": Case(None, title="灯塔", main="<p>" + "<br>".join(["海风吹过旧墙", "灯在雾里亮着", "守塔的人走了", "石阶还数着潮", "一百二十年的夜", "都收进一盏灯", "船从远处回来", "先看见那一点黄", "再看见岸上的家", "和家门口的人影", "孩子们跑下沙滩", "把贝壳装进口袋"]) + "</p>", head=DATA),
    "with many cards around": Case(None, main=H, body_class="archive-layout"),
    "a page that is not indexed": Case(None, main=H, head='<meta name="robots" content="noindex">'),
    "of type website": Case(None, main=H, head='<meta property="og:type" content="website">'),
}  # fmt: skip
