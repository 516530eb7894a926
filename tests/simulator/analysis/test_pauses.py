from __future__ import annotations

import pytest

from simulator.analysis.pauses import find_pauses, is_long, longest_run_s
from simulator.analysis.utterance import Utterance
from simulator.transcript import FilledPause, Span, Transcript, Word
from tests.simulator.analysis.speaking import heard, spoken


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[1.0] the loss falls", "before_answer"),
        ("the loss falls, [1.0] the gap grows", "between_clauses"),
        ("the loss falls [1.0] and the gap grows", "between_clauses"),
        ("the loss [1.0] falls", "inside_clause"),
        ("the loss falls, um [1.0] the gap grows", "between_clauses"),
        ("um [1.0] the loss falls", "before_answer"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    (pause,) = find_pauses(heard(text))
    assert pause.kind == kind
    assert pause.end_s - pause.start_s == pytest.approx(1.0)


def test_short_gaps_are_no_pauses() -> None:
    assert not find_pauses(heard("the loss [0.2] falls"))


def test_silence_after_the_last_word_is_no_pause() -> None:
    assert not find_pauses(Utterance.of(spoken("the loss falls", tail_s=5.0)))


def test_a_sound_in_a_gap_is_not_silence() -> None:
    utterance = heard("the loss [1.0] falls", filled_pauses=(FilledPause("um", 0.7, 1.9, 0.9),))
    assert not find_pauses(utterance)


def test_a_quiet_word_in_a_silence_breaks_it() -> None:
    words = (Word("a", 0.0, 0.5, 0.9), Word("quiet", 1.0, 1.4, 0.9), Word("b", 2.0, 2.5, 0.9))
    utterance = Utterance.of(Transcript(2.5, words, (Span(0.0, 0.5), Span(2.0, 2.5))))
    assert [(pause.start_s, pause.end_s) for pause in find_pauses(utterance)] == [(0.5, 1.0), (1.4, 2.0)]


def test_long_begins_at_one_and_a_half_seconds() -> None:
    assert [is_long(pause) for pause in find_pauses(heard("a [1.4] b [1.6] c"))] == [False, True]


def test_longest_run_sees_through_short_pauses() -> None:
    assert longest_run_s(heard("a b [0.5] c d [2.0] e")) == pytest.approx(2.1)
    assert longest_run_s(Utterance.of(Transcript(5.0))) is None
