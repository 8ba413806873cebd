"""Where an archive may lie: in a repository's subdirectory, a dirty tree, ignored, unnamed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import Reply, serving
from running import archive, commits, item, mirror, named, posts, rss, run_git, source

NAME = "2026-03-01-小城图书馆重新开放.md"


@pytest.fixture
def table() -> Iterator[str]:
    """A source with one article."""
    with serving() as site:
        site.replies["/feed"] = Reply(200, {}, rss([item(f"{site.base}/1")]))
        yield source(feeds=[f"{site.base}/feed"])


def test_staged_and_dirty_files_are_left_as_they_are(tmp_path: Path, table: str) -> None:
    news = archive(tmp_path, table)
    (news / "kept.txt").write_text("one")
    run_git(news, "add", "kept.txt")
    run_git(news, "commit", "-qm", "mine")
    (news / "kept.txt").write_text("two")
    (news / "staged.txt").write_text("three")
    run_git(news, "add", "staged.txt")
    (news / "_posts").mkdir()
    (news / "_posts/draft.md").write_text("a draft")
    before = run_git(news, "status", "--short")
    assert mirror("crawl", "-A", news).status == 0
    assert run_git(news, "status", "--short", "-uall") == (
        " M kept.txt\nA  staged.txt\n?? _posts/draft.md\n?? mirror.toml\n"
    )
    assert "A  staged.txt" in before
    changed = run_git(news, "show", "--name-status", "--format=", "HEAD")
    assert changed == f"A\t_posts/2026/03/{NAME}\n"


def test_a_subdirectory_of_a_repository_is_committed_there(tmp_path: Path, table: str) -> None:
    run_git(tmp_path, "init", "-q")
    archive(tmp_path / "docs/news", table, git=False)
    assert mirror("crawl", "-A", tmp_path / "docs/news").status == 0
    assert run_git(tmp_path, "ls-files") == f"docs/news/_posts/2026/03/{NAME}\n"
    assert not (tmp_path / "docs/news/.git").exists()


def test_an_ignored_directory_becomes_a_repository_of_its_own(tmp_path: Path) -> None:
    run_git(tmp_path, "init", "-q")
    (tmp_path / ".gitignore").write_text("demo/\n")
    ran = mirror("init", "demo", cwd=tmp_path)
    assert ran.status == 0
    assert (tmp_path / "demo/.git").is_dir()


def test_without_an_identity_a_default_one_is_used_for_that_commit_only(
    tmp_path: Path, table: str
) -> None:
    news = archive(tmp_path / "news", table)
    none = dict.fromkeys(("EMAIL", "HOME", "XDG_CONFIG_HOME"), "")
    assert mirror("crawl", "-A", news, **none).status == 0
    assert run_git(news, "log", "--format=%an <%ae>") == "mirror <mirror@localhost>\n"
    assert "mirror@localhost" not in (news / ".git/config").read_text()


def test_a_users_own_identity_signs_the_commit(tmp_path: Path, table: str) -> None:
    news = archive(tmp_path, table)
    run_git(news, "config", "user.name", "An Archivist")
    run_git(news, "config", "user.email", "archivist@example.org")
    mirror("crawl", "-A", news)
    assert run_git(news, "log", "--format=%an <%ae>") == "An Archivist <archivist@example.org>\n"


def test_a_commit_that_git_refuses_is_made_by_the_next_run(tmp_path: Path, table: str) -> None:
    news = archive(tmp_path, table)
    (news / ".git/MERGE_HEAD").write_text("0" * 40)
    ran = mirror("crawl", "-A", news, "--json")
    assert (ran.status, ran.report["commit"], len(posts(news))) == (1, None, 1)
    assert list(ran.problems("news").values()) == ["not-committed"]
    (news / ".git/MERGE_HEAD").unlink()
    again = mirror("crawl", "-A", news, "--json")
    assert (again.status, commits(news)) == (0, ["mirror: posts of an earlier run"])


LAYOUTS = {
    "dated": ("YYYY/MM", "_posts", f"2026/03/{NAME}"),
    "by year, elsewhere": ("YYYY", "content/posts", f"2026/{NAME}"),
    "flat": ("flat", "_posts", NAME),
}


@pytest.mark.parametrize(("layout", "folder", "path"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(tmp_path: Path, table: str, layout: str, folder: str, path: str) -> None:
    keys = f'layout = "{layout}"\nposts = "{folder}"'
    news = archive(tmp_path, table, archive=keys)
    assert mirror("crawl", "-A", news).status == 0
    assert (news / folder / path).is_file()
    assert mirror("crawl", "-A", news, "--json").counts("news") == {"found": 1, "unchanged": 1}


def test_the_archive_is_named_by_option_environment_or_directory(
    tmp_path: Path, table: str
) -> None:
    roots = [archive(tmp_path / name, table) for name in ("one", "two", "three")]
    mirror("crawl", "-A", roots[0])
    mirror("crawl", MIRROR_ARCHIVE=str(roots[1]))
    mirror("crawl", cwd=roots[2])
    assert [list(named(posts(root))) for root in roots] == [[NAME]] * 3


def test_a_commit_is_pushed_to_each_remote_and_what_failed_is_said(
    tmp_path: Path, table: str
) -> None:
    run_git(tmp_path, "init", "-q", "--bare", "far.git")
    remotes = f'remotes = ["{tmp_path}/far.git", "{tmp_path}/gone.git"]'
    news = archive(tmp_path / "news", table, archive=remotes)
    ran = mirror("crawl", "-A", news, "--json")
    assert ran.status == 1
    (error,) = ran.report["errors"]
    assert "gone.git" in error
    assert run_git(tmp_path / "far.git", "rev-parse", "HEAD").strip() == ran.report["commit"]
    again = mirror("crawl", "-A", news, "--json")
    assert (again.status, again.report["commit"]) == (1, None), "the other is tried again"
    run_git(tmp_path, "init", "-q", "--bare", "gone.git")
    assert mirror("crawl", "-A", news).status == 0
    assert run_git(tmp_path / "gone.git", "rev-parse", "HEAD").strip() == ran.report["commit"]
