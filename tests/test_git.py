"""Commits that hold exactly their paths, whatever else is going on in the work tree."""

import pytest
from archives import git, repository

from mirror.archive.git import Repository
from mirror.errors import GitError

AWKWARD = ["a b.md", "引号“”.md", '"quoted".md', "-dash.md", "new\nline.md", "back\\slash.md"]


@pytest.fixture
def tree(tmp_path):
    return repository(tmp_path / "tree")


def write(tree, name, text="text\n"):
    path = tree / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def names(tree, commit="HEAD"):
    listed = git(tree, "ls-tree", "-r", "-z", "--name-only", commit)
    return {name for name in listed.split("\0") if name}


def test_a_commit_holds_its_paths_and_leaves_the_tree_clean(tree):
    paths = [write(tree, f"_posts/{name}") for name in AWKWARD]
    commit = Repository.find(tree).commit(paths, "mirror: posts")
    assert commit == git(tree, "rev-parse", "HEAD")
    assert names(tree) == {"README", *(f"_posts/{name}" for name in AWKWARD)}
    assert git(tree, "status", "--porcelain") == ""
    assert git(tree, "fsck", "--strict") == ""
    assert git(tree, "log", "-1", "--format=%s|%an|%P") == (
        f"mirror: posts|Tester|{git(tree, 'rev-parse', 'HEAD^')}"
    )


def test_what_a_person_staged_or_edited_stays_as_it_was(tree):
    write(tree, "staged.txt")
    git(tree, "add", "staged.txt")
    write(tree, "README", "edited\n")
    write(tree, "untracked.txt")
    before = git(tree, "status", "--porcelain")
    Repository.find(tree).commit([write(tree, "_posts/a.md")], "m")
    assert git(tree, "status", "--porcelain") == before
    assert names(tree) == {"README", "_posts/a.md"}


def test_the_same_again_is_no_commit(tree):
    path = write(tree, "_posts/a.md")
    found = Repository.find(tree)
    found.commit([path], "m")
    head = git(tree, "rev-parse", "HEAD")
    assert found.commit([path], "m") is None
    assert found.commit([], "m") is None
    assert git(tree, "rev-parse", "HEAD") == head


def test_the_first_commit_of_a_repository(tmp_path):
    git(tmp_path, "init", "-q")
    commit = Repository.find(tmp_path).commit([write(tmp_path, "_posts/a.md")], "m")
    assert git(tmp_path, "rev-list", "HEAD") == commit
    assert git(tmp_path, "status", "--porcelain") == ""


def test_a_detached_head_moves_on(tree):
    git(tree, "checkout", "-q", "--detach")
    commit = Repository.find(tree).commit([write(tree, "_posts/a.md")], "m")
    assert git(tree, "rev-parse", "HEAD") == commit
    assert git(tree, "rev-parse", "main") != commit


def test_an_archive_below_the_work_tree(tree):
    path = write(tree, "sites/news/_posts/a.md")
    Repository.find(tree / "sites/news").commit([path], "m")
    assert "sites/news/_posts/a.md" in names(tree)


def test_without_identity_our_own_is_used(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    tree = tmp_path / "tree"
    tree.mkdir()
    git(tree, "init", "-q")
    Repository.find(tree).commit([write(tree, "a.md")], "m")
    assert git(tree, "log", "-1", "--format=%an <%ae>|%cn") == "mirror <mirror@localhost>|mirror"
    assert "user" not in (tree / ".git/config").read_text()


def test_the_callers_git_variables_change_nothing(tree, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "nothing"))
    found = Repository.find(tree)
    commit = found.commit([write(tree, "a.md")], "m")
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert git(tree, "rev-parse", "HEAD") == commit


BUSY = {
    "a lock left behind": ("index.lock", "index.lock"),
    "a merge": ("MERGE_HEAD", "a merge is under way"),
    "a rebase": ("rebase-merge", "a rebase is under way"),
}


@pytest.mark.parametrize(("name", "said"), BUSY.values(), ids=BUSY)
def test_a_busy_repository_is_left_alone(tree, name, said):
    (tree / ".git" / name).write_text("")
    head = git(tree, "rev-parse", "HEAD")
    with pytest.raises(GitError, match=said):
        Repository.find(tree).commit([write(tree, "a.md")], "m")
    assert git(tree, "rev-parse", "HEAD") == head
    (tree / ".git" / name).unlink()
    assert Repository.find(tree).commit([tree / "a.md"], "m")


def test_hooks_do_not_run(tree):
    hook = tree / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    assert Repository.find(tree).commit([write(tree, "a.md")], "m")


def test_a_run_that_died_before_the_index_was_mended_is_mended(tree):
    path = write(tree, "a.md")
    Repository.find(tree).commit([path], "m")
    git(tree, "rm", "-q", "--cached", "a.md")
    assert Repository.find(tree).commit([path], "m") is None
    assert git(tree, "status", "--porcelain") == ""


def test_no_repository_is_none(tmp_path):
    assert Repository.find(tmp_path) is None


def test_a_directory_that_a_repository_ignores_is_not_in_it(tree):
    write(tree, ".gitignore", "demo/\n")
    (tree / "demo").mkdir()
    assert Repository.find(tree / "demo") is None
    Repository.init(tree / "demo")
    assert Repository.find(tree / "demo").tree == tree / "demo"


def test_versions_are_told_newest_first(tree):
    found = Repository.find(tree)
    path = write(tree, "_posts/引 号.md", "one\n")
    found.commit([path], "first")
    path.write_text("two\n")
    found.commit([path], "second")
    told = [(version.subject, version.data) for version in found.versions(path)]
    assert told == [("second", b"two\n"), ("first", b"one\n")]


def test_a_file_without_history_has_no_versions(tree):
    assert list(Repository.find(tree).versions(write(tree, "a.md"))) == []


def test_a_push_goes_to_each_remote_and_says_what_failed(tree, tmp_path):
    git(tmp_path, "init", "-q", "--bare", "far.git")
    far = str(tmp_path / "far.git")
    failures = Repository.find(tree).push([far, str(tmp_path / "gone")])
    assert git(tmp_path / "far.git", "rev-parse", "main") == git(tree, "rev-parse", "HEAD")
    assert len(failures) == 1
    assert "gone" in failures[0]


def test_a_remote_that_moved_on_is_not_overwritten(tree, tmp_path):
    git(tmp_path, "init", "-q", "--bare", "far.git")
    far = str(tmp_path / "far.git")
    Repository.find(tree).push([far])
    git(tmp_path, "clone", "-q", "-b", "main", far, "other")
    other = tmp_path / "other"
    git(
        other,
        "-c",
        "user.name=o",
        "-c",
        "user.email=o@o",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "o",
    )
    git(other, "push", "-q")
    Repository.find(tree).commit([write(tree, "a.md")], "m")
    assert Repository.find(tree).push([far])
    assert git(tmp_path / "far.git", "rev-parse", "main") == git(other, "rev-parse", "HEAD")
