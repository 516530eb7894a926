"""All that is worth saying of an answer, the most useful first. Which of it is said is decided in advice."""

from __future__ import annotations

from simulator.analysis.content_findings import content_findings
from simulator.analysis.delivery_findings import delivery_findings
from simulator.analysis.measures import Measures
from simulator.analysis.report import Finding
from simulator.analysis.structure_findings import structure_findings


def find(measures: Measures) -> tuple[Finding, ...]:
    """Findings with their places; content weighs more than structure and length, those more than delivery."""
    found = [*content_findings(measures), *structure_findings(measures), *delivery_findings(measures)]
    return tuple(sorted(found, key=lambda finding: -finding.weight))
