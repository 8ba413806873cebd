"""What the benchmarks read: generated text, and how they time two ways of one job."""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from mirror.article import Article

WORDS = "新闻 记者 城市 河流 春天 学校 报导 工人 市场 道路 people water market school road".split()
FIRST = datetime(2019, 1, 1, tzinfo=UTC)
PER_DAY = 25


def prose(seed: int, words: int) -> str:
    return "".join(random.Random(seed).choices(WORDS, k=words))


def body(seed: int, *, clean: bool = True) -> str:
    """Six paragraphs, a picture and a link; not `clean`: with what must go, and open tags."""
    paragraphs = "".join(f"<p>{prose(seed + part, 40)}。</p>\n" for part in range(6))
    picture = f'<p><img src="https://img.example/{seed}.jpg" alt="河流"></p>\n'
    dirt = "" if clean else f'<script>x()</script><p onclick="x()">{prose(seed, 9)}<b>x<i>y</b>'
    return f'{picture}{paragraphs}<p><a href="/more/{seed}">更多</a></p>{dirt}'


def rss(entries: int) -> bytes:
    items = "".join(
        f"<item><title>{prose(at, 4)} {at}</title><link>https://news.example/n/{at}.htm</link>"
        f"<pubDate>{FIRST + timedelta(minutes=at):%a, %d %b %Y %H:%M:%S} +0800</pubDate>"
        f"<content:encoded><![CDATA[{body(at)}]]></content:encoded></item>"
        for at in range(entries)
    )
    module = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<rss version="2.0" {module}><channel><title>x</title>{items}</channel></rss>'.encode()


def article(number: int) -> Article:
    """The article that is `number`th in an archive with PER_DAY posts a day."""
    when = FIRST + timedelta(days=number // PER_DAY, minutes=number % PER_DAY)
    url = f"https://news.example/n/{number}.htm"
    return Article(
        url, f"{prose(number, 4)} {number}", when, when, "作者", "测试", prose(number, 60)
    )


def seconds(job: Callable[[], object], *, rounds: int = 3) -> float:
    """CPU and waiting time of the fastest of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        job()
        best = min(best, time.perf_counter() - began)
    return best


def compare(ours: Callable[[], object], peer: Callable[[], object], *, what: str) -> None:
    """Print both times and how many times as long as the peer we take."""
    mine, other = seconds(ours), seconds(peer)
    print(f"{what}: {mine:.2f} s against {other:.2f} s, ratio {mine / other:.2f}")
