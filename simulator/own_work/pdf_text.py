"""The text of a PDF as a person reads it: words apart, column after column. The one door to PDFium."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

import pypdfium2
import pypdfium2.raw

from simulator.own_work.pdf_columns import Piece, reading_order

_HYPHENS: Final = frozenset({0x02, 0xFFFE})  # what PDFium makes of a hyphen that breaks a word
_LINE_FEEDS: Final = frozenset({0x0A, 0x0D})
_JUMP: Final = 0.6
"""Of the height of a letter: whatever stands so much higher or lower is on another line."""
_GAP: Final = 1.2
"""Of the height of a letter: from here on a gap may part columns."""
_LOCKED: Final = frozenset({pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY})


class NoPdfText(Enum):
    """Why a PDF has no text to give."""

    LOCKED = auto()
    TOO_LONG = auto()


def pages_of_pdf(path: Path, most_pages: int) -> Iterator[str] | NoPdfText:
    """The text of each page; raises whatever the library raises for a file that is damaged."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in _LOCKED:
            return NoPdfText.LOCKED
        raise
    if len(document) > most_pages:
        return NoPdfText.TOO_LONG
    return (reading_order(list(_pieces(page.get_textpage()))) for page in document)


@dataclass(slots=True)
class _Open:
    """A piece of a line while its letters come in."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)

    def has_on_its_line(self, bottom: float, top: float) -> bool:
        return abs((bottom + top) - (self.bottom + self.top)) / 2 <= _JUMP * max(self.height, top - bottom)

    def reaches(self, left: float, right: float) -> bool:
        """Whether a letter at this place follows without a gap, and without going back."""
        return -self.height <= left - self.right <= _GAP * self.height or self.left <= left <= right <= self.right

    def add(self, letter: str, left: float, bottom: float, right: float, top: float) -> None:
        self.text += letter
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)

    def piece(self) -> Piece:
        return Piece(" ".join(self.text.split()), self.left, self.bottom, self.right, self.top)


def _pieces(page: pypdfium2.PdfTextPage) -> Iterator[Piece]:
    """The letters of a page, put together as far as they stand side by side."""
    piece: _Open | None = None
    for index in range(page.count_chars()):
        code = pypdfium2.raw.FPDFText_GetUnicode(page, index)
        if code in _LINE_FEEDS or piece is None or _is_blank(code):
            if code in _LINE_FEEDS and piece is not None:
                yield piece.piece()
                piece = None
            elif piece is not None:
                piece.text += " "
            elif not _is_blank(code):
                piece = _Open(_letter(code), *page.get_charbox(index, loose=True))
            continue
        left, bottom, right, top = page.get_charbox(index, loose=True)
        if piece.has_on_its_line(bottom, top) and piece.reaches(left, right):
            piece.add(_letter(code), left, bottom, right, top)
        else:
            yield piece.piece()
            piece = _Open(_letter(code), left, bottom, right, top)
    if piece is not None:
        yield piece.piece()


def _is_blank(code: int) -> bool:
    return code not in _HYPHENS and (code < 0x20 or chr(code).isspace())


def _letter(code: int) -> str:
    return "-" if code in _HYPHENS else chr(code)
