"""Word times: no silence inside words at pauses, and always in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recordings.transcription.word_times import fitted_to_voice, in_order
from simulator.transcript import Span, Word

VOICED = (Span(1.0, 2.0), Span(4.0, 6.0))


def test_a_word_that_swallowed_the_pause_before_it_begins_with_the_voice() -> None:
    (word,) = fitted_to_voice([Word("so", 2.4, 4.5)], VOICED)
    assert (word.start_s, word.end_s) == (3.95, 4.5)


def test_a_word_that_swallowed_the_pause_after_it_ends_with_the_voice() -> None:
    (word,) = fitted_to_voice([Word("um", 1.5, 3.5)], VOICED)
    assert (word.start_s, word.end_s) == (1.5, 2.05)


def test_words_inside_a_voice_or_without_any_keep_their_times() -> None:
    words = [Word("inside", 4.2, 4.6), Word("faint", 2.5, 3.0)]
    assert fitted_to_voice(words, VOICED) == words


def test_times_are_clamped_and_in_order() -> None:
    given = [Word("a", -0.5, 0.4), Word("b", 0.3, 0.2), Word("c", 5.0, 9.0)]
    placed = in_order(given, 0.0, 6.0)
    assert [(word.start_s, word.end_s) for word in placed] == [(0.0, 0.4), (0.4, 0.4), (5.0, 6.0)]


seconds = st.floats(-5, 15)


@given(st.lists(st.tuples(seconds, seconds), max_size=12))
def test_whatever_the_engine_says_the_times_make_sense(times: list[tuple[float, float]]) -> None:
    words = fitted_to_voice([Word("w", start_s, end_s) for start_s, end_s in times], VOICED)
    placed = in_order(words, 0.5, 10.0)
    edges = [edge for word in placed for edge in (word.start_s, word.end_s)]
    assert edges == sorted(edges)
    assert all(0.5 <= edge <= 10.0 for edge in edges)
