"""Many quotations at once, on all cores."""

import functools
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from onrecord.model import Quotation, Trace
from onrecord.record import Record, open_record

# A process that opens the record costs as much as a few hundred quotations.
QUOTATIONS_WORTH_A_PROCESS = 300
CHUNK = 50


def trace_quotations(record: Record, quotations: Sequence[Quotation]) -> Iterator[Trace]:
    """The trace of each quotation in their order; every core is used where that is worth it."""
    processes = min(os.cpu_count() or 1, len(quotations) // QUOTATIONS_WORTH_A_PROCESS)
    if processes <= 1:
        yield from (record.trace(quotation) for quotation in quotations)
        return
    record.index()
    # A forked process would inherit the open database and the thread of a progress bar.
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(functools.partial(_trace, record.path), quotations, chunksize=CHUNK)


@functools.cache
def _open(path: Path) -> Record:
    # One record a process, open until the process ends.
    return open_record(path)


def _trace(path: Path, quotation: Quotation) -> Trace:
    return _open(path).trace(quotation)
