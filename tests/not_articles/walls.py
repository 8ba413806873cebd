"""Bot walls, blocks and consent walls, in their vendors' own shape or the site's."""

# ruff: noqa: E501  a row of a table is a page, and a page is a line

from not_articles.sites import Case


def bare(title: str, body: str, *, head: str = "", attributes: str = "") -> str:
    return f'<!DOCTYPE html><html lang="en-US"><head><title>{title}</title>{head}</head><body{attributes}>{body}</body></html>'


CLOUDFLARE = (
    '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=8a0"></script>'
)
CHALLENGES = {
    "Cloudflare, new": Case("challenge", bare=bare(
        "Just a moment...", '<div class="main-wrapper"><div class="main-content"><noscript><div>Enable JavaScript and cookies to continue</div></noscript></div></div>',
        head='<meta name="robots" content="noindex,nofollow"><script>window._cf_chl_opt={cType:"managed"}</script>')),
    "Cloudflare, old": Case("challenge", bare=bare(
        "Just a moment...", '<h1><span>Checking your browser before accessing</span> news.example.</h1><p>This process is automatic. Your browser will redirect to your requested content shortly.</p>'
        '<form id="challenge-form" action="/x?__cf_chl_f_tk=1"></form><p>DDoS protection by <a href="https://www.cloudflare.com">Cloudflare</a></p><p>Ray ID: 7f0</p>')),
    "Cloudflare, in Chinese": Case("challenge", bare=bare(
        "请稍候…", f'<h1>news.example</h1><h2>执行安全验证</h2><p>此网站使用安全服务来防范恶意自动程序。在网站验证您不是自动程序期间，会显示此页面。</p>{CLOUDFLARE}')),
    "Cloudflare, in traditional Chinese": Case("challenge", bare=bare(
        "請稍候...", f'<h1>news.example</h1><p>正在驗證您是否是人類。這可能需要幾秒鐘時間。</p><p>news.example 需要先檢查您的連線安全性，才能繼續。</p>{CLOUDFLARE}')),
    "Cloudflare, in German": Case("challenge", bare=bare(
        "Nur einen Moment…", f'<h1>news.example</h1><p>Bestätigen Sie, dass Sie ein Mensch sind, indem Sie die folgende Aktion durchführen.</p>{CLOUDFLARE}')),
    "Cloudflare, in French": Case("challenge", bare=bare(
        "Un instant…", f'<h1>news.example</h1><p>Vérification de sécurité en cours.</p>{CLOUDFLARE}')),
    "Cloudflare, blocked": Case("challenge", bare=bare(
        "Attention Required! | Cloudflare", '<div id="cf-wrapper"><div id="cf-error-details"><h1>Sorry, you have been blocked</h1><h2>You are unable to access news.example</h2>'
        '<h2>Why have I been blocked?</h2><p>This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution. There are several actions that could trigger this block including submitting a certain word or phrase, a SQL command or malformed data.</p>'
        '<h2>What can I do to resolve this?</h2><p>You can email the site owner to let them know you were blocked. Please include what you were doing when this page came up and the Cloudflare Ray ID found at the bottom of this page.</p><p>Cloudflare Ray ID: <strong>8a0</strong> Your IP: 192.0.2.1 Performance &amp; security by Cloudflare</p></div></div>')),
    "Cloudflare, error 1015": Case("challenge", bare=bare(
        "Access denied | news.example used Cloudflare to restrict access", '<div id="cf-wrapper"><h1>Error 1015</h1><h2>You are being rate limited</h2><p>The owner of this website (news.example) has banned you temporarily from accessing this website.</p></div>')),
    "Turnstile in the site's own page": Case("challenge", "en", title="Verify you are human", main='<p>Complete the check below to continue to the article.</p><div class="cf-turnstile" data-sitekey="0x4A"></div>'),
    "Akamai": Case("challenge", bare='<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \nYou don\'t have permission to access "http&#58;&#47;&#47;news&#46;example&#47;a" on this server.<P>\nReference&#32;&#35;18&#46;5d6c1602&#46;1700000000&#46;1a2b3c\n<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;5d6c1602\n</BODY>\n</HTML>'),
    "Incapsula": Case("challenge", bare='<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"><script src="/_Incapsula_Resource?SWJIYLWA=719d"></script></head><body style="margin:0px;height:100%"><iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=23&xinfo=1" frameborder=0>Request unsuccessful. Incapsula incident ID: 444000-12345</iframe></body></html>'),
    "Imperva, interruption": Case("challenge", bare=bare(
        "Pardon Our Interruption", '<div class="container"><h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a bot. There are a few reasons this might happen:</p><ul><li>You\'ve disabled JavaScript in your web browser.</li><li>You\'re a power user moving through this website with super-human speed.</li><li>You\'ve disabled cookies in your web browser.</li><li>A third-party browser plugin, such as Ghostery or NoScript, is preventing JavaScript from running.</li></ul><p>To regain access, please make sure that cookies and JavaScript are enabled before reloading the page.</p></div>')),
    "DataDome": Case("challenge", bare='<html lang="en"><head><title>news.example</title><style>#cmsg{animation: A 1.5s;}</style></head><body style="margin:0"><p id="cmsg">Please enable JS and disable any ad blocker</p><script>var dd={"rt":"c","cid":"AHrlq","hsh":"A55","t":"bv","host":"geo.captcha-delivery.com"}</script><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>'),
    "PerimeterX": Case("challenge", bare=bare(
        "Access to this page has been denied", '<h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><div id="px-captcha"></div><p>Reference ID 1a2b</p>', head='<script>window._pxAppId = "PXabc";</script>')),
    "AWS WAF": Case("challenge", bare='<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title></title><script>window.awsWafCookieDomainList = [];window.gokuProps = {"key":"AQ"};</script><script src="https://1a2b.token.awswaf.com/1a2b/challenge.js"></script></head><body><div id="challenge-container"></div><noscript><h1>JavaScript is disabled</h1>In order to continue, we need to verify that you\'re not a robot. This requires JavaScript.</noscript></body></html>'),
    "AWS CloudFront": Case("challenge", bare='<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>403 ERROR</H1><H2>The request could not be satisfied.</H2><HR noshade size="1px">Request blocked. We can\'t connect to the server for this app or website at this time. There might be too much traffic or a configuration error. Try again later, or contact the app or website owner.<BR><PRE>Generated by cloudfront (CloudFront) Request ID: abc==</PRE></BODY></HTML>'),
    "DDoS-Guard": Case("challenge", bare=bare("DDoS-Guard", '<h1 id="title">Checking your browser before accessing news.example</h1><p>Please wait a few seconds. Once this check is complete, the website will open automatically</p>', head='<script src="/.well-known/ddos-guard/js-challenge/index.js"></script>')),
    "Sucuri": Case("challenge", bare=bare("Sucuri WebSite Firewall - Access Denied", '<div id="main-container"><h1>Access Denied - Sucuri Website Firewall</h1><p>If you are the site owner (or you manage this site), please whitelist your IP or if you think this block is an error please open a support ticket and make sure to include the block details.</p><h2>Block details:</h2><table><tr><td>Your IP:</td><td>192.0.2.1</td></tr><tr><td>Block reason:</td><td>Bad bot access attempt.</td></tr></table></div>')),
    "StackPath": Case("challenge", bare=bare("StackPath", '<h2>Site Verification</h2><h1>Please Wait... Verifying your connection</h1><p>Please enable cookies and JavaScript. This website is using a security service to protect itself from online attacks.</p>')),
    "Wordfence": Case("challenge", bare=bare("Your access to this site has been limited", '<h1>Your access to this site has been limited by the site owner</h1><p>Your access to this service has been limited. (HTTP response code 503)</p><p>If you think you have been blocked in error, contact the owner of this site for assistance.</p><p>Block Technical Data Block Reason: Exceeded the maximum number of page requests per minute for humans.</p><p>Generated by Wordfence</p>')),
    "Anubis": Case("challenge", bare=bare("Making sure you&#39;re not a bot!", '<main><h1>Making sure you\'re not a bot!</h1><p id="status">Loading...</p><details><summary>Why am I seeing this?</summary><p>You are seeing this because the administrator of this website has set up Anubis to protect the server against the scourge of AI companies aggressively scraping websites. This can and does cause downtime for the websites, which makes their resources inaccessible for everyone.</p><p>Anubis is a compromise. Anubis uses a Proof-of-Work scheme in the vein of Hashcash.</p></details></main>', head='<script id="anubis_challenge" type="application/json">{"challenge":"x"}</script>')),
    "Vercel": Case("challenge", bare=bare("Vercel Security Checkpoint", "<p>We're verifying your browser</p><a href='#'>Website owner? Click here to fix</a><p>Vercel Security Checkpoint | hkg1::1700</p>")),
    "F5": Case("challenge", bare="<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 123456789<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>"),
    "Google's own": Case("challenge", bare=bare("https://news.example/sorry/index", '<hr><b>About this page</b><br><p>Our systems have detected unusual traffic from your computer network. This page checks to see if it\'s really you sending the requests, and not a robot.</p><form id="captcha-form"><div id="recaptcha" class="g-recaptcha"></div></form>')),
    "reCAPTCHA in the site": Case("challenge", "en", title="Security check", main='<p>Please confirm that you are not a robot.</p><form><div class="g-recaptcha"></div><button>Continue</button></form>'),
    "hCaptcha": Case("challenge", "fr", title="Vérification de sécurité", main='<p>Veuillez confirmer que vous n\'êtes pas un robot.</p><form><div class="h-captcha" data-sitekey="1"></div></form>'),
    "GeeTest": Case("challenge", title="安全验证", main='<p>请完成下方验证后继续访问</p><div class="geetest_holder geetest_wind"></div>'),
    "Baidu": Case("challenge", bare=bare("百度安全验证", '<div class="timeout hide"><div class="timeout-img"></div><div class="timeout-title">网络不给力，请稍后重试</div><button>返回首页</button></div><div class="mod-vcode"></div>', head='<script src="https://wappass.baidu.com/static/machine/js/mkd.js"></script>')),
    "Tencent": Case("challenge", bare=bare("验证码", '<div id="TCaptcha"></div><p>为保证您的正常访问，请拖动滑块完成拼图</p>', head='<script src="https://turing.captcha.qcloud.com/TCaptcha.js"></script>')),
    "WeChat": Case("challenge", bare=bare("", '<div class="weui-msg"><h2 class="weui-msg__title">环境异常</h2><p class="weui-msg__desc">当前环境异常，完成验证后即可继续访问。</p><a id="js_verify" class="weui-btn">去验证</a></div>')),
    "Alibaba": Case("challenge", bare=bare("405", '<h1>405</h1><p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p><p>您的请求ID是: 0b57</p>')),
    "Alibaba's slider": Case("challenge", bare=bare("验证码拦截", '<div id="nc_1_wrapper"><p>别离开，为了更好的体验，请滑动滑块进行验证，通过后即可继续访问网页</p></div><script src="https://g.alicdn.com/sd/nch5/index.js"></script>')),
    "a script sets a cookie": Case("challenge", bare="<html><script>var arg1='0F9A';function setCookie(n,v){document.cookie=n+'='+v};function reload(x){setCookie('acw_sc__v2',x);document.location.reload();}</script></html>"),
    "Sina visitor": Case("challenge", bare=bare("Sina Visitor System", "<script>visitor_init()</script>")),
    "the visitor's network": Case("challenge", title="访问受限", main="<p>系统监测到您的网络环境存在异常，为保证您的正常访问，请点击下方验证按钮进行验证。</p><button>开始验证</button>"),
    "a code from a picture": Case("challenge", "hant", title="系統提示", main='<p>您的瀏覽次數過於頻繁，請輸入驗證碼後繼續瀏覽。</p><form><img src="/captcha.php"><input name="captcha"><button>送出</button></form>'),
    "JavaScript wanted": Case("challenge", "en", title="JavaScript required", main="<p>Please enable JavaScript in your browser to continue. This site checks your browser before you can read it.</p>"),
    "JavaScript and cookies wanted": Case("challenge", bare=bare("news.example", "<p>Please enable cookies and JavaScript to access this website. Reload the page after you have enabled them.</p>")),
    "JavaScript wanted in Chinese": Case("challenge", bare=bare("正在跳转", "<p>正在检查您的浏览器，请开启 JavaScript 和 Cookie 后刷新页面。</p>")),
    "cookie consent": Case("challenge", bare=bare("Before you continue", '<div role="dialog"><h1>Before you continue</h1><p>We and our 842 partners store and access information on your device, such as cookies. With your consent we use personal data to show you personalised ads and content. You can change your choice at any time.</p><button>Accept all</button><button>Reject all</button></div>')),
    "cookie consent, German": Case("challenge", bare=bare("Zustimmung erforderlich", '<h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie unsere Seite wie gewohnt mit Werbung und Tracking. Details zur Einwilligung finden Sie in der Datenschutzerklärung.</p><button>Akzeptieren und weiter</button><p>… oder mit dem Pur-Abo nutzen</p>')),
    "region": Case("challenge", "en", title="Unavailable in your region", main="<p>We are sorry. This content is not available in your region. We recognise you are attempting to access this website from a country belonging to the European Economic Area.</p>"),
    "region, status 451": Case("challenge", bare=bare("451: Unavailable due to legal reasons", "<h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) including the EU which enforces the General Data Protection Regulation (GDPR) and therefore access cannot be granted at this time.</p>")),
    "region in Chinese": Case("challenge", title="无法访问", main="<p>抱歉，由于版权限制，您所在的地区无法访问此内容。</p>"),
    "age gate": Case("challenge", "en", title="Are you over 18?", main='<p>You must be 18 or older to view this content. Please confirm your age to continue.</p><button>Yes, I am over 18</button><button>No</button>'),
    "age gate in Chinese": Case("challenge", "hant", title="年齡限制", main="<p>本內容僅供年滿18歲人士瀏覽，請確認您已年滿十八歲。</p><a href='/ok'>我已滿18歲</a><a href='/'>離開</a>"),
    "too many requests": Case("challenge", bare=bare("429 Too Many Requests", "<center><h1>429 Too Many Requests</h1></center><hr><center>nginx</center>")),
    "too many requests, in the site": Case("challenge", title="访问过于频繁", main="<p>您的访问过于频繁，请稍后再试。</p>"),
    "slow down": Case("challenge", "en", title="Slow down", main="<p>You have made too many requests. Please wait a few minutes before you try again.</p>"),
    "forbidden": Case("challenge", bare="<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>nginx/1.18.0</center></body></html>"),
    "Forbidden, Apache": Case("challenge", bare="<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1><p>You don't have permission to access this resource.</p><hr><address>Apache/2.4.57 Server at news.example Port 443</address></body></html>"),
    "blocked address": Case("challenge", "ru", title="Доступ ограничен", main="<p>Доступ к сайту с вашего IP-адреса ограничен. Подтвердите, что вы не робот.</p>"),
    "robots in Japanese": Case("challenge", "ja", title="アクセスの確認", main="<p>ロボットではないことを確認してください。</p><div class='g-recaptcha'></div>"),
    "an ad blocker": Case("challenge", "en", title="Please disable your ad blocker", main="<p>It looks like you are using an ad blocker. Please disable it to continue to the site.</p>"),
}  # fmt: skip
