from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.report import ReportedTranscript, ReportedWord
from simulator.drills.held_silence import DONE_S, HOLD_S, SETTLED_S, HeldSilence, went_on_after_s
from tests.simulator.store.builders import a_report


def hold(*talking: tuple[float, float]) -> tuple[float, float | None]:
    """When the silence is over, and when a voice was heard, if somebody talks in these stretches."""
    silence = HeldSilence()
    for tenth in range(1, 1000):
        now_s = tenth / 10
        if silence.heard(now_s, is_voice=any(start <= now_s < end for start, end in talking)):
            return now_s, silence.went_on_s
    raise AssertionError("it never ends")


def test_who_stays_quiet_is_let_go_after_eight_seconds() -> None:
    assert hold() == (HOLD_S, None)


def test_the_end_of_the_last_word_is_no_talking() -> None:
    assert hold((0.0, SETTLED_S - 0.1)) == (HOLD_S, None)


def test_who_goes_on_is_noted_and_never_cut() -> None:
    over_s, went_on_s = hold((3.0, 12.0))
    assert went_on_s == 3.0
    assert over_s == pytest.approx(11.9 + DONE_S)


def test_a_few_words_early_on_do_not_lengthen_the_silence() -> None:
    assert hold((2.0, 3.0)) == (HOLD_S, 2.0)


@pytest.mark.parametrize(
    ("starts", "expected"), [((1.0, 9.0), None), ((1.0, 10.4), None), ((1.0, 13.0, 14.0), 3.0), ((), None)]
)
def test_words_after_the_silence_began_are_found(starts: tuple[float, ...], expected: float | None) -> None:
    words = tuple(ReportedWord("word", start, start + 0.3) for start in starts)
    report = replace(a_report(), transcript=ReportedTranscript("", words))
    assert went_on_after_s(report, stopped_s=10.0) == expected
