"""Bot walls that say so in the header of their answer."""

from scrapy.http import Response

# Cloudflare's docs, "Detect a Challenge Page response"; Vercel's, "Challenge mode"; AWS WAF's
# developer guide, "CAPTCHA and Challenge actions".
HEADERS = {
    "cf-mitigated": ("challenge",),
    "x-vercel-mitigated": ("challenge", "deny"),
    "x-amzn-waf-action": ("challenge", "captcha"),
}


def announced(response: Response) -> str:
    """The header by which a bot wall names itself; "" when there is none."""
    for name, values in HEADERS.items():
        value = (response.headers.get(name) or b"").decode("latin-1").strip().lower()
        if value in values:
            return f"{name}: {value}"
    return ""
