"""The commands that need no network: what they make, what they say, with which exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from commanding import Mirror

pytest_plugins = ("commanding",)

ARTICLE = "https://www.epochtimes.com/gb/23/9/20/n14077919.htm"


def test_without_an_archive_a_command_says_how_to_name_one(mirror: Mirror) -> None:
    status, out, err = mirror("status")
    assert (status, out) == (2, "")
    assert err == (
        "mirror: no archive: give -A DIR, set MIRROR_ARCHIVE, "
        "or go to a directory that has a mirror.toml\n"
    )


def test_an_error_with_json_is_an_object_on_stdout_too(mirror: Mirror) -> None:
    status, out, err = mirror("status", "--json")
    assert status == 2
    assert err == f"mirror: {json.loads(out)['error']}\n"


def test_a_file_is_no_archive(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "news").write_text("x")
    status, out, err = mirror("crawl", "-A", "news")
    assert (status, out) == (2, "")
    assert err == "mirror: news: is a file, not an archive's directory\n"
    assert (tmp_path / "news").read_text() == "x"


def test_an_archive_needs_its_parent(mirror: Mirror, tmp_path: Path) -> None:
    status, _, err = mirror("crawl", "-A", "a/b")
    assert (status, err.count("\n")) == (2, 1)
    assert "the directory above it does not exist" in err
    assert list(tmp_path.iterdir()) == []


def test_a_reading_command_makes_no_archive(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    status, _, err = mirror("status", "-A", "news")
    assert status == 2
    assert "no archive; make one with: mirror init" in err
    assert list((tmp_path / "news").iterdir()) == []


def test_a_mistyped_key_is_one_line_and_2(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "mirror.toml").write_text("[crawl]\ndelays = 1")
    status, out, err = mirror("crawl")
    assert (status, out) == (2, "")
    reason = 'unknown key "delays"; did you mean "delay"?'
    assert err == f"mirror: {tmp_path}/mirror.toml: [crawl]: {reason}\n"


def test_init_makes_an_archive_in_a_repository_of_its_own(mirror: Mirror, tmp_path: Path) -> None:
    status, out, _ = mirror("init", "news")
    assert status == 0
    assert {path.name for path in (tmp_path / "news").iterdir()} == {
        ".git",
        ".mirror",
        "mirror.toml",
    }
    assert (tmp_path / "news/.mirror/.gitignore").read_text() == "*\n"
    assert out.splitlines() == [
        f"made {tmp_path}/news an archive; its settings are in {tmp_path}/news/mirror.toml",
        f"made a git repository in {tmp_path}/news",
    ]


def test_init_again_changes_nothing(mirror: Mirror, tmp_path: Path) -> None:
    mirror("init", "news")
    (tmp_path / "news/mirror.toml").write_text("# mine\n")
    status, out, _ = mirror("init", "news")
    assert (status, out) == (0, f"{tmp_path}/news is an archive already; nothing changed\n")
    assert (tmp_path / "news/mirror.toml").read_text() == "# mine\n"


def test_init_inside_a_repository_makes_no_other(mirror: Mirror, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    mirror("init", "news")
    assert not (tmp_path / "news/.git").exists()


def test_init_as_json(mirror: Mirror, tmp_path: Path) -> None:
    _, out, err = mirror("--json", "init")
    assert json.loads(out)["archive"] == str(tmp_path)
    assert err == ""


def test_init_does_not_write_through_a_link(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "news/.mirror").symlink_to(tmp_path / "elsewhere")
    status, _, err = mirror("init", "news")
    assert (status, err.count("\n")) == (1, 1)
    assert "symbolic link" in err
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert not (tmp_path / "news/mirror.toml").exists()


def test_init_does_not_write_settings_through_a_link(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news/mirror.toml").symlink_to(tmp_path / "elsewhere.toml")
    status, _, err = mirror("init", "news")
    assert (status, err.count("\n")) == (1, 1)
    assert not (tmp_path / "elsewhere.toml").exists()


def test_the_environment_names_the_archive(
    mirror: Mirror, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mirror("init", "news")
    own = '[sources.mine]\ntitle = "我的來源"\nfeeds = ["https://example.org/f"]\n'
    (tmp_path / "news/mirror.toml").write_text(own)
    monkeypatch.setenv("MIRROR_ARCHIVE", "news")
    status, out, _ = mirror("sources", "--json")
    assert status == 0
    assert json.loads(out)["sources"]["mine"] == {
        "title": "我的來源",
        "feeds": ["https://example.org/f"],
        "listings": [],
        "sitemaps": [],
        "built_in": False,
        "enabled": True,
    }


def test_sources_without_an_archive_are_the_built_in_ones(mirror: Mirror) -> None:
    status, out, _ = mirror("sources")
    assert status == 0
    head, row = (line.split() for line in out.splitlines()[:2])
    assert head == ["source", "title", "feeds", "listings", "sitemaps", "origin", "enabled"]
    assert (row[:2], row[-3:]) == (["epochtimes", "大纪元"], ["built", "in", "yes"])


SOURCES = {
    "unknown to crawl": (
        "crawl epochtime -A news",
        'no source "epochtime"; did you mean "epochtimes"?',
    ),
    "unknown to test": (
        "sources test epochtime",
        'no source "epochtime"; did you mean "epochtimes"?',
    ),
    "unknown to refresh": ("refresh --source epoch -A news", 'no source "epoch"'),
    "a word that is not test": ("sources epochtimes", "expected: mirror sources, or"),
    "test of nothing": ("sources test", "expected: mirror sources, or"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "said"), SOURCES.values(), ids=SOURCES)
def test_a_source_that_is_none(mirror: Mirror, words: str, said: str) -> None:
    mirror("init", "news")
    status, out, err = mirror(*words.split())
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_a_crawl_without_enabled_sources_is_a_usage_error(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "mirror.toml").write_text("[sources.epochtimes]\nenabled = false\n")
    assert mirror("crawl") == (2, "", "mirror: no source is enabled; see: mirror sources\n")


def test_a_source_with_nothing_to_crawl_is_named(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "mirror.toml").write_text('[sources.a]\ntitle = "A"\narticle = "/a/"\n')
    assert mirror("crawl", "a") == (
        2,
        "",
        "mirror: a: has no feeds, listings or sitemaps to crawl\n",
    )


NO_URLS = {
    "a word": ("fetch", "nonsense"),
    "a file": ("fetch", "file:///etc/passwd"),
    "a script": ("fetch", "javascript:alert(1)"),
    "nothing": ("fetch",),
    "a word to refresh": ("refresh", "nonsense"),
}


@pytest.mark.parametrize("words", NO_URLS.values(), ids=NO_URLS)
def test_what_is_no_url_is_one_line_and_2(
    mirror: Mirror, tmp_path: Path, words: tuple[str]
) -> None:
    status, out, err = mirror(*words, "-A", "news")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert (words[-1] if len(words) > 1 else "required: URL") in err
    assert list(tmp_path.iterdir()) == []


def test_stdout_is_for_posts_or_for_json(mirror: Mirror) -> None:
    status, _, err = mirror("fetch", "--stdout", "--json", ARTICLE)
    assert status == 2
    assert "choose one" in err


def test_a_recording_that_is_not_there_is_a_usage_error(mirror: Mirror) -> None:
    mirror("init", "news")
    status, _, err = mirror("crawl", "-A", "news", "--replay", "none.warc.gz")
    assert (status, err) == (2, "mirror: none.warc.gz: no recording there\n")


def process(
    *words: str, cwd: Path, stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    root = str(Path(__file__).parents[1])
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": root, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "mirror", *words]
    return subprocess.run(
        command, cwd=cwd, env=env, stdout=stdout, stderr=subprocess.PIPE, check=False
    )


def test_the_help_needs_neither_scrapy_nor_lxml(tmp_path: Path) -> None:
    code = (
        "import sys; from mirror.cli import main; main(['--help']); "
        "sys.exit(bool({'scrapy', 'lxml', 'rich'} & set(sys.modules)))"
    )
    root = str(Path(__file__).parents[1])
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_c_locale_changes_no_byte(tmp_path: Path) -> None:
    (tmp_path / "mirror.toml").write_text(
        '[sources.a]\ntitle = "我的來源"\narticle = "x"\n', "utf-8"
    )
    done = process("sources", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "我的來源".encode() in done.stdout


def test_a_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = process("sources", cwd=tmp_path, stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")
