"""Web archives; whole ones stand in `tests/cases/read/files`."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from onrecord.read import read_source

FILES = Path(__file__).parents[1] / "cases" / "read" / "files"
URL = "https://harbour.example/"


def build(*payloads: bytes, packed: bool = False, kind: str = "text/plain", encoding: str = "") -> bytes:
    """An archive of these responses at the addresses 0, 1, …, written out as the standard has it."""
    coded = f"Content-Encoding: {encoding}\r\n" if encoding else ""
    records = []
    for number, payload in enumerate(payloads):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{coded}\r\n".encode() + payload
        about = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}{number}\r\nWARC-Date: 2006-08-03T09:20:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        record = about.encode() + http + b"\r\n\r\n"
        records.append(gzip.compress(record) if packed else record)
    return b"".join(records)


def read(data: bytes, *, max_size: int = 50_000_000) -> tuple[list[str], list[str]]:
    documents, findings = read_source(data, address="a.warc", max_size=max_size)
    codes = [finding.code for finding in findings if finding.code != "read-form-unknown"]
    return [doc.text for doc in documents], codes


@pytest.mark.parametrize("packed", [False, True])
def test_every_response_is_a_document_with_ids_of_its_own(*, packed: bool) -> None:
    documents, _ = read_source(build(b"Fair pay.", b"Dry stairs.", packed=packed), address="a.warc")
    assert [doc.part for doc in documents] == [f"{URL}0", f"{URL}1"]
    assert len({doc.id for doc in documents}) == 2
    assert {doc.capture.url for doc in documents if doc.capture} == {f"{URL}0", f"{URL}1"}


def test_a_page_is_packed_in_its_record_too() -> None:
    page = gzip.compress(b"<p>Fair pay.</p>")
    assert read(build(page, kind="text/html", encoding="gzip")) == (["Fair pay."], [])


@pytest.mark.parametrize("packed", [False, True])
def test_a_cut_off_archive_gives_what_comes_before_and_a_finding(*, packed: bool) -> None:
    data = build(b"Fair pay.", b"Dry stairs, " * 400, packed=packed)
    texts, codes = read(data[:-60])
    assert texts[0] == "Fair pay."
    assert set(codes) & {"read-cut-off", "read-record-broken"}


def test_a_broken_record_does_not_hide_those_behind_it() -> None:
    first, second, third = (build(text) for text in (b"Fair pay.", b"Dry stairs.", b"Oil."))
    texts, codes = read(first + second.replace(b"WARC/1.0", b"WARC/9x0", 1) + third)
    assert (texts[0], texts[-1]) == ("Fair pay.", "Oil.")
    assert "read-record-broken" in codes


def test_a_wrong_length_is_a_finding_and_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    data = build(b"Fair pay.", b"Dry stairs.")
    length = int(data.partition(b"Content-Length: ")[2].partition(b"\r\n")[0])
    texts, codes = read(data.replace(b"Length: %d" % length, b"Length: %d" % (length - 3), 1))
    assert "read-record-broken" in codes
    assert texts
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("packed", [False, True])
def test_a_response_that_unpacks_to_too_much_is_a_finding(*, packed: bool) -> None:
    bomb = gzip.compress(bytes(60_000_000))
    texts, codes = read(build(bomb, b"Fair pay.", encoding="gzip", packed=packed))
    assert texts[-1:] in (["Fair pay."], [])
    assert "read-record-broken" in codes


def test_an_archive_that_unpacks_to_too_much_is_read_so_far() -> None:
    data = build(*(b"Fair pay. " * 90 for _ in range(60)), packed=True)
    texts, codes = read(data, max_size=1000)
    assert len(texts) == 23
    assert codes[-1] == "read-record-broken"


def test_a_wacz_bomb_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.warc", bytes(60_000_000))
    assert read(buffer.getvalue()) == ([], ["read-too-large"])


def test_a_broken_wacz_is_a_finding() -> None:
    data = bytearray((FILES / "harbour.wacz").read_bytes())
    data[200:400] = bytes(200)
    texts, codes = read(bytes(data))
    assert (texts, bool(codes)) == ([], True)


def test_an_archive_without_a_page_says_so() -> None:
    texts, codes = read(build(b"\x89PNG", kind="image/png"))
    assert (texts, codes) == ([], ["read-skipped"])


def test_an_archive_packed_as_a_whole_is_read_like_one_packed_by_record() -> None:
    texts = [f"The keeper of tower {number} wrote a long letter to the town.".encode() for number in range(3)]
    documents, findings = read_source(gzip.compress(build(*texts)), address="whole.warc.gz")
    assert [doc.part for doc in documents] == [f"{URL}{number}" for number in range(3)]
    assert not [finding for finding in findings if finding.level == "problem"]
