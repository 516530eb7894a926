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
    wording.probe(POINT, "no feature needs a scale"),
    wording.probe(POINT, "no feature needs a scale", is_another=True),
    wording.probe(POINT, "I would not bother", is_conduct=True),
    wording.probe_unquoted(POINT),
    wording.finish(POINT, "something with scale"),
    wording.anything_else((POINT,), wording.MISSED_WHY),
    wording.from_the_start(POINT, wording.START_WHY),
    wording.deeper(POINT, "features need one scale"),
    wording.explain("t sne"),
    wording.evidence("always right"),
    wording.OWN_PART,
    wording.measured(is_plan=True),
    wording.measured(is_plan=False),
    wording.metric(("recall",)),
    wording.metric(("precision", "recall")),
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
    assert wording.metric(("recall",)).text.startswith("You mentioned recall.")
    assert wording.metric(("precision", "recall", "the F1 score")).text.startswith(
        "You mentioned precision, recall and the F1 score."
    )


def test_of_one_measure_nobody_asks_which() -> None:
    assert "Which" not in wording.metric(("recall",)).text
    assert "Which of them" in wording.metric(("precision", "recall")).text


def test_a_probe_quotes_and_does_not_judge() -> None:
    step = wording.probe(POINT, "no feature needs a scale")
    assert step.text.startswith("You said: “no feature needs a scale”.")
    assert step.key_points == (POINT,)
    assert not any(word in step.text.lower() for word in ("wrong", "mistake", "really", "sure", POINT.text.lower()))


def test_terms_are_named_as_they_are_written() -> None:
    assert "t-SNE" in wording.explain("t sne").text
    assert "embeddings" in wording.explain("embeddings").text


def test_every_name_can_be_spoken() -> None:
    assert not [name for name in {*METRICS.values(), *MODELS.values()} if UNSPEAKABLE.search(name)]
