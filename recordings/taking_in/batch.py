"""Recordings that are taken in together: how far each is, what comes next, how much is done. No Qt, no files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from question_bank.models import Question
from simulator.store.records import AnswerId


class Stage(StrEnum):
    """How far a recording is. The last three are the end."""

    WAITING = "waiting"
    READING = "reading"
    """Its sound is being written into a take."""
    LISTENING = "listening"
    """The take is kept; its words are awaited, and then what is said of them."""
    ADDED = "added"
    REFUSED = "refused"
    LEFT_OUT = "left out"


_ENDS = frozenset({Stage.ADDED, Stage.REFUSED, Stage.LEFT_OUT})


@dataclass(frozen=True, slots=True)
class Brought:
    """A recording that the user wants taken in: its file, and the question that it answers.

    `duration_s` is how long it is by its file's own word; None where that says nothing.
    """

    path: Path
    question: Question
    duration_s: float | None = None


@dataclass(slots=True)
class Item:
    """One recording of a batch. `heard_s` of its `duration_s` are transcribed.

    `sentence` says why it was refused, or why an answer that was added has no words; `notes` what was used of the file.
    """

    brought: Brought
    duration_s: float | None
    stage: Stage = Stage.WAITING
    answer_id: AnswerId | None = None
    file_name: str | None = None
    heard_s: float = 0.0
    sentence: str = ""
    notes: tuple[str, ...] = ()

    @property
    def is_over(self) -> bool:
        return self.stage in _ENDS


class Batch:
    """Recordings by their number, from 0, in the order in which the user has them."""

    def __init__(self, brought: Sequence[Brought]) -> None:
        self.items = tuple(Item(one, one.duration_s) for one in brought)

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of any of them."""
        return all(item.is_over for item in self.items)

    @property
    def over_count(self) -> int:
        """How many have come to their end, whichever."""
        return sum(item.is_over for item in self.items)

    @property
    def next_to_read(self) -> int | None:
        """The one whose turn it is; None while another is being read, or if all were."""
        if any(item.stage is Stage.READING for item in self.items):
            return None
        return next((number for number, item in self.numbered(Stage.WAITING)), None)

    def numbered(self, *stages: Stage) -> Iterator[tuple[int, Item]]:
        """Those that are so far, with their numbers."""
        return ((number, item) for number, item in enumerate(self.items) if item.stage in stages)

    def number_of(self, answer: AnswerId) -> int | None:
        """Which of them has become this answer; None if none has."""
        return next((number for number, item in enumerate(self.items) if item.answer_id == answer), None)

    def begin(self, number: int, answer: AnswerId, file_name: str) -> None:
        """Its answer is noted, and its sound is read now."""
        item = self.items[number]
        item.stage, item.answer_id, item.file_name = Stage.READING, answer, file_name

    def keep(self, number: int, duration_s: float, notes: tuple[str, ...]) -> None:
        """Its take is whole; it waits for its words."""
        item = self.items[number]
        item.stage, item.duration_s, item.notes = Stage.LISTENING, duration_s, notes

    def hear(self, number: int, until_s: float) -> None:
        """So much of it is transcribed."""
        self.items[number].heard_s = until_s

    def add(self, number: int, sentence: str = "") -> None:
        """It is an answer like any other; `sentence` says why it has no words, if it has none."""
        item = self.items[number]
        item.stage, item.sentence, item.heard_s = Stage.ADDED, sentence, item.duration_s or 0.0

    def refuse(self, number: int, sentence: str) -> None:
        """Nothing comes of it."""
        item = self.items[number]
        item.stage, item.sentence, item.answer_id = Stage.REFUSED, sentence, None

    def leave_out(self, number: int) -> None:
        """The user does not want it any more."""
        item = self.items[number]
        item.stage, item.answer_id = Stage.LEFT_OUT, None

    @property
    def heard_s(self) -> float:
        """Seconds of sound that are done with, of `total_s`. What was refused is done with."""
        return sum(self._length_of(item) if item.is_over else item.heard_s for item in self.items)

    @property
    def total_s(self) -> float:
        """Seconds of sound in all; a recording of unknown length counts like the others."""
        return sum(self._length_of(item) for item in self.items)

    def _length_of(self, item: Item) -> float:
        if item.duration_s is not None:
            return item.duration_s
        known = [one.duration_s for one in self.items if one.duration_s is not None]
        return sum(known) / len(known) if known else 0.0
