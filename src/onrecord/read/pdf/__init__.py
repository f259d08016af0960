"""PDF files: lines in a process of their own, then columns, margins, notes at the foot, paragraphs."""

from onrecord.read.pdf.reading import read_pdf

__all__ = ["read_pdf"]
