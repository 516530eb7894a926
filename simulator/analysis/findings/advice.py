"""Which findings are said after an answer: at most three sentences, the most useful first, none three times running."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.analysis.findings.filler_findings import NOT_HEARD
from simulator.analysis.findings.point_findings import CONTRARY_SAID
from simulator.analysis.findings.unanswered import OFF_TOPIC, TOPIC_ONLY
from simulator.analysis.report import Advice, Finding

MAX_SENTENCES: Final = 3
_TOO_OFTEN: Final = 2
_ALWAYS_SAID: Final = frozenset({CONTRARY_SAID, OFF_TOPIC, TOPIC_ONLY})


def advise(findings: Sequence[Finding], recent: Sequence[str] = ()) -> tuple[Advice, ...]:
    """At most three sentences on three different matters, one of them praise if any is due.

    `findings` come most useful first. `recent` holds the finding ids said after the last two answers, an id twice if
    it was said after both: that one is silent now.
    """
    silent = held_back(recent)
    fresh = [finding for finding in findings if finding.id not in silent]
    chosen = _one_of_each_matter(fresh)[:MAX_SENTENCES]
    chosen = _with(chosen, _best_praise(fresh)) if not any(finding.is_praise for finding in chosen) else chosen
    chosen = _with(chosen, next((finding for finding in fresh if finding.id == NOT_HEARD), None))
    return tuple(Advice(finding.text, finding.start_s, finding.end_s, finding.id) for finding in chosen)


def held_back(recent: Sequence[str]) -> tuple[str, ...]:
    """The ids that stand in `recent` twice: what they name is silent now, unless it is another mistake each time."""
    often = {finding for finding in recent if recent.count(finding) >= _TOO_OFTEN}
    return tuple(sorted(often - _ALWAYS_SAID))


def _one_of_each_matter(findings: Sequence[Finding]) -> list[Finding]:
    """The first finding of each matter; the matter is the id up to its dot ("fillers.cluster" and "fillers.sounds")."""
    by_matter: dict[str, Finding] = {}
    for finding in findings:
        by_matter.setdefault(finding.id.partition(".")[0], finding)
    return list(by_matter.values())


def _best_praise(findings: Sequence[Finding]) -> Finding | None:
    return next((finding for finding in findings if finding.is_praise), None)


def _with(chosen: list[Finding], extra: Finding | None) -> list[Finding]:
    """The chosen ones with `extra` at the end, in place of the last if there is no room."""
    if extra is None or extra in chosen:
        return chosen
    return [*chosen[: MAX_SENTENCES - 1], extra]
