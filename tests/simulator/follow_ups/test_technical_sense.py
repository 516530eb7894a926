"""Names count where they are meant, and everyday words that look like them do not."""

from __future__ import annotations

import pytest

from simulator.analysis.english.word_forms import tokens_of
from simulator.analysis.utterance import Utterance
from simulator.follow_ups.method_names import METRICS, MODELS
from simulator.follow_ups.technical_sense import technical_hits


def named(said: str) -> set[str]:
    words = Utterance.typed(said).words
    names = METRICS | MODELS
    return {names[hit.phrase] for hit in technical_hits(tokens_of(words), words, names)}


@pytest.mark.parametrize(
    "said",
    [
        "As far as I recall, the two of us did it in a week.",
        "I can recall that the accurate people were the slow ones.",
        "There was a product recall in spring.",
        "We drew a map of every ward, which was good for boosting morale.",
        "Behind the house stands a transformer station that hums.",
        "We went for a walk in the forest and met Bert.",
        "We trained in mixed precision.",
        "The conversion of the old files took a night.",
    ],
)
def test_an_everyday_word_is_no_name(said: str) -> None:
    assert named(said) == set()


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("We reached a recall of 0.8.", {"recall"}),
        ("With the recall at three hundred calls a day.", {"recall"}),
        ("Precision and recall were both fine.", {"precision", "recall"}),
        ("The detector has an mAP of a half.", {"mean average precision"}),
        ("We took boosting with shallow trees.", {"gradient boosting"}),
        ("It is a transformer with twelve layers.", {"a transformer"}),
        ("BERT was fine tuned on it, a small model.", {"a transformer"}),
        ("The conversion rate went up.", {"the conversion rate"}),
        ("XGBoost did it.", {"gradient boosting"}),
    ],
)
def test_a_name_in_its_own_sense_counts(said: str, names: set[str]) -> None:
    assert named(said) == names
