"""The part of a recording that is the answer: what can be left out before it and after it, to be heard without."""

from __future__ import annotations

from typing import Final

from simulator.store.records import AnswerRecord
from simulator.transcript import Span
from ui.words.answer_line import duration_of
from ui.words.marked_transcript import could_stop_s
from ui.words.times import clock

_AROUND_S: Final = 0.2  # a word's breath belongs to it
_WORTH_IT_S: Final = 1.0


def trimmed(record: AnswerRecord) -> Span | None:
    """From the first word to the last, or to where one could have stopped; None where that leaves nothing out."""
    words, duration_s = record.transcript.words if record.transcript is not None else (), duration_of(record)
    if not words or duration_s <= 0:
        return None
    stop_s = could_stop_s(record.report)
    start_s = max(0.0, words[0].start_s - _AROUND_S)
    end_s = min(duration_s, words[-1].end_s + _AROUND_S) if stop_s is None else stop_s
    is_shorter = duration_s - (end_s - start_s) >= _WORTH_IT_S
    return Span(start_s, end_s) if is_shorter and end_s > start_s else None


def trimmed_words(record: AnswerRecord, stretch: Span) -> str:
    """What is heard then: "From your first word to your last, 0:02 to 1:12"."""
    last = "where you could have stopped" if could_stop_s(record.report) is not None else "your last"
    return f"From your first word to {last}, {clock(stretch.start_s)} to {clock(stretch.end_s)}"
