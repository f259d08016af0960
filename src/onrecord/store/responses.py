"""What servers said of the pages that were fetched, so that they can be asked whether a page has changed."""

import datetime as dt
import sqlite3

import msgspec

from onrecord.model import Header, Response


def insert_response(db: sqlite3.Connection, response: Response) -> None:
    """Keep what the server said of the page last."""
    headers = msgspec.json.encode(response.headers).decode()
    db.execute(
        "INSERT OR REPLACE INTO responses (address, url, at, status, headers, seal) "
        "VALUES (?1, ?2, ?3, ?4, ?5, seal(?1, ?2, ?3, ?4, ?5))",
        (response.address, response.url, response.at.isoformat(), response.status, headers),
    )


def find_response(db: sqlite3.Connection, address: str) -> Response | None:
    """What the server said of the page last, without the page; None where it was never fetched."""
    row = db.execute("SELECT url, at, status, headers FROM responses WHERE address = ?", (address,)).fetchone()
    if row is None:
        return None
    url, at, status, headers = row
    return Response(
        address=address,
        url=url,
        at=dt.datetime.fromisoformat(at),
        status=status,
        headers=msgspec.json.decode(headers, type=tuple[Header, ...]),
    )
