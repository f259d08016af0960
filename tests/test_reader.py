"""A record opened for reading: nothing on the disk changes, and what others add is seen."""

import datetime as dt
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from onrecord.errors import RecordMissing, RecordTooNew, RecordTooOld, RecordUnwritable, TookTooLong
from onrecord.model import Scope
from onrecord.read import read_office
from onrecord.reader import Reader, open_reader
from onrecord.record import open_record

WORDS = "a town without a quay is a town without bread"


@pytest.fixture
def path(tmp_path: Path, speeches: Path, office_file: Path) -> Path:
    path = tmp_path / "harbour.record"
    with open_record(path, create=True) as record:
        list(record.add([speeches], office=read_office(office_file)))
    return path


@pytest.fixture
def reader(path: Path) -> Iterator[Reader]:
    with open_reader(path) as opened:
        yield opened


def test_the_database_refuses_to_be_written(reader: Reader) -> None:
    with pytest.raises(RecordUnwritable, match="readonly"):
        reader._db.execute("DELETE FROM versions")  # noqa: SLF001


def test_a_check_leaves_every_byte_as_it_was(path: Path) -> None:
    def look() -> dict[str, bytes]:
        # SQLite keeps an empty log and its shared memory beside a database that is open.
        files = (file for file in path.rglob("*") if file.is_file() and not file.name.endswith("-shm"))
        return {str(file): data for file in files if (data := file.read_bytes())}

    before = look()
    with open_reader(path) as reader:
        assert reader.check(WORDS).verdict == "verbatim"
        reader.find_hits(reader.parse_query("quay"), reader.find_numbers(reader.parse_query("quay")))
        assert look() == before


def test_an_index_that_is_gone_is_said_and_not_built(path: Path) -> None:
    shutil.rmtree(path / "index")
    with open_reader(path) as reader:
        assert reader.check(WORDS).verdict == "absent"
        assert reader.count_unindexed() == 2
    assert not (path / "index").exists()


def test_what_another_process_adds_is_found(path: Path, reader: Reader, tmp_path: Path) -> None:
    words = "The ropes of the ferry were cut by nobody, and nobody was thanked for it in the morning."
    assert reader.check(words).verdict == "absent"
    (tmp_path / "new.txt").write_text(f'<meta year="2013" title="At the ferry"/>\n{words}\n', encoding="utf-8")
    with open_record(path) as record:
        list(record.add([tmp_path / "new.txt"]))
    assert reader.check(words).verdict == "verbatim"


def test_what_takes_too_long_is_stopped(reader: Reader) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(TookTooLong), reader.within(0.05):
        reader._db.execute(endless).fetchone()  # noqa: SLF001
    assert reader.count_cards() == 2


def test_a_record_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RecordMissing):
        open_reader(tmp_path / "nowhere.record")
    assert not (tmp_path / "nowhere.record").exists()


@pytest.mark.parametrize(("step", "error"), [(-1, RecordTooOld), (1, RecordTooNew)])
def test_another_schema_is_not_read(path: Path, step: int, error: type[Exception]) -> None:
    db = sqlite3.connect(path / "record.sqlite")
    (found,) = db.execute("PRAGMA user_version").fetchone()
    db.execute(f"PRAGMA user_version = {found + step}")
    db.close()
    with pytest.raises(error):
        open_reader(path)


def test_cards_are_filtered_by_a_range_that_their_date_possibly_meets(reader: Reader) -> None:
    spring = Scope(since=dt.date(2004, 3, 1), until=dt.date(2004, 5, 31))
    assert [card.title for card in reader.find_cards(spring)] == ["Speech at the old quay"]
    assert not reader.find_cards(msgspec.structs.replace(spring, surely=True))
    assert reader.count_cards(Scope(until=dt.date(1999, 1, 1))) == 0


def test_years_count_words_and_places(reader: Reader) -> None:
    query = reader.parse_query("quay")
    numbers = reader.find_numbers(query)
    years = reader.count_years(Scope(), reader.count_places(query, numbers))
    assert [(year.year, year.documents, year.places) for year in years] == [(2004, 1, 2), (2006, 1, 0)]


def test_a_draft_is_read_with_the_places_of_its_quotations(reader: Reader) -> None:
    text = f'Tolvey said in 2004: "{WORDS}."'
    (draft,) = reader.read_drafts(text.encode(), address="draft.md")
    (quotation,) = draft.quotations
    assert quotation.pieces[0].slice(draft.document.text).startswith(WORDS)
    assert quotation.document == ""
