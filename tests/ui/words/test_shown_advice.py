"""What stands before a sentence of advice."""

from __future__ import annotations

from simulator.analysis.report import AnswerReport
from tests.ui.samples import praised_report, sample_report
from ui.words.shown_advice import shown_advice, things_to_try


def marks(report: AnswerReport) -> list[tuple[str, str]]:
    return [(shown.mark, shown.advice.finding) for shown in shown_advice(report)]


def test_things_to_try_are_numbered() -> None:
    assert marks(sample_report()) == [("1", "rambling"), ("2", "clusters")]


def test_praise_stands_behind_them_without_a_number() -> None:
    report = praised_report()
    assert report.advice[0].finding == "points.all"
    assert marks(report) == [("1", "rambling"), ("2", "clusters"), ("✓", "points.all")]
    assert [advice.finding for advice in things_to_try(report)] == ["rambling", "clusters"]
