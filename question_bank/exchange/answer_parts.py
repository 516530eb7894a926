"""An answer as people write it down, sorted into key points and running text. What the lines came from is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from question_bank.answer_paragraphs import as_code
from question_bank.exchange.defaults import LONGEST_KEY_POINT, MOST_KEY_POINTS, first_sentences
from question_bank.yaml_tree import Value

_MOST_KEY_POINTS: Final = 20
_BULLET: Final = re.compile(r"\s*(?:[-*•–]|\d+[.)])\s+(.*)", re.DOTALL)


def bullet_of(line: str) -> str:
    """What stands behind the bullet or the number of a line; empty for a line that has none."""
    found = _BULLET.fullmatch(line)
    return found[1].strip() if found else ""


@dataclass(slots=True)
class AnswerParts:
    """Takes an answer from top to bottom."""

    points: list[Value] = field(default_factory=list)
    _told: list[str] = field(default_factory=list)
    _all: list[str] = field(default_factory=list)

    def take_lines(self, lines: Iterable[str]) -> None:
        """Lines of text, an empty one between two paragraphs; those with a bullet are key points."""
        for line in lines:
            bullet = bullet_of(line)
            if bullet and self._has_room_for(bullet):
                self.points.append(bullet)
            else:
                self._tell(line)

    def take_items(self, items: Iterable[str]) -> None:
        """Items of a list; those that are too long or too many become paragraphs."""
        for item in items:
            if self._has_room_for(item):
                self.points.append(item)
            else:
                self.take_paragraph(item)

    def take_paragraph(self, text: str) -> None:
        """A paragraph of its own."""
        self._tell("", *text.splitlines(), "")

    def take_code(self, code: str) -> None:
        """Code, which belongs to the answer although nothing of it can be ticked off."""
        self._all += ["", *as_code(code).splitlines(), ""]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return not self.points and not any(map(str.strip, self._all))

    def fields(self) -> dict[str, Value]:
        """As the keys of a pack's question; without points, these are left to `defaults` unless there is code."""
        told = "\n".join(self._told).strip()
        points = self.points
        if not points and told and len(self._told) < len(self._all):
            paragraphs = filter(str.strip, told.split("\n\n"))  # what stands on either side of code is no one sentence
            points = [*islice((point for each in paragraphs for point in first_sentences(each)), MOST_KEY_POINTS)]
        return {"key_points": points, "model_answer": "\n".join(self._all).strip("\n")}

    def _tell(self, *lines: str) -> None:
        self._told += lines
        self._all += lines

    def _has_room_for(self, item: str) -> bool:
        return len(item) <= LONGEST_KEY_POINT and len(self.points) < _MOST_KEY_POINTS
