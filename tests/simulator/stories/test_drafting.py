"""A story is made of an answer as it was corrected; other answers make none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.analyse import analyse
from simulator.corrections import corrected, taken_off
from simulator.store.records import AnswerId, AnswerRecord, AnswerStatus, SessionId
from simulator.stories.drafting import draft_of, story_text, title_of
from tests.simulator.store.builders import NOON, a_question, a_transcript
from tests.simulator.stories.told import OUTAGE, behavioural

QUESTION = behavioural("Tell me about something that went wrong because of you.", "you.failure")


def answered(text: str = f"Um, so {OUTAGE}") -> AnswerRecord:
    transcript = a_transcript(text)
    return AnswerRecord(
        AnswerId(3), SessionId(1), 0, 1, QUESTION, AnswerStatus.SAVED, "a.wav", 1, 1, "c0ffee", NOON,
        transcript=transcript, report=analyse(transcript, QUESTION),
    )  # fmt: skip


def test_a_draft_has_title_text_tags_and_answer() -> None:
    draft = draft_of(answered())
    assert draft is not None
    assert draft.title == "Two years ago I broke production on a Friday"
    assert draft.text == f"So {OUTAGE}"
    assert draft.tags[0] == "failure"
    assert draft.answer_id == 3


def test_a_sound_whose_flag_was_taken_off_stays() -> None:
    record = answered()
    assert record.report is not None
    kept = corrected(record.report, [taken_off(record.report.fillers[0])])
    assert story_text(replace(record, report=kept)) == f"Um, so {OUTAGE}"


def test_before_it_is_judged_the_transcript_is_taken() -> None:
    assert story_text(replace(answered("I was late."), report=None)) == "I was late."


def test_other_answers_make_no_story() -> None:
    assert draft_of(replace(answered(), question=a_question())) is None
    assert draft_of(replace(answered(), status=AnswerStatus.DISCARDED)) is None
    assert draft_of(replace(answered(), transcript=None, report=None)) is None
    assert draft_of(answered("um")) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("So, well, we lost an index. Then we found it.", "We lost an index"),
        ("well", "Well"),
        ("", "Untitled story"),
        ("In my second year a very large customer of ours wanted numbers every single morning.",
         "In my second year a very large customer of ours wanted"),
        ("x" * 200, "X" * 1 + "x" * 59),
    ],
)  # fmt: skip
def test_the_title_is_the_first_sentence(text: str, title: str) -> None:
    assert title_of(text) == title
