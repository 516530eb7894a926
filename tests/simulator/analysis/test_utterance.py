from __future__ import annotations

from math import inf, nan

from simulator.analysis.utterance import Utterance, merge_spans, rest_of
from simulator.transcript import Span, Transcript, Word
from tests.simulator.analysis.speaking import heard


def test_times_outside_the_answer_are_brought_inside() -> None:
    words = (Word("a", -1.0, 0.5), Word("b", nan, inf), Word("c", 3.0, 2.0), Word("d", 9.0, 11.0))
    utterance = Utterance.of(Transcript(10.0, words))
    assert all(0 <= word.start_s <= word.end_s <= 10 for word in utterance.words)


def test_speech_spans_are_joined_where_they_overlap() -> None:
    utterance = Utterance.of(Transcript(10.0, (), (Span(2.0, 4.0), Span(1.0, 3.0), Span(5.0, 5.0))))
    assert utterance.speech == (Span(1.0, 4.0),)
    assert utterance.speech_s == 3.0


def test_without_voice_activity_the_words_are_the_speech() -> None:
    utterance = Utterance.of(Transcript(10.0, (Word("a", 1.0, 1.4), Word("b", 1.6, 2.0), Word("c", 5.0, 5.5))))
    assert utterance.speech == (Span(1.0, 2.0), Span(5.0, 5.5))


def test_sentences_end_at_full_stops() -> None:
    utterance = heard("Noise is learnt. The gap, though, grows.")
    assert [(sentence.first, sentence.last) for sentence in utterance.sentences] == [(0, 2), (3, 6)]


def test_without_punctuation_sentences_end_at_silences() -> None:
    utterance = heard("noise is learnt [1.0] the gap grows")
    assert [(sentence.first, sentence.last) for sentence in utterance.sentences] == [(0, 2), (3, 5)]


def test_a_typed_answer_shows_no_times() -> None:
    utterance = Utterance.typed("Noise is learnt.")
    assert utterance.shown(1.0) is None
    assert utterance.words[2].end_s > 0


def test_rest_of_is_what_the_spans_leave() -> None:
    spans = merge_spans([Span(1.0, 2.0), Span(2.5, 3.0)])
    assert rest_of(spans, 0.0, 4.0) == (Span(0.0, 1.0), Span(2.0, 2.5), Span(3.0, 4.0))


def test_a_span_of_words_never_ends_before_it_begins() -> None:
    backwards = Utterance.of(Transcript(3.0, (Word("late", 2.0, 2.5), Word("early", 0.5, 1.0)), model="base"))
    assert backwards.span_of(0, 1) == Span(0.5, 2.5)
