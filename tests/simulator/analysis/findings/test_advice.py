from __future__ import annotations

import pytest

from simulator.analysis.findings.advice import advise, held_back
from simulator.analysis.report import Finding


def _finding(finding: str, weight: float, is_praise: bool = False) -> Finding:
    return Finding(finding, f"About {finding}.", 1.0, 2.0, weight, is_praise)


_FINDINGS = (
    _finding("points.missed", 350),
    _finding("structure.could_stop", 270),
    _finding("fillers.cluster", 160),
    _finding("fillers.sounds", 130),
    _finding("pace.fast", 120),
)


def test_at_most_three_sentences_the_most_useful_first() -> None:
    assert [advice.finding for advice in advise(_FINDINGS)] == [
        "points.missed",
        "structure.could_stop",
        "fillers.cluster",
    ]


def test_one_sentence_a_matter() -> None:
    assert [advice.finding for advice in advise(_FINDINGS[2:])] == ["fillers.cluster", "pace.fast"]


def test_praise_gets_a_place_where_it_is_due() -> None:
    found = advise((*_FINDINGS, _finding("length.good", 110, is_praise=True)))
    assert [advice.finding for advice in found] == ["points.missed", "structure.could_stop", "length.good"]


def test_nothing_is_said_three_times_running() -> None:
    recent = ("points.missed", "pace.fast", "points.missed")
    assert "points.missed" not in [advice.finding for advice in advise(_FINDINGS, recent)]
    assert "pace.fast" in [advice.finding for advice in advise(_FINDINGS[4:], recent)]


@pytest.mark.parametrize("finding", ["contrary.said", "unanswered.off_topic", "unanswered.topic_only"])
def test_what_is_another_mistake_each_time_is_said_each_time(finding: str) -> None:
    recent = (finding, "points.missed", finding, "points.missed")
    found = advise((_finding(finding, 390), *_FINDINGS), recent)
    assert found[0].finding == finding
    assert held_back(recent) == ("points.missed",)


def test_what_cannot_be_heard_is_always_said() -> None:
    found = advise((*_FINDINGS, _finding("fillers.not_heard", 100)))
    assert [advice.finding for advice in found][-1] == "fillers.not_heard"
    assert len(found) == 3


def test_no_findings_no_advice() -> None:
    assert advise(()) == ()
