"""What is stored: each article once under a name of its own, and what `verify` says of it."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from archives import opened, python, repository
from builders import article

from mirror.archive.verify import verify
from mirror.errors import ArchiveError
from mirror.normalise.urls import canonical_url
from mirror.post import file_name, render

ONE = article(url="https://news.example/1", title="甲")
TWO = article(url="https://news.example/2", title="乙")
PATH = "_posts/2026/03/2026-03-01-甲.md"


def key(it):
    return canonical_url(it.url)


def posts(root):
    """All posts below `root`: path -> bytes."""
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.md")}


def store(root, *articles, message="m", **options):
    """Add `articles` in a run of their own; the commit's SHA."""
    with opened(root, **options) as archive:
        for it in articles:
            archive.add(it, [key(it)])
        return archive.flush_and_commit(message, enabled=(root / ".git").exists())


def test_the_index_is_rebuilt_from_the_posts(tmp_path):
    store(tmp_path, ONE, TWO)
    (tmp_path / ".mirror/index.sqlite").unlink()
    with opened(tmp_path) as archive:
        assert archive.read(archive.find(key(TWO))) == TWO


def test_flat_and_dated_posts_of_other_tools_are_taken_over(tmp_path):
    folder = tmp_path / "_posts"
    folder.mkdir()
    (folder / "2020-01-01-旧.md").write_bytes(render(ONE))
    (folder / "old").mkdir()
    (folder / "old" / "x.md").write_bytes(
        b"---\ntitle: x\nfrom: https://news.example/2\n---\nbody\n"
    )
    (folder / "notes.md").write_bytes(b"no front matter\n")
    with opened(tmp_path) as archive:
        assert archive.find(key(ONE)).path == "_posts/2020-01-01-旧.md"
        assert archive.find(key(TWO)).path == "_posts/old/x.md"
        assert archive.unreadable == ["_posts/notes.md"]


COLLISIONS = {
    "the same title": ("甲", "甲"),
    "punctuation": ("甲 乙", "甲-乙"),
    "case": ("News", "NEWS"),
    "composition": ("é", "e\u0301"),
    "the same beginning": ("字" * 50 + "上", "字" * 50 + "下"),
}


@pytest.mark.parametrize(("one", "other"), COLLISIONS.values(), ids=COLLISIONS)
def test_two_articles_never_share_a_name(tmp_path, one, other):
    first, second = replace(ONE, title=one), replace(TWO, title=other)
    store(tmp_path, first, second)
    assert sorted(posts(tmp_path).values()) == sorted([render(first), render(second)])
    with opened(tmp_path) as archive:
        assert archive.find(key(second)).path.endswith(file_name(second, suffix=True))


def test_a_post_that_a_person_edited_is_not_rewritten(tmp_path):
    store(tmp_path, ONE)
    edited = render(ONE).replace("正文".encode(), "改文".encode())
    (tmp_path / PATH).write_bytes(edited)
    with opened(tmp_path) as archive, pytest.raises(ArchiveError, match="edited by hand"):
        archive.rewrite(archive.find(key(ONE)), replace(ONE, title="新"))
    assert posts(tmp_path) == {PATH: edited}


def test_a_post_that_a_person_deleted_is_remembered(tmp_path):
    root = repository(tmp_path / "a")
    store(root, ONE)
    (root / PATH).unlink()
    with opened(root) as archive:
        known = archive.find(key(ONE))
        assert known.gone
        assert list(archive.index.posts()) == []
        archive.forget(known)
        assert archive.add(ONE, [key(ONE)]).path == PATH


def test_facts_about_a_page_survive_a_rewrite_but_not_a_rebuild(tmp_path):
    with opened(tmp_path) as archive:
        known = archive.add(ONE, [key(ONE)], origin="page", seen="s", etag='"e"')
        archive.note(known, keys=["alias"], checked_at="2026-03-02")
        archive.rewrite(archive.find("alias"), replace(ONE, title="新"))
    with opened(tmp_path) as archive:
        known = archive.find("alias")
        assert (known.origin, known.seen, known.checked_at) == ("page", "s", "2026-03-02")
        assert known.validators == {"If-None-Match": '"e"'}


def test_a_temporary_file_of_a_killed_run_is_removed(tmp_path):
    store(tmp_path, ONE)
    left = (tmp_path / PATH).parent / ".mirror-post.tmp"
    left.write_text("half")
    with opened(tmp_path):
        assert not left.exists()


def test_a_full_disk_costs_the_post_and_leaves_nothing_half(tmp_path):
    script = (
        "import resource, sys, signal; from pathlib import Path; from archives import opened\n"
        "from builders import article; from mirror.errors import ArchiveError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "with opened(Path(sys.argv[1])) as archive:\n"
        "    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)\n"
        "    big = article(body='<p>' + '字' * 4_000_000 + '</p>')\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (5_000_000, hard))\n"
        "    try: archive.add(big, ['k'])\n"
        "    except ArchiveError as exc: print(exc)\n"
        "    assert archive.find('k') is None\n"
    )
    done = python(script, str(tmp_path))
    assert "can't be written: File too large" in done.stdout, done.stderr
    assert [path for path in (tmp_path / "_posts").rglob("*") if path.is_file()] == []


def test_nothing_is_listed_again_that_did_not_change(tmp_path, monkeypatch):
    store(tmp_path, ONE, TWO)
    for path in [tmp_path / "_posts", *(tmp_path / "_posts").rglob("[0-9][0-9]*")]:
        os.utime(path, (1, 1))  # long ago, so in no tick of the clock with a change
    with opened(tmp_path):
        pass
    listed = []
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: listed.append(path) or scandir(path))
    with opened(tmp_path) as archive:
        assert archive.find(key(ONE))
    assert listed == []


def test_verify_finds_what_is_not_as_it_should_be(tmp_path):
    store(tmp_path, ONE, TWO)
    folder = (tmp_path / PATH).parent
    (folder / "2026-03-01-别名.md").write_bytes(render(article(url="https://news.example/3")))
    (folder / "2026-03-01-乙二.md").write_bytes(render(replace(TWO, title="乙二")))
    (folder / "junk.md").write_text("junk")
    with opened(tmp_path) as archive:
        found = {(fault.problem, Path(fault.url).name) for fault in verify(archive, _quiet)}
    assert found == {
        ("misnamed", "2026-03-01-别名.md"),
        ("double", "2026-03-01-乙二.md"),
        ("unreadable", "junk.md"),
    }


def test_verify_has_nothing_to_say_of_a_good_archive(tmp_path):
    old = render(replace(ONE, title="甲: 乙"))
    store(tmp_path, ONE, TWO)
    with opened(tmp_path) as archive:  # a corrected title leaves the name as it was
        known = archive.find(key(ONE))
        archive.rewrite(known, replace(ONE, title="更正", last_modified_at=ONE.date))
    (tmp_path / "_posts/2026-03-01-甲: 乙.md").write_bytes(old.replace(b"/1", b"/9"))
    with opened(tmp_path) as archive:
        assert verify(archive, _quiet) == []


def _quiet(done, total, text):
    assert done <= total
    assert text
