from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.models import RedFlag
from simulator.analysis.key_points.entailment import AnswerWindow, Entailment, Likelihood, Reading
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.sample_questions import OVERFITTING
from tests.simulator.analysis.speaking import heard

SAID = "The network learns all by heart, um, and on new ones it is lost. So I show it more of them. Then it is better."
LONG = " ".join(f"and then we look at thing {number}," for number in range(12)) + " and that is all."
SOME_SENTENCES = st.lists(st.sampled_from([*SAID.split(". "), "Okay", "Um", LONG]), min_size=1, max_size=12)


def test_windows_are_sentences_and_pairs_of_neighbours_without_filler_sounds() -> None:
    reading = Reading.of(heard(SAID), OVERFITTING)
    first, second, third = (
        "The network learns all by heart, and on new ones it is lost.",
        "So I show it more of them.",
        "Then it is better.",
    )
    assert reading.said == (first, f"{first} {second}", second, f"{second} {third}", third)
    assert reading.windows[0] == AnswerWindow(0, 13)
    assert (reading.windows[-1], reading.windows[-1].word_count) == (AnswerWindow(21, 24), 4)


def test_two_sentences_that_are_too_long_together_stay_apart() -> None:
    long = " ".join(["word"] * 30) + ". " + " ".join(["other"] * 30) + "."
    assert Reading.of(heard(long), OVERFITTING).windows == (AnswerWindow(0, 29), AnswerWindow(30, 59))


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    reading = Reading.of(heard(LONG), OVERFITTING)
    alone = [window for window in reading.windows if window.word_count <= 50]
    assert len(alone) > 1
    assert (alone[0].first, alone[-1].last) == (0, len(LONG.split()) - 1)


def test_what_is_only_a_filler_sound_is_not_read() -> None:
    assert Reading.of(heard("Um. That is it."), OVERFITTING).said == ("That is it.", "That is it.")
    assert Reading.of(heard("Um. Uh."), OVERFITTING).windows == ()


def test_claims_are_key_points_and_red_flags_each_once() -> None:
    flags = (RedFlag("More epochs are the cure."), RedFlag(OVERFITTING.key_points[0].text))
    reading = Reading.of(heard(SAID), replace(OVERFITTING, red_flags=flags))
    assert reading.claims == (*(point.text for point in OVERFITTING.key_points), "More epochs are the cure.")


def test_figures_stand_by_claim_and_window() -> None:
    reading = Reading.of(heard("This is all that I say."), replace(OVERFITTING, key_points=OVERFITTING.key_points[:2]))
    entailment = Entailment.of(reading, [[(0.9, 0.05)], [(0.1, 0.2)]])
    assert entailment.windows == reading.windows
    assert list(entailment.by_claim.values()) == [(Likelihood(0.9, 0.05),), (Likelihood(0.1, 0.2),)]


def test_rows_that_do_not_fit_the_claims_are_a_bug() -> None:
    with pytest.raises(ValueError, match="zip"):
        Entailment.of(Reading.of(heard(SAID), OVERFITTING), [[(0.1, 0.1)]])


def test_nothing_said_gives_no_window() -> None:
    assert Reading.of(Utterance.typed(""), OVERFITTING).windows == ()
    assert Reading.so_far(Utterance.typed(""), OVERFITTING).windows == ()


def test_of_an_answer_that_grows_the_sentence_under_way_is_left_out() -> None:
    assert Reading.so_far(heard("So I show it more. And then"), OVERFITTING).said == ("So I show it more.",)
    assert Reading.so_far(heard("So I show it"), OVERFITTING).said == ()
    whole = heard("So I show it more. And then it is better.")
    assert Reading.so_far(whole, OVERFITTING) == Reading.of(whole, OVERFITTING)


def test_without_full_stops_the_last_pause_ends_what_can_be_read() -> None:
    assert Reading.so_far(heard("so i show it more [1.0] and then"), OVERFITTING).said == ("so i show it more",)


@given(SOME_SENTENCES, st.data())
def test_what_is_read_while_one_speaks_is_what_is_read_at_the_end(sentences: list[str], data: st.DataObject) -> None:
    words = " ".join(f"{sentence.rstrip('.')}." for sentence in sentences).split()
    count = data.draw(st.integers(0, len(words)))
    so_far = Reading.so_far(heard(" ".join(words[:count])), OVERFITTING)
    if any(word.endswith(".") for word in words[:count]):  # before the first full stop, pauses count for it
        whole = Reading.of(heard(" ".join(words)), OVERFITTING)
        assert set(so_far.windows) <= set(whole.windows)
        assert set(so_far.said) <= set(whole.said)
