"""What to say about the content of an answer: points made and missed, claims and hedges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from question_bank.models import Kind, Round
from simulator.analysis.content import ContentKind, Remark
from simulator.analysis.findings.candidates_turn import is_candidates_turn, turn_findings
from simulator.analysis.findings.structure_findings import EARLY_POINT_S
from simulator.analysis.findings.substance_findings import CONTENT, substance_findings
from simulator.analysis.measures import Measures
from simulator.analysis.report import Finding
from simulator.analysis.timecode import plural

_FIRST_AND_LAST: Final = frozenset([Round.INITIAL_SCREENING, Round.FINAL])
_UNTECHNICAL: Final = _FIRST_AND_LAST | {Round.BEHAVIOURAL}
_MANY_HEDGES: Final = 3
_MANY_HEDGES_ALOUD: Final = 6


def content_findings(measures: Measures) -> Iterator[Finding]:
    """All of them, in no order."""
    yield from brief_findings(measures)
    yield from _hedges(measures)
    yield from substance_findings(measures)


def brief_findings(measures: Measures) -> Iterator[Finding]:
    """Those that rest on what was said and not on how much of it there is, in no order."""
    yield from _red_flags(measures)
    yield from _points(measures)
    yield from _honesty(measures)
    yield from _wordings(measures)
    yield from turn_findings(measures)


def _red_flags(measures: Measures) -> Iterator[Finding]:
    """What was said wrong comes before what was not said: it is what an interviewer remembers."""
    for flag in measures.red_flags:
        text = f"Listen again to “{flag.said}”: an interviewer may note “{flag.text.rstrip('.')}”."
        yield Finding("flags.said", text, flag.start_s, flag.end_s, CONTENT + 60)


def _points(measures: Measures) -> Iterator[Finding]:
    if measures.question is None or not measures.key_points:
        return
    made = [point for point in measures.key_points if point.covered]
    if len(made) == len(measures.key_points):
        yield _all_made(measures)
        return
    texts = {point.id: point.text.rstrip(".") for point in measures.question.key_points}
    missed = next(point for point in measures.key_points if not point.covered)
    lead = f"{len(made)} of {len(measures.key_points)} key points heard" if made else "No key point was heard yet"
    last = max((point.word_index or 0 for point in made), default=0)
    place = measures.sentence_place(last)
    hint = "go on from here with" if made else "begin with"
    yield Finding(
        "points.missed", f"{lead}; {hint}: {_lower_first(texts[missed.id])}.", *place, _missed_weight(measures)
    )


def _missed_weight(measures: Measures) -> float:
    """The more is missing, the more it weighs."""
    missed = sum(not point.covered for point in measures.key_points)
    return CONTENT + 50 * missed / len(measures.key_points)


def _all_made(measures: Measures) -> Finding:
    count = len(measures.key_points)
    last = max(point.word_index or 0 for point in measures.key_points)
    lead = "You made the key point" if count == 1 else f"You made all {count} key points"
    at_s = measures.time_to_point_s
    tail = f", the first after {at_s:.0f} s" if at_s is not None and at_s > EARLY_POINT_S and count > 1 else ""
    return Finding("points.all", f"{lead}{tail}.", *measures.sentence_place(last), CONTENT + 10, is_praise=True)


def _honesty(measures: Measures) -> Iterator[Finding]:
    remark = _first(measures, "honest")
    if remark is not None:
        text = "You said plainly what you don't know and how you would find out: that is better than guessing."
        yield Finding("honesty", text, *measures.sentence_place(remark.first), CONTENT + 20, is_praise=True)


_WORDINGS: Final[dict[ContentKind, tuple[str, float, str]]] = {
    "overclaim": (
        "claims.over",
        40,
        "“{}” promises more than a model can keep: say how often it was right, and on which data.",
    ),
    "employer": (
        "tone.employer",
        45,
        "“{}”: say instead what was hard for you, and what you did about it.",
    ),
    "slang": ("tone.slang", 35, "“{}” sounds rough in an interview: a plain word says the same."),
    "pay": (
        "tone.pay",
        30,
        "“{}”: in a technical round ask about the work, and leave pay for the talk about the offer.",
    ),
}


def _wordings(measures: Measures) -> Iterator[Finding]:
    for kind, (finding, weight, text) in _WORDINGS.items():
        remark = _first(measures, kind)
        if remark is not None and not (kind == "pay" and _may_speak_of_pay(measures)):
            place = measures.words_place(remark.first, remark.last)
            yield Finding(finding, text.format(remark.text), *place, CONTENT + weight)


def _may_speak_of_pay(measures: Measures) -> bool:
    """In a first or last talk, and wherever the question is about pay itself; where the candidate may ask, in any talk
    that is not technical.
    """
    question = measures.question
    if question is None:
        return False
    asked = question.text.lower()
    if any(word in asked for word in ("salary", "pay ", "paid", "earn")):
        return True
    return set(question.rounds) <= (_UNTECHNICAL if is_candidates_turn(question) else _FIRST_AND_LAST)


def _hedges(measures: Measures) -> Iterator[Finding]:
    hedges = [remark for remark in measures.remarks if remark.kind == "hedge"]
    many = _MANY_HEDGES_ALOUD if measures.kind is Kind.THINK_ALOUD else _MANY_HEDGES
    if len(hedges) < many:
        return
    more = plural(len(hedges) - 1, "more hedge")
    text = f"“{hedges[0].text}” and {more}: say what you know plainly, and say once what you are unsure of."
    yield Finding("hedges", text, *measures.words_place(hedges[0].first, hedges[0].last), CONTENT - 60)


def _first(measures: Measures, kind: ContentKind) -> Remark | None:
    return next((remark for remark in measures.remarks if remark.kind == kind), None)


def _lower_first(text: str) -> str:
    """The text as it stands inside a sentence; abbreviations ("L2 …", "ROC …") keep their capitals."""
    is_plain = text[1:2].islower() or text.startswith("A ")
    return text[0].lower() + text[1:] if is_plain else text
