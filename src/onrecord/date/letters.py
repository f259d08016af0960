"""One spelling for digits and letters that have several, without moving any character."""

import re

_FOREIGN = re.compile("[\u0600-\u06ff\xa0]")
_PLAIN = str.maketrans(
    {
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        "\u064a": "\u06cc",
        "\u0643": "\u06a9",
        "\xa0": " ",
    }
)


def is_foreign(text: str) -> bool:
    """Whether the text holds letters or digits of the Arabic script, or spaces that do not break."""
    return bool(_FOREIGN.search(text))


def write_plainly(text: str) -> str:
    """The text with European digits, Persian yeh and kaf, and plain spaces; every character keeps its place."""
    return text.translate(_PLAIN) if is_foreign(text) else text
