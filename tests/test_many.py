"""Five thousand entries in ten feeds: none is lost, and the memory they take is bounded."""

import json
import subprocess
import sys
from pathlib import Path

from crawling import Reply, serving
from running import ENVIRONMENT, archive, command, item, mirror, posts, rss, source

FEEDS, ENTRIES = 10, 500
MEASURE = """
import json, resource, subprocess, sys
out = subprocess.run(sys.argv[1:], capture_output=True, text=True, check=True).stdout
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps({"report": json.loads(out), "megabytes": peak / 1024}))
"""


def test_five_thousand_entries(tmp_path: Path) -> None:
    with serving() as site:
        for feed in range(FEEDS):
            every = range(ENTRIES)
            items = [item(f"{site.base}/{feed}/{n}", f"第{feed}源第{n}篇") for n in every]
            site.replies[f"/feed{feed}"] = Reply(200, {}, rss(items))
        tables = [
            source(f"s{n}", title=f"源{n}", feeds=[f"{site.base}/feed{n}"], content="feed")
            for n in range(FEEDS)
        ]
        news = archive(tmp_path / "news", *tables)
        crawl = command("crawl", "-A", news, "--json")
        measured = subprocess.run(
            [sys.executable, "-c", MEASURE, *crawl],
            env=ENVIRONMENT, capture_output=True, text=True, check=True,
        )  # fmt: skip
        site.hits.clear()
        again = mirror("crawl", "-A", news, "--json")
        asked = sorted(path for path in site.paths() if path != "/robots.txt")
    first = json.loads(measured.stdout)
    counts = [(one["new"], one["failed"]) for one in first["report"]["sources"].values()]
    assert counts == [(ENTRIES, 0)] * FEEDS
    assert len(posts(news)) == FEEDS * ENTRIES
    assert first["megabytes"] < 300
    assert asked == sorted(f"/feed{feed}" for feed in range(FEEDS))
    assert (again.status, again.report["commit"]) == (0, None)
