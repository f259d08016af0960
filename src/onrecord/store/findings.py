"""Findings in the database."""

import sqlite3
from collections.abc import Iterable

import msgspec

from onrecord.model import Finding, Level
from onrecord.store.bodies import decode_body
from onrecord.store.sources import get_hash


def insert_findings(db: sqlite3.Connection, findings: Iterable[Finding]) -> None:
    """Store findings; one that is stored already stays as it is."""
    for finding in findings:
        body = msgspec.json.encode(finding)
        db.execute(
            "INSERT OR IGNORE INTO findings (id, code, level, message, address, document, body) VALUES (?,?,?,?,?,?,?)",
            (get_hash(body)[:16], *get_columns(finding), body.decode()),
        )


def drop_findings(db: sqlite3.Connection, *, address: str, room: str) -> None:
    """Withdraw what a room (`read`) noticed at an address, because other bytes stand there now."""
    db.execute(
        "DELETE FROM findings WHERE address = ?1 AND substr(code, 1, length(?2) + 1) = ?2 || '-'", (address, room)
    )


def get_columns(finding: Finding) -> tuple[str, ...]:
    """What a row shows of its finding, so that any SQL tool can ask for it."""
    return finding.code, finding.level, finding.message, finding.where.address, finding.where.document


def find_findings(
    db: sqlite3.Connection, *, code: str = "", level: Level | None = None, document: str = ""
) -> tuple[Finding, ...]:
    """The stored findings, by code and place; an empty filter takes all. `code` may be the start of one (`read-`)."""
    rows = db.execute(
        "SELECT body FROM findings WHERE substr(code, 1, length(?1)) = ?1 AND (?2 IS NULL OR level = ?2) "
        "AND (?3 = '' OR document = ?3) ORDER BY code, address, document, id",
        (code, level, document),
    )
    return tuple(decode_body(body, Finding) for (body,) in rows)
