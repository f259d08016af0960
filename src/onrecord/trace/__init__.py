"""Tracing: where quoted words stand in the record, and what was done to them."""

from onrecord.trace.build import build_segment, merge_segments
from onrecord.trace.index import Index, open_index
from onrecord.trace.library import Library
from onrecord.trace.segment import SegmentInfo
from onrecord.trace.tracing import trace_quotation

__all__ = [
    "Index",
    "Library",
    "SegmentInfo",
    "build_segment",
    "merge_segments",
    "open_index",
    "trace_quotation",
]
