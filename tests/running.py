"""The command line as a person starts it: a process of its own, an archive, a loopback site."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warc_records import recorded

ROOT = Path(__file__).resolve().parent.parent
CRAWL = '[crawl]\nallow_networks = ["127.0.0.0/8"]\ndelay = 0\n'
ENVIRONMENT = {
    **{
        name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "MIRROR"))
    },
    "PYTHONPATH": str(ROOT),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}
PERSON = ("-c", "user.name=A Reader", "-c", "user.email=reader@example.org")


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that has ended."""

    status: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """What `--json` printed: one object, and nothing besides."""
        assert self.out.endswith("}\n"), self
        assert self.out.count("\n") == 1, self
        return dict(json.loads(self.out))

    def counts(self, source: str) -> dict[str, int]:
        """The source's counters that are not zero."""
        numbers = self.report["sources"][source]
        return {name: n for name, n in numbers.items() if name != "problems" and n}

    def problems(self, source: str) -> dict[str, str]:
        """The source's problems: URL to word."""
        return {one["url"]: one["problem"] for one in self.report["sources"][source]["problems"]}


def command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "mirror", *map(str, words)]


def mirror(*words: str | Path, cwd: Path | None = None, **environment: str) -> Ran:
    """Run the command line to its end."""
    done = subprocess.run(
        command(*words),
        cwd=cwd,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def start(*words: str | Path) -> "subprocess.Popen[str]":
    """Begin to run the command line."""
    pipe = subprocess.PIPE
    return subprocess.Popen(command(*words), env=ENVIRONMENT, stdout=pipe, stderr=pipe, text=True)


def ended(process: "subprocess.Popen[str]") -> Ran:
    out, err = process.communicate(timeout=60)
    return Ran(process.returncode, out, err)


def archive(root: Path, *sources: str, archive: str = "", git: bool = True) -> Path:
    """An archive that may ask loopback, with `sources` (TOML tables) and without epochtimes."""
    root.mkdir(parents=True, exist_ok=True)
    tables = ["[sources.epochtimes]\nenabled = false\n", *sources]
    text = "\n".join([CRAWL, f"[archive]\n{archive}\n", *tables])
    (root / "mirror.toml").write_text(text, "utf-8")
    if git:
        run_git(root, "init", "-q")
    return root


def source(name: str = "news", **keys: Any) -> str:
    """A source's table; values are strings, numbers and lists of them."""
    keys = {"title": "本站", **keys}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items()]
    return "\n".join([f"[sources.{name}]", *lines, ""])


def posts(root: Path) -> dict[str, bytes]:
    """All posts below `root` by path."""
    below = root / "_posts"
    return {str(p.relative_to(below)): p.read_bytes() for p in sorted(below.rglob("*.md"))}


def named(found: dict[str, bytes]) -> dict[str, bytes]:
    """The same by name alone."""
    return {Path(path).name: data for path, data in found.items()}


def run_git(root: Path, *words: str) -> str:
    """What git says; quoted paths are told as they are."""
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", *PERSON, *words],
        cwd=root,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def commits(root: Path) -> list[str]:
    """The subjects of all commits, newest first."""
    return run_git(root, "log", "--format=%s").splitlines()


def state(root: Path) -> dict[str, tuple[int, bytes]]:
    """Every file but the index's and git's: modification time and bytes."""
    kept = (p for p in root.rglob("*") if p.is_file() and not {".git", ".mirror"} & set(p.parts))
    return {str(p.relative_to(root)): (p.stat().st_mtime_ns, p.read_bytes()) for p in kept}


def rss(items: Iterable[str], base: str = "https://news.example") -> bytes:
    """An RSS feed of items, each XML of its own."""
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    channel = f"<channel><title>本站</title><link>{base}/</link>{''.join(items)}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0" {space}>{channel}</rss>'.encode()


def item(url: str, title: str = "小城图书馆重新开放", *, body: str = "<p>正文。</p>") -> str:
    """An item with its whole text."""
    day = "<pubDate>Sun, 01 Mar 2026 12:00:00 GMT</pubDate>"
    text = f"<content:encoded><![CDATA[{body}]]></content:encoded>" if body else ""
    return f"<item><title>{title}</title><link>{url}</link>{day}{text}</item>"


PARAGRAPHS = [
    f"小城第{number}座图书馆在整修两年之后重新开放，馆长说，读者可以借阅的书比从前多了三成，"
    f"夜间也开放到十点，孩子们有了自己的一层楼，老人们有了朝南的阅览室。"
    for number in "一二三四五六"
]


def page(title: str = "小城图书馆重新开放", *, paragraphs: Iterable[str] = PARAGRAPHS) -> bytes:
    """An article's page as any site may serve it."""
    story = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta property="article:published_time" content="2026-03-01T12:00:00Z"></head>'
        f'<body><article><h1>{title}</h1><div class="story">{story}</div></article></body></html>'
    ).encode()


def listing(*links: str, following: str = "") -> bytes:
    """A listing's page; `following` is the address of the one after it."""
    items = "".join(f'<li><a class="story" href="{link}">新闻 {link}</a></li>' for link in links)
    more = f'<a rel="next" href="{following}">下一页</a>' if following else ""
    return f"<!DOCTYPE html><html><body><ul>{items}</ul>{more}</body></html>".encode()


def recorded_site(folder: Path, pages: dict[str, bytes]) -> Path:
    """A recording of `pages` by URL: XML as feeds, all else as web pages."""
    file = folder / "site.warc.gz"
    kinds = {True: "application/xml", False: "text/html; charset=utf-8"}
    file.write_bytes(b"".join(
        recorded(url, body, headers=[("Content-Type", kinds[body.startswith(b"<?xml")])])
        for url, body in pages.items()
    ))  # fmt: skip
    return file
