"""Answers as a table with commas, one a row. No cell can be taken for a formula; what was not measured is empty."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from question_bank.exchange.tables import disarmed
from simulator.analysis.measures import Measure
from ui.words.answer_line import duration_of
from ui.words.key_point_verdicts import verdict_of

if TYPE_CHECKING:
    from simulator.analysis.report import AnswerReport, Verdict
    from simulator.store.records import AnswerRecord, SessionSummary
    from ui.reports.contents import ReportContents

Cell = str | int | float | None


def csv_table(report: ReportContents) -> Iterator[str]:
    """The line of column names, then one line an answer. Times are seconds, moments ISO 8601 in UTC."""
    yield _line(list(COLUMNS))
    for session in report.sessions:
        for answer in session.answers:
            yield _line([cell(session.summary, answer.record) for cell in COLUMNS.values()])


def _line(cells: list[Cell]) -> str:
    table = io.StringIO(newline="")
    csv.writer(table, lineterminator="\n").writerow([_safe(cell) for cell in cells])
    return table.getvalue()


def _safe(cell: Cell) -> Cell:
    """Breaks of lines are all of one kind: a lone carriage return would end the row."""
    return "\n".join(disarmed(cell).splitlines()) if isinstance(cell, str) else cell


def _measured(measure: Measure) -> Callable[[SessionSummary, AnswerRecord], Cell]:
    """The cell of a measure that is one number."""
    return lambda _, answer: measure.of(answer.report) if answer.report else None


def _points(verdict: Verdict) -> Callable[[SessionSummary, AnswerRecord], Cell]:
    def count(_: SessionSummary, answer: AnswerRecord) -> Cell:
        points = answer.report.key_points if answer.report else None
        return None if points is None else sum(verdict_of(point) == verdict for point in points)

    return count


def _of_report(cell: Callable[[AnswerReport], Cell]) -> Callable[[SessionSummary, AnswerRecord], Cell]:
    return lambda _, answer: cell(answer.report) if answer.report else None


def _text(answer: AnswerRecord) -> str:
    if answer.transcript is not None:
        return answer.transcript.text
    return answer.report.transcript.text if answer.report else answer.typed


COLUMNS: Final[Mapping[str, Callable[[SessionSummary, AnswerRecord], Cell]]] = MappingProxyType(
    {
        "session": lambda session, _: session.id,
        "session_started_at": lambda session, _: session.started_at.isoformat() if session.is_readable else None,
        "role": lambda session, _: session.role,
        "round": lambda session, _: session.round,
        "drill": lambda session, _: session.drill.id if session.drill else None,
        "mode": lambda session, _: session.mode,
        "answer": lambda _, answer: answer.id,
        "position": lambda _, answer: answer.position + 1,
        "follow_up": lambda _, answer: answer.rung,
        "attempt": lambda _, answer: answer.attempt,
        "status": lambda _, answer: answer.status,
        "started_at": lambda _, answer: answer.started_at.isoformat(),
        "question_id": lambda _, answer: answer.question.id,
        "question": lambda _, answer: answer.question.text,
        "kind": lambda _, answer: answer.question.kind,
        "level": lambda _, answer: answer.question.level,
        "topics": lambda _, answer: " ".join(answer.question.topics),
        "recording": lambda _, answer: answer.file_name,
        "recording_s": lambda _, answer: round(duration_of(answer), 2) or None,
        "answer_s": _of_report(lambda report: report.answer_s),
        "speech_s": _of_report(lambda report: report.speech_s),
        "target_s": _of_report(lambda report: report.length.target_s if report.length else None),
        "over_s": _of_report(lambda report: report.length.over_s if report.length else None),
        "light": _of_report(lambda report: report.length.light if report.length else None),
        "filler_sounds_per_minute": _measured(Measure.FILLER_SOUNDS),
        "filler_words_per_minute": _measured(Measure.FILLER_WORDS),
        "repeats_per_minute": _measured(Measure.REPEATS),
        "words_per_minute": _measured(Measure.WORDS_PER_MINUTE),
        "articulation_wpm": _measured(Measure.ARTICULATION_RATE),
        "time_to_point_s": _measured(Measure.TIME_TO_POINT),
        "pitch_spread_semitones": _measured(Measure.PITCH_SPREAD),
        "key_points_made": _points("made"),
        "key_points_maybe": _points("maybe"),
        "key_points_contrary": _points("contrary"),
        "key_points_not_heard": _points("not"),
        "red_flags": _of_report(lambda report: None if report.red_flags is None else len(report.red_flags)),
        "rambling": _of_report(lambda report: str(report.rambling.flag).lower() if report.rambling else None),
        "corrected_words": lambda _, answer: len(answer.word_changes),
        "advice": _of_report(lambda report: " ".join(advice.text for advice in report.advice)),
        "text": lambda _, answer: _text(answer),
        "note": lambda _, answer: answer.note,
        "model": _of_report(lambda report: report.model),
        "analysis_version": _of_report(lambda report: report.analysis_version),
        "rules": _of_report(lambda report: report.rules),
    }
)
"""The columns by name. New ones come last: programs may go by the place."""
