import re

from onrecord.read.phrases import any_of, get_phrases


def test_every_table_names_its_source() -> None:
    phrases = get_phrases()
    tables = (phrases.heading, phrases.notes, phrases.stage, phrases.scripture, phrases.dates)
    assert all(len(table.source) > 20 for table in tables)


def test_the_longest_word_is_tried_first_and_any_space_fits() -> None:
    pattern = re.compile(any_of(("Song", "Song of Songs")))
    match = pattern.match("Song  of\nSongs")
    assert match is not None
    assert match[0] == "Song  of\nSongs"
