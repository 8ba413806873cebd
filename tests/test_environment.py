"""Whatever the environment a run finds: the same bytes."""

import os
import subprocess
from pathlib import Path

import pytest
from recorded import FIRST
from running import ENVIRONMENT, command, mirror, named, posts

ENVIRONMENTS = {
    "the C locale": {"LANG": "C", "LC_ALL": "C"},
    "POSIX": {"LC_ALL": "POSIX"},
    "a locale that is not there": {"LC_ALL": "xx_YY.UTF-8"},
    "another encoding for the streams": {"PYTHONIOENCODING": "ascii:strict"},
    "no encoding but ASCII": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "nothing but a path": {"HOME": "/nowhere", "TMPDIR": "/nowhere", "TERM": "", "TZ": "Nowhere/X"},
    "a zone far east": {"TZ": "Pacific/Kiritimati"},
}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    news = tmp_path_factory.mktemp("usual") / "news"
    assert mirror("crawl", "-A", news, "--replay", FIRST).status == 0
    return posts(news)


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_posts_are_the_same_to_the_byte(
    tmp_path: Path, usual: dict[str, bytes], environment: dict[str, str]
) -> None:
    ran = mirror("crawl", "-A", tmp_path / "news", "--replay", FIRST, cwd=tmp_path, **environment)
    assert (ran.status, "Traceback" in ran.err) == (0, False), ran
    assert posts(tmp_path / "news") == usual


def test_a_strict_umask_changes_no_byte(tmp_path: Path, usual: dict[str, bytes]) -> None:
    words = command("crawl", "-q", "-A", "news", "--replay", FIRST)
    done = subprocess.run(words, cwd=tmp_path, env=ENVIRONMENT, umask=0o077, check=False)
    assert done.returncode == 0
    assert named(posts(tmp_path / "news")) == named(usual)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")
@pytest.mark.parametrize("place", [".", "_posts", ".mirror"])
def test_what_is_read_only_is_said_before_anything_is_asked(tmp_path: Path, place: str) -> None:
    news = tmp_path / "news"
    assert mirror("crawl", "-A", news, "-q", "--replay", FIRST).status == 0
    script = (
        'mount --bind "$0" "$0" 2>/dev/null && mount -o remount,bind,ro "$0" || exit 77; exec "$@"'
    )
    words = ["unshare", "-m", "sh", "-c", script, str(news / place),
             *command("crawl", "-A", news, "epochtimes")]  # fmt: skip
    done = subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode == 77:
        pytest.skip("this root may not mount")
    assert (done.returncode, done.stdout) == (1, ""), done
    assert str(news) in done.stderr
    assert "not crawled: epochtimes" in done.stderr
