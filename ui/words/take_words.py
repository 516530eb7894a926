"""One answer among others to the same question: when it was, how long, how that stands. What changed: `comparison`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.light import LIGHT_SHAPES, LIGHT_WORDS_AFTER
from ui.words.answer_line import length_words, light_of
from ui.words.answer_title import AnswerState, state_of, title_of
from ui.words.times import short_day, time_of_day

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.store.records import AnswerRecord
    from simulator.store.takes import Take


def take_name(take: Take) -> str:
    """ "19 Nov 2026, 18:30 · attempt 2"."""
    return take_at(take.started_at, take.attempt)


def take_at(started_at: datetime | None, attempt: int) -> str:
    """Likewise, told from its parts; without a moment that can be read, the attempt alone."""
    if started_at is None:
        return f"Date unknown · attempt {attempt}"
    day = started_at.astimezone().date()
    return f"{short_day(day)} {day.year}, {time_of_day(started_at)} · attempt {attempt}"


def take_facts(record: AnswerRecord) -> str:
    """Its length and its light, "1:52 · ▲ a little over"; what is the matter where there is neither."""
    light = light_of(record)
    if light is not None:
        return f"{length_words(record)} · {LIGHT_SHAPES[light]} {LIGHT_WORDS_AFTER[light]}"
    is_measured = state_of(record) in (AnswerState.JUDGED, AnswerState.BRIEF)
    what = "not timed" if is_measured else title_of(record)
    return f"{length_words(record)} · {what}" if record.samples else what
