"""One answer in a list: which it is, how long it took, how that stands. What is said first of it is `answer_title`."""

from __future__ import annotations

from recordings.pcm import seconds_of
from simulator.light import LIGHT_SHAPES, LIGHT_WORDS_AFTER, Light
from simulator.store.records import AnswerRecord
from ui.words.answer_title import title_of
from ui.words.times import clock


def duration_of(record: AnswerRecord) -> float:
    """How long the recording is, in seconds, told from its samples; 0 without one."""
    return seconds_of(record.samples or 0)


def length_words(record: AnswerRecord) -> str:
    """How long the answer was, as in its feedback; where that was not measured, how long its recording is."""
    answer_s = record.report.answer_s if record.report else None
    return clock(duration_of(record) if answer_s is None else answer_s)


def answer_name(record: AnswerRecord) -> str:
    """ "2. What is dropout?", and below it "Follow-up 1: How was that measured?"."""
    number = f"Follow-up {record.rung}:" if record.rung else f"{record.position + 1}."
    return f"{number} {record.question.text}"


def light_of(record: AnswerRecord) -> Light | None:
    """How its length stands; None where that was not measured."""
    length = record.report.length if record.report else None
    return length.light if length else None


def light_words(record: AnswerRecord, light: Light) -> str:
    """Shape and word of the light, and which attempt it was if there were others: "● on time · attempt 2"."""
    again = f" · attempt {record.attempt}" if record.attempt > 1 else ""
    return f"{LIGHT_SHAPES[light]} {LIGHT_WORDS_AFTER[light]}{again}"


def answer_spoken(record: AnswerRecord) -> str:
    """The answer as a screen reader says it."""
    light = light_of(record)
    if light is None:
        return f"{answer_name(record)} {title_of(record)}"
    return f"{answer_name(record)} {length_words(record)}, {LIGHT_WORDS_AFTER[light]}"
