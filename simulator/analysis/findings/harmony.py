"""Which findings may not stand beside what was found of the content: no praise beside a wrong statement, or none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from simulator.analysis.findings.unanswered import OFF_TOPIC
from simulator.analysis.measured_answer import MeasuredAnswer
from simulator.analysis.report import Finding

_OF_AN_ANSWER: Final = frozenset(
    {"points.all", "point.early", "length.good", "reasons.given", "evidence.numbers", "thinking.clear"}
)
"""What praises an answer for what it says, its length or its order: it takes an answer to deserve it."""

_OF_DELIVERY: Final = frozenset({"fillers.fluent", "fillers.fewer"})
"""What praises how it was said: odd to hear where what was said was wrong, or said nothing of what was asked."""

_BESIDE_CONTRARY: Final = _OF_AN_ANSWER | _OF_DELIVERY | {"honesty"}
_BESIDE_NO_POINT: Final = _OF_AN_ANSWER | _OF_DELIVERY | {"length.short"}
_BESIDE_OFF_TOPIC: Final = frozenset({"structure.drift"})


def in_harmony(findings: Iterable[Finding], answer: MeasuredAnswer) -> tuple[Finding, ...]:
    """The findings without those that would contradict, or only repeat, what is said of the key points."""
    found = tuple(findings)
    unfit = _unfit(answer, {finding.id for finding in found})
    return tuple(finding for finding in found if finding.id not in unfit)


def _unfit(answer: MeasuredAnswer, found: set[str]) -> frozenset[str]:
    beside_contrary = _BESIDE_CONTRARY if answer.report.contrary_points else frozenset()
    beside_no_point = _BESIDE_NO_POINT if answer.makes_no_point else frozenset()
    beside_off_topic = _BESIDE_OFF_TOPIC if OFF_TOPIC in found else frozenset()
    return beside_contrary | beside_no_point | beside_off_topic
