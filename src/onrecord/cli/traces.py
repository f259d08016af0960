"""How verdicts are printed."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from onrecord.cli.output import get_console
from onrecord.export.changes import Change, find_changes
from onrecord.model import FlagCode, Trace, Verdict

# A quotation that may be printed as it stands: these verdicts, without any of these flags.
SOUND_VERDICTS: frozenset[Verdict] = frozenset({"verbatim", "same-words", "marked"})
GRAVE_FLAGS: frozenset[FlagCode] = frozenset({"misattributed", "misdated", "other-occasion", "omission-turns-meaning"})

_COLOURS: dict[Verdict, str] = {
    "verbatim": "green",
    "same-words": "green",
    "marked": "green",
    "altered": "yellow",
    "reworded": "yellow",
    "spliced": "red",
    "ambiguous": "magenta",
    "absent": "red",
}


def is_sound(trace: Trace) -> bool:
    """Whether the quotation is fit to print as it stands."""
    return trace.verdict in SOUND_VERDICTS and not any(flag.code in GRAVE_FLAGS for flag in trace.flags)


def get_exit_code(traces: Iterable[Trace]) -> int:
    """0 where every quotation is sound, else 1."""
    return 0 if all(is_sound(trace) for trace in traces) else 1


def print_traces(traces: Sequence[Trace]) -> None:
    """A table of verdicts, a row a quotation in the order of the draft, and a line that counts them."""
    if not traces:
        return
    table = Table(show_lines=True, expand=True)
    table.add_column("#", justify="right", style="dim")
    table.add_column("verdict", no_wrap=True)
    table.add_column("quotation", ratio=1)
    table.add_column("record", ratio=1)
    for number, trace in enumerate(traces, start=1):
        table.add_row(str(number), _get_verdict(trace), get_diff(trace), _get_answer(trace))
    console = get_console()
    console.print(table)
    console.print(f"{sum(map(is_sound, traces))} of {len(traces)} quotations may stand as they are")


def print_trace(trace: Trace) -> None:
    """One verdict: the word, the quotation with its changes, the sentence, the passages."""
    console = get_console()
    console.print(_get_verdict(trace, separator=" · "))
    console.print(get_diff(trace))
    console.print(_get_answer(trace))


def get_diff(trace: Trace) -> Text:
    """The quotation with its edits: `[-words of the quotation-]{+words of the record+}`, coloured on a terminal."""
    text = Text("“")
    for change in find_changes(trace):
        text.append_text(_get_change(change))
    text.append("”")
    claim = ", ".join(
        part for part in (trace.quotation.by, trace.quotation.on.edtf if trace.quotation.on else "") if part
    )
    return text.append(f"\nclaimed: {claim}", style="dim") if claim else text


def _get_change(change: Change) -> Text:
    if change.kind == "quoted":
        return Text(f"[-{change.text}-]", style="red")
    if change.kind == "source":
        return Text(f"{{+{change.text}+}}", style="dim green" if change.is_marked else "green")
    return Text(change.text)


def _get_verdict(trace: Trace, separator: str = "\n") -> Text:
    text = Text(trace.verdict, style=f"bold {_COLOURS[trace.verdict]}")
    for flag in trace.flags:
        text.append(f"{separator}{flag.code}", style="red" if flag.code in GRAVE_FLAGS else "yellow")
    return text


def _get_answer(trace: Trace) -> Text:
    text = Text(trace.sentence)
    for flag in trace.flags:
        text.append(f"\n{flag.code}: ", style="dim").append(flag.evidence)
    for passage in trace.passages:
        text.append(f"\n{passage.id}", style="cyan")
    return text
