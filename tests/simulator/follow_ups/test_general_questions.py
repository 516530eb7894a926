"""General follow-ups can be spoken, name what was named, and end as questions or requests do."""

from __future__ import annotations

import pytest

from question_bank.models import KeyPoint
from simulator.follow_ups import general_questions as wording
from simulator.follow_ups.method_names import METRICS, MODELS
from simulator.follow_ups.steps import LadderStep
from tests.question_bank.test_packs import UNSPEAKABLE

POINT = KeyPoint("scale", "Features need one scale.", ("scale",))
STEPS = (
    wording.finish(POINT, "something with scale"),
    wording.anything_else((POINT,)),
    wording.from_the_start(POINT),
    wording.deeper(POINT, "features need one scale"),
    wording.explain("t sne"),
    wording.evidence("always right"),
    wording.OWN_PART,
    wording.measured(is_plan=True),
    wording.measured(is_plan=False),
    wording.metric(("recall",)),
    wording.unseen(is_plan=False),
    wording.model("a random forest"),
    wording.RESULT,
    wording.LEARNT,
    wording.EXAMPLE,
    wording.FAILED,
    wording.REASON,
    wording.LIMITS,
)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.text[:30])
def test_it_can_be_spoken_and_says_why(step: LadderStep) -> None:
    assert not UNSPEAKABLE.search(step.text)
    assert step.text.endswith("?")
    assert step.why.endswith(".")


def test_measures_are_listed_as_one_says_them() -> None:
    assert wording.metric(("recall",)).text.startswith("You named recall.")
    assert wording.metric(("precision", "recall", "the F1 score")).text.startswith(
        "You named precision, recall and the F1 score."
    )


def test_terms_are_named_as_they_are_written() -> None:
    assert "t-SNE" in wording.explain("t sne").text
    assert "embeddings" in wording.explain("embeddings").text


def test_every_name_can_be_spoken() -> None:
    assert not [name for name in {*METRICS.values(), *MODELS.values()} if UNSPEAKABLE.search(name)]
