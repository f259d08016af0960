"""Pages from the web into the record, one at a time, asked for again only where they may have changed."""

import sqlite3
from pathlib import Path
from urllib.parse import urldefrag

from onrecord.fetch.fetching import Fetcher
from onrecord.intake import Intake
from onrecord.model import Addition, Delivery, Finding, Response
from onrecord.store import addresses, responses, sources
from onrecord.store.transaction import writing

_UNCHANGED = 304


def add_page(db: sqlite3.Connection, folder: Path, page: str, *, fetcher: Fetcher, intake: Intake) -> Addition:
    """What became of the page at this address; `folder` holds the sources of the record.

    What the server said is kept once the page is on disk: a page that was lost on the way is fetched again.
    """
    address = urldefrag(page).url
    held = addresses.find_source(db, address)
    before = responses.find_response(db, address) if held else None
    etag, modified = (before.get_header("etag"), before.get_header("last-modified")) if before else ("", "")
    response = fetcher.fetch(address, etag=etag, modified=modified)
    given = _get_delivery(response, sources.get_path(folder, held) if held else None)
    (addition,) = intake.add([(given, address, None)])
    if isinstance(response, Response) and response.status != _UNCHANGED and addition.outcome != "refused":
        with writing(db):
            responses.insert_response(db, response)
    return addition


def _get_delivery(response: Response | Finding, held: Path | None) -> Delivery | Finding | Path:
    if isinstance(response, Finding):
        return response
    if response.status == _UNCHANGED and held is not None:
        return held
    return Delivery(data=response.data, content_type=response.get_header("content-type"))
