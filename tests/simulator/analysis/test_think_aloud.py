from __future__ import annotations

import pytest

from simulator.analysis.think_aloud import measure_think_aloud
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.speaking import heard


def test_silences_share_and_markers() -> None:
    thinking = measure_think_aloud(
        heard("I assume it fits [5.0] because the rows are few [3.9] so I would choose trees")
    )
    assert [silence.end_s - silence.start_s for silence in thinking.silences] == [pytest.approx(5.0)]
    assert thinking.longest_silence_s == pytest.approx(5.0)
    assert thinking.speaking_share == pytest.approx(5.6 / 14.5, abs=0.001)
    assert thinking.reasoning_markers == 2
    assert thinking.states == ("assumptions", "conclusion")


def test_a_typed_answer_has_reasons_but_no_silence() -> None:
    thinking = measure_think_aloud(Utterance.typed("Alternatively, because of cost, a tree."))
    assert (thinking.speaking_share, thinking.longest_silence_s, thinking.silences) == (None, None, ())
    assert thinking.states == ("alternatives",)
