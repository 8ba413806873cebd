"""A news site that publishes all the time, and fails one answer in five, in ever new ways."""

import gzip
import hashlib
import random
from collections.abc import Callable, Mapping

from crawling import Reply, Site
from running import item, listing, page, rss

SHARE = 0.2  # of the answers fail
SHOWN = 25  # articles that feed and listing name: the newest
HTML, XML = "text/html; charset=utf-8", "application/xml"


class Press:
    """What has been published at `site`, and how its next answers fail."""

    def __init__(self, site: Site, seed: int) -> None:
        self.site, self.chance = site, random.Random(seed)
        self.articles: list[str] = []  # their paths
        site.replies["/robots.txt"] = self._answering(
            lambda: b"User-agent: *\nAllow: /", "text/plain"
        )
        site.replies["/feed"] = self._answering(self._feed, XML)
        site.replies["/list"] = self._answering(self._listing, HTML)

    def publish(self, number: int) -> None:
        """A few more articles; every other one only on the listing."""
        for _ in range(number):
            path = f"/news/{len(self.articles) + 1}"
            self.articles.append(path)
            body = page(title(path), paragraphs=paragraphs(path))
            self.site.replies[path] = self._answering(lambda body=body: body, HTML)

    def _feed(self) -> bytes:
        newest = self.articles[: -SHOWN - 1 : -1]
        shown = [path for path in newest if int(path.rpartition("/")[2]) % 2]
        return rss(
            (item(self.site.base + path, title(path), body="") for path in shown), self.site.base
        )

    def _listing(self) -> bytes:
        return listing(*self.articles[: -SHOWN - 1 : -1])

    def _answering(
        self, whole: Callable[[], bytes], kind: str
    ) -> Callable[[Mapping[str, str]], Reply]:
        def answer(asked: Mapping[str, str]) -> Reply:
            body = whole()
            tag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
            headers = {"Content-Type": kind, "ETag": tag}
            if self.chance.random() < SHARE:
                return FAULTS[self.chance.choice(list(FAULTS))](self.chance, body, headers)
            if asked.get("If-None-Match") == tag:
                return Reply(304, headers)
            return Reply(200, headers, body)

        return answer


def title(path: str) -> str:
    return f"第{path.rpartition('/')[2]}篇报道"


def paragraphs(path: str) -> list[str]:
    """The text of an article, unlike that of all others."""
    number = int(path.rpartition("/")[2])
    return [
        f"第{number}篇的第{part}段：小城的图书馆在第{number}天开放，来了{number * 7 + part}位读者，"
        f"他们借走了{number * 3 + part}本书，馆长说明年还要再添一层楼，让孩子们有地方坐下来。"
        for part in range(1, 6)
    ]


Fault = Callable[[random.Random, bytes, dict[str, str]], Reply]


def _status(chance: random.Random, body: bytes, headers: dict[str, str]) -> Reply:
    return Reply(chance.choice([400, 403, 404, 408, 410, 451, 500, 502, 503, 504, 520, 522, 599]))


def _notice(*texts: str) -> Fault:
    """A page with status 200 that says something else than the article."""

    def fault(chance: random.Random, body: bytes, headers: dict[str, str]) -> Reply:
        text = chance.choice(texts)
        shown = f"<!doctype html><title>{text}</title><h1>{text}</h1><p>{chance.random()}</p>"
        return Reply(200, {"Content-Type": HTML}, shown.encode())

    return fault


def _cut_gzip(chance: random.Random, body: bytes, headers: dict[str, str]) -> Reply:
    packed = gzip.compress(body)
    cut = packed[: chance.randrange(1, len(packed) - 8)]
    return Reply(200, {**headers, "Content-Encoding": "gzip"}, cut)


def _cut_length(chance: random.Random, body: bytes, headers: dict[str, str]) -> Reply:
    return Reply(200, headers, body[: chance.randrange(len(body))], length=len(body))


def _cut_chunks(chance: random.Random, body: bytes, headers: dict[str, str]) -> Reply:
    return Reply(200, headers, chunks=(body[: chance.randrange(1, len(body))],), cut=True)


def _redirect(chance: random.Random, body: bytes, headers: dict[str, str]) -> Reply:
    to = chance.choice(["/", "/loop", "file:///etc/passwd", "http://10.0.0.1/", "http://[bad", ""])
    return Reply(chance.choice([301, 302, 303, 307, 308]), {"Location": to})


FAULTS: dict[str, Fault] = {
    "a status": _status,
    "too many requests": lambda chance, body, headers: Reply(
        chance.choice([429, 503]), {"Retry-After": chance.choice(["0", "", "x", "-1"])}
    ),
    "a redirect": _redirect,
    "a challenge": _notice("Just a moment...", "请稍候，正在检查您的浏览器", "Attention Required!"),
    "an error page": _notice("页面不存在", "404 Not Found", "数据库连接错误", "502 Bad Gateway"),
    "a login page": _notice("请登录", "Sign in"),
    "nothing": lambda chance, body, headers: Reply(200, headers),
    "no content": lambda chance, body, headers: Reply(chance.choice([204, 206, 304])),
    "a cut body": _cut_length,
    "cut chunks": _cut_chunks,
    "a cut gzip": _cut_gzip,
    "an encoding in name only": lambda chance, body, headers: Reply(
        200, {**headers, "Content-Encoding": chance.choice(["gzip", "br", "deflate"])}, body
    ),
    "noise": lambda chance, body, headers: Reply(200, headers, chance.randbytes(5000)),
    "a picture": lambda chance, body, headers: Reply(
        200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n" + chance.randbytes(500)
    ),
}
