"""Addresses inside the reading room."""

from urllib.parse import quote, urlencode

from onrecord.model import Passage, Scope


def make_link(path: str, **parameters: object) -> str:
    """A path with those parameters that are not empty."""
    given = {name: str(value) for name, value in parameters.items() if value not in {None, "", False}}
    return f"{path}?{urlencode(given)}" if given else path


def get_person_link(name: str) -> str:
    """The page of a person: the name with `_` for a space, as encyclopedias have it."""
    return f"/people/{quote(name.replace(' ', '_'), safe='')}"


def get_passage_link(passage: Passage) -> str:
    """The place of a passage in its version's page."""
    return f"{make_link(f'/documents/{passage.version}', at=f'{passage.span.start}-{passage.span.end}')}#at"


def get_scope_fields(scope: Scope) -> dict[str, object]:
    """A scope as parameters of an address."""
    return {
        "speaker": scope.speaker,
        "form": scope.form,
        "since": scope.since,
        "until": scope.until,
        "surely": 1 if scope.surely else "",
    }
