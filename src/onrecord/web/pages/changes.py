"""What differs between two versions of a document."""

import msgspec

from onrecord.model import Change, Document
from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.call import Call

CONTEXT = 80


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A change with the words around it, which both versions have."""

    change: Change
    before: str
    after: str


def show_changes(call: Call, reader: Reader) -> Answer:
    """`/documents/<version>/changes/<version>`: words removed and added, fields that are read otherwise."""
    before, after = (reader.get_document(call.parts[name]) for name in ("id", "other"))
    comparison = reader.compare(before.version, after.version)
    context = {
        "comparison": comparison,
        "before": before,
        "after": after,
        "changes": tuple(_show(change, after) for change in comparison.changes),
    }
    return Answer(data=comparison, template="changes.html", context=context)


def _show(change: Change, after: Document) -> Shown:
    start, end = change.after_span.start, change.after_span.end
    return Shown(
        change=change, before=after.text[max(0, start - CONTEXT) : start], after=after.text[end : end + CONTEXT]
    )
