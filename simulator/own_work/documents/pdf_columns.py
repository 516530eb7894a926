"""In which order a person reads the pieces of text on a page: lines from top to bottom, and columns one by one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import Final

_LEAST_GUTTER: Final = 8.0
"""Points between two columns, at least. Our own, as all figures here."""
_FEWEST_LINES: Final = 3
"""On either side; fewer are no columns but dates, or places set to the right."""
_SAME_EDGE: Final = 3.0
_SAME_LINE: Final = 0.5
_FAR_APART: Final = 2.5
"""In heights of a letter, within a line: a date that is set to the right, a cell of a table."""
_NEW_PARAGRAPH: Final = 1.45
_ALONE: Final = 2.3
"""In distances of lines: a heading beside its section has so much space below it before the next one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that stand side by side, with the box around them in points; the bottom of a page is 0."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


Row = list[Piece]


def reading_order(pieces: Sequence[Piece]) -> str:
    """The text of a page; paragraphs have an empty line between them."""
    rows = _rows([piece for piece in pieces if piece.text])
    parts = [_part(run, gutter) for gutter, run in _runs(rows)]
    return "\n\n".join(part for part in parts if part)


def _rows(pieces: Sequence[Piece]) -> list[Row]:
    """Pieces side by side, from top to bottom."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda one: (-one.middle, one.left)):
        if rows and rows[-1][0].middle - piece.middle <= _SAME_LINE * min(rows[-1][0].height, piece.height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _runs(rows: Sequence[Row]) -> Iterator[tuple[float | None, list[Row]]]:
    """The rows from top to bottom, those together that have the same gutter between columns, or none."""
    gutters = _gutters(rows)
    for gutter, run in groupby(zip(rows, gutters, strict=True), key=lambda entry: entry[1]):
        yield gutter, [row for row, _ in run]


def _gutters(rows: Sequence[Row]) -> list[float | None]:
    """For each row the left edge of the right column, where it has one."""
    found: list[float | None] = [None] * len(rows)
    start = 0
    while start < len(rows):
        run = max((_run_from(rows, start, edge) for edge in _edges(rows[start:])), key=len, default=range(0))
        edge = _edge_of(rows, run)
        if edge is None:
            start += 1
            continue
        for index in run:
            found[index] = edge
        start = run.stop
    return found


def _edges(rows: Sequence[Row]) -> list[float]:
    """Where at least so many pieces begin: what may be the left edge of a right column."""
    lefts = sorted(piece.left for row in rows for piece in row)
    near = (bisect_right(lefts, left + _SAME_EDGE) - bisect_left(lefts, left - _SAME_EDGE) for left in lefts)
    often = [left for left, times in zip(lefts, near, strict=True) if times >= _FEWEST_LINES]
    return [left for number, left in enumerate(often) if number == 0 or left - often[number - 1] > _SAME_EDGE]


def _run_from(rows: Sequence[Row], start: int, edge: float) -> range:
    """The rows from here on that nothing crosses at this edge, if they make two columns."""
    stop = start
    while stop < len(rows) and all(_is_beside(piece, edge) for piece in rows[stop]):
        stop += 1
    run = range(start, stop)
    return run if _is_two_columns([rows[index] for index in run], edge) else range(0)


def _is_beside(piece: Piece, edge: float) -> bool:
    return piece.right <= edge - _LEAST_GUTTER or piece.left >= edge - _SAME_EDGE


def _is_two_columns(rows: Sequence[Row], edge: float) -> bool:
    left = sum(any(piece.right <= edge for piece in row) for row in rows)
    right = sum(any(abs(piece.left - edge) <= _SAME_EDGE for piece in row) for row in rows)
    return left >= _FEWEST_LINES and right >= _FEWEST_LINES


def _edge_of(rows: Sequence[Row], run: range) -> float | None:
    edges = _edges([rows[index] for index in run]) if run else []
    fitting = [edge for edge in edges if _is_two_columns([rows[index] for index in run], edge)]
    return next((edge for edge in fitting if all(_is_beside(piece, edge) for i in run for piece in rows[i])), None)


def _part(rows: Sequence[Row], edge: float | None) -> str:
    if edge is None:
        return _lines(rows)
    left = [[piece for piece in row if piece.right <= edge] for row in rows]
    if _are_headings(left):
        return _lines([[piece] for row in rows for piece in row])
    right = [[piece for piece in row if piece.right > edge] for row in rows]
    return "\n\n".join((reading_order([*_all(left)]), reading_order([*_all(right)])))


def _all(rows: Sequence[Row]) -> Iterator[Piece]:
    return (piece for row in rows for piece in row)


def _are_headings(column: Sequence[Row]) -> bool:
    """Whether most of a left column stands alone: the name of a section or a year, beside what belongs to it."""
    filled = [row[0] for row in column if row]
    spaces = [above.middle - below.middle for above, below in pairwise(filled)]
    alone = [space for space, piece in zip(spaces, filled, strict=False) if space > _ALONE * piece.height]
    return 2 * len(alone) > len(spaces)


def _lines(rows: Sequence[Row]) -> str:
    """The rows as lines, with an empty one where there is more space than usual."""
    distances = [above[0].middle - below[0].middle for above, below in pairwise(rows)]
    usual = median(distances) if distances else 0.0
    lines = [_line(rows[0])] if rows else []
    for row, distance in zip(rows[1:], distances, strict=True):
        is_new = distance > _NEW_PARAGRAPH * min(usual, 2 * row[0].height)
        lines.append(f"\n{_line(row)}" if is_new else _line(row))
    return "\n".join(lines)


def _line(row: Row) -> str:
    text = row[0].text
    for before, piece in pairwise(row):
        is_far = piece.left - before.right > _FAR_APART * max(before.height, piece.height)
        text += f" | {piece.text}" if is_far else f" {piece.text}"
    return text
