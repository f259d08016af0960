"""The word lists of the room."""

from onrecord.attribute.words import load_name_words, load_sentence_words


def test_every_list_names_its_source_and_is_in_lower_case() -> None:
    for table in (load_name_words(), load_sentence_words()):
        assert table.source
        lists = [getattr(table, name) for name in table.__struct_fields__ if name != "source"]
        assert all(word == word.lower().strip(".") for words in lists for word in words)
