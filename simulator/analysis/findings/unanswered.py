"""What to say, kindly, of an answer that does not say what was asked: it is off the topic, or only names it.

Who owns to not knowing has answered honestly, and is not told so; see `content_findings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from question_bank.models import Question
from simulator.analysis.clauses import content_stems
from simulator.analysis.findings.substance_findings import CONTENT
from simulator.analysis.measured_answer import MeasuredAnswer
from simulator.analysis.not_knowing import clauses_not_known
from simulator.analysis.rambling.drift import terms_of, topic_of
from simulator.analysis.report import Finding
from simulator.analysis.spoken_answer import spoken_words

OFF_TOPIC: Final = "unanswered.off_topic"
TOPIC_ONLY: Final = "unanswered.topic_only"

_ENOUGH_WORDS: Final = 12
"""Our own: a sentence or two, from which on an answer has said something."""

_FEW_SHARED: Final = 0.2
_FEW_SHARED_WITH_POINTS: Final = 0.1
"""Share of an answer's words that are those of its question, points and model answer; without a model answer there are
fewer to share."""

_TERMS_NAMED: Final = 4
"""That many different words of the question, its points and their cues name its terms, whatever is said beside them.
Chosen with the share on the labelled answers: 57 % of those on something else are called so, and 13 % of those that
only name terms (20 % by the share alone), so it says "seems"."""

_SENTENCE_END: Final = re.compile(r"(?<=[.?!])\s+")
_MOST_ASKED_WORDS: Final = 20


def unanswered_findings(answer: MeasuredAnswer) -> Iterator[Finding]:
    """One, if no key point was touched by an answer long enough to do so; nothing otherwise."""
    if answer.question is None or not _says_nothing_asked(answer):
        return
    names_terms = _names_terms(answer, answer.question)
    finding = OFF_TOPIC if not names_terms and _shares_little(answer, answer.question) else TOPIC_ONLY
    lead = (_NAMES_TERMS if names_terms else _LEADS[finding])[answer.is_judged_by_words_alone]
    begin = answer.question.key_points[0].text.rstrip(".")
    text = f"{lead}{_asked(answer.question)} Start with this: {begin}."
    yield Finding(finding, text, *answer.opening_place(), CONTENT + 55)


_LEADS: Final = {
    OFF_TOPIC: (
        "This seems to answer a different question: no key point was heard.",
        "Little of this matches the question, and no key point was recognised by wording alone.",
    ),
    TOPIC_ONLY: (
        "This touches on the topic, but no key point has been heard yet.",
        "This touches on the topic, but no key point was recognised by wording alone.",
    ),
}
_NAMES_TERMS: Final = (
    "You named terms from this topic, but have said nothing about them yet.",
    "You named terms from this topic, but no key point was recognised by wording alone.",
)
"""By whether words alone decided: who says it in other words is not told that it was not said."""


def _says_nothing_asked(answer: MeasuredAnswer) -> bool:
    if answer.touched_points or not answer.key_points or answer.report.red_flags:
        return False
    return len(spoken_words(answer.utterance)) >= _ENOUGH_WORDS and not _owns_to_not_knowing(answer)


def _owns_to_not_knowing(answer: MeasuredAnswer) -> bool:
    is_honest = any(remark.kind == "honest" for remark in answer.remarks)
    return is_honest or bool(clauses_not_known(answer.utterance))


def _shares_little(answer: MeasuredAnswer, question: Question) -> bool:
    said = _stems(answer)
    few = _FEW_SHARED if question.model_answer else _FEW_SHARED_WITH_POINTS
    return len(said & topic_of(question)) < few * len(said)


def _names_terms(answer: MeasuredAnswer, question: Question) -> bool:
    return len(_stems(answer) & terms_of(question)) >= _TERMS_NAMED


def _stems(answer: MeasuredAnswer) -> frozenset[str]:
    return content_stems(word.text for word in answer.utterance.words)


def _asked(question: Question) -> str:
    """What was asked, if it is one question and short enough to be repeated."""
    text = question.text.strip()
    is_short = text.endswith("?") and len(text.split()) <= _MOST_ASKED_WORDS and not _SENTENCE_END.search(text)
    return f" The question was: “{text}”" if is_short else ""
