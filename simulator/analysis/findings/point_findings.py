"""What to say about key points: those said the wrong way round, those made, and what to cover next.

Of an answer that makes none at all, what is said is chosen in `unanswered`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.analysis.findings.structure_findings import EARLY_POINT_S
from simulator.analysis.findings.substance_findings import CONTENT
from simulator.analysis.findings.unanswered import unanswered_findings
from simulator.analysis.measured_answer import MeasuredAnswer, Place
from simulator.analysis.quotes import quoted
from simulator.analysis.report import Finding, KeyPointResult
from simulator.analysis.timecode import plural

CONTRARY_SAID: Final = "contrary.said"


def point_findings(answer: MeasuredAnswer) -> Iterator[Finding]:
    """All of them, in no order; none without key points."""
    if answer.question is None or not answer.key_points:
        return
    yield from _contrary(answer)
    if answer.has_all_points:
        yield _all_made(answer)
    elif unanswered := tuple(unanswered_findings(answer)):
        yield from unanswered
    else:
        yield from _missed(answer)


def all_points(count: int) -> str:
    """So many key points, and no others, as one says it."""
    return {1: "the key point", 2: "both key points"}.get(count, f"all {count} key points")


def _contrary(answer: MeasuredAnswer) -> Iterator[Finding]:
    """What was said wrong comes before all else. The judge is right in most cases and not in all: "check", it says."""
    contrary = answer.report.contrary_points
    if not contrary:
        return
    first, *others = contrary
    claim, said = _claims(answer)[first.id], _said(answer, first)
    you_said = f": you said “{said}”" if said else ""
    more = f" And {plural(len(others), 'more point')} to check." if others else ""
    text = f"Check this{you_said}. The key point is: {claim}.{more}"
    yield Finding(CONTRARY_SAID, text, *_evidence_place(answer, first), CONTENT + 90)


def _said(answer: MeasuredAnswer, point: KeyPointResult) -> str:
    """What was said of the point, short; a verdict put right by the user has no words."""
    return quoted(answer.utterance, *_ends(point), _claims(answer)[point.id]) if point.words else ""


def _ends(point: KeyPointResult) -> tuple[int, int]:
    return point.words[0], point.words[-1]


def _evidence_place(answer: MeasuredAnswer, point: KeyPointResult) -> Place:
    return answer.words_place(*_ends(point)) if point.words else (None, None)


def _missed(answer: MeasuredAnswer) -> Iterator[Finding]:
    """What to cover next: the first point not heard, else the first to say more plainly."""
    lead, claims = _lead(answer), _claims(answer)
    not_heard = next((point for point in answer.key_points if not point.is_touched), None)
    unclear = next((point for point in answer.key_points if point.is_maybe), None)
    if not_heard is not None:
        hint = "Next, cover" if answer.touched_points else "Start with this"
        text = f"{lead}. {hint}: {claims[not_heard.id]}."
        yield Finding("points.missed", text, *_last_point_place(answer), _missed_weight(answer))
    elif unclear is not None:
        text = f"{lead}. Say this one more clearly: {claims[unclear.id]}."
        yield Finding("points.unclear", text, *_evidence_place(answer, unclear), _missed_weight(answer))


def _lead(answer: MeasuredAnswer) -> str:
    """How many were made, and how many maybe."""
    made, maybe = answer.report.covered_count, sum(point.is_maybe for point in answer.key_points)
    one = "one" if maybe == 1 else str(maybe)
    if made:
        more = f", and maybe {one} more" if maybe else ""
        return f"{made} of {len(answer.key_points)} key points made{more}"
    if maybe:
        return f"No key point is clear yet, though you may have made {one}"
    return "No key point has been made yet" if answer.report.contrary_points else "No key point has been heard yet"


def _last_point_place(answer: MeasuredAnswer) -> Place:
    """The sentence in which the last key point was made, else the first one."""
    return answer.sentence_place(max((point.word_index or 0 for point in _made(answer)), default=0))


def _missed_weight(answer: MeasuredAnswer) -> float:
    """The more is missing, the more it weighs."""
    missed = len(answer.key_points) - answer.report.covered_count
    return CONTENT + 50 * missed / len(answer.key_points)


def _all_made(answer: MeasuredAnswer) -> Finding:
    count = len(answer.key_points)
    lead = f"You made {all_points(count)}"
    at_s = answer.report.time_to_point_s
    tail = f", the first after {at_s:.0f} s" if at_s is not None and at_s > EARLY_POINT_S and count > 1 else ""
    return Finding("points.all", f"{lead}{tail}.", *_last_point_place(answer), CONTENT + 10, is_praise=True)


def _made(answer: MeasuredAnswer) -> Sequence[KeyPointResult]:
    return [point for point in answer.key_points if point.covered]


def _claims(answer: MeasuredAnswer) -> dict[str, str]:
    points = answer.question.key_points if answer.question else ()
    return {point.id: point.text.rstrip(".") for point in points}
