"""Headings that extractors pass over and the article needs."""

import lxml.html
import pytest

from mirror.extract.body.blocks import runs_of
from mirror.extract.body.headings import with_headings

# Paragraphs with a + are chosen; what is expected is the text of the headings that come along.
ROWS = {
    "above a chosen paragraph": ("<p>+甲</p><h2>一</h2><p>+乙</p>", ["一"]),
    "two in a row": ("<p>+甲</p><h2>一</h2><h5>二</h5><p>+乙</p>", ["一", "二"]),
    "behind text that nobody chose": ("<p>+甲</p><p>丙</p><h3>一</h3><p>+乙</p>", ["一"]),
    "with a captioned figure between": (
        "<p>+甲</p><h2>一</h2><figure><figcaption>图</figcaption></figure><p>+乙</p>",
        ["一"],
    ),
    "in a box of its own": ("<p>+甲</p><div><h2>一</h2></div><p>+乙</p>", ["一"]),
    "not above text that nobody chose": ("<p>+甲</p><h2>一</h2><p>丙</p><p>+乙</p>", []),
    "not one that is a link": ("<p>+甲</p><h3><a href='/1'>一</a></h3><p>+乙</p>", []),
    "not before the first chosen text": ("<h2>一</h2><p>+甲</p>", []),
    "not after the last": ("<p>+甲</p><h2>一</h2><p>丙</p>", []),
    "not one as long as a paragraph": (f"<p>+甲</p><h2>{'长' * 151}</h2><p>+乙</p>", []),
    "not one far off in the page": (
        "<p>+甲</p><div><div><div><h2>一</h2></div></div></div><div><div><p>+乙</p></div></div>",
        [],
    ),
}


@pytest.mark.parametrize(("html", "expected"), ROWS.values(), ids=ROWS)
def test_headings_come_with_the_text_below_them(html: str, expected: list[str]) -> None:
    runs = runs_of(lxml.html.fragment_fromstring(html, create_parent="div"))
    chosen = [run for run in runs if run.text.startswith("+")]
    found = with_headings(runs, chosen)
    assert [run.text for run in found if run not in chosen] == expected
    assert [run for run in found if run in chosen] == chosen
