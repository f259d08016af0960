"""Tags: the bulleted words at the end of a page."""

from onrecord.read.paragraphs import Paragraph

_LONGEST = 60
_FEWEST = 2


def find_tags(paragraphs: tuple[Paragraph, ...]) -> tuple[str, ...]:
    """The items of a list that ends the page, where each is a few words and no sentence or quotation."""
    first = len(paragraphs)
    while first and paragraphs[first - 1].kind == "list-item":
        first -= 1
    tags = tuple(paragraph.text for paragraph in paragraphs[first:])
    return tags if first and len(tags) >= _FEWEST and all(_is_tag(tag) for tag in tags) else ()


def _is_tag(text: str) -> bool:
    return (
        len(text) <= _LONGEST and not text.endswith((".", "!", "?", ";", ":", ",")) and not set(text) & set('"“”«»[]')
    )
