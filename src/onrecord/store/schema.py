"""The tables of `record.sqlite`, and how an older record becomes a newer one."""

import sqlite3
from pathlib import Path

from onrecord.errors import RecordTooNew
from onrecord.store.connection import open_connection, to_error

# One script a step; `PRAGMA user_version` counts the steps that a record has taken. A step that has been released is
# never edited: a change is a new step.
MIGRATIONS = (
    """
    CREATE TABLE sources (
        sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, size INTEGER NOT NULL
    ) STRICT;
    -- What each address yielded, every change a row; `addresses` holds the last of them.
    CREATE TABLE sightings (
        number INTEGER PRIMARY KEY, address TEXT NOT NULL, source TEXT NOT NULL REFERENCES sources(sha256),
        added TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sightings_by_source ON sightings(source);
    CREATE TABLE addresses (address TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES sources(sha256)) STRICT;
    CREATE INDEX addresses_by_source ON addresses(source);
    CREATE TABLE documents (id TEXT PRIMARY KEY, current INTEGER NOT NULL REFERENCES versions(number)) STRICT;
    CREATE TABLE versions (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL REFERENCES documents(id)
            DEFERRABLE INITIALLY DEFERRED,
        ordinal INTEGER NOT NULL, source TEXT NOT NULL REFERENCES sources(sha256), address TEXT NOT NULL,
        added TEXT NOT NULL, form TEXT NOT NULL, title TEXT NOT NULL, speaker TEXT NOT NULL,
        earliest TEXT, latest TEXT, edtf TEXT NOT NULL, completeness TEXT NOT NULL, words INTEGER NOT NULL,
        wording TEXT NOT NULL, segment TEXT REFERENCES segments(name) ON DELETE SET NULL, text TEXT NOT NULL,
        body TEXT NOT NULL, digest TEXT NOT NULL,
        UNIQUE (document, ordinal)
    ) STRICT;
    CREATE INDEX versions_by_source ON versions(source);
    CREATE INDEX versions_by_wording ON versions(wording);
    CREATE INDEX versions_unindexed ON versions(number) WHERE segment IS NULL;
    CREATE VIRTUAL TABLE fulltext USING fts5(
        title, text, content='versions', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
    );
    CREATE TABLE findings (
        id TEXT PRIMARY KEY, code TEXT NOT NULL, level TEXT NOT NULL, message TEXT NOT NULL, address TEXT NOT NULL,
        document TEXT NOT NULL, body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX findings_by_code ON findings(code);
    CREATE TABLE people (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
    CREATE TABLE segments (name TEXT PRIMARY KEY, documents INTEGER NOT NULL, words INTEGER NOT NULL,
        sha256 TEXT NOT NULL) STRICT;
    CREATE VIEW documents_view AS
        SELECT v.document AS id, v.form, v.title, v.speaker, v.edtf AS date, v.words, v.address, v.completeness,
            v.ordinal AS version, v.text
        FROM documents d JOIN versions v ON v.number = d.current WHERE v.source IN (SELECT source FROM addresses);
    """,
    """
    -- What was read, where a ruling shows it otherwise.
    ALTER TABLE versions ADD COLUMN reading TEXT;
    -- The number under which the version was added: the order on a page that holds several documents.
    ALTER TABLE versions ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
    UPDATE versions SET position = number;
    CREATE TABLE rulings (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL, address TEXT NOT NULL,
        field TEXT NOT NULL, before TEXT NOT NULL, value TEXT NOT NULL, because TEXT NOT NULL, made TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT;
    CREATE INDEX rulings_by_document ON rulings(document);
    CREATE TABLE tombstones (
        document TEXT PRIMARY KEY, title TEXT NOT NULL, removed TEXT NOT NULL, because TEXT NOT NULL, seal TEXT NOT NULL
    ) STRICT;
    CREATE TABLE removed_versions (
        id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES tombstones(document), source TEXT NOT NULL,
        address TEXT NOT NULL, seal TEXT NOT NULL
    ) STRICT;
    CREATE INDEX removed_versions_by_source ON removed_versions(source);
    CREATE INDEX removed_versions_by_address ON removed_versions(address);
    -- Numbers of `versions` that stand in segments of the index and are never used again.
    CREATE TABLE retired (number INTEGER PRIMARY KEY) STRICT;
    -- A seal is a hash of the row; what else guards a row stands in `digest`, in a name or in an index.
    ALTER TABLE sources ADD COLUMN seal TEXT NOT NULL DEFAULT '';
    ALTER TABLE sightings ADD COLUMN seal TEXT NOT NULL DEFAULT '';
    ALTER TABLE versions ADD COLUMN seal TEXT NOT NULL DEFAULT '';
    ALTER TABLE people ADD COLUMN seal TEXT NOT NULL DEFAULT '';
    UPDATE sources SET seal = seal(sha256, media_type, size);
    UPDATE sightings SET seal = seal(number, address, source, added);
    UPDATE versions SET seal = seal(position, id, document, ordinal, source, address, added);
    UPDATE people SET seal = seal(name, body);
    """,
    """
    -- What the server said of each address that was fetched, last time; `headers` is JSON.
    CREATE TABLE responses (
        address TEXT PRIMARY KEY, url TEXT NOT NULL, at TEXT NOT NULL, status INTEGER NOT NULL, headers TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT;
    """,
    """
    CREATE TABLE traces (
        id TEXT PRIMARY KEY, version TEXT NOT NULL REFERENCES versions(id) ON DELETE CASCADE, verdict TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX traces_by_version ON traces(version);
    CREATE TABLE places (
        trace TEXT NOT NULL REFERENCES traces(id) ON DELETE CASCADE, version TEXT NOT NULL, start INTEGER NOT NULL,
        end INTEGER NOT NULL, PRIMARY KEY (trace, version, start, end)
    ) STRICT;
    CREATE INDEX places_by_version ON places(version);
    """,
    """
    ALTER TABLE traces ADD COLUMN seal TEXT NOT NULL DEFAULT '';
    UPDATE traces SET seal = seal(id, version, verdict, body);
    """,
    """
    -- What is searched and shown: a version whose bytes an address yields, and the last version of a document that none
    -- does any more, because a page that dropped an item, or is gone, does not take back what it said.
    CREATE VIEW standing AS
        SELECT number FROM versions WHERE source IN (SELECT source FROM addresses)
        UNION ALL
        SELECT current FROM documents d WHERE NOT EXISTS (
            SELECT 1 FROM versions v WHERE v.document = d.id AND v.source IN (SELECT source FROM addresses));
    DROP VIEW documents_view;
    CREATE VIEW documents_view AS
        SELECT v.document AS id, v.form, v.title, v.speaker, v.edtf AS date, v.words, v.address, v.completeness,
            v.ordinal AS version, v.text
        FROM documents d JOIN versions v ON v.number = d.current;
    """,
)


def connect(path: Path) -> sqlite3.Connection:
    """An open database at the newest schema; made where there is none.

    Raises RecordTooNew, RecordBusy, RecordDamaged, RecordUnwritable.
    """
    db = open_connection(path)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        # NORMAL could lose, at a power cut, a document that was already reported as added.
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        # What is deleted is overwritten: a removed text shall not be found in the file.
        db.execute("PRAGMA secure_delete = ON")
        _migrate(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _migrate(db: sqlite3.Connection, path: Path) -> None:
    found = _get_version(db)
    if found > len(MIGRATIONS):
        raise RecordTooNew(path, found=found, known=len(MIGRATIONS))
    for step in range(found, len(MIGRATIONS)):
        script = f"BEGIN IMMEDIATE; {MIGRATIONS[step]} PRAGMA user_version = {step + 1}; COMMIT;"
        try:
            db.executescript(script)
        except sqlite3.DatabaseError as error:
            if db.in_transaction:
                db.execute("ROLLBACK")
            # Another process may have taken the step while this one waited.
            if _get_version(db) <= step:
                raise to_error(error, path) from error


def _get_version(db: sqlite3.Connection) -> int:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)
