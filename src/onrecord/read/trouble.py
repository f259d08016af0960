"""What keeps a file from being read, as findings."""

from onrecord.model import Finding

_LONGEST = 200


def report_failure(library: str, failure: BaseException, what: str = "the file") -> Finding:
    """A third-party reader gave up; its own words say why."""
    said = " ".join(str(failure).split())[:_LONGEST] or type(failure).__name__
    return Finding(code="read-failed", level="problem", message=f"{library} cannot read {what}: {said}")


def report_too_large(what: str, limit: int) -> Finding:
    """Something is, or unpacks to, more than is read."""
    message = f"{what} is more than {limit:,} bytes, which is the most that is read; see --max-size"
    return Finding(code="read-too-large", level="problem", message=message)
