"""The verdicts on a draft as one page of HTML that stands alone."""

from collections.abc import Sequence
from functools import cache

import jinja2

from onrecord.export.changes import find_changes
from onrecord.model import Trace


def write_report(traces: Sequence[Trace], *, draft: str, citations: Sequence[str]) -> str:
    """The page; `citations` has one for each trace, empty where no passage was found. Every text in it is escaped."""
    rows = [
        (number, trace, tuple(find_changes(trace)), citation)
        for number, (trace, citation) in enumerate(zip(traces, citations, strict=True), start=1)
    ]
    return _get_environment().get_template("report.html").render(draft=draft, rows=rows)


@cache
def _get_environment() -> jinja2.Environment:
    loader = jinja2.PackageLoader("onrecord.export", "templates")
    return jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
