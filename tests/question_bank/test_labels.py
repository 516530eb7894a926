"""Everything that has an id has a name that people can read."""

from __future__ import annotations

import pytest

from question_bank.coverage import WANTED
from question_bank.labels import area_label, kind_label, role_label, round_label, topic_label
from question_bank.models import Kind, Role, Round


def test_every_role_round_and_kind_has_a_name_of_its_own() -> None:
    assert len({role_label(role) for role in Role}) == len(Role)
    assert len({round_label(round_) for round_ in Round}) == len(Round)
    assert len({kind_label(kind) for kind in Kind}) == len(Kind)


def test_names_are_those_on_the_screens() -> None:
    assert role_label(Role.ML_ENGINEER) == "ML engineer"
    assert round_label(Round.MACHINE_LEARNING) == "Machine learning"
    assert kind_label(Kind.SHORT) == "short reply"


def test_every_topic_has_a_name_of_its_own() -> None:
    labels = {topic: topic_label(topic) for topic in WANTED}
    assert len(set(labels.values())) == len(labels)
    assert [topic for topic, label in labels.items() if topic.endswith(label) or "." in label] == []


@pytest.mark.parametrize(
    ("topic", "label", "area"),
    [
        ("found.bias-variance", "Bias and variance", "Foundations"),
        ("ml.random-forest", "Random forest", "Machine learning"),
        ("own.my-thesis", "My thesis", "Your own"),
    ],
)
def test_topics_are_spelt_out(topic: str, label: str, area: str) -> None:
    assert (topic_label(topic), area_label(topic)) == (label, area)
