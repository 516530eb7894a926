"""Tables of a Markdown document: those of questions and answers are told apart from those that belong to an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from question_bank.exchange.asked_text import cleaned_question, looks_asked
from question_bank.exchange.document_blocks import Block, BlockKind

_ASKING: Final = ("question", "q", "prompt", "front")
_ANSWERING: Final = ("answer", "a", "solution", "response", "back", "explanation")


def with_tables_read(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, a row of a question keeping its answer in `cells`; rows of other tables become paragraphs."""
    for is_row, some in groupby(blocks, lambda block: block.kind is BlockKind.ROW):
        if not is_row:
            yield from some
            continue
        table: list[Block] = []
        for row in some:
            if row.is_head and table:
                yield from _read(table)
                table = []
            table.append(row)
        yield from _read(table)


def _read(table: Sequence[Block]) -> Iterator[Block]:
    head, *rows = table
    columns = _columns(head, rows)
    if columns is None:
        yield from (replace(row, kind=BlockKind.PROSE) for row in table if row.text)
        return
    asked, answer = columns
    for row in rows:
        cells = row.cells[answer : answer + 1] if answer is not None else ()
        yield replace(row, text=row.cells[asked], cells=tuple(filter(None, cells)))


def _columns(head: Block, rows: Sequence[Block]) -> tuple[int, int | None] | None:
    """Which column asks and which answers, by their names or else by what stands in the first of two."""
    names = [name.lower().strip(" .:*").removesuffix("s") for name in head.cells]
    asking = _first_of(_ASKING, names)
    if asking is not None:
        return asking, _first_of(_ANSWERING, names)
    asked = [row for row in rows if "?" in row.cells[0] and looks_asked(cleaned_question(row.cells[0]))]
    return (0, 1) if len(head.cells) == 2 and len(asked) * 2 > len(rows) else None


def _first_of(wanted: Sequence[str], names: Sequence[str]) -> int | None:
    """The first column that has one of these names, or one that ends in it: "Interview question"."""
    return next((index for index, name in enumerate(names) if name and name.split()[-1] in wanted), None)
