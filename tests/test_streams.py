"""Who reads a run's output may be gone, or its disk full: the run does its work all the same."""

import subprocess
from pathlib import Path

import pytest
from crawling import Reply, serving
from running import ENVIRONMENT, archive, command, commits, item, rss, source

# How the run is started, by a shell; and the statuses that it may end with.
STREAMS = {
    "closed stdout": ('"$@" >&-', {0}),
    "closed stderr": ('"$@" 2>&-', {0}),
    "all closed": ('"$@" <&- >&- 2>&-', {0}),
    "a full disk": ('"$@" >/dev/full', {1}),
    "a full disk for what is said": ('"$@" -v 2>/dev/full', {0}),
    "a reader that is gone": ('("$@"; echo $? >status) | true; exit $(cat status)', {141}),
    "a reader of what is said that is gone": (
        '("$@" -v 2>&1 >/dev/null; echo $? >status) | true; exit $(cat status)', {0},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("script", "statuses"), STREAMS.values(), ids=STREAMS)
def test_the_run_does_its_work_whoever_reads_its_output(
    tmp_path: Path, script: str, statuses: set[int]
) -> None:
    with serving() as site:
        site.replies["/feed"] = Reply(200, {}, rss([item(f"{site.base}/1")]))
        news = archive(tmp_path / "news", source(feeds=[f"{site.base}/feed"]))
        done = subprocess.run(
            ["sh", "-c", script, "sh", *command("crawl", "-A", news)],
            cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode in statuses, done
    assert commits(news) == ["mirror: 1 new"], done
    assert "Traceback" not in done.stderr
    if statuses == {1}:
        assert (
            done.stderr == "mirror: standard output can't be written to: No space left on device\n"
        )
