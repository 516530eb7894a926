from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from question_bank.bank import Bank
from question_bank.models import RedFlag
from question_bank.sayings import saying_of
from simulator.analysis.key_points.entailment import AnswerWindow, Likelihood, Wording
from simulator.analysis.key_points.modelled import modelled
from simulator.analysis.key_points.reading import OtherWords, Pair, Reading
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


WINDOWS = (AnswerWindow(0, 3), AnswerWindow(0, 7), AnswerWindow(4, 7))
LONGER = tuple(AnswerWindow(4 * index, 4 * index + 3) for index in range(6))
THINS = OtherWords("It thins.", Wording.SAID, "It makes it thinner.")
THICKENS = OtherWords("It thins.", Wording.CONTRARY_SAID, "It makes it thicker.")
NEITHER, SURE, WRONG = Likelihood(0.01, 0.02), Likelihood(0.9, 0.05), Likelihood(0.05, 0.9)


def _read_of(reading: Reading, told: dict[Pair, Likelihood]) -> dict[Pair, Likelihood]:
    """All that is wanted, in turn; neither, but for what is told."""
    known: dict[Pair, Likelihood] = {}
    while unread := [pair for pair in reading.wanted(known) if pair not in known]:
        known |= {pair: told.get(pair, NEITHER) for pair in unread}
    return known


def test_every_window_is_read_beside_every_claim() -> None:
    reading = Reading(WINDOWS, ("a", "a b", "b"), ("It thins.", "It scales."))
    pairs = {(claim, said) for claim in reading.claims for said in reading.said}
    assert set(reading.wanted({})) == pairs
    known = _read_of(reading, {("It scales.", "a b"): SURE})
    assert known.keys() == pairs
    entailment = reading.entailment(known)
    assert entailment.windows == WINDOWS
    assert entailment.by_claim["It thins."].itself == (NEITHER,) * 3
    assert entailment.by_claim["It scales."].itself == (NEITHER, SURE, NEITHER)


def test_what_is_said_twice_is_read_once() -> None:
    reading = Reading(LONGER, ("a", "b", "a", "b", "a", "b"), ("It thins.",), (THINS,))
    assert len(reading.wanted({})) == 2
    assert len(_read_of(reading, {})) == 4


def test_other_words_are_read_beside_the_sentences_that_say_most_of_the_claim() -> None:
    said = tuple("abcdef")
    told = {("It thins.", text): Likelihood(0.1 * at, 0.04 * at) for at, text in enumerate(said, 1)}
    told[THINS.text, "f"] = SURE
    reading = Reading(LONGER, said, ("It thins.",), (THINS, THICKENS))
    known = _read_of(reading, told)
    assert {text for claim, text in known if claim == THINS.text} == set("cdef")
    row = reading.entailment(known).by_claim["It thins."].others[Wording.SAID]
    assert (row[5], row[4], row[0]) == (SURE, NEITHER, told["It thins.", "a"])


def test_a_sentence_not_read_beside_the_contrary_says_it_as_far_as_it_denies_the_claim() -> None:
    said = tuple("abcdef")
    told = {("It thins.", text): Likelihood(0.1 * at, 0.04 * at) for at, text in enumerate(said, 1)}
    reading = Reading(LONGER, said, ("It thins.",), (THICKENS,))
    row = reading.entailment(_read_of(reading, told)).by_claim["It thins."].others[Wording.CONTRARY_SAID]
    assert row[0] == Likelihood(0.04, 0.1)


def test_two_sentences_together_say_of_other_words_what_one_of_them_does() -> None:
    reading = Reading(WINDOWS, ("a", "a b", "b"), ("It thins.",), (THINS,))
    known = _read_of(reading, {(THINS.text, "b"): WRONG})
    assert (THINS.text, "a b") not in known
    assert reading.entailment(known).by_claim["It thins."].others == {Wording.SAID: (NEITHER, WRONG, WRONG)}


def test_the_banks_claims_are_read_beside_their_sayings_and_the_model_answer() -> None:
    question = next(question for question in Bank.load().questions if question.key_points)
    claim = next(iter(modelled(question)))
    saying = saying_of(claim)
    assert saying is not None
    others = [other for other in Reading.of(heard(SAID), question).others if other.claim == claim]
    assert [other.wording for other in others] == list(Wording)
    assert [other.text for other in others[:2]] == [saying.made, saying.contrary]
    assert others[2].text in question.model_answer


def test_claims_of_somebody_else_are_read_by_themselves() -> None:
    assert Reading.of(heard(SAID), OVERFITTING).others == ()


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
