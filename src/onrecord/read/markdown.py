"""Markdown to a sheet of paragraphs: its words without its marks, each run with its place in the source."""

import functools
import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from onrecord.model import BlockKind, Office
from onrecord.read.frontmatter import read_front_matter
from onrecord.read.header import read_header
from onrecord.read.layout import Sheet
from onrecord.read.lines import split_lines
from onrecord.read.paragraphs import Paragraph, Piece

SUFFIXES = (".md", ".markdown")

_LINE_END = re.compile(r"\r\n?|\n")
_TARGET = re.compile(r"\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])?")
_BREAKS = ("softbreak", "hardbreak")
_CODE = ("fence", "code_block")


def is_markdown(address: str) -> bool:
    """Whether the address says so; nothing in a text tells Markdown from plain text for certain."""
    return address.lower().partition("?")[0].endswith(SUFFIXES)


def read_markdown(source: str, office: Office) -> Sheet:
    """The sheet of a decoded Markdown file (CommonMark): headings, paragraphs, list items and block quotations.

    Emphasis, the targets of links, images and HTML are left out; a block of code is a paragraph as it stands.
    """
    front = read_front_matter(source)
    header = read_header(split_lines(source), office)
    shown = _hide(source, 0, front.end)
    if header.line is not None:
        shown = _hide(shown, header.line.start, header.line.start + len(header.line.text))
    return Sheet(paragraphs=tuple(_read_blocks(shown)), facts=(*front.facts, *header.facts))


def _hide(source: str, start: int, end: int) -> str:
    """The source with an empty line for every character of the range, so that offsets hold and nothing is joined."""
    return source[:start] + "\n" * (end - start) + source[end:]


@functools.cache
def _parser() -> MarkdownIt:
    # Without text_join an escape or an entity stays a token of its own, which shows how long it is in the source.
    return MarkdownIt("commonmark").disable("text_join")


def _read_blocks(source: str) -> Iterator[Paragraph]:
    starts = [0, *(match.end() for match in _LINE_END.finditer(source)), len(source)]
    open_kinds: list[BlockKind] = []
    kinds: dict[str, BlockKind] = {"heading": "heading", "list_item": "list-item", "blockquote": "quote"}
    for token in _parser().parse(source):
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in kinds and token.nesting == 1:
            open_kinds.append(kinds[name])
        elif name in kinds and token.nesting == -1:
            open_kinds.pop()
        elif token.map and (token.type == "inline" or token.type in _CODE):
            start, end = starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)]
            read = _read_inline if token.type == "inline" else _read_code
            pieces = tuple(piece for piece in read(token, source, start, end) if piece.text)
            if "".join(piece.text for piece in pieces).strip():
                yield Paragraph(pieces=pieces, kind=open_kinds[-1] if open_kinds else "paragraph")


def _read_inline(token: Token, source: str, start: int, end: int) -> Iterator[Piece]:
    position = start
    for child in token.children or ():
        if child.type in _BREAKS:
            yield Piece(text=" ")
        elif child.type == "text_special":
            position = _after(source, child.markup, position, end)
            yield Piece(text=child.content)
        elif child.type in {"text", "code_inline"}:
            found = source.find(child.content, position, end)
            yield Piece(text=child.content, source=found)
            position = found + len(child.content) if found >= 0 else position
        elif child.type in {"link_close", "image"}:
            target = _TARGET.search(source, position, end)
            position = target.end() if target else position
        elif child.type == "html_inline":
            position = _after(source, child.content, position, end)


def _after(source: str, markup: str, position: int, end: int) -> int:
    found = source.find(markup, position, end)
    return found + len(markup) if found >= 0 else position


def _read_code(token: Token, source: str, start: int, end: int) -> Iterator[Piece]:
    position = start
    for number, line in enumerate(token.content.splitlines()):
        if number:
            yield Piece(text="\n")
        found = source.find(line, position, end) if line else -1
        yield Piece(text=line, source=found)
        position = found + len(line) if found >= 0 else position
