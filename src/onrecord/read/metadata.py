"""What a web page states of itself outside its text."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec
from lxml import etree

from onrecord.model import Fact
from onrecord.read.elements import get_words
from onrecord.read.page import clean_text

# Open Graph, schema.org, Dublin Core and the tags of Google Scholar, the surest first.
_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "date",
    "pubdate",
)
_URLS = ("og:url",)
_JSON_LD = re.compile(r"^application/ld\+json\b", re.IGNORECASE)
_DEEPEST = 6


def read_facts(root: etree._Element) -> tuple[Fact, ...]:
    """Title, address and day of publication, each where the page states it."""
    stated = _read_meta(root)
    linked = tuple(_read_linked(root))
    titles = (_read_heading(root), *_pick(stated, _TITLES), *_get(linked, "headline"), _read_title(root))
    published = (*_pick(stated, _PUBLISHED), *_get(linked, "datePublished"), *_read_times(root))
    urls = (*_read_canonical(root), *_pick(stated, _URLS))
    return (
        *_first("title", titles),
        *_first("published", published),
        *_first("url", tuple(url for url in urls if url.startswith(("http://", "https://")))),
    )


def read_language(root: etree._Element) -> str:
    """The language that the page names, without its region; empty where it names none."""
    named = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    match = re.match(r"[A-Za-z]{2,3}\b", named)
    return match[0].lower() if match else ""


def _first(name: Literal["title", "published", "url"], texts: tuple[str, ...]) -> tuple[Fact, ...]:
    for text in texts:
        if cleaned := clean_text(text):
            return (Fact(name=name, text=cleaned, origin="page"),)
    return ()


def _read_meta(root: etree._Element) -> dict[str, str]:
    stated: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        stated.setdefault(name.lower(), meta.get("content", ""))
    return stated


def _pick(stated: dict[str, str], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stated[name] for name in names if stated.get(name))


def _read_heading(root: etree._Element) -> str:
    headings = [clean_text(get_words(heading)) for heading in root.iter("h1")]
    return headings[0] if len(headings) == 1 else ""


def _read_title(root: etree._Element) -> str:
    title = next(root.iter("title"), None)
    return "" if title is None else get_words(title)


def _read_times(root: etree._Element) -> tuple[str, ...]:
    times = (time for time in root.iter("time") if time.get("itemprop") == "datePublished" or "pubdate" in time.attrib)
    return tuple(time.get("datetime", "") for time in times)


def _read_canonical(root: etree._Element) -> tuple[str, ...]:
    return tuple(link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical")


def _read_linked(root: etree._Element) -> Iterator[dict[str, object]]:
    """The objects of the page's JSON-LD."""
    for script in root.iter("script"):
        if _JSON_LD.match(script.get("type", "")):
            try:
                yield from _find_objects(msgspec.json.decode(script.text or ""), _DEEPEST)
            except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
                continue


def _find_objects(value: object, depth: int) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children if depth else ():
        yield from _find_objects(child, depth - 1)


def _get(linked: tuple[dict[str, object], ...], name: str) -> tuple[str, ...]:
    values = (one.get(name) for one in linked)
    return tuple(value for value in values if isinstance(value, str))
