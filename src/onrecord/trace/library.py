"""What tracing needs of the record."""

from typing import Protocol

from onrecord.model import Document, Searched


class Library(Protocol):
    """The record as tracing sees it; the store implements it."""

    def get_text(self, number: int) -> str:
        """The text of one version of a document."""

    def get_document(self, number: int) -> Document:
        """One version of a document."""

    def get_searched(self) -> Searched:
        """What a search of the whole record covers."""

    def find_speakers(self, name: str) -> frozenset[str]:
        """Every `Document.speaker` that a claimed name may mean; empty where the record knows nobody by it."""
