"""The paragraphs of WordprocessingML (ECMA-376, part 1, 17)."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from onrecord.model import BlockKind
from onrecord.read.inline import Inline
from onrecord.read.page import Shown

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def name(tag: str) -> str:
    """The full name of an element or attribute."""
    return f"{{{_SPACE}}}{tag}"


_PARAGRAPH = name("p")
# What was deleted or moved away is kept in the file, and so is a second copy for older programs.
_LEFT_OUT = frozenset({name("del"), name("moveFrom"), name("rPr"), name("pPr"), name("instrText"), _FALLBACK})
_WRITTEN = {name("tab"): " ", name("br"): " ", name("cr"): " ", name("noBreakHyphen"): "\u2011", name("ptab"): " "}
_REFERENCES = {name("footnoteReference"): "footnote", name("endnoteReference"): "endnote"}


class Style(NamedTuple):
    """The style of a paragraph by its id, and whether it is an item of a list."""

    style_id: str
    is_listed: bool


def find_paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    """Every paragraph in the order of the file, those in tables and text boxes too."""
    for paragraph in body.iter(_PARAGRAPH):
        if not any(above.tag == _FALLBACK for above in paragraph.iterancestors()):
            yield paragraph


def get_style(paragraph: etree._Element) -> Style:
    """What the paragraph's properties say of it."""
    properties = paragraph.find(name("pPr"))
    if properties is None:
        return Style("", is_listed=False)
    style = properties.find(name("pStyle"))
    style_id = "" if style is None else style.get(name("val"), "")
    return Style(style_id, is_listed=properties.find(name("numPr")) is not None)


def read_paragraph(
    paragraph: etree._Element, kind: BlockKind, *, links: dict[str, str], labels: dict[str, str]
) -> Iterator[Shown]:
    """The block of one paragraph; `labels` gets the label of every note that it refers to, counted from 1."""
    inline = Inline()
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "start" and (tag in _LEFT_OUT or (tag == _PARAGRAPH and element is not paragraph)):
            walk.skip_subtree()
        elif tag == name("hyperlink"):
            if event == "start":
                inline.begin_link(links.get(element.get(f"{{{_RELATIONS}}}id", ""), ""))
            else:
                inline.end_link()
        elif event == "start":
            inline.write(_write(element, tag, labels))
    shown = inline.take(kind)
    if shown.text:
        yield shown


def _write(element: etree._Element, tag: str, labels: dict[str, str]) -> str:
    if tag == name("t"):
        return element.text or ""
    if tag in _REFERENCES:
        key = f"{_REFERENCES[tag]} {element.get(name('id'), '')}"
        return f"[{labels.setdefault(key, str(len(labels) + 1))}]"
    return _WRITTEN.get(tag, "")
