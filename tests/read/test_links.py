from onrecord.read import read_source
from onrecord.read.links import is_link_list


def test_a_file_of_addresses_is_no_document() -> None:
    read = read_source(b"/news/12/The-Quay\n\nhttps://selwick.example/lamps\n", address="speeches/LINKS")
    assert read.documents == ()
    assert [finding.code for finding in read.findings] == ["read-no-prose"]


def test_a_line_of_prose_makes_it_a_text() -> None:
    assert not is_link_list("/news/12/The-Quay\nRead more at /news\n")


def test_single_words_are_no_addresses() -> None:
    assert not is_link_list("Stone\nby\nstone\n")


def test_a_number_beside_an_address_is_not_prose() -> None:
    assert is_link_list("/news/12/The-Quay\n/news/13/The-Lamps 2\n")
