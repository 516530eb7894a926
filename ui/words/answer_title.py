"""What is said first of an answer, whatever became of it: a title and one honest sentence. Judges nothing, no Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from simulator.analysis.report import NOT_UNDERSTOOD, AnswerReport
from simulator.store.records import AnswerRecord, AnswerStatus
from ui.words.interview_stage import WRITING_DOWN
from ui.words.shown_advice import things_to_try
from ui.words.times import number_word


class AnswerState(StrEnum):
    """How much can be said of an answer."""

    JUDGED = "judged"
    BRIEF = "brief"
    """Too short for figures, but something can be said of its content."""
    TOO_LITTLE = "too little"
    NOT_UNDERSTOOD = "not understood"
    SILENT = "silent"
    WAITING = "waiting"
    FAILED = "failed"
    UNREADABLE = "unreadable"
    WORDS_LOST = "words lost"
    """A typed answer of which not a word is left."""
    WITHOUT_RECORDING = "without recording"


_TITLES: Final = {
    AnswerState.TOO_LITTLE: "Too little to judge",
    AnswerState.NOT_UNDERSTOOD: "Your words could not be made out",
    AnswerState.SILENT: "Nothing was said",
    AnswerState.WAITING: WRITING_DOWN,
    AnswerState.UNREADABLE: "This answer cannot be read",
    AnswerState.WORDS_LOST: "The words of this answer are lost",
    AnswerState.FAILED: "Your answer is saved but not transcribed yet",
}
_SENTENCES: Final = {
    AnswerState.SILENT: "No speech was heard, so there is nothing to measure. This does not count as a bad answer.",
    AnswerState.UNREADABLE: (
        "Its entry in the library is damaged. If there is a recording, it can still be played and transcribed again."
    ),
    AnswerState.WORDS_LOST: "It was typed, but Viva Voce was interrupted before the text was saved.",
    AnswerState.WAITING: "Your recording is safe. You can go on; the feedback will appear in History.",
}
_ENDINGS: Final = {
    AnswerStatus.SKIPPED: ("Skipped", "You skipped this question. Nothing was recorded."),
    AnswerStatus.DISCARDED: ("Discarded", "You discarded this recording."),
    AnswerStatus.LOST: ("Recording lost", "This recording could not be recovered."),
    AnswerStatus.RECORDING: (
        "Not finished",
        "This answer was cut off. You can recover it the next time Viva Voce starts.",
    ),
}


def state_of(record: AnswerRecord) -> AnswerState:
    """How much can be said of this answer."""
    if not record.is_readable:
        return AnswerState.UNREADABLE
    if record.status is not AnswerStatus.SAVED:
        return AnswerState.WITHOUT_RECORDING
    if record.report is not None:
        return _state_of_report(record.report)
    if record.file_name is None and not record.typed:
        return AnswerState.WORDS_LOST
    return AnswerState.FAILED if record.failure else AnswerState.WAITING


def can_be_transcribed_again(record: AnswerRecord) -> bool:
    """Whether another try at its words may mend it."""
    has_recording = record.file_name is not None
    return has_recording and state_of(record) in (AnswerState.FAILED, AnswerState.UNREADABLE)


def title_of(record: AnswerRecord) -> str:
    """The title: how many things there are to try, or what is the matter."""
    state = state_of(record)
    if state is AnswerState.WITHOUT_RECORDING:
        return _ENDINGS[record.status][0]
    if record.report is not None and record.report.contrary_points:
        return _title_of_contrary(record.report)
    if record.report is not None and state is AnswerState.JUDGED:
        return _title_of_advice(record.report)
    if record.report is not None and state is AnswerState.BRIEF:
        return _title_in_brief(record.report)
    return _TITLES[state]


def sentence_of(record: AnswerRecord) -> str:
    """What is the matter, what was kept and what to do; empty where the advice says it."""
    state = state_of(record)
    if state is AnswerState.WITHOUT_RECORDING:
        return _ENDINGS[record.status][1]
    if state is AnswerState.FAILED:
        return f"{record.failure} The recording is saved: you can play it and try again."
    if state in (AnswerState.TOO_LITTLE, AnswerState.NOT_UNDERSTOOD) and record.report is not None:
        why = " ".join(advice.text for advice in record.report.advice)
        return why or "There was not enough speech to measure anything fairly."
    return _SENTENCES.get(state, "")


def _state_of_report(report: AnswerReport) -> AnswerState:
    if report.enough_speech:
        return AnswerState.JUDGED
    if NOT_UNDERSTOOD in report.not_measured:
        return AnswerState.NOT_UNDERSTOOD
    if report.findings:
        return AnswerState.BRIEF
    was_heard = report.model is not None
    return AnswerState.SILENT if was_heard and not report.transcript.words else AnswerState.TOO_LITTLE


def _title_of_contrary(report: AnswerReport) -> str:
    """What was said the wrong way round comes before all else."""
    count = len(report.contrary_points)
    return f"You said the opposite of {number_word(count)} key point{'s' if count > 1 else ''}"


def _title_in_brief(report: AnswerReport) -> str:
    made, asked = report.covered_count, len(report.key_points or ())
    if not made:
        return "Too short to measure"
    return "Short and complete" if made == asked else f"Short: {made} of {asked} key points made"


def _title_of_advice(report: AnswerReport) -> str:
    tip_count = len(things_to_try(report))
    if tip_count:
        things = "thing" if tip_count == 1 else "things"
        return f"{number_word(min(tip_count, 3)).capitalize()} {things} to try next time"
    if report.advice:
        return "Well done"
    return "Nothing to change here"
