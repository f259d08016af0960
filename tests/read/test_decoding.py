import codecs

import pytest

from onrecord.read.decoding import decode_source

PROSE = (
    "Die Lampen auf dem Wellenbrecher wurden gestern wieder angezündet, nach elf dunklen Jahren. Kein Schiff, das im "
    "Sturm zu uns kommt, soll raten müssen, wo die Klippen sind. Den Wärtern danke ich für ihre Mühe; größer war keine."
)


def codes(data: bytes) -> list[tuple[str, str]]:
    return [(finding.code, finding.level) for finding in decode_source(data, address="1.txt").findings]


def test_line_ends_stay_and_a_byte_order_mark_goes() -> None:
    assert decode_source(codecs.BOM_UTF8 + "Größe\r\n".encode(), address="1.txt").text == "Größe\r\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_names_the_encoding(encoding: str) -> None:
    decoded = decode_source(PROSE.encode(encoding), address="1.txt")
    assert decoded == (PROSE, ())


@pytest.mark.parametrize("encoding", ["cp1252", "iso-8859-1"])
def test_other_encodings_are_guessed_with_a_note(encoding: str) -> None:
    decoded = decode_source(PROSE.encode(encoding), address="1.txt")
    assert decoded.text == PROSE
    assert [(finding.code, finding.level) for finding in decoded.findings] == [("read-encoding", "note")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "read-empty"),
        (b" \r\n\t \n", "read-empty"),
        (codecs.BOM_UTF8, "read-empty"),
        (codecs.BOM_UTF8 + b" \n", "read-empty"),
        (b"A town\x00 without a quay", "read-binary"),
        (b"%PDF-1.7\n", "read-binary"),
        (b"PK\x03\x04word/document.xml", "read-binary"),
        (b"\x1f\x8b\x08", "read-binary"),
        (b"\x01\x02\x03\x04 quay", "read-binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00\xd8", "read-undecodable"),
    ],
)
def test_what_is_no_text_is_a_problem_and_has_no_text(data: bytes, code: str) -> None:
    assert decode_source(data, address="1.txt").text is None
    assert codes(data) == [(code, "problem")]


def test_one_stray_control_character_does_not_make_a_text_binary() -> None:
    assert codes(b"A town \x02 is a town without bread. " + b"Fair pay for all. " * 9) == []


def test_the_charset_that_a_page_names_goes_before_a_guess_but_not_before_utf_8() -> None:
    assert decode_source("Größe".encode("cp1252"), address="1.html", charset="ISO-8859-1") == ("Größe", ())
    assert decode_source("ماندگار".encode("cp1256"), address="1.html", charset="windows-1256") == ("ماندگار", ())
    assert decode_source("Größe".encode(), address="1.html", charset="ISO-8859-1") == ("Größe", ())
    assert decode_source(PROSE.encode("cp1252"), address="1.html", charset="no-such").text == PROSE
