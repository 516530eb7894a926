"""What to say about reasons, amounts and terms in an answer: gently, and only where it is plain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from question_bank.models import Kind
from simulator.analysis import substance
from simulator.analysis.english.word_forms import parts
from simulator.analysis.measured_answer import MeasuredAnswer
from simulator.analysis.rambling.drift import asks_for_a_story
from simulator.analysis.report import Finding

CONTENT: Final = 300.0
_MANY_REASONS: Final = 3
_MANY_CHOICES: Final = 3
_MANY_AMOUNTS: Final = 2
_MIN_WORDS: Final = 60
_SHOWN_TERMS: Final = 3


def substance_findings(answer: MeasuredAnswer) -> Iterator[Finding]:
    """All of them, in no order."""
    yield from _reasons(answer)
    yield from _amounts(answer)
    yield from _terms(answer)


def _reasons(answer: MeasuredAnswer) -> Iterator[Finding]:
    reasons, choices = substance.reasons(answer.utterance), substance.choices(answer.utterance)
    if len(reasons) >= _MANY_REASONS and choices:
        text = f"You gave reasons {len(reasons)} times (“because” and the like), which shows how you decide."
        yield Finding("reasons.given", text, *answer.sentence_place(reasons[0].first), CONTENT - 70, is_praise=True)
    elif not reasons and len(choices) >= _MANY_CHOICES and _is_long_enough(answer):
        text = f"You named choices but gave no reasons: after “{_as_said(choices[0].text)} …”, add a “because”."
        yield Finding("reasons.missing", text, *answer.sentence_place(choices[0].first), CONTENT - 55)


def _amounts(answer: MeasuredAnswer) -> Iterator[Finding]:
    is_story = answer.kind is Kind.STORY or (answer.question is not None and asks_for_a_story(answer.question))
    if not is_story:
        return
    amounts = substance.amounts(answer.utterance)
    if len(amounts) >= _MANY_AMOUNTS:
        text = f"Numbers such as “{_words(answer, amounts[0])}” make your story convincing."
        place = answer.sentence_place(amounts[0].first)
        yield Finding("evidence.numbers", text, *place, CONTENT - 75, is_praise=True)
    elif answer.kind is Kind.STORY and not amounts and _is_long_enough(answer):
        text = "No numbers were heard: say how many, how long, or how much better it was in the end."
        yield Finding("evidence.none", text, *answer.closing_place(), CONTENT - 50)


def _terms(answer: MeasuredAnswer) -> Iterator[Finding]:
    points = answer.question.key_points if answer.question else ()
    known = {tuple(part for word in cue.split() for part in parts(word)) for point in points for cue in point.cues}
    row = substance.bare_terms(answer.utterance, known)
    if row:
        names = ", ".join(tuple(dict.fromkeys(mention.text for mention in row))[:_SHOWN_TERMS])
        text = f"You mentioned {names} and moved on: choose one and say what it would do here."
        yield Finding("terms.bare", text, *answer.words_place(row[0].first, row[-1].last), CONTENT - 45)


def _words(answer: MeasuredAnswer, mention: substance.Mention) -> str:
    words = answer.utterance.words[mention.first : mention.last + 1]
    return " ".join(word.text for word in words).rstrip(".,;:!?")


def _is_long_enough(answer: MeasuredAnswer) -> bool:
    return len(answer.utterance.words) >= _MIN_WORDS


def _as_said(text: str) -> str:
    return " ".join(word.capitalize() if word.split("'")[0] == "i" else word for word in text.split())
