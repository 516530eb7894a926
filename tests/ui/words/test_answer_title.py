"""What is said first of an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.report import NOT_UNDERSTOOD, Advice, Finding
from simulator.store.records import AnswerRecord, AnswerStatus
from tests.ui.samples import brief_record, sample_record, sample_report, short_record, silent_record
from ui.words.answer_title import AnswerState, sentence_of, state_of, title_of
from ui.words.interview_stage import WRITING_DOWN


def _not_understood() -> AnswerRecord:
    """Several people spoke at once."""
    record = short_record()
    assert record.report is not None
    why = "hardly a word could be made out"
    report = replace(
        record.report,
        advice=(Advice(f"This could not be judged: {why}.", None, None, "not_understood"),),
        not_measured={NOT_UNDERSTOOD: why},
    )
    return replace(record, report=report)


def test_why_nobody_could_be_understood_is_said() -> None:
    assert sentence_of(_not_understood()) == "This could not be judged: hardly a word could be made out."


@pytest.mark.parametrize(
    ("record", "state", "title"),
    [
        (sample_record(), AnswerState.JUDGED, "Two things to try next time"),
        (silent_record(), AnswerState.SILENT, "Nothing was said"),
        (short_record(), AnswerState.TOO_LITTLE, "Too little to judge"),
        (_not_understood(), AnswerState.NOT_UNDERSTOOD, "Your words could not be made out"),
        (brief_record(0), AnswerState.BRIEF, "Too short to measure"),
        (brief_record(2), AnswerState.BRIEF, "Short: 2 of 6 key points made"),
        (brief_record(6), AnswerState.BRIEF, "Short and complete"),
        (sample_record(report=None), AnswerState.WAITING, "Transcribing your answer…"),
        (sample_record(report=None, transcript=None, file_name=None, typed="First"), AnswerState.WAITING, WRITING_DOWN),
        (
            sample_record(report=None, transcript=None, file_name=None),
            AnswerState.WORDS_LOST,
            "The words of this answer are lost",
        ),
        (sample_record(status=AnswerStatus.SKIPPED, report=None), AnswerState.WITHOUT_RECORDING, "Skipped"),
    ],
)
def test_state_and_title(record: AnswerRecord, state: AnswerState, title: str) -> None:
    assert state_of(record) is state
    assert title_of(record) == title


def test_praise_alone_is_not_counted_as_something_to_try() -> None:
    praise = replace(
        sample_report(),
        advice=(Advice("All 6 key points made.", 9.0, 12.0, "all_points"),),
        findings=(Finding("all_points", "All 6 key points made.", 9.0, 12.0, is_praise=True),),
    )
    assert title_of(sample_record(report=praise)) == "Well done"


def test_silence_is_not_called_a_bad_answer() -> None:
    assert "not count as a bad answer" in sentence_of(silent_record())


def test_a_failed_transcript_says_what_was_kept_and_what_to_do() -> None:
    record = sample_record(report=None, transcript=None, failure="The speech engine stopped.")
    assert state_of(record) is AnswerState.FAILED
    assert sentence_of(record) == ("The speech engine stopped. The recording is saved: you can play it and try again.")


def test_an_answer_that_no_model_wrote_down_is_not_called_silent() -> None:
    record = silent_record()
    assert record.report is not None
    assert state_of(replace(record, report=replace(record.report, model=None))) is AnswerState.TOO_LITTLE


def test_what_was_said_the_wrong_way_round_comes_before_all_else() -> None:
    def contrary(record: AnswerRecord, count: int) -> AnswerRecord:
        assert record.report is not None
        points = tuple(
            replace(point, covered=False, verdict="contrary") if number < count else point
            for number, point in enumerate(record.report.key_points or ())
        )
        return replace(record, report=replace(record.report, key_points=points))

    assert title_of(contrary(sample_record(), 1)) == "You said the opposite of one key point"
    assert title_of(contrary(brief_record(6), 2)) == "You said the opposite of two key points"
