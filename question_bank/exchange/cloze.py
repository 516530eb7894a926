"""Gaps of Anki's cards, `{{c1::what is asked::a hint}}`: left open for the question, closed for the answer."""

from __future__ import annotations

import re
from typing import Final

_MARK: Final = re.compile(r"\{\{c\d+::|[{}]")
_GAP: Final = "…"


def without_gaps(field: str) -> tuple[str, str]:
    """The field with its gaps open, and with them closed. Gaps may stand in gaps, and formulas have braces.

    A gap that never ends is text.
    """
    asked, told = _Level(), _Level()
    open_gaps: list[tuple[_Level, _Level]] = []
    at = 0
    while found := _MARK.search(field, at):
        _add(asked, told, field[at : found.start()])
        at = found.end()
        if found.group().startswith("{{"):
            open_gaps.append((asked, told))
            asked, told = _Level(found.group()), _Level(found.group())
        elif open_gaps and not told.braces and field.startswith("}}", found.start()):
            at += 1
            answer = "".join(told.pieces).partition("::")[0]
            asked, told = open_gaps.pop()
            asked.pieces.append(_GAP)
            told.pieces.append(answer)
        else:
            told.count(found.group())
            _add(asked, told, found.group())
    _add(asked, told, field[at:])
    while open_gaps:
        inner_asked, inner_told = asked, told
        asked, told = open_gaps.pop()
        asked.pieces.append("".join((inner_asked.opened_by, *inner_asked.pieces)))
        told.pieces.append("".join((inner_told.opened_by, *inner_told.pieces)))
    return "".join(asked.pieces), "".join(told.pieces)


class _Level:
    """What was read since the latest gap began, and how many braces of its own are open."""

    def __init__(self, opened_by: str = "") -> None:
        self.opened_by = opened_by
        self.pieces: list[str] = []
        self.braces = 0

    def count(self, brace: str) -> None:
        """One more brace, or one less."""
        self.braces = max(0, self.braces + (1 if brace == "{" else -1))


def _add(asked: _Level, told: _Level, text: str) -> None:
    asked.pieces.append(text)
    told.pieces.append(text)
