"""How many key points stand at each verdict."""

from __future__ import annotations

from dataclasses import replace

from tests.simulator.interview_summary.kept import a_question, an_answer, silent, waiting
from ui.words.verdict_counts import VerdictCount, judged_points, verdict_counts


def test_each_verdict_that_there_is_is_counted_with_its_sign() -> None:
    counts = verdict_counts(judged_points(an_answer("mm?xo")))
    assert counts == (
        VerdictCount("✓", "green", "2 made"),
        VerdictCount("≈", "amber", "1 maybe"),
        VerdictCount("✗", "red", "1 opposite"),
        VerdictCount("○", "", "1 not heard"),
    )
    assert verdict_counts(judged_points(an_answer("oo"))) == (VerdictCount("○", "", "2 not heard"),)


def test_what_cannot_be_judged_has_no_points() -> None:
    short = an_answer("oo")
    assert short.report is not None
    for record in (
        waiting(),
        silent(),
        an_answer(""),
        replace(short, report=replace(short.report, enough_speech=False)),
        replace(short, question=a_question(9, 0)),
    ):
        assert judged_points(record) == ()
