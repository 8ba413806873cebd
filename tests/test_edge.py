"""Feeds of awkward items, whole: each becomes a post, to the byte, and YAML reads every one."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from crawling import Reply, serving
from running import archive, mirror, posts, source

EDGE = Path(__file__).with_name("edge")


@pytest.mark.parametrize("case", ["compat", "broken"])
def test_awkward_items_become_posts(tmp_path: Path, case: str) -> None:
    feed = (EDGE / case / "feed.xml").read_bytes()
    with serving() as site:
        site.replies["/feed"] = Reply(200, {}, feed)
        table = source(title="边缘", feeds=[f"{site.base}/feed"], content="feed")
        news = archive(tmp_path, table, archive='layout = "flat"')
        ran = mirror("crawl", "-A", news, "--json")
        again = mirror("crawl", "-A", news, "--json")
    items = ElementTree.fromstring(feed).findall("channel/item")
    assert ran.counts("news") == {"found": len(items), "new": len(items)}
    assert (again.report["commit"], again.counts("news")["unchanged"]) == (None, len(items))
    golden = {path.name: path.read_bytes() for path in (EDGE / case / "posts").iterdir()}
    assert posts(news) == golden
    heads = [yaml.safe_load(post.decode().split("\n---\n")[0]) for post in golden.values()]
    keys = ["layout", "title", "date", "author", "from", "tags", "comments", "categories"]
    assert all(list(head) == keys for head in heads)
    assert {type(head[key]) for head in heads for key in ("title", "author", "from")} == {str}
