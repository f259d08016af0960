"""What the elements of a web page are to a reader of text (`elements.toml`)."""

import functools
import importlib.resources
import re
import tomllib

import msgspec
from lxml import etree

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Elements(msgspec.Struct, frozen=True, kw_only=True):
    """The table."""

    source: str
    silent: frozenset[str]
    blocks: frozenset[str]
    furniture: frozenset[str]
    roles: frozenset[str]
    names: frozenset[str]


@functools.cache
def get_elements() -> Elements:
    """The table, read once."""
    text = importlib.resources.files("onrecord.read").joinpath("elements.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Elements)


def get_words(element: etree._Element) -> str:
    """All text below an element."""
    return "".join(str(text) for text in element.itertext())


def is_unseen(element: etree._Element) -> bool:
    """Whether a reader of the page never sees what the element holds."""
    if element.tag in get_elements().silent or element.get("hidden") is not None:
        return True
    return bool(_HIDDEN.search(element.get("style", "")))


def is_furniture(element: etree._Element) -> bool:
    """Whether the element says of itself that it is navigation or stands beside the content."""
    known = get_elements()
    if element.tag in known.furniture or element.get("role") in known.roles:
        return True
    if element.tag == "header":
        return not any(above.tag in {"article", "main", "section"} for above in element.iterancestors())
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    return not known.names.isdisjoint(names)
