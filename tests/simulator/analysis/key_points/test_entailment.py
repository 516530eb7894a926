from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.models import RedFlag
from simulator.analysis.key_points.entailment import AnswerWindow, Entailment, Likelihood, Reading
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.sample_questions import OVERFITTING
from tests.simulator.analysis.speaking import heard

SAID = "The network learns every example by heart. On new ones it is lost. So I show it more of them."


def test_windows_are_sentences_and_pairs_of_them() -> None:
    reading = Reading.of(heard(SAID), OVERFITTING)
    assert reading.said == (
        "The network learns every example by heart.",
        "The network learns every example by heart. On new ones it is lost.",
        "On new ones it is lost.",
        "On new ones it is lost. So I show it more of them.",
        "So I show it more of them.",
    )
    assert reading.windows[0] == AnswerWindow(0, 6)
    assert reading.windows[-1] == AnswerWindow(13, 19)
    assert reading.windows[-1].word_count == 7


def test_sounds_are_not_read() -> None:
    assert Reading.of(heard("It um learns."), OVERFITTING).said == ("It learns.",)


def test_two_sentences_of_more_than_fifty_words_stay_apart() -> None:
    long = " ".join(["word"] * 30) + ". " + " ".join(["other"] * 30) + "."
    assert len(Reading.of(heard(long), OVERFITTING).windows) == 2


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    endless = "and then the model learns the noise of it all " * 20
    windows = Reading.of(heard(endless), OVERFITTING).windows
    assert max(window.word_count for window in windows) <= 55
    assert {index for window in windows for index in range(window.first, window.last + 1)} == set(range(200))


def test_every_key_point_and_red_flag_is_read_once() -> None:
    points = tuple(point.text for point in OVERFITTING.key_points)
    flags = (RedFlag("Says it is harmless."), RedFlag(points[0]))
    assert Reading.of(heard(SAID), replace(OVERFITTING, red_flags=flags)).claims == (*points, "Says it is harmless.")


def test_figures_belong_to_their_claim_and_window() -> None:
    reading = Reading.of(heard("Thin. Thick."), OVERFITTING)
    rows = [[(claim + window / 10, 0.0) for window in range(3)] for claim in range(len(reading.claims))]
    entailment = Entailment.of(reading, rows)
    assert entailment.windows == reading.windows
    assert entailment.by_claim[reading.claims[1]] == tuple(Likelihood(made, 0.0) for made in (1.0, 1.1, 1.2))


def test_rows_that_do_not_fit_the_claims_are_a_bug() -> None:
    with pytest.raises(ValueError, match="zip"):
        Entailment.of(Reading.of(heard(SAID), OVERFITTING), [[(0.1, 0.1)]])


def test_nothing_said_gives_no_window() -> None:
    assert Reading.of(Utterance.typed(""), OVERFITTING).windows == ()
