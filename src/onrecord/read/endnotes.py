"""The notes of a web page: links to a place on the same page, and what stands there."""

import re

from lxml import etree

from onrecord.read.elements import get_words

_LABEL = re.compile(r"[\[(]?(\d{1,3})[\])]?\.?")
_BACK = re.compile(r"[\s↩↑⇑^\ufe0e\ufe0f]+")
# The parser lets them through, but takes none back.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NOTE = "data-note"
_TARGETS = frozenset({"li", "p", "div", "dd", "td", "section", "aside"})


def mark_notes(root: etree._Element) -> None:
    """Write every reference to a note as `[1]`, and the note itself with its label before it; drop the ways back.

    A raised number would else run into the word before it, and a numbered list shows numbers that are in no text.
    """
    labels: dict[str, str] = {}
    for link in tuple(root.iter("a")):
        target = link.get("href", "")
        words = get_words(link) if target.startswith("#") and len(target) > 1 else ""
        label = _LABEL.fullmatch(words.strip())
        if label:
            labels.setdefault(target[1:], label[1])
            _write(link, f"[{label[1]}]")
        elif words and _BACK.fullmatch(words):
            _write(link, "")
    if labels:
        _mark_targets(root, labels)


def is_note(element: etree._Element) -> bool:
    """Whether the element holds a note."""
    return element.get(_NOTE) is not None


def _write(link: etree._Element, text: str) -> None:
    for child in tuple(link):
        link.remove(child)
    link.text = text


def _mark_targets(root: etree._Element, labels: dict[str, str]) -> None:
    backward = _find_backward(root, labels)
    for element in root.iter():
        names = (element.get("id"), element.get("name"))
        label = next((labels[name] for name in names if name in labels and name not in backward), None)
        holder = _get_holder(element) if label else None
        if holder is not None and label and holder.get(_NOTE) is None:
            holder.set(_NOTE, label)
            words = get_words(holder).lstrip()
            if not _LABEL.match(words):
                holder.text = f"[{label}] {_CONTROL.sub('', holder.text or '').lstrip()}"


def _find_backward(root: etree._Element, labels: dict[str, str]) -> set[str]:
    """The names that are references themselves: a note that links back to its reference would make that a note too."""
    backward = set()
    seen: set[str] = set()
    for link in root.iter("a"):
        target = link.get("href", "")[1:]
        around = link.getparent()
        names = {link.get("id"), link.get("name"), None if around is None else around.get("id")}
        if target in labels and target not in seen:
            backward |= {name for name in names if name}
            seen |= {name for name in names if name}
    return backward


def _get_holder(element: etree._Element) -> etree._Element | None:
    """The block that the named place stands in."""
    if element.tag in _TARGETS:
        return element
    return next((above for above in element.iterancestors() if above.tag in _TARGETS), None)
