"""Where on a web page its content stands, as far as the page says so itself."""

from collections import defaultdict

from lxml import etree

from onrecord.read.dateshapes import has_date
from onrecord.read.elements import is_furniture, is_unseen

# An article shorter than this is a teaser (characters).
_SHORTEST = 200
_FEWEST_BLOCKS = 4
_LISTED_SHARE = 0.5
_ITEM = "data-item"
_DATED = frozenset({"time", "h2", "h3", "h4", "h5", "dt"})


def find_content(root: etree._Element) -> etree._Element | None:
    """The one `article` of the page, else its `main`, else the body of a list; `None` where the page does not say.

    The items of a list are marked for `begins_item`.
    """
    lengths = _measure(root)
    body = root.find("body")
    content = _find_marked(root, lengths)
    whole = body if content is None else content
    items = [] if whole is None or whole.tag == "article" else _find_items(whole, lengths)
    for item in items:
        item.set(_ITEM, "")
    return body if content is None and items else content


def begins_item(element: etree._Element) -> bool:
    """Whether the element is an item of the list that the page is."""
    return element.get(_ITEM) is not None


def _find_marked(root: etree._Element, lengths: dict[etree._Element, int]) -> etree._Element | None:
    articles = [one for one in root.iter("article") if not any(above.tag == "article" for above in one.iterancestors())]
    if len(articles) == 1 and lengths.get(articles[0], 0) >= _SHORTEST:
        return articles[0]
    for element in root.iter():
        if (element.tag == "main" or element.get("role") == "main") and lengths.get(element, 0):
            return element
    return None


def _measure(root: etree._Element) -> dict[etree._Element, int]:
    """How many characters each element shows, navigation left out."""
    lengths: dict[etree._Element, int] = {}
    skipped: list[etree._Element] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if is_unseen(element) or is_furniture(element):
                walk.skip_subtree()
                skipped = [element]
        elif element not in skipped:
            own = len((element.text or "").strip())
            lengths[element] = own + sum(lengths.get(child, 0) + len((child.tail or "").strip()) for child in element)
    return lengths


def _find_items(whole: etree._Element, lengths: dict[etree._Element, int]) -> list[etree._Element]:
    """Blocks of one kind side by side that are most of the whole, each with a link and a heading, a time or a date."""
    for parent in whole.iter():
        alike: dict[tuple[str, str], list[etree._Element]] = defaultdict(list)
        for child in parent:
            if child in lengths:
                alike[str(child.tag), child.get("class", "")].append(child)
        for blocks in alike.values():
            listed = sum(lengths[block] for block in blocks)
            is_most = listed >= _LISTED_SHARE * lengths.get(whole, 0)
            if len(blocks) >= _FEWEST_BLOCKS and is_most and all(map(_is_item, blocks)):
                return blocks
    return []


def _is_item(block: etree._Element) -> bool:
    if next(block.iter("a"), None) is None:
        return False
    return next(block.iter(*_DATED), None) is not None or has_date(" ".join(map(str, block.itertext())))
