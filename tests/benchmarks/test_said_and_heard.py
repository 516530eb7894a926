"""What counts as heard, and what does not."""

from __future__ import annotations

import pytest

from tests.benchmarks.said_and_heard import word_errors, words_of


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("Is 95 % of 10,000 enough?", "Is ninety-five percent of ten thousand enough"),
        ("It's 0.05, or 1999?", "Its zero point zero five or one thousand nine hundred ninety nine."),
        ("How does overfitting show in a data set?", "How does over fitting show in a dataset?"),
        ("Why S-Q-L and k-NN?", "Why SQL and KNN?"),
        ("Unlabelled behaviour is normalised", "unlabeled behavior is normalized"),
        ("Draw a ROC curve with BLEU", "Draw a rock curve with blue."),
    ],
)
def test_the_same_however_it_is_spelt(said: str, heard: str) -> None:
    assert word_errors(said, heard) == 0


@pytest.mark.parametrize(
    ("said", "heard", "errors"),
    [
        ("What is a k-means step?", "What is a camines step?", 2 / 6),
        ("What is dropout?", "What is is dropout?", 1 / 3),
        ("What is dropout?", "What is?", 1 / 3),
        ("Over all that", "overall hat", 1 / 3),
        ("Why?", "", 1.0),
    ],
)
def test_words_added_lost_and_changed_are_counted(said: str, heard: str, errors: float) -> None:
    assert word_errors(said, heard) == pytest.approx(errors)


def test_numbers_are_counted_as_one_says_them() -> None:
    counted = "three and twenty and forty two and one hundred one million seven"
    assert " ".join(words_of("3 and 20 and 42 and 100 and 1,000,007")) == counted
