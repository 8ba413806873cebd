"""Two hundred scheduled runs against a site that fails one answer in five."""

from pathlib import Path

from crawling import serving
from failing_site import Press, paragraphs
from injection import Runs
from running import archive, posts, run_git, source

RUNS = 200
LAST = 10  # of them bring nothing new: what failed until then is still to be had
# Waiting is tested elsewhere.
QUICK = ("-s", "MIRROR_FIRST_WAIT=0.01")
ENVIRONMENT = {"SCRAPY_SETTINGS_MODULE": "mirror.settings"}


def test_in_the_end_every_article_is_there_once(tmp_path: Path) -> None:
    with serving() as site, Runs(tmp_path, ENVIRONMENT) as runs:
        press = Press(site, seed=1)
        news = archive(
            tmp_path / "news",
            source(
                feeds=[f"{site.base}/feed"], listings=[f"{site.base}/list"], article="/news/",
                content="page",
            ),
        )  # fmt: skip
        words = ("scrapy", "crawl", "sources", "-a", f"archive={news}", *QUICK)
        for number in range(RUNS):
            press.publish(number % 3 if number < RUNS - LAST else 0)
            ended = runs.run(*words)
            assert ended.status == 0, ended
            assert "Traceback" not in ended.out, ended
        texts = sorted(data.decode() for data in posts(news).values())
        for path in press.articles:
            held = [text for text in texts if f"{site.base}{path}\n" in text]
            assert len(held) == 1, path
            assert all(part in held[0] for part in paragraphs(path)), path
        assert len(texts) == len(press.articles)
        assert run_git(news, "status", "--porcelain", "_posts") == ""
