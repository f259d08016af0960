"""Where something stands in a text."""

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A half-open range of Unicode code points: `text[span.start:span.end]` is exact, always."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def slice(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> "Span":
        """The same span in a text that begins `by` characters earlier."""
        return Span(start=self.start + by, end=self.end + by)

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
