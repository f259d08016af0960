"""The wording verdict: the first rule that holds, from the top."""

from collections.abc import Sequence

from onrecord.model import Edit, Verdict

# Edits that change no word.
_SAME = frozenset({"variant", "punctuation"})


def judge_wording(edits: Sequence[Edit], *, spliced: bool, reworded: bool) -> Verdict:
    """The verdict on words that were found."""
    if spliced:
        return "spliced"
    if reworded:
        return "reworded"
    if any(not edit.marked and edit.kind not in _SAME for edit in edits):
        return "altered"
    if any(edit.marked for edit in edits):
        return "marked"
    if any(edit.kind == "variant" for edit in edits):
        return "same-words"
    return "verbatim"
