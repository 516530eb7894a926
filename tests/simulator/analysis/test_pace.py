from __future__ import annotations

import pytest

from simulator.analysis.pace import measure_pace
from simulator.analysis.utterance import Utterance
from simulator.transcript import Transcript, Word
from tests.simulator.analysis.speaking import heard, spoken


def test_articulation_leaves_pauses_out() -> None:
    pace = measure_pace(heard("one more word here [2.0] and four more words"))
    assert pace.words_per_minute == pytest.approx(60 * 8 / 5.1, abs=0.1)
    assert pace.articulation_wpm == pytest.approx(60 * 8 / 3.1, abs=0.1)


def test_filler_sounds_are_not_words() -> None:
    assert measure_pace(heard("we uh tried")).words_per_minute == pytest.approx(60 * 2 / 1.1, abs=0.1)


def test_silence_around_the_answer_slows_nobody_down() -> None:
    words = "one more word here [2.0] and four more words"
    assert measure_pace(Utterance.of(spoken(f"[6.0] {words}", tail_s=40.0))) == measure_pace(heard(words))


def test_hurrying_at_the_end_shows_in_the_closing_ratio() -> None:
    slow = [Word("slow", index * 0.5, index * 0.5 + 0.5) for index in range(60)]
    fast = [Word("fast", 30 + index * 0.25, 30.25 + index * 0.25) for index in range(30)]
    pace = measure_pace(Utterance.of(Transcript(37.5, (*slow, *fast))))
    assert pace.closing_ratio == pytest.approx(2.0)


def test_a_short_answer_has_no_trend_and_an_empty_one_no_pace() -> None:
    assert measure_pace(heard("only a few words")).closing_ratio is None
    assert measure_pace(Utterance.of(Transcript(0.0))).words_per_minute is None
