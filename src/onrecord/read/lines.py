"""The lines of a decoded source, each with its place."""

import msgspec

# What str.splitlines takes for the end of a line.
_LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line without its end; `start` is the offset of its first character in the decoded source."""

    start: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether the line shows nothing."""
        return not self.text.strip()


def split_lines(source: str) -> tuple[Line, ...]:
    """Every line of the source in order.

    A form feed on its own ends a page, not a paragraph, so no blank line stands in its place.
    """
    lines: list[Line] = []
    start = 0
    for raw in source.splitlines(keepends=True):
        if raw != "\f":
            lines.append(Line(start=start, text=raw.rstrip(_LINE_ENDS)))
        start += len(raw)
    return tuple(lines)
