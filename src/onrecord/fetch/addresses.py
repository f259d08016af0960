"""Addresses of pages."""


def is_address(text: str) -> bool:
    """Whether the text is the address of a page rather than a path."""
    return text.lower().startswith(("http://", "https://"))
