from __future__ import annotations

import pytest

from simulator.analysis.fillers.repeats import repeats
from tests.simulator.analysis.speaking import heard


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("it is the the loss", ["the"]),
        ("we we had a problem", ["we"]),
        ("the the the loss", ["the", "the"]),
        ("it sits in a in a table", ["in a"]),
        ("I think I think it works", ["I think"]),
        ("we um we had it", ["we"]),
        ("the reg- regularisation term", ["reg-"]),
        ("so I think I th-", ["th-"]),
        ("the model model fails", ["model"]),
        ("I- I think so", ["I-"]),
        ("we want to we want to try", ["we want to"]),
        ("and if if the loss grows", ["if"]),
        ("it sits in in a in a cache", ["in", "in a"]),
        ("we chose it and so, so we kept it", ["so,"]),
        ("The, um, the th- threshold", ["The,", "th-"]),
        ("we tr- we tried a smaller one", ["we tr-"]),
        ("I think I th- I think so", ["I think I th-"]),
        ("that gave a bet- a better split", ["a bet-"]),
        ("a cross- cross-validated score", ["cross-"]),
        ("A a model of this size", ["A"]),
        ("we went to to the owner", ["to"]),
    ],
)
def test_repeats_and_restarts(text: str, marked: list[str]) -> None:
    assert [filler.text for filler in repeats(heard(text))] == marked


@pytest.mark.parametrize(
    "text",
    [
        "very very small",
        "he had had it",
        "I know that that fails",
        "no no",
        "zero zero one",
        "5 5 5",
        "eighteen eighteen",
        "bye bye",
        "It is. It is.",
        "my name is Violet, V- I- O- L- E- T.",
        "it is visited again and again and learns",
        "between two hundred and two hundred and twenty",
        "lengths one, two, one, two",
        "with pre- and post-processing",
        "micro- and macro-averaged, L1- and L2-regularised, over- or underfitted",
        "WARNING- the test set leaked. That is the problem- nothing else is.",
        "Step one:- load it. The input gate- it decides what comes in.",
        "an A A comparison, and the A A comparison was flat",
        "the AND AND OR gates are linear",
        "the results were so so slow to come, and only so, so.",
        "you log in in the morning, and the job moves on on its own",
        "| Recall | Recall | is the head of the table",
        "- sample - sample - model",
        "She got an A- and a B- because of it.",
    ],
)
def test_meant_repeats(text: str) -> None:
    assert not repeats(heard(text))


def test_the_first_saying_is_the_one_marked() -> None:
    (found,) = repeats(heard("it sits in a in a table"))
    assert (found.word_index, found.word_count) == (2, 2)
