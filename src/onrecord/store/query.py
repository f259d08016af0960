"""The language of a search: words, "phrases", AND, OR, NOT, NEAR/10 and brackets."""

import re
from collections.abc import Callable
from typing import Literal

import msgspec

from onrecord.errors import BadQuery

LONGEST_QUERY = 1000
MOST_TERMS = 60
MOST_BRACKETS = 20
NEAR_WORDS = 10

_TOKEN = re.compile(r'"(?P<phrase>[^"]*)"(?P<star>\*?)|(?P<bracket>[()])|(?P<word>[^\s"()]+)')
_WORD = re.compile(r"\w")
_NEAR = re.compile(r"NEAR(?:/(\d{1,3}))?")
_TYPOGRAPHIC_MARKS = str.maketrans("“”„«»", '"""""')
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_OPERATORS = frozenset({"AND", "OR", "NOT"})


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """Words in a row; `is_open` means that the last may go on (`word*`)."""

    text: str
    is_open: bool = False


class Near(msgspec.Struct, frozen=True, kw_only=True):
    """Phrases with at most `distance` words between the first and the last."""

    phrases: tuple[Phrase, ...]
    distance: int


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """Two or more parts: all of them, any of them, or the first without the others."""

    kind: Literal["AND", "OR", "NOT"]
    parts: tuple["Node", ...]


Node = Phrase | Near | Join


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """A search that was understood: `match` in the syntax of FTS5, `words` as a reader would say it."""

    match: str
    words: str


def parse_query(query: str) -> Query:
    """The search that somebody typed. Words that stand side by side must all be there; raises BadQuery."""
    plain = _CONTROL.sub(" ", query.translate(_TYPOGRAPHIC_MARKS))
    if len(plain) > LONGEST_QUERY:
        shown = f"{query[:40]}…"
        raise BadQuery(shown, reason=f"it has more than {LONGEST_QUERY:,} characters")
    if plain.count('"') % 2:
        raise BadQuery(query, reason="a phrase is opened and not closed")
    node = _Parser(query, _find_tokens(plain)).parse()
    return Query(match=_write_match(node), words=_write_words(node))


def _find_tokens(plain: str) -> list[Phrase | str]:
    tokens: list[Phrase | str] = []
    for match in _TOKEN.finditer(plain):
        phrase, star, bracket, word = match.group("phrase", "star", "bracket", "word")
        if bracket or (word and (word in _OPERATORS or _NEAR.fullmatch(word))):
            tokens.append(bracket or word)
        elif _WORD.search(phrase or word or ""):
            is_open = bool(star) or (word or "").endswith("*")
            tokens.append(Phrase(text=(phrase or word).strip("* "), is_open=is_open))
    return tokens


class _Parser:
    """Recursive descent over the tokens; OR binds least, then AND, NOT, NEAR."""

    def __init__(self, query: str, tokens: list[Phrase | str]) -> None:
        self._query = query
        self._tokens = tokens
        self._place = 0
        self._depth = 0

    def parse(self) -> Node:
        terms = sum(isinstance(token, Phrase) for token in self._tokens)
        if not terms:
            raise self._fail(reason="it has no words")
        if terms > MOST_TERMS:
            raise self._fail(reason=f"it has more than {MOST_TERMS} words")
        node = self._parse_or()
        if self._peek() is not None:
            raise self._fail(reason="a bracket is closed and not opened")
        return node

    def _parse_or(self) -> Node:
        return self._parse_joined("OR", self._parse_and)

    def _parse_and(self) -> Node:
        parts = [self._parse_not()]
        while self._peek() not in {None, "OR", ")"}:
            self._take("AND")
            parts.append(self._parse_not())
        return Join(kind="AND", parts=tuple(parts)) if len(parts) > 1 else parts[0]

    def _parse_not(self) -> Node:
        return self._parse_joined("NOT", self._parse_near)

    def _parse_joined(self, kind: Literal["OR", "NOT"], parse_part: Callable[[], Node]) -> Node:
        parts = [parse_part()]
        while self._take(kind):
            parts.append(parse_part())
        return Join(kind=kind, parts=tuple(parts)) if len(parts) > 1 else parts[0]

    def _parse_near(self) -> Node:
        first = self._parse_term()
        phrases, distance = [first], 0
        while near := self._take_near():
            phrases.append(self._parse_term())
            distance = max(distance, near)
        if len(phrases) == 1:
            return first
        whole = tuple(phrase for phrase in phrases if isinstance(phrase, Phrase))
        if len(whole) < len(phrases):
            raise self._fail(reason="NEAR stands between words or phrases, not brackets")
        return Near(phrases=whole, distance=distance)

    def _parse_term(self) -> Node:
        term = self._peek()
        self._place += 1
        if isinstance(term, Phrase):
            return term
        if term == "(":
            return self._parse_bracket()
        operators = (f"before {term}" if term else "", self._name_before())
        raise self._fail(reason=f"a word or a phrase is missing {next(filter(None, operators), '')}".rstrip())

    def _name_before(self) -> str:
        before = self._tokens[self._place - 2] if self._place > 1 else ""
        return f"after {before}" if isinstance(before, str) and before else ""

    def _parse_bracket(self) -> Node:
        self._depth += 1
        if self._depth > MOST_BRACKETS:
            raise self._fail(reason=f"more than {MOST_BRACKETS} brackets stand in each other")
        node = self._parse_or()
        if not self._take(")"):
            raise self._fail(reason="a bracket is opened and not closed")
        self._depth -= 1
        return node

    def _peek(self) -> Phrase | str | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _take(self, wanted: str) -> bool:
        found = self._peek() == wanted
        self._place += found
        return found

    def _take_near(self) -> int:
        token = self._peek()
        match = _NEAR.fullmatch(token) if isinstance(token, str) else None
        self._place += match is not None
        return int(match[1] or NEAR_WORDS) or 1 if match else 0

    def _fail(self, *, reason: str) -> BadQuery:
        return BadQuery(self._query, reason=reason)


def _write_match(node: Node) -> str:
    if isinstance(node, Phrase):
        return f'"{node.text}"{" *" if node.is_open else ""}'
    if isinstance(node, Near):
        return f"NEAR({' '.join(map(_write_match, node.phrases))}, {node.distance})"
    return f"({f' {node.kind} '.join(map(_write_match, node.parts))})"


def _write_words(node: Node) -> str:
    if isinstance(node, Phrase):
        return f"“{node.text}{'…' if node.is_open else ''}”"
    if isinstance(node, Near):
        said = " and ".join(map(_write_words, node.phrases))
        return f"{said} within {node.distance} words of each other"
    parts = [f"({_write_words(part)})" if isinstance(part, Join) else _write_words(part) for part in node.parts]
    return {"AND": " and ", "OR": " or ", "NOT": ", but not "}[node.kind].join(parts)
