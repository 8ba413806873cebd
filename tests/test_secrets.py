"""What is secret stays where it was: not in logs, reports, posts, recordings or commits."""

import gzip
from pathlib import Path

from crawling import Reply, serving
from running import archive, item, mirror, page, rss, run_git, source

HTML = {"Content-Type": "text/html; charset=utf-8"}
SECRET = "Geheim42"
PROXIES = ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy")


def test_a_secret_is_told_nowhere_however_much_is_logged(tmp_path: Path) -> None:
    with serving() as site:
        host = site.base.removeprefix("http://")
        known = f"http://reader:{SECRET}@{host}"
        site.replies["/feed"] = Reply(
            200, {"Set-Cookie": f"session={SECRET}"},
            rss([item(f"{known}/1", "其一"), item(f"{known}/2", "其二", body="")]),
        )  # fmt: skip
        site.replies["/2"] = Reply(302, {"Location": f"{known}/3"})
        site.replies["/3"] = Reply(200, {**HTML, "Set-Cookie": f"s={SECRET}"}, page("其二"))
        site.replies["/4"] = Reply(500)
        remote = f'remotes = ["http://reader:{SECRET}@127.0.0.1:1/news.git"]'
        news = archive(tmp_path / "news", source(feeds=[f"{site.base}/feed"]), archive=remote)
        environment = dict.fromkeys(PROXIES, f"http://reader:{SECRET}@127.0.0.1:1")
        words = ("-A", news, "-v", "-v", "--record", tmp_path / "recordings")
        runs = [
            mirror("crawl", *words, **environment),
            mirror("fetch", f"{known}/4", f"http://reader:{SECRET}@[bad/5", *words, **environment),
            mirror("refresh", "--all", *words, **environment),
        ]
    assert "GET http://127.0.0.1" in runs[0].err, "it is logged at all"
    said = "".join(ran.out + ran.err for ran in runs)
    assert "push to" in said
    assert SECRET not in said
    assert not any(SECRET.lower() in str(headers).lower() for headers in site.headers)
    (news / "mirror.toml").unlink()  # where a person wrote it
    for path in tmp_path.rglob("*"):
        assert SECRET not in path.name
        data = path.read_bytes() if path.is_file() else b""
        if path.name.endswith(".warc.gz"):  # answers are kept as they came
            lines = gzip.decompress(data).splitlines()
            data = b"\n".join(one for one in lines if one.startswith((b"WARC-", b"GET ", b"Auth")))
        assert SECRET.encode() not in data, path
    assert SECRET not in run_git(news, "log", "--format=%B", "-p", "--all")
