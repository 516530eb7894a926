"""A pack's text with one question changed, added or taken out, and all else as its writer left it. No files here.

Only the lines of the keys that changed are written anew; comments, order and spacing elsewhere stay. Where questions
are not written one below the other, the whole pack is written anew. Either way the result is read again before it is
handed out: what it says is exactly what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from question_bank.errors import NotWritten
from question_bank.exchange.pack_writing import pack_yaml, written_question, yaml_of
from question_bank.loader import Pack, parse_pack
from question_bank.models import Question
from question_bank.pack_format import PackHead
from question_bank.pack_lines import LineSpan, QuestionLines, questions_in

_COMMENT: Final = re.compile(r"(?:^|\s)#")


@dataclass(frozen=True, slots=True)
class Edited:
    """The new text of a pack; `has_lost_comments` when something that may be a comment stood in lines now gone."""

    text: str
    has_lost_comments: bool


def with_changed(text: str, path: Path, old_id: str, question: Question) -> Edited:
    """The pack with `question` in the place of the one called `old_id`. Raises `NotWritten`."""
    pack = _read(text, path)
    old = next((each for each in pack.questions if each.id == old_id), None)
    if old is None:
        raise NotWritten(f"There is no question “{old_id}” in {path.name} any more; nothing was written.")
    wanted = tuple(question if each is old else each for each in pack.questions)
    return _edited(text, pack, wanted, lambda lines: lines.change(old, question))


def with_added(text: str, path: Path, question: Question) -> Edited:
    """The pack with `question` at its end. Raises `NotWritten`."""
    pack = _read(text, path)
    return _edited(text, pack, (*pack.questions, question), lambda lines: lines.add(question))


def without(text: str, path: Path, question_id: str) -> Edited | None:
    """The pack without this question; None when it was the only one. Raises `NotWritten`."""
    pack = _read(text, path)
    wanted = tuple(each for each in pack.questions if each.id != question_id)
    if not wanted:
        return None
    return _edited(text, pack, wanted, lambda lines: lines.take_out(question_id))


def _read(text: str, path: Path) -> Pack:
    pack = parse_pack(path, text.encode())
    if not isinstance(pack, Pack):
        raise NotWritten(f"{pack.problems[0]} Nothing was written; fix the file first.")
    return pack


def _edited(text: str, pack: Pack, wanted: tuple[Question, ...], edit: Callable[[_Lines], None]) -> Edited:
    lines = _Lines.of(text)
    if lines is not None:
        edit(lines)
        if _says(lines.text, pack, wanted):
            return Edited(lines.text, lines.has_lost_comments)
    whole = pack_yaml(PackHead(pack.title, pack.reference), wanted)
    if not _says(whole, pack, wanted):
        raise NotWritten(f"{pack.source.name} could not be written in a form that reads back the same.")
    return Edited(whole, _COMMENT.search(text) is not None)


def _says(text: str, pack: Pack, wanted: tuple[Question, ...]) -> bool:
    read = parse_pack(pack.source, text.encode())
    return isinstance(read, Pack) and (read.title, read.reference, read.questions) == (
        pack.title, pack.reference, wanted,
    )  # fmt: skip


@dataclass(slots=True)
class _Lines:
    """The lines of a file, and where its questions stand; good for one edit."""

    lines: list[str]
    questions: tuple[QuestionLines, ...]
    end: str
    has_lost_comments: bool = False

    @classmethod
    def of(cls, text: str) -> _Lines | None:
        questions = questions_in(text)
        if questions is None:
            return None
        return cls(text.splitlines(keepends=True), questions, "\r\n" if "\r\n" in text else "\n")

    @property
    def text(self) -> str:
        return "".join(self.lines)

    def change(self, old: Question, new: Question) -> None:
        """Write the keys that differ, from the last to the first so that the lines before keep their numbers."""
        place = self._place_of(old.id)
        before, after = written_question(old), written_question(new)
        added = [key for key in after if key not in place.keys and after[key] != before.get(key)]
        if added:
            self._insert(place.whole.end, yaml_of({key: after[key] for key in added}), place.whole.column)
        for key, stretch in reversed(place.keys.items()):
            if key in after and after[key] != before.get(key):
                self._replace(stretch, yaml_of({key: after[key]}))
            elif key in before and key not in after:
                self._replace(stretch, "")

    def add(self, question: Question) -> None:
        """Write a question behind the last one."""
        last = self.questions[-1]
        self._insert(last.whole.end, yaml_of([written_question(question)]), last.dash_column)

    def take_out(self, question_id: str) -> None:
        """Delete a question's lines."""
        place = self._place_of(question_id)
        self._replace(LineSpan(place.whole.start, place.whole.end, place.dash_column), "")

    def _place_of(self, question_id: str) -> QuestionLines:
        return next(each for each in self.questions if each.id == question_id)

    def _insert(self, at: int, written: str, column: int) -> None:
        if at == len(self.lines) and not self.lines[-1].endswith(("\n", "\r")):
            self.lines[-1] += self.end
        self.lines[at:at] = self._indented(written, column)

    def _replace(self, stretch: LineSpan, written: str) -> None:
        gone = self.lines[stretch.start : stretch.end]
        self.has_lost_comments |= any(_COMMENT.search(line) for line in gone)
        new = self._indented(written, stretch.column)
        if new:
            new[0] = gone[0][: stretch.column] + new[0][stretch.column :]  # the dash before the first key
        self.lines[stretch.start : stretch.end] = new

    def _indented(self, written: str, column: int) -> list[str]:
        margin = " " * column
        return [f"{margin}{line}{self.end}" if line else self.end for line in written.splitlines()]
