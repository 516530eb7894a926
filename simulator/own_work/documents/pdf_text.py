"""The text of a PDF as a person reads it: words apart, column after column. The one door to PDFium."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from statistics import median
from typing import Final

import pypdfium2
import pypdfium2.raw

from simulator.own_work.documents.pdf_columns import Piece, reading_order

_HYPHENS: Final = frozenset({0x02, 0xFFFE})  # what PDFium makes of a hyphen that breaks a word
_LINE_FEEDS: Final = frozenset({0x0A, 0x0D})
_JUMP: Final = 0.6
"""Of the height of a letter: whatever stands so much higher or lower is on another line."""
_GAP: Final = 1.2
"""Of the height of a letter: from here on a gap may part columns."""
_SPACE: Final = 0.085
"""Of the height of a letter, beyond what is usual in a line: so much apart are words that no blank parts."""
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


Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


@dataclass(slots=True)
class _Open:
    """A piece of a line while its letters come in, each with the gap before it."""

    letters: list[tuple[str, float]]
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)

    def takes(self, box: Box) -> bool:
        """Whether a letter in this box stands on its line, and follows without a wide gap or going back."""
        left, bottom, right, top = box
        is_on_line = abs((bottom + top) - (self.bottom + self.top)) / 2 <= _JUMP * max(self.height, top - bottom)
        follows = -self.height <= left - self.right <= _GAP * self.height
        return is_on_line and (follows or self.left <= left <= right <= self.right)

    def add(self, letter: str, box: Box) -> None:
        left, bottom, right, top = box
        self.letters.append((letter, left - self.right))
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)

    def piece(self) -> Piece:
        """Its words apart, where nothing but a gap parts them; letters that are all spaced out stay together."""
        least = _SPACE * self.height + max(median(gap for _, gap in self.letters), 0.0)
        text = "".join(f" {letter}" if gap > least else letter for letter, gap in self.letters)
        return Piece(" ".join(text.split()), self.left, self.bottom, self.right, self.top)


def _pieces(page: pypdfium2.PdfTextPage) -> Iterator[Piece]:
    """The letters of a page, put together as far as they stand side by side."""
    piece: _Open | None = None
    for letter, box in _letters(page):
        if piece is None or letter == "\n" or not (box is None or piece.takes(box)):
            if piece is not None:
                yield piece.piece()
            piece = None if box is None else _Open([(letter, 0.0)], *box)
        elif box is None:
            piece.letters.append((" ", 0.0))
        else:
            piece.add(letter, box)
    if piece is not None:
        yield piece.piece()


def _letters(page: pypdfium2.PdfTextPage) -> Iterator[tuple[str, Box | None]]:
    """Each letter with its box; a blank and the end of a line have none."""
    for index in range(page.count_chars()):
        code = pypdfium2.raw.FPDFText_GetUnicode(page, index)
        if code in _LINE_FEEDS:
            yield "\n", None
        elif code in _HYPHENS:
            yield "-", page.get_charbox(index, loose=True)
        elif code < 0x20 or chr(code).isspace():
            yield " ", None
        else:
            yield chr(code), page.get_charbox(index, loose=True)
