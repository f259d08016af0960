"""What became of one file that was to be added."""

from typing import Literal

import msgspec

from onrecord.model.finding import Finding

Outcome = Literal["new", "version", "copy", "known", "refused"]


class Addition(msgspec.Struct, frozen=True, kw_only=True):
    """The answer for one address.

    `new` made documents, `version` changed ones that the address had given before, `copy` is bytes that stand at
    another address too, `known` is nothing new, `refused` holds no document. `documents` are ids, `words` counts the
    words read.
    """

    address: str
    outcome: Outcome
    documents: tuple[str, ...] = ()
    words: int = 0
    findings: tuple[Finding, ...] = ()
