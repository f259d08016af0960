"""Files that list addresses and hold no prose."""


def is_link_list(text: str) -> bool:
    """Whether every line is an address or a path, with nothing beside it but numbers."""
    return all(_is_link(line.split()) for line in text.splitlines() if line.strip())


def _is_link(words: list[str]) -> bool:
    # A list may end on the count of its lines.
    return "/" in words[0] and not any(char.isalpha() for word in words[1:] for char in word)
