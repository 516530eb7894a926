"""What is said of a whole interview, in sentences. What is worth saying: `simulator.interview_summary`. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from question_bank.models import KeyPoint
from simulator.analysis.findings.point_findings import all_points
from simulator.interview_summary.remark import Remark, RemarkKind
from simulator.store.records import AnswerRecord, AnswerStatus
from ui.words.answer_line import duration_of
from ui.words.answer_title import AnswerState, state_of
from ui.words.times import clock, counted, number_word, seconds_over

WENT_WELL: Final = "What went well"
TO_DO_NEXT: Final = "What to do next"
_TICK: Final = "✓"
_NOTHING_KEPT: Final = "This interview ended before anything was answered."
_NOTHING_STANDS_OUT: Final = "Nothing stands out, for better or worse. Open an answer to read and hear it again."
_WAITING: Final = "Your answers are still being transcribed. What stands out in them will appear here."
_SKIPPED: Final = (
    "You skipped every question, so there is nothing to look back on. That is fine: you can come back to them "
    "whenever you like."
)
_SILENT: Final = (
    "Nothing was said this time, so there is nothing to judge. It does not count against you. If you did speak, check "
    "the microphone under Practise."
)
_FAILED: Final = "Your answers are saved, but not transcribed yet. Open Review to try again."
_NOT_UNDERSTOOD: Final = (
    "Your words could not be made out well enough to judge them. Your answers are kept: open one to hear it again."
)
_TOO_LITTLE: Final = "There was too little speech to judge fairly. Three or four sentences per answer are enough."
_JUDGED: Final = (AnswerState.JUDGED, AnswerState.BRIEF)
_UNSAID: Final = (AnswerState.SILENT, AnswerState.WITHOUT_RECORDING)


@dataclass(frozen=True, slots=True)
class ShownRemark:
    """A sentence with what stands before it, and its proof: `link` says what pressing it does, `link_spoken` in full.

    It plays the answer from `start_s`, or opens it where that is None. `place` says on paper where that is.
    """

    mark: str
    text: str
    is_praise: bool
    answer: AnswerRecord
    link: str
    link_spoken: str
    place: str
    start_s: float | None
    end_s: float | None


def shown_remarks(remarks: Sequence[Remark]) -> tuple[ShownRemark, ...]:
    """The remarks in their order, praise with a tick, the rest numbered."""
    number, shown = 0, []
    for remark in remarks:
        number += not remark.kind.is_praise
        shown.append(_shown(remark, _TICK if remark.kind.is_praise else str(number)))
    return tuple(shown)


def answer_place(record: AnswerRecord) -> str:
    """ "Question 2", "Question 2, follow-up 1"."""
    return f"Question {record.position + 1}{f', follow-up {record.rung}' if record.rung else ''}"


def why_nothing(answers: Sequence[AnswerRecord]) -> str:
    """What there is to say where no remark could be made, kindly."""
    if not answers:
        return _NOTHING_KEPT
    states = Counter(state_of(record) for record in answers)
    if any(states[state] for state in _JUDGED):
        return _NOTHING_STANDS_OUT
    if all(record.status is AnswerStatus.SKIPPED for record in answers):
        return _SKIPPED
    if all(state in _UNSAID for state in states):
        return _SILENT
    told = {
        AnswerState.WAITING: _WAITING,
        AnswerState.FAILED: _FAILED,
        AnswerState.NOT_UNDERSTOOD: _NOT_UNDERSTOOD,
    }
    return next((words for state, words in told.items() if states[state]), _TOO_LITTLE)


def still_awaited(answers: Sequence[AnswerRecord]) -> str:
    """That more is to come, while some of the answers are written down and others are judged; else nothing."""
    states = Counter(state_of(record) for record in answers)
    waiting = states[AnswerState.WAITING]
    if not waiting or not any(states[state] for state in _JUDGED):
        return ""
    are = "is" if waiting == 1 else "are"
    return f"{counted(waiting, 'answer')} {are} still being transcribed; this page will fill in by itself."


def _shown(remark: Remark, mark: str) -> ShownRemark:
    record, start_s = remark.answer, remark.start_s
    if duration_of(record) <= 0:
        start_s = None
    place, at = answer_place(record), "" if start_s is None else clock(start_s)
    lowered = place[0].lower() + place[1:]
    return ShownRemark(
        mark=mark,
        text=_sentence(remark),
        is_praise=remark.kind.is_praise,
        answer=record,
        link=f"{place} ▸ {at}" if at else f"Open {lowered}",
        link_spoken=f"Hear {lowered} at {at}" if at else f"Open {lowered} in Review",
        place=f"{place}, {at}" if at else place,
        start_s=start_s,
        end_s=None if start_s is None else remark.end_s,
    )


def _sentence(remark: Remark) -> str:
    if remark.finding is not None:
        return remark.finding.text
    if remark.point is not None:
        return _SENTENCES_ON_POINTS[remark.kind](remark, remark.point)
    report = remark.answer.report
    if remark.kind is RemarkKind.TOO_LONG and report is not None and report.length is not None:
        return f"This answer ran {seconds_over(report.length.over_s)} its target: listen for what you could cut."
    return _well_answered(remark.count, len(report.key_points or ()) if report else 0)


def _well_answered(made: int, asked: int) -> str:
    if made < asked:
        return f"Well answered: you made {made} of {asked} key points."
    return f"Well answered: you made {all_points(made)}."


def _on_contrary(remark: Remark, point: KeyPoint) -> str:
    if remark.count == 1:
        return f"Correct this first: you said the opposite of {_quoted(point)}."
    return f"You said the opposite of {number_word(remark.count)} key points; correct this one first: {_quoted(point)}."


def _on_not_heard(remark: Remark, point: KeyPoint) -> str:
    if remark.count == 1:
        return f"One key point was not heard: {_quoted(point)}."
    return f"{number_word(remark.count).capitalize()} key points were not heard; start with this one: {_quoted(point)}."


def _on_unclear(_remark: Remark, point: KeyPoint) -> str:
    return f"You may have made this point; say it more plainly: {_quoted(point)}."


_SENTENCES_ON_POINTS: Final = {
    RemarkKind.CONTRARY: _on_contrary,
    RemarkKind.NOT_HEARD: _on_not_heard,
    RemarkKind.UNCLEAR: _on_unclear,
}


def _quoted(point: KeyPoint) -> str:
    return f"“{point.text.strip().rstrip('.')}”"
