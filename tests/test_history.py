"""`mirror log`: versions as a readable diff."""

from mirror.archive.git import Version
from mirror.commands.history import changes, readable, told

OLD = """---
layout: post
title: "甲"
---
<!--1-->
[甲](https://example.org/1)
------

<div>
<p>一。</p><p>二。</p>
</div>
"""
NEW = OLD.replace("二。", "三。\x1b").replace("---\n<!", "last_modified_at: x\n---\n<!")
VERSIONS = [
    Version("b" * 40, "2025-02-02T00:00:00+00:00", "Correct 1 article", NEW.encode()),
    Version("a" * 40, "2025-02-01T00:00:00+00:00", "Add 1 article", OLD.encode()),
]


def test_a_post_is_read_as_its_head_and_its_paragraphs() -> None:
    assert readable(OLD.encode())[-3:] == ["[甲](https://example.org/1)", "一。", "二。"]


def test_a_correction_shows_what_it_changed_and_cannot_steer_the_terminal() -> None:
    newest = changes(VERSIONS)[0]
    assert (newest["commit"], newest["subject"]) == ("b" * 40, "Correct 1 article")
    lines = [line for line in newest["diff"].splitlines() if line[:1] in "+-"]
    assert lines[2:] == ["+last_modified_at: x", "-二。", "+三。"]


def test_the_first_version_is_all_new() -> None:
    lines = changes(VERSIONS)[1]["diff"].splitlines()[3:]
    assert lines == [f"+{line}" for line in readable(OLD.encode())]


def test_each_version_has_a_heading() -> None:
    text = told(VERSIONS)
    assert text.startswith("bbbbbbbbbbbb  2025-02-02T00:00:00+00:00  Correct 1 article\n")
    assert "\n\naaaaaaaaaaaa  2025-02-01T00:00:00+00:00  Add 1 article\n" in text


def test_no_version_is_no_text() -> None:
    assert told([]) == ""
