"""The lines of a PDF as pdfium sees them; run as a script, in a process whose memory and time are bounded.

Reads the file from standard input and writes one JSON object a page. It imports nothing of onrecord, so that it starts
quickly.
"""

import ctypes
import signal
import sys
import unicodedata
from collections.abc import Iterator

import msgspec
import pypdfium2 as pdfium
from pypdfium2 import raw

MEMORY = 1_500_000_000
SECONDS_A_PAGE = 10
MOST_PAGES = 20_000
MOST_CHARACTERS = 20_000_000

_IMAGE_DEPTH = 3
_GAP = 1.6
_BASELINE = 0.5
_RAISED = 0.12
_SMALL = 0.85
_LINE_ENDS = frozenset("\r\n")
# pdfium's own sign for a hyphen at the end of a line.
_HYPHENS = frozenset({"\x02", "\ufffe", "\u00ad"})


class PdfLine(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Characters side by side on one baseline; lengths are in points, from the lower left corner of the page.

    Raised digits are written `[1]`.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float


class PdfPage(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of a page in pdfium's order; `has_image` says whether a page without lines shows something."""

    width: float
    height: float
    lines: tuple[PdfLine, ...]
    has_image: bool = False


class PdfInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What comes before the pages."""

    pages: int
    title: str = ""


class _Character(msgspec.Struct, frozen=True, gc=False):
    text: str
    left: float
    right: float
    baseline: float
    size: float


def extract_info(document: pdfium.PdfDocument) -> PdfInfo:
    """How many pages there are, and the title that the file states."""
    title = document.get_metadata_value("Title") or ""
    return PdfInfo(pages=len(document), title=title.encode("utf-8", "replace").decode())


def extract_page(document: pdfium.PdfDocument, number: int) -> PdfPage:
    """One page; raises pdfium.PdfiumError where it cannot be loaded."""
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            characters = tuple(_find_characters(page, text))
        finally:
            text.close()
        lines = tuple(line for line in _find_lines(characters) if line.text.strip())
        has_image = not lines and any(True for _ in page.get_objects((raw.FPDF_PAGEOBJ_IMAGE,), max_depth=_IMAGE_DEPTH))
        width, height = page.get_size()
        return PdfPage(width=width, height=height, lines=lines, has_image=has_image)
    finally:
        page.close()


def _find_characters(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Iterator[_Character]:
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    turn = _Turn(page)
    high = ""
    for index in range(text.count_chars()):
        shown = _decode(raw.FPDFText_GetUnicode(text, index))
        if "\ud800" <= shown <= "\udbff":
            high = shown
            continue
        if "\udc00" <= shown <= "\udfff":
            shown = (high + shown).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        high = ""
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        yield turn.place(shown, box, y.value, x.value)


def _decode(code: int) -> str:
    character = chr(code) if 0 < code < sys.maxunicode else ""
    if character in _HYPHENS:
        return "-"
    # Ligatures and the shapes of Arabic letters stand for letters.
    if "\ufb00" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc":
        return unicodedata.normalize("NFKC", character)
    return character


class _Turn:
    """The places of characters on a page as a reader sees it, whichever way it is turned."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._by = page.get_rotation()
        self._width, self._height = page.get_size()

    def place(self, shown: str, box: raw.FS_RECTF, y: float, x: float) -> _Character:
        if self._by == 90:  # noqa: PLR2004 - degrees, as are those below
            return _Character(shown, box.bottom, box.top, self._height - x, box.right - box.left)
        if self._by == 180:  # noqa: PLR2004
            return _Character(
                shown, self._width - box.right, self._width - box.left, self._height - y, box.top - box.bottom
            )
        if self._by == 270:  # noqa: PLR2004
            return _Character(shown, self._width - box.top, self._width - box.bottom, x, box.right - box.left)
        return _Character(shown, box.left, box.right, y, box.top - box.bottom)


def _find_lines(characters: tuple[_Character, ...]) -> Iterator[PdfLine]:
    line: list[_Character] = []
    for character in characters:
        if character.text in _LINE_ENDS:
            continue
        if not character.text.isspace() and line and _parts(line, character):
            yield _build_line(line)
            line = []
        line.append(character)
    if line:
        yield _build_line(line)


def _parts(line: list[_Character], after: _Character) -> bool:
    """Whether a new line, or another column, begins with this character."""
    shown = [one for one in line[-4:] if not one.text.isspace()]
    before = shown[-1] if shown else line[-1]
    size = max(before.size, after.size, 1.0)
    if abs(after.baseline - before.baseline) > _BASELINE * size:
        return True
    return max(after.left - before.right, before.left - after.right) > _GAP * size


def _build_line(line: list[_Character]) -> PdfLine:
    shown = [one for one in line if not one.text.isspace()] or line
    sizes = sorted(one.size for one in shown)
    size = sizes[len(sizes) * 3 // 4]
    baselines = sorted(one.baseline for one in shown if one.size >= _SMALL * size)
    baseline = baselines[len(baselines) // 2]
    return PdfLine(
        text=_write(line, baseline, size),
        left=round(min(one.left for one in shown), 2),
        right=round(max(one.right for one in shown), 2),
        baseline=round(baseline, 2),
        size=round(size, 2),
    )


def _write(line: list[_Character], baseline: float, size: float) -> str:
    """The characters, with raised digits as `[1]`."""
    parts: list[str] = []
    raised = ""
    for one in line:
        is_raised = one.text.isdigit() and one.size < _SMALL * size and one.baseline > baseline + _RAISED * size
        if is_raised:
            raised += one.text
            continue
        if raised:
            parts.append(f"[{raised}]")
            raised = ""
        parts.append(one.text)
    if raised:
        parts.append(f"[{raised}]")
    return " ".join("".join(parts).split())


def extract(data: bytes) -> Iterator[PdfInfo | PdfPage]:
    """What the file says of itself, then its pages; raises pdfium.PdfiumError where it cannot be opened."""
    document = pdfium.PdfDocument(data)
    try:
        info = extract_info(document)
        yield info
        characters = 0
        for number in range(min(info.pages, MOST_PAGES)):
            try:
                page = extract_page(document, number)
            except pdfium.PdfiumError:
                page = PdfPage(width=0, height=0, lines=(), has_image=True)
            yield page
            characters += sum(len(line.text) for line in page.lines)
            if characters > MOST_CHARACTERS:
                return
    finally:
        document.close()


def _bind() -> None:
    """Bound the memory of this process, where the system can, and let the alarm end it."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _wind() -> None:
    """Give the next page its time; the alarm's default action ends even a loop inside pdfium."""
    if hasattr(signal, "alarm"):
        signal.alarm(SECONDS_A_PAGE)


def main() -> None:
    """Standard input to standard output."""
    data = sys.stdin.buffer.read()
    _bind()
    _wind()
    try:
        for one in extract(data):
            sys.stdout.buffer.write(msgspec.json.encode(one) + b"\n")
            sys.stdout.buffer.flush()
            _wind()
    except (pdfium.PdfiumError, MemoryError) as failure:
        sys.stderr.write(str(failure) or "out of memory")
        sys.exit(1)


if __name__ == "__main__":
    main()
