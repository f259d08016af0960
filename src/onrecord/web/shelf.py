"""The open readers that requests share, and what they found last."""

import queue
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar, cast

from onrecord.errors import TookTooLong
from onrecord.reader import Reader, open_reader
from onrecord.web.limits import Limits

KEPT = 200

_Found = TypeVar("_Found")


class Shelf:
    """A few readers of one record. A reader serves one thread at a time; whoever finds none waits, and not for ever."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path = path
        self._limits = limits
        # A place on the shelf is empty until a reader is first needed.
        self._free: queue.LifoQueue[Reader | None] = queue.LifoQueue()
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = threading.Lock()
        for _ in range(limits.readers - 1):
            self._free.put(None)
        self._free.put(open_reader(path))

    @contextmanager
    def take(self) -> Iterator[Reader]:
        """A reader for one answer; raises TookTooLong."""
        try:
            place = self._free.get(timeout=self._limits.wait_seconds)
        except queue.Empty as error:
            raise TookTooLong(self._limits.wait_seconds) from error
        try:
            place = place or open_reader(self.path)
            yield place
        finally:
            self._free.put(place)

    def remember(self, reader: Reader, key: Hashable, find: Callable[[], _Found]) -> _Found:
        """What was found for this key, found now if it was not yet; forgotten when the record changes."""
        whole = (reader.get_state(), key)
        with self._lock:
            if whole in self._kept:
                self._kept.move_to_end(whole)
                return cast("_Found", self._kept[whole])
        found = find()
        with self._lock:
            self._kept[whole] = found
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def close(self) -> None:
        """Close every reader that is free; one that is needed again is opened again."""
        places = []
        while not self._free.empty():
            places.append(self._free.get_nowait())
        for reader in places:
            if reader:
                reader.close()
            self._free.put(None)
