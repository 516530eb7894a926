"""Reports of made-up interviews, and words that mean mischief in one format or another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from simulator.drills.outcome import Outcome
from simulator.store.records import AnswerRecord, SessionSummary
from simulator.transcript import Transcript, Word
from tests.ui.samples import OVERFITTING, sample_record, sample_report, sample_summary
from ui.reports.contents import ReportContents, ReportedAnswer, ReportedSession
from ui.words.session_summary import session_start, session_title
from ui.words.times import counted

MARKUP: Final = '<script>alert(1)</script><img src="http://example.org/x.png" onerror="alert(1)">'
FORMULA: Final = '=HYPERLINK("http://example.org","x")'
MARKDOWN: Final = "# [x](http://example.org) **b** `c` ![i](http://example.org/i.png) www.example.org | ~~d~~ &amp; <b>"


def report_of(
    *records: AnswerRecord,
    summary: SessionSummary | None = None,
    sounds: Mapping[int, str] = MappingProxyType({}),
    outcome: Outcome | None = None,
) -> ReportContents:
    """A report of one interview with these answers."""
    session = summary or sample_summary()
    answers = tuple(ReportedAnswer(record, outcome, sound=sounds.get(record.id, "")) for record in records)
    strict = " · strict" if session.mode == "strict" else ""
    subtitle = f"{session_start(session)} · {counted(len(records), 'answer')}{strict}"
    sessions = iter((ReportedSession(session, answers),))
    return ReportContents(session_title(session), subtitle, True, (session,), sessions)


def report_of_period(*sessions: tuple[SessionSummary, tuple[AnswerRecord, ...]]) -> ReportContents:
    """A report of several interviews."""
    told = (ReportedSession(summary, tuple(map(ReportedAnswer, records))) for summary, records in sessions)
    return ReportContents("All interviews", "2 interviews", False, tuple(one for one, _ in sessions), told)


def mischievous_record(words: str) -> AnswerRecord:
    """An answer of which everything that is anybody's words is `words`."""
    question = replace(OVERFITTING, text=words, model_answer=words, code=words, shelf=(words,))
    points = tuple(replace(point, text=words) for point in question.key_points)
    advice = tuple(replace(one, text=words) for one in sample_report().advice)
    transcript = Transcript(20.0, (Word(words, 0, 1),), model=words)
    return sample_record(
        question=replace(question, key_points=points),
        transcript=transcript,
        report=replace(sample_report(), advice=advice, model=words),
        note=words,
    )
