"""What is claimed of quoted words beside the words."""

import msgspec

from onrecord.model import Dating
from onrecord.trace.heads import Head

PRIMARY = frozenset({"transcript", "message", "subtitles"})


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to have spoken, and when; `speakers` are those whom the name may mean, `exclude` may not answer."""

    by: str = ""
    speakers: frozenset[str] = frozenset()
    on: Dating | None = None
    exclude: frozenset[int] = frozenset()

    def meets(self, head: Head) -> bool:
        """Whether a document is of the claimed date, and by the claimed speaker where one is named.

        Without a claimed date nothing is: a speaker alone says too little.
        """
        if self.on is None or self.on.earliest is None or head.date.earliest is None:
            return False
        return head.date.may_meet(self.on) and (not self.by or head.speaker in self.speakers)

    def rank(self, head: Head) -> tuple[bool, bool, bool, str, str]:
        """The order among places of the same words: as claimed, by the claimed speaker, transcripts, the earliest."""
        earliest = head.date.earliest.isoformat() if head.date.earliest else "9999"
        return (
            not self.meets(head),
            head.speaker not in self.speakers,
            head.form not in PRIMARY,
            earliest,
            head.version,
        )
