"""What could not be read, dated or reconciled."""

from collections import Counter

from onrecord.model import Level
from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.call import Call

PAGE = 100
_FAR = 1_000_000


def show_findings(call: Call, reader: Reader) -> Answer:
    """`/findings`: by code, each with its place; `code` may be the start of one."""
    level: Level | None = call.get_choice("level", ("note", "problem")) or None  # type: ignore[assignment]
    found = reader.find_findings(code=call.get("code"), level=level)
    page = call.get_count("page", least=1, most=_FAR, default=1)
    shown = found[(page - 1) * PAGE : page * PAGE]
    context = {
        "code": call.get("code"),
        "level": level or "",
        "counts": sorted(Counter(finding.code for finding in found).items()),
        "findings": shown,
        "total": len(found),
        "page": page,
        "pages": -(-len(found) // PAGE),
    }
    return Answer(data={"total": len(found), "findings": shown}, template="findings.html", context=context)
