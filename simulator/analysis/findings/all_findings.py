"""All that is worth saying of an answer, the most useful first. Which of it is said is decided in advice."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.analysis.findings.content_findings import brief_findings, content_findings
from simulator.analysis.findings.delivery_findings import delivery_findings
from simulator.analysis.findings.harmony import in_harmony
from simulator.analysis.findings.structure_findings import structure_findings
from simulator.analysis.measured_answer import MeasuredAnswer
from simulator.analysis.report import Finding


def find(answer: MeasuredAnswer) -> tuple[Finding, ...]:
    """Findings with their places; content weighs more than structure and length, those more than delivery."""
    found = [*content_findings(answer), *structure_findings(answer), *delivery_findings(answer)]
    return _by_weight(in_harmony(found, answer))


def find_in_brief(answer: MeasuredAnswer) -> tuple[Finding, ...]:
    """What can be said of an answer too short for any figure: its content alone."""
    return _by_weight(in_harmony(brief_findings(answer), answer))


def _by_weight(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: -finding.weight))
