from __future__ import annotations

import pytest

from simulator.analysis.spoken_answer import answer_span, spoken_words
from simulator.analysis.utterance import Utterance
from simulator.transcript import Span, Transcript, Word
from tests.simulator.analysis.speaking import spoken


def _span(transcript: Transcript) -> tuple[float, float]:
    span = answer_span(Utterance.of(transcript))
    return round(span.start_s, 3), round(span.end_s, 3)


def test_filler_sounds_are_no_words() -> None:
    assert [word.text for word in spoken_words(Utterance.of(spoken("um we, uh, tried")))] == ["we,", "tried"]


@pytest.mark.parametrize("text", ["[4.0] we tried", "um [3.6] we tried", "[4.0] we tried um"])
def test_an_answer_goes_from_its_first_word_to_its_last(text: str) -> None:
    assert _span(spoken(text, tail_s=40.0)) == (4.0, 4.7)


def test_words_stretched_over_silence_count_where_there_is_a_voice() -> None:
    words = (Word("we", 0.0, 4.3), Word("tried", 4.4, 30.0))
    assert _span(Transcript(60.0, words, (Span(4.0, 5.0), Span(50.0, 51.0)))) == (4.0, 5.0)


def test_without_words_there_is_no_answer() -> None:
    assert _span(Transcript(60.0, (), (Span(1.0, 2.0),))) == (0.0, 0.0)
