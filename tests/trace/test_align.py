from onrecord.trace.align import Window, align_words


def align(
    quoted: str, source: str, hits: list[tuple[int, int, int]], breaks: tuple[int, ...] = ()
) -> list[tuple[str, str]]:
    codes: dict[str, int] = {}
    ours, theirs = ([codes.setdefault(word, len(codes)) for word in text.split()] for text in (quoted, source))
    window = Window(quoted=ours, stream=theirs, offset=100, breaks=breaks)
    pairs = align_words(window, [(word, place + 100, length) for word, place, length in hits])
    assert [pair[0] for pair in pairs] == sorted({pair[0] for pair in pairs})
    assert [pair[1] for pair in pairs] == sorted({pair[1] for pair in pairs})
    assert all(quoted.split()[word] == source.split()[place - 100] for word, place in pairs)
    return [(quoted.split()[word], str(place - 100)) for word, place in pairs]


def test_a_replaced_word_is_no_pair() -> None:
    pairs = align("mend the old pier before winter comes", "mend the new pier before winter comes", [(3, 3, 3)])
    assert [word for word, _ in pairs] == ["mend", "the", "pier", "before", "winter", "comes"]


def test_a_first_word_stays_next_to_its_run() -> None:
    pairs = align("the lamp burns all night", "the oil of the lamp burns all night", [(1, 4, 3)])
    assert pairs[0] == ("the", "3")


def test_a_last_word_stays_next_to_its_run() -> None:
    pairs = align("all night burns a lamp", "all night burns lamp and in a lamp", [(0, 0, 3)])
    assert pairs[-1] == ("lamp", "3")


def test_words_after_a_mark_belong_to_what_follows() -> None:
    source = "in return for the trouble caused by the measure we thank them"
    pairs = align("in return for the measure we thank them", source, [(0, 0, 3), (4, 8, 3)], breaks=(3,))
    assert ("the", "7") in pairs


def test_a_short_fragment_before_a_mark_is_found() -> None:
    source = "we came by night and over the hills to see the harbour lights at last"
    pairs = align("we came to see the harbour lights", source, [(2, 8, 3)], breaks=(2,))
    assert pairs[:2] == [("we", "0"), ("came", "1")]


def test_crossing_runs_are_not_both_kept() -> None:
    pairs = align("a b c d e f", "d e f x a b c", [(0, 4, 3), (3, 0, 3)])
    assert len(pairs) == 3
