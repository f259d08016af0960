import pytest

from onrecord.read.labels import read_label


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("TOLVEY: Fair pay.", "TOLVEY", "capitals"),
        ("TOLVEY:: Fair pay.", "TOLVEY", "capitals"),
        ("TOLVEY:\u2014but no.", "TOLVEY", "capitals"),
        ("McTOLVEY: Fair pay.", "McTOLVEY", "capitals"),
        ("TOLV\u00c9Y-BRANDT: Fair pay.", "TOLV\u00c9Y-BRANDT", "capitals"),
        ("SEN. O'BRANDT: No.", "SEN. O'BRANDT", "capitals"),
        ("TOLVEY [through translator]: No.", "TOLVEY", "capitals"),
        ("TOLVEY [through translator: No.", "TOLVEY", "capitals"),
        ("TOLVEY (?): No.", "TOLVEY", "capitals"),
        ("[UNKNOWN]: No.", "UNKNOWN", "capitals"),
        ("[UNKNOWN:]: No.", "UNKNOWN", "capitals"),
        ("(UNKNOWN): No.", "UNKNOWN", "capitals"),
        ("???: No.", "", "capitals"),
        ("TOLVEY:", "TOLVEY", "capitals"),
        ("Q: Who?", "Q", "role"),
        ("A. You.", "A", "role"),
        ("The President. Madam Speaker, be welcome.", "The President", "role"),
        ("Audience members [chanting]. Fair pay!", "Audience members", "role"),
        ("Maren Tolvey: No.", "Maren Tolvey", "name"),
        ("Mr. Brandt: No.", "Mr. Brandt", "name"),
    ],
)
def test_a_label_is_told_from_the_words_behind_it(text: str, speaker: str, kind: str) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.speaker, label.kind) == (speaker, kind)
    assert label.span.slice(text) + text[label.span.end : label.words] + text[label.words :] == text
    assert not text[label.span.end : label.words].strip()


@pytest.mark.parametrize(
    "text",
    [
        "And the reason is simple: nobody pays.",
        "The President said: no.",
        "The Presidents. They knew.",
        "A town without a quay.",
        "PARTICIPANTS: Tolvey, Brandt",
        "12:30 in the loft",
        "HTTP://harbour.example",
        "Tolvey:no",
        "",
        ":",
        "(applause): yes",
    ],
)
def test_other_beginnings_are_no_label(text: str) -> None:
    assert read_label(text) is None
