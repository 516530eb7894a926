"""When the questions of an interview come back, in sentences. When they are due: `simulator.schedule`. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from question_bank.labels import topic_label
from question_bank.models import Question
from ui.words.times import full_day

NOTHING_SCHEDULED: Final = "A question comes back once an answer to it has been judged."
_A_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ComingBack:
    """A question of the interview, the number under which it was asked, and the day on which it is due."""

    question: Question
    number: int
    day: date


def coming_back(due: Sequence[ComingBack], today: date) -> tuple[str, ...]:
    """One sentence for each day, the next one first: "Dropout and Pooling come back on Tuesday."."""
    days = sorted({max(one.day, today) for one in due})
    return tuple(_sentence([one for one in due if max(one.day, today) == day], due, day, today) for day in days)


def _sentence(on_day: Sequence[ComingBack], due: Sequence[ComingBack], day: date, today: date) -> str:
    names = list(dict.fromkeys(_name(one, due, today) for one in on_day))
    is_one = len(names) == 1
    if day == today:
        return f"{_joined(names)} {'is' if is_one else 'are'} due now."
    return f"{_joined(names)} {'comes' if is_one else 'come'} back {_when(day, today)}."


def _name(one: ComingBack, due: Sequence[ComingBack], today: date) -> str:
    """Its topic; with its number too, if another question of that topic comes back on another day."""
    if not one.question.topics:
        return f"Question {one.number}"
    topic = one.question.topics[0]
    days = {max(other.day, today) for other in due if other.question.topics[:1] == (topic,)}
    return topic_label(topic) if len(days) == 1 else f"{topic_label(topic)} (question {one.number})"


def _when(day: date, today: date) -> str:
    if day == today + timedelta(days=1):
        return "tomorrow"
    words = full_day(day)
    if day < today + _A_WEEK:
        return f"on {words.partition(' ')[0]}"
    return f"on {words.removesuffix(f' {day.year}') if day.year == today.year else words}"


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
