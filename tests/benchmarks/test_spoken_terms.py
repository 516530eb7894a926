from __future__ import annotations

import numpy as np
import pytest

from question_bank.bank import Bank
from tests.benchmarks.spoken_terms import in_noisy_room, is_heard, sentences
from tests.recordings.transcription.speaking import vowel


@pytest.mark.parametrize(
    ("term", "heard"),
    [
        ("overfitting", "It is over fitting again."),
        ("k-means", "We ran k means on it."),
        ("quantisation", "Quantization to eight bits."),
        ("TF-IDF", "with T F I D F weights"),
    ],
)
def test_a_term_is_heard_however_it_is_spelt(term: str, heard: str) -> None:
    assert is_heard(term, heard)


@pytest.mark.parametrize(("term", "heard"), [("logits", "the low jits"), ("GIL", "the guild"), ("ReLU", "")])
def test_what_only_sounds_like_a_term_is_not_it(term: str, heard: str) -> None:
    assert not is_heard(term, heard)


def test_each_sentence_says_its_terms_about_a_question_of_the_bank() -> None:
    bank = Bank.load()
    assert len(sentences()) >= 120
    for sentence in sentences():
        assert bank.get(sentence.question)
        assert sentence.terms
        assert all(is_heard(term, sentence.said) for term in sentence.terms), sentence


def test_a_noisy_room_changes_the_sound_the_same_each_time() -> None:
    sound = vowel(0.5)
    noisy = in_noisy_room(sound, 1)
    assert np.array_equal(noisy, in_noisy_room(sound, 1))
    assert len(noisy) == len(sound)
    assert not np.array_equal(noisy, sound)
