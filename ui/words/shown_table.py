"""The numbers behind a chart as a table: to be read row by row, and copied as text. No Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row as it reads; `answer` is the answer that it opens, None if it opens none."""

    cells: tuple[str, ...]
    answer: int | None = None


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table with a heading for each column; the first column says what the row is of."""

    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]

    @property
    def as_text(self) -> str:
        """Tab-separated, with the headings on top: what spreadsheets take."""
        lines = (self.headings, *(row.cells for row in self.rows))
        return "\n".join("\t".join(map(_plain, line)) for line in lines) + "\n"


def _plain(cell: str) -> str:
    return " ".join(cell.split())
