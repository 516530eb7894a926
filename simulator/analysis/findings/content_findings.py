"""What to say about the content of an answer: red flags, claims, hedges. Its key points are in `point_findings`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from question_bank.draw import is_candidates_turn
from question_bank.models import Kind, Round
from simulator.analysis.content import ContentKind, Remark
from simulator.analysis.findings.candidates_turn import turn_findings
from simulator.analysis.findings.point_findings import point_findings
from simulator.analysis.findings.substance_findings import CONTENT, substance_findings
from simulator.analysis.measured_answer import MeasuredAnswer
from simulator.analysis.report import Finding
from simulator.analysis.timecode import plural

_FIRST_AND_LAST: Final = frozenset([Round.INITIAL_SCREENING, Round.FINAL])
_UNTECHNICAL: Final = _FIRST_AND_LAST | {Round.BEHAVIOURAL}
_MANY_HEDGES: Final = 3
_MANY_HEDGES_ALOUD: Final = 6


def content_findings(answer: MeasuredAnswer) -> Iterator[Finding]:
    """All of them, in no order."""
    yield from brief_findings(answer)
    yield from _hedges(answer)
    yield from substance_findings(answer)


def brief_findings(answer: MeasuredAnswer) -> Iterator[Finding]:
    """Those that rest on what was said and not on how much of it there is, in no order."""
    yield from _red_flags(answer)
    yield from point_findings(answer)
    yield from _honesty(answer)
    yield from _wordings(answer)
    yield from turn_findings(answer)


def _red_flags(answer: MeasuredAnswer) -> Iterator[Finding]:
    """What was said wrong comes before what was not said: it is what an interviewer remembers.

    Words that are told to say the contrary of a key point are not told a second time.
    """
    told = {index for point in answer.report.contrary_points for index in point.words}
    flags = (flag for flag in answer.report.red_flags or () if told.isdisjoint(flag.words))
    for flag in flags:
        text = f"Listen back to “{flag.said}”: an interviewer may note “{flag.text.rstrip('.')}”."
        yield Finding("flags.said", text, flag.start_s, flag.end_s, CONTENT + 60)


def _honesty(answer: MeasuredAnswer) -> Iterator[Finding]:
    remark = _first(answer, "honest")
    if remark is not None:
        text = "You said plainly what you don't know and how you would find out, which is better than guessing."
        yield Finding("honesty", text, *answer.sentence_place(remark.first), CONTENT + 20, is_praise=True)


_WORDINGS: Final[dict[ContentKind, tuple[str, float, str]]] = {
    "overclaim": (
        "claims.over",
        40,
        "“{}” promises more than a model can deliver: say how often it was right, and on what data.",
    ),
    "employer": (
        "tone.employer",
        45,
        "“{}”: instead, say what was hard for you and what you did about it.",
    ),
    "slang": ("tone.slang", 35, "“{}” sounds rough in an interview: a plainer word will do the job."),
    "pay": (
        "tone.pay",
        30,
        "“{}”: in a technical round, ask about the work and save pay for the offer stage.",
    ),
}


def _wordings(answer: MeasuredAnswer) -> Iterator[Finding]:
    for kind, (finding, weight, text) in _WORDINGS.items():
        remark = _first(answer, kind)
        if remark is not None and not (kind == "pay" and _may_speak_of_pay(answer)):
            place = answer.words_place(remark.first, remark.last)
            yield Finding(finding, text.format(remark.text), *place, CONTENT + weight)


def _may_speak_of_pay(answer: MeasuredAnswer) -> bool:
    """In a first or last talk, and wherever the question is about pay itself; where the candidate may ask, in any talk
    that is not technical.
    """
    question = answer.question
    if question is None:
        return False
    asked = question.text.lower()
    if any(word in asked for word in ("salary", "pay ", "paid", "earn")):
        return True
    return set(question.rounds) <= (_UNTECHNICAL if is_candidates_turn(question) else _FIRST_AND_LAST)


def _hedges(answer: MeasuredAnswer) -> Iterator[Finding]:
    hedges = [remark for remark in answer.remarks if remark.kind == "hedge"]
    many = _MANY_HEDGES_ALOUD if answer.kind is Kind.THINK_ALOUD else _MANY_HEDGES
    if len(hedges) < many:
        return
    more = plural(len(hedges) - 1, "more hedge")
    text = f"“{hedges[0].text}” and {more}: state plainly what you know, and say just once what you are unsure of."
    yield Finding("hedges", text, *answer.words_place(hedges[0].first, hedges[0].last), CONTENT - 60)


def _first(answer: MeasuredAnswer, kind: ContentKind) -> Remark | None:
    return next((remark for remark in answer.remarks if remark.kind == kind), None)
