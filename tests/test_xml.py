"""The XML reader agrees with libxml2 on what is well formed, and ends soon on what is hostile."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mirror.discover.tree import Document, Element

NAMES = st.sampled_from(["a", "b-c", "title"])
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=12)


def build(name: str, children: list["etree._Element | str"]) -> "etree._Element":
    root = etree.Element(name, key="".join(c for c in children if isinstance(c, str))[:9])
    for child in children:
        if isinstance(child, str):
            last = root[-1] if len(root) else None
            if last is None:
                root.text = (root.text or "") + child
            else:
                last.tail = (last.tail or "") + child
        else:
            root.append(child)
    return root


TREES = st.recursive(
    st.builds(build, NAMES, st.lists(TEXTS, max_size=2)),
    lambda inner: st.builds(build, NAMES, st.lists(TEXTS | inner, max_size=4)),
    max_leaves=12,
)


def shape(element: Element) -> tuple[object, ...]:
    children = tuple(shape(child) for child in element.elements())
    return element.name, element.attributes, element.text(), children


def shape_of_lxml(element: "etree._Element") -> tuple[object, ...]:
    text = "".join(element.itertext())
    return element.tag, dict(element.attrib), text, tuple(shape_of_lxml(child) for child in element)


@given(TREES)
def test_a_well_formed_document_reads_as_libxml2_reads_it(tree: "etree._Element") -> None:
    item = etree.Element("item")
    item.append(tree)
    xml = etree.tostring(item, encoding="unicode")
    document = Document(xml, "", roots=frozenset({"item"}), items=frozenset({"item"}))
    assert [shape(found) for found in document.items()] == [shape_of_lxml(item)]


UNITS = (
    "<a>",
    "</a>",
    "<item>",
    "<![CDATA[",
    "<!--",
    "<?x ",
    "<",
    '<a "',
    "<aaaa",
    "&aaaa",
    "<!DOCTYPE [",
)


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_markup_takes_linear_time(unit: str) -> None:
    text = "<item>" + unit * (200_000 // len(unit))
    start = time.process_time()
    document = Document(text, "", roots=frozenset({"item"}), items=frozenset({"item"}))
    list(document.items())
    assert document.truncated
    assert time.process_time() - start < 3
