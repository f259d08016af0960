"""What differs between two versions of a document."""

import msgspec

from onrecord.model.ruling import RulingField
from onrecord.model.span import Span


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Words of one version and what stands in their place in the other; one side is empty for words added or removed.

    `removed` is `before.text[before_span]`, `added` is `after.text[after_span]`.
    """

    removed: str
    added: str
    before_span: Span
    after_span: Span


class Restatement(msgspec.Struct, frozen=True, kw_only=True):
    """A field that is read otherwise in the other version; a date is in the Extended Date/Time Format."""

    field: RulingField
    before: str
    after: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The changes from one version (`v…`) to another in the order of the text.

    `typography` counts differences of case, spacing, marks and punctuation, which are no changes.
    """

    document: str
    before: str
    after: str
    changes: tuple[Change, ...] = ()
    restated: tuple[Restatement, ...] = ()
    typography: int = 0
