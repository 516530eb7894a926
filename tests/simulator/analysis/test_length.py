from __future__ import annotations

import pytest

from question_bank.models import TargetTimes
from simulator.analysis.length import measure_length
from simulator.analysis.utterance import Utterance
from simulator.transcript import Transcript, Word
from tests.simulator.analysis.speaking import spoken


@pytest.mark.parametrize(
    ("duration_s", "light", "over_s"),
    [(20.0, "green", 0.0), (20.001, "amber", 0.001), (40.0, "amber", 20.0), (40.001, "red", 20.001)],
)
def test_lights_change_after_their_marks(duration_s: float, light: str, over_s: float) -> None:
    words = (Word("first", 3.0, 3.4), Word("last", 2.5 + duration_s, 3.0 + duration_s))
    length = measure_length(Utterance.of(Transcript(duration_s + 9.0, words)), TargetTimes(10, 20, 40))
    assert length.answer_s == pytest.approx(duration_s)
    assert length.light == light
    assert length.over_s == pytest.approx(over_s)


@pytest.mark.parametrize(
    ("text", "tail_s", "beside"),
    [
        ("we tried", 2.0, ""),
        ("[2.0] we tried", 0.0, "You took 2 s to think first, which is fine and does not count here."),
        ("[7.5] we tried", 0.0, "You took 7.5 s to think first, which does not count here."),
        ("we tried", 40.0, "The recording ran on for 40 s after your last word, which does not count here."),
        (
            "[4.0] we tried",
            40.0,
            "You took 4 s to think first, and the recording ran on for 40 s after your last word; neither counts here.",
        ),
    ],
)
def test_the_silence_around_an_answer_is_told_in_one_sentence(text: str, tail_s: float, beside: str) -> None:
    length = measure_length(Utterance.of(spoken(text, tail_s=tail_s)), TargetTimes(10, 20, 40))
    assert length.beside == beside
    assert length.answer_s == pytest.approx(0.7)
