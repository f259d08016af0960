from onrecord.read.lines import split_lines


def test_every_line_knows_where_it_starts() -> None:
    source = "one\r\ntwo\rthree\n\nfive"
    lines = split_lines(source)
    assert [line.text for line in lines] == ["one", "two", "three", "", "five"]
    assert all(source[line.start :].startswith(line.text) for line in lines)


def test_a_form_feed_leaves_no_blank_line() -> None:
    assert [line.text for line in split_lines("one\n\ftwo\f\n")] == ["one", "two", ""]
