"""The project as Scrapy's own command line runs it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from crawling import Reply, serving
from running import ENVIRONMENT, ROOT, commits, mirror, named, page, posts, run_git

LISTING = """[sources.epochtimes]
feeds = []
listings = ["{base}/gb/n24hr.htm"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "scrapy.cfg", tmp_path)
    return tmp_path


def scrapy(project: Path, *words: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *map(str, words)],
        cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.stdout


def test_scrapy_lists_the_spiders(project: Path) -> None:
    assert "epochtimes" in scrapy(project, "list").splitlines()


def test_scrapy_crawl_gives_the_posts_that_mirror_crawl_gives(project: Path) -> None:
    html = {"Content-Type": "text/html; charset=utf-8"}
    with serving() as site:
        links = [f"/gb/26/3/{n}/n1471230{n}.htm" for n in (1, 2)]
        items = "".join(f'<li><a href="{link}">新闻</a></li>' for link in links)
        body = f'<div class="newyork"><ul>{items}</ul></div>'.encode()
        site.replies["/gb/n24hr.htm"] = Reply(200, html, body)
        for link in links:
            site.replies[link] = Reply(200, html, page(f"新闻{link[-5]}"))
        for name in ("one", "two"):
            settings = '[crawl]\ndelay = 0\nallow_networks = ["127.0.0.0/8"]\n'
            (project / name).mkdir()
            run_git(project / name, "init", "-q")
            (project / name / "mirror.toml").write_text(settings + LISTING.format(base=site.base))
        scrapy(project, "crawl", "epochtimes", "-a", f"archive={project / 'one'}")
        assert mirror("crawl", "-A", project / "two").status == 0
    assert len(posts(project / "one")) == 2
    assert posts(project / "one") == posts(project / "two")
    assert commits(project / "one") == commits(project / "two") == ["mirror: 2 new"]
    assert all(name.startswith("2026-03-01-新闻") for name in named(posts(project / "one")))
