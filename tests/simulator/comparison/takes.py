"""Two answers to one question, with whatever reports and words a test gives them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from simulator.analysis.report import AnswerReport, Filler, KeyPointResult, ReportedTranscript, ReportedWord, Verdict
from simulator.store.records import AnswerId, AnswerRecord
from tests.ui.samples import NOW, sample_record, sample_report, words_of


def take(number: int, report: AnswerReport | None = None, **changes: object) -> AnswerRecord:
    """The answer of this number; a higher number was given later."""
    started_at = NOW + timedelta(days=number)
    return sample_record(id=AnswerId(number), started_at=started_at, report=report or sample_report(), **changes)


def saying(number: int, text: str, *fillers: tuple[int, int]) -> AnswerRecord:
    """An answer in these words, two a second; `fillers` are the first word and how many."""
    words = words_of(text, 0.0, len(text.split()) / 2) if text else ()
    reported = ReportedTranscript(text, tuple(ReportedWord(word.text, word.start_s, word.end_s) for word in words))
    marks = tuple(Filler("um", "sound", "words", None, None, 0.9, first, count) for first, count in fillers)
    report = replace(sample_report(), transcript=reported, fillers=marks)
    record = take(number, report)
    assert record.transcript is not None
    return replace(record, transcript=replace(record.transcript, words=words))


def judged(**verdicts: Verdict) -> AnswerReport:
    """A report with these key points, in this order."""
    points = tuple(
        KeyPointResult(id_.replace("_", "-"), verdict == "made", 9.0, 0, 1, verdict=verdict)
        for id_, verdict in verdicts.items()
    )
    return replace(sample_report(), key_points=points)
