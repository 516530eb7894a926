"""Questions in CSV: one question a row, one column a key. What stands inside a cell: `question_cells`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeAlias

from question_bank.errors import UnreadablePack
from question_bank.exchange.answer_parts import AnswerParts
from question_bank.exchange.question_cells import COLUMNS, cells_of, fields_of
from question_bank.exchange.sheet_rows import Row, tree_of
from question_bank.models import Question
from question_bank.yaml_tree import Value, YamlTree, check_characters

_Cells: TypeAlias = tuple[int, list[str]]
"""A row: the line on which it begins, and what is in it."""

SEPARATORS: Final = (",", ";", "\t")
_NAMES: Final = {",": "comma", ";": "semicolon", "\t": "tab"}

_ALSO: Final = {
    "question": "text", "front": "text", "answer": "model_answer", "back": "model_answer", "role": "roles",
    "round": "rounds", "topic": "topics", "tags": "topics", "key_point": "key_points", "follow_up": "follow_ups",
}  # fmt: skip
# Names that mean this in other people's tables, unless a column with a plainer name is there.
_PERHAPS: Final = {
    "questions": "text", "q": "text", "prompt": "text", "interview_question": "text", "answers": "model_answer",
    "a": "model_answer", "sample_answer": "model_answer", "solution": "model_answer", "response": "model_answer",
    "difficulty": "level", "tag": "topics", "category": "topics", "categories": "topics", "subject": "topics",
}  # fmt: skip
_WITHOUT_HEAD: Final = ["text", "model_answer"]
_NUMBERING: Final = ("", "no", "nr", "num", "number", "index", "s.no", "sno", "sl.no", "unnamed: 0")
_HIGHEST_HEAD: Final = 10
_MOST_NAMES: Final = 5
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
        writer.writerow({name: disarmed(cell) for name, cell in cells_of(question).items()})
    return table.getvalue()


def read_csv(text: str) -> YamlTree:
    """Questions from a table with commas, semicolons or tabs; raises `UnreadablePack` with the line.

    Empty lines and titles above the names of the columns are passed over, and so are columns that mean nothing here.
    """
    check_characters(text)
    first_line = 1
    if named := _SEPARATOR_LINE.match(text):
        text, first_line = text[named.end() :], 2
    separator = named[1] if named else _separator_of(text)
    rows = _said_rows(text, separator, first_line)
    columns, rows = _headed(rows, first_line)
    _refuse_stray_cells(columns, rows, separator)
    return tree_of([_row(line, columns, cells) for line, cells in rows], remarks=_left_out(columns))


def table_rows(
    text: str, separator: str, first_line: int = 1, *, skips_spaces: bool = False
) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the line on which it begins; raises `UnreadablePack` for a row that cannot be read.

    `skips_spaces` is for tables that have a space behind each separator.
    """
    table = io.StringIO(text, newline="")
    reader = csv.reader(table, delimiter=separator, strict=True, skipinitialspace=skips_spaces)
    while True:
        line = reader.line_num + first_line
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadablePack(f"This row cannot be read: {error}.", line) from error
        yield line, cells


def _said_rows(text: str, separator: str, first_line: int) -> list[_Cells]:
    """The rows that are not empty; spaces behind the separators are skipped where the first row has them."""
    first = next(filter(str.strip, text.split("\n")), "")
    skips_spaces = separator != "\t" and re.search(rf"{re.escape(separator)} +\S", first) is not None
    rows = table_rows(text, separator, first_line, skips_spaces=skips_spaces)
    return [(line, cells) for line, cells in rows if any(map(str.strip, cells))]


def _separator_of(text: str) -> str:
    """The one that splits one of the first lines into the most column names that are known."""
    lines = [line.rstrip("\r") for line in islice(filter(str.strip, text.split("\n")), _HIGHEST_HEAD)]

    def fitness(separator: str) -> tuple[int, int]:
        names = (sum(name in COLUMNS for name in _columns_of(line.split(separator))) for line in lines)
        return max(names, default=0), lines[0].count(separator) if lines else 0

    return max(SEPARATORS, key=fitness)


def _headed(rows: list[_Cells], first_line: int) -> tuple[list[str], list[_Cells]]:
    """The columns and the rows below their names; two columns that name nothing are the question and its answer."""
    for index, (line, cells) in enumerate(rows[:_HIGHEST_HEAD]):
        columns = _columns_of(cells)
        if "text" in columns:
            return _checked(cells, columns, line), rows[index + 1 :]
    line, cells = rows[0] if rows else (first_line, [])
    if len(cells) == len(_WITHOUT_HEAD) and cells[0].rstrip().endswith("?"):
        return _WITHOUT_HEAD, rows
    return _checked(cells, _columns_of(cells), line), rows[1:]


def _checked(header: list[str], columns: list[str], line: int) -> list[str]:
    """The columns, if there is one for questions and none that is unknown may hold the answers."""
    is_whole = "text" in columns and not {"model_answer", "key_points"}.isdisjoint(columns)
    for name, column in zip(header, columns, strict=True):
        if column not in COLUMNS and not is_whole:
            known = ", ".join(COLUMNS)
            raise UnreadablePack(
                f"The column “{name[:40]}” is unknown; the first line names the columns: {known}.", line
            )
        if column in COLUMNS and columns.count(column) > 1:
            raise UnreadablePack(f"There are two columns for {column}.", line)
    if "text" not in columns:
        raise UnreadablePack("There is no column “text” for the questions; the first line names the columns.", line)
    if not is_whole:
        raise UnreadablePack("There is no “answer” column; without one, a question cannot be practised.", line)
    return [column if column in COLUMNS else name.strip() for name, column in zip(header, columns, strict=True)]


def _refuse_stray_cells(columns: list[str], rows: list[_Cells], separator: str) -> None:
    for line, cells in rows:
        if any(map(str.strip, cells[len(columns) :])):
            told = f"{len(cells)} cells, {len(columns)} columns: a {_NAMES.get(separator, 'separator')} outside quotes."
            raise UnreadablePack(told, line)


def _left_out(columns: list[str]) -> tuple[str, ...]:
    """Which columns were passed over; an empty name, or that of a number, is not worth a word."""
    names = [name for name in columns if name not in COLUMNS and name.strip(" .#").lower() not in _NUMBERING]
    if not names:
        return ()
    what = "The column" if len(names) == 1 else "The columns"
    said = ", ".join(f"“{name[:40]}”" for name in names[:_MOST_NAMES])
    return (f"{what} {said} {'was' if len(names) == 1 else 'were'} left out.",)


def _columns_of(names: Sequence[str]) -> list[str]:
    """What the names mean; a name that means nothing here stays as it is."""
    columns = [_ALSO.get(name, name) for name in map(_plain, names)]
    return [meant if (meant := _PERHAPS.get(each, each)) not in columns else each for each in columns]


def _plain(name: str) -> str:
    return re.sub(r"[\s\-]+", "_", name.strip().strip('"').strip().lower())


def _row(line: int, columns: list[str], cells: list[str]) -> Row:
    named = {name: _armed(cell) for name, cell in zip(columns, cells, strict=False) if name in COLUMNS}
    fields = fields_of(named)
    return Row(line, fields if "key_points" in fields else fields | _answer_of(named.get("model_answer", "")))


def _answer_of(cell: str) -> dict[str, Value]:
    """The answer in a cell of several lines: those with a bullet are key points."""
    parts = AnswerParts()
    parts.take_lines(cell.splitlines())
    return {key: value for key, value in parts.fields().items() if value} if parts.points else {}


def disarmed(cell: str) -> str:
    """The cell with a quote before it if a spreadsheet would take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _armed(cell: str) -> str:
    return cell[1:] if _QUOTED_FORMULA.match(cell) else cell
