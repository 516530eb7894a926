"""What is worth saying of a whole interview: what went well, then what to do next, content before delivery.

It rests on the verdicts and findings of the answers as they stand, the user's own corrections included, and judges
nothing anew. How it is put into words is `ui.words`' to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from question_bank.models import KeyPoint
from simulator.analysis.findings import filler_findings
from simulator.analysis.report import Finding, Verdict
from simulator.interview_summary.asked_question import AskedQuestion, Evidence, JudgedAnswer
from simulator.interview_summary.remark import Remark, RemarkKind
from simulator.light import Light
from simulator.question_record import WELL_FROM

MAX_REMARKS: Final = 3
_RED_FLAGS: Final = frozenset({"flags.said"})
_FILLERS: Final = filler_findings.IDS - {filler_findings.NOT_HEARD}
_NO_TIP: Final = frozenset({filler_findings.NOT_HEARD})


def remarks_on(asked: Sequence[AskedQuestion]) -> tuple[Remark, ...]:
    """At most three remarks: one that praises if anything went well, then the most useful things to do next.

    None where there is nothing to go by.
    """
    praise = tuple(islice(_praise(asked), 1))
    to_do = tuple(islice(_to_do(asked), MAX_REMARKS - len(praise)))
    return praise + (to_do or tuple(_anything(asked)))


def _praise(asked: Sequence[AskedQuestion]) -> Iterator[Remark]:
    yield from _went_well(asked)
    right = [answer for one in asked if not one.points_at("contrary") for answer in one.judged]
    yield from _weightiest(RemarkKind.PRAISED, right, lambda finding: finding.is_praise)


def _went_well(asked: Sequence[AskedQuestion]) -> Iterator[Remark]:
    """The answer to a question of the plan that made most of its key points, and nothing wrong."""
    well = [
        answer
        for one in asked
        for answer in one.judged[:1]
        if not answer.rung and _share(answer) >= WELL_FROM and not _is_wrong(one, answer)
    ]
    if well:
        best = max(well, key=lambda answer: (_share(answer), answer.report.covered_count))
        made = next(point for point in best.report.key_points or () if point.covered)
        yield _proved(RemarkKind.WENT_WELL, Evidence(best, made), count=best.report.covered_count)


def _to_do(asked: Sequence[AskedQuestion]) -> Iterator[Remark]:
    """At most one of each kind, those on what was said before those on how."""
    answers = [answer for one in asked for answer in one.judged]
    yield from _contrary(asked)
    yield from _weightiest(RemarkKind.FOUND, answers, lambda finding: finding.id in _RED_FLAGS)
    yield from _not_heard(asked)
    yield from _unclear(asked)
    yield from _too_long(answers)
    yield from _weightiest(RemarkKind.FOUND, answers, lambda finding: finding.id in _FILLERS and not finding.is_praise)


def _contrary(asked: Sequence[AskedQuestion]) -> Iterator[Remark]:
    found = _standing_at("contrary", asked)
    if found:
        one, point = found[0]
        yield _proved(RemarkKind.CONTRARY, one.evidence[point.id], point, len(found))


def _not_heard(asked: Sequence[AskedQuestion]) -> Iterator[Remark]:
    """Of the question with the smallest share of its points made, the first that is left; nowhere to be heard."""
    left = [(one, points) for one in asked if (points := one.points_at("not"))]
    if left:
        one, points = min(left, key=lambda entry: len(entry[0].points_at("made")) / len(entry[0].evidence))
        yield Remark(RemarkKind.NOT_HEARD, one.judged[0].record, point=points[0], count=len(points))


def _unclear(asked: Sequence[AskedQuestion]) -> Iterator[Remark]:
    found = _standing_at("maybe", asked)
    if found:
        one, point = found[0]
        yield _proved(RemarkKind.UNCLEAR, one.evidence[point.id], point, len(found))


def _too_long(answers: Iterable[JudgedAnswer]) -> Iterator[Remark]:
    over = [
        (length.over_s / length.target_s, answer, length)
        for answer in answers
        if (length := answer.report.length) is not None and length.light is not Light.GREEN and length.over_s >= 1
    ]
    if over:
        _, answer, length = max(over, key=lambda entry: entry[0])
        yield Remark(RemarkKind.TOO_LONG, answer.record, (length.before_s or 0.0) + length.target_s)


def _anything(asked: Sequence[AskedQuestion]) -> Iterator[Remark]:
    """Whatever weighs most of all that could be better."""
    answers = [answer for one in asked for answer in one.judged]
    yield from _weightiest(
        RemarkKind.FOUND, answers, lambda finding: not finding.is_praise and finding.id not in _NO_TIP
    )


def _weightiest(kind: RemarkKind, answers: Iterable[JudgedAnswer], fits: Callable[[Finding], bool]) -> Iterator[Remark]:
    found = [(answer, finding) for answer in answers for finding in answer.report.findings if fits(finding)]
    if found:
        answer, finding = max(found, key=lambda entry: entry[1].weight)
        yield Remark(kind, answer.record, finding.start_s, finding.end_s, finding=finding)


def _standing_at(verdict: Verdict, asked: Iterable[AskedQuestion]) -> list[tuple[AskedQuestion, KeyPoint]]:
    return [(one, point) for one in asked for point in one.points_at(verdict)]


def _share(answer: JudgedAnswer) -> float:
    return answer.report.covered_share or 0.0


def _is_wrong(one: AskedQuestion, answer: JudgedAnswer) -> bool:
    return bool(answer.report.red_flags or answer.report.contrary_points or one.points_at("contrary"))


def _proved(kind: RemarkKind, evidence: Evidence, point: KeyPoint | None = None, count: int = 0) -> Remark:
    """A remark that rests on the words which show a point; a verdict put right by the user has none."""
    report, shown = evidence.answer.report, evidence.point.words
    words = report.transcript.words[shown.start : shown.stop]
    start_s = words[0].start_s if words else evidence.point.at_s
    return Remark(kind, evidence.answer.record, start_s, words[-1].end_s if words else None, point, count)
