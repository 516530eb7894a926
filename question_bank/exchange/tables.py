"""Questions in CSV: one question a row, one column a key. What stands inside a cell: `question_cells`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Final

from question_bank.errors import UnreadablePack
from question_bank.exchange.question_cells import COLUMNS, cells_of, fields_of
from question_bank.exchange.sheet_rows import Row, tree_of
from question_bank.models import Question
from question_bank.yaml_tree import YamlTree, check_characters

SEPARATORS: Final = (",", ";", "\t")

_ALSO: Final = {
    "question": "text", "front": "text", "answer": "model_answer", "back": "model_answer", "role": "roles",
    "round": "rounds", "topic": "topics", "tags": "topics", "key_point": "key_points", "follow_up": "follow_ups",
}  # fmt: skip
_SEPARATOR_LINE: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"). The quote that stops it is taken
# off again on the way in, and so a text that has quotes of its own there gets one more.
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n]")
_QUOTED_FORMULA: Final = re.compile(r"''*[=+\-@\t\r\n]")


def csv_text(questions: Iterable[Question]) -> str:
    """A table with commas, a line of column names first; no cell can be taken for a formula."""
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for question in questions:
        writer.writerow({name: _disarmed(cell) for name, cell in cells_of(question).items()})
    return table.getvalue()


def read_csv(text: str) -> YamlTree:
    """Questions from a table with commas, semicolons or tabs; raises `UnreadablePack` with the line."""
    check_characters(text)
    first_line = 1
    if named := _SEPARATOR_LINE.match(text):
        text, first_line = text[named.end() :], 2
    separator = named[1] if named else _separator_of(text)
    lines = table_rows(text, separator, first_line)
    line, header = next(lines, (first_line, []))
    columns = _columns(header, line)
    return tree_of([_row(line, columns, cells) for line, cells in lines if any(map(str.strip, cells))])


def table_rows(text: str, separator: str, first_line: int = 1) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the line on which it begins; raises `UnreadablePack` for a row that cannot be read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + first_line
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadablePack(f"This row cannot be read: {error}.", line) from error
        yield line, cells


def _separator_of(text: str) -> str:
    """The one that splits the first line into the most column names that are known."""
    first = text.partition("\n")[0].rstrip("\r")
    return max(SEPARATORS, key=lambda each: sum(_column(name.strip('"')) in COLUMNS for name in first.split(each)))


def _columns(header: list[str], line: int) -> list[str]:
    columns = [_column(name) for name in header]
    for name, column in zip(header, columns, strict=True):
        if column not in COLUMNS:
            known = ", ".join(COLUMNS)
            raise UnreadablePack(f"The column “{name[:40]}” is not known; the first line names columns: {known}.", line)
        if columns.count(column) > 1:
            raise UnreadablePack(f"There are two columns for {column}.", line)
    if "text" not in columns:
        raise UnreadablePack("There is no column “text” for the questions; the first line names the columns.", line)
    return columns


def _column(name: str) -> str:
    column = re.sub(r"[\s\-]+", "_", name.strip().lower())
    return _ALSO.get(column, column)


def _row(line: int, columns: list[str], cells: list[str]) -> Row:
    names = columns + [f"cell {number}" for number in range(len(columns) + 1, len(cells) + 1)]
    return Row(line, fields_of({name: _armed(cell) for name, cell in zip(names, cells, strict=False)}))


def _disarmed(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _armed(cell: str) -> str:
    return cell[1:] if _QUOTED_FORMULA.match(cell) else cell
