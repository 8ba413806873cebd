"""Posts on disk and the index beside them, through what people and machines do to both."""

import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from archives import add, age, git, key, numbered, opened, posts, repository
from builders import NOON, article

from mirror.errors import ArchiveBusyError, ArchiveError
from mirror.post import parse, render

LAYOUTS = {
    "YYYY/MM": "_posts/2026/03/2026-03-01-第1則新聞.md",
    "YYYY": "_posts/2026/2026-03-01-第1則新聞.md",
    "flat": "_posts/2026-03-01-第1則新聞.md",
}


@pytest.mark.parametrize(("layout", "path"), LAYOUTS.items(), ids=LAYOUTS)
def test_a_layout_places_posts_by_date(tmp_path: Path, layout: str, path: str) -> None:
    with opened(tmp_path, layout=layout) as archive:
        add(archive, 1)
    assert posts(tmp_path) == [path]
    assert (tmp_path / path).read_bytes() == render(numbered(1))


def test_what_was_added_is_found_at_once_and_by_the_next_run(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        add(archive, 1, etag='"1"', seen="digest", origin="page")
        first = archive.find("nothing", key(1))
    with opened(tmp_path) as archive:
        again = archive.find(key(1))
        assert again is not None
        assert archive.read(again) == numbered(1)
    assert first is not None
    assert (again.url, again.seen, again.validators) == (key(1), "digest", {"If-None-Match": '"1"'})


def test_articles_of_one_name_get_a_file_each(tmp_path: Path) -> None:
    titles = ["A b", "a-b", "A？B", "😀", "🎉"]
    with opened(tmp_path, layout="flat") as archive:
        for number, title in enumerate(titles):
            archive.add(replace(numbered(number), title=title), [key(number)])
    assert len(posts(tmp_path)) == len({one.casefold() for one in posts(tmp_path)}) == 5
    assert {parse((tmp_path / one).read_bytes()).title for one in posts(tmp_path)} == set(titles)


def test_a_file_that_is_no_post_is_not_overwritten(tmp_path: Path) -> None:
    place = tmp_path / "_posts" / "2026-03-01-第1則新聞.md"
    place.parent.mkdir()
    place.write_text("my own notes", "utf-8")
    with opened(tmp_path, layout="flat") as archive:
        assert archive.unreadable == ["_posts/2026-03-01-第1則新聞.md"]
        add(archive, 1)
    assert place.read_text("utf-8") == "my own notes"
    assert len(posts(tmp_path)) == 2


def test_a_missing_index_is_made_anew_from_flat_and_dated_posts(tmp_path: Path) -> None:
    with opened(tmp_path, layout="flat") as archive:
        add(archive, 1)
    with opened(tmp_path) as archive:
        add(archive, 2)
    shutil.rmtree(tmp_path / ".mirror")
    with opened(tmp_path) as archive:
        assert [archive.find(key(one)) is not None for one in (1, 2, 3)] == [True, True, False]


def test_the_state_is_kept_out_of_git(tmp_path: Path) -> None:
    root = repository(tmp_path)
    with opened(root) as archive:
        add(archive, 1)
        assert archive.flush_and_commit("posts", enabled=True)
    assert git(root, "status", "--porcelain", "--ignored") == "!! .mirror/\n"


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    with opened(tmp_path), pytest.raises(ArchiveBusyError, match=f"process {os.getpid()}"):
        opened(tmp_path)


def test_one_may_read_while_another_writes(tmp_path: Path) -> None:
    with opened(tmp_path) as writer:
        add(writer, 1)
        with opened(tmp_path, writing=False) as reader:
            known = reader.find(key(1))
            assert known is not None
            assert reader.read(known) == numbered(1)
        add(writer, 2)
    with opened(tmp_path, writing=False) as reader:
        assert reader.find(key(2)) is not None


# What people do to the posts


def test_a_post_that_was_deleted_stays_deleted_and_keeps_its_keys(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        add(archive, 1).unlink()
        archive.flush_and_commit("posts", enabled=False)
    with opened(tmp_path) as archive:
        known = archive.find(key(1))
        assert known is not None
        assert known.gone
        assert list(archive.index.posts()) == []


def test_a_post_that_is_put_back_is_there_again(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        path = add(archive, 1)
        archive.flush_and_commit("posts", enabled=False)
    path.unlink()
    opened(tmp_path).close()
    path.write_bytes(render(numbered(1)))
    with opened(tmp_path) as archive:
        assert [one.url for one in archive.index.posts()] == [key(1)]


def test_a_post_that_was_moved_is_known_at_its_new_place(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        path = add(archive, 1)
        archive.flush_and_commit("posts", enabled=False)
    (tmp_path / "_posts" / "archive").mkdir()
    path.rename(tmp_path / "_posts" / "archive" / "renamed.md")
    with opened(tmp_path) as archive:
        known = archive.find(key(1))
        assert known is not None
        assert (known.path, known.gone) == ("_posts/archive/renamed.md", 0)


def test_an_edit_by_hand_is_not_overwritten(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        path = add(archive, 1)
        archive.flush_and_commit("posts", enabled=False)
    edited = path.read_bytes().replace("正文".encode(), "正文，已校對".encode())
    path.write_bytes(edited)
    for _ in range(2):  # also when the index has seen the edit
        with opened(tmp_path) as archive:
            known = archive.find(key(1))
            assert known is not None
            with pytest.raises(ArchiveError, match="edited by hand"):
                archive.rewrite(known, numbered(1, body="<p>新文。</p>"))
        age(tmp_path)
    assert path.read_bytes() == edited


def test_a_rewrite_keeps_the_path_whatever_the_title(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        path = add(archive, 1)
        known = archive.find(key(1))
        assert known is not None
        again = archive.rewrite(known, replace(numbered(1), title="更正的標題"))
        archive.rewrite(again, replace(numbered(1), title="再更正"))
    assert posts(tmp_path) == [str(path.relative_to(tmp_path))]
    assert parse(path.read_bytes()).title == "再更正"


def test_a_post_that_came_while_a_run_was_writing_is_seen_by_the_next(tmp_path: Path) -> None:
    with opened(tmp_path, layout="flat") as archive:
        add(archive, 1)
        (tmp_path / "_posts" / "theirs.md").write_bytes(render(numbered(2)))
        age(tmp_path)
        archive.flush_and_commit("posts", enabled=False)
    with opened(tmp_path, layout="flat") as archive:
        assert archive.find(key(2)) is not None


# Choosing what to look at again


def test_posts_come_longest_unseen_first_and_newly_noted_ones_do_not_come_twice(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as archive:
        for number in (1, 2, 3):
            add(archive, number)
        second = archive.find(key(2))
        assert second is not None
        archive.note(second, checked_at="2026-03-02T00:00:00+00:00")
        seen = []
        for known in archive.index.posts():
            seen.append(known.url)
            archive.note(known, checked_at="2026-03-03T00:00:00+00:00")
    assert seen[2:] == [key(2)]
    assert sorted(seen) == [key(1), key(2), key(3)]


CHOICES = {
    "since": ({"since": NOON - timedelta(hours=1)}, {1, 2}),
    "site": ({"site": "別處"}, {2, 3}),
    "both": ({"since": NOON - timedelta(hours=1), "site": "別處"}, {2}),
    "limit": ({"limit": 0}, set()),
}


@pytest.mark.parametrize(("choice", "numbers"), CHOICES.values(), ids=CHOICES)
def test_posts_are_chosen(tmp_path: Path, choice: dict[str, object], numbers: set[int]) -> None:
    old = datetime(2020, 1, 1, tzinfo=UTC)
    with opened(tmp_path) as archive:
        archive.add(numbered(1), [key(1)])
        archive.add(numbered(2, site="別處"), [key(2)])
        archive.add(numbered(3, site="別處", published=old), [key(3)])
        assert {one.url for one in archive.index.posts(**choice)} == {key(one) for one in numbers}


def test_an_alias_finds_the_article_and_takes_none_from_another(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        archive.add(numbered(1), [key(1), "alias"])
        archive.add(article(url=key(2), title="二"), [key(2), "alias"])
        known = archive.find("alias")
        assert known is not None
        assert known.url == key(1)
