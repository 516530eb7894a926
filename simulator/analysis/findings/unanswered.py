"""What to say, kindly, of an answer that says nothing of what was asked: it is off the topic, or only names it.

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
from simulator.analysis.pace import spoken_words
from simulator.analysis.rambling.drift import topic_of
from simulator.analysis.report import Finding

OFF_TOPIC: Final = "unanswered.off_topic"
TOPIC_ONLY: Final = "unanswered.topic_only"

_ENOUGH_WORDS: Final = 12
"""Our own: a sentence or two, from which on an answer has said something."""

_FEW_SHARED: Final = 0.2
_FEW_SHARED_WITH_POINTS: Final = 0.1
"""Share of an answer's words that are those of its question, points and model answer; without a model answer there are
fewer to share. Chosen on the labelled answers of the training part that make no point: 45 % of those on something else
and 18 % of those of terms alone are below, so it says "seems"."""

_SENTENCE_END: Final = re.compile(r"(?<=[.?!])\s+")
_MOST_ASKED_WORDS: Final = 20


def unanswered_findings(answer: MeasuredAnswer) -> Iterator[Finding]:
    """One, if no key point was touched by an answer long enough to do so; nothing otherwise."""
    if answer.question is None or not _says_nothing_asked(answer):
        return
    finding = OFF_TOPIC if _is_off_topic(answer, answer.question) else TOPIC_ONLY
    lead = _LEADS[finding, answer.is_judged_by_words_alone]
    begin = answer.question.key_points[0].text.rstrip(".")
    text = f"{lead}{_asked(answer.question)} Begin with this: {begin}."
    yield Finding(finding, text, *answer.opening_place(), CONTENT + 55)


_LEADS: Final = {
    (OFF_TOPIC, False): "This seems to answer a different question: no key point was heard.",
    (OFF_TOPIC, True): "Few of your words touch the question, and no key point was recognised by its words.",
    (TOPIC_ONLY, False): "This touches on the topic, but no key point was heard yet.",
    (TOPIC_ONLY, True): "This touches on the topic, but no key point was recognised by its words.",
}
"""By whether words alone decided: who says it in other words is not told that it was not said."""


def _says_nothing_asked(answer: MeasuredAnswer) -> bool:
    if answer.touched_points or not answer.key_points or answer.report.red_flags:
        return False
    return len(spoken_words(answer.utterance)) >= _ENOUGH_WORDS and not _owns_to_not_knowing(answer)


def _owns_to_not_knowing(answer: MeasuredAnswer) -> bool:
    is_honest = any(remark.kind == "honest" for remark in answer.remarks)
    return is_honest or bool(clauses_not_known(answer.utterance))


def _is_off_topic(answer: MeasuredAnswer, question: Question) -> bool:
    said = content_stems(word.text for word in answer.utterance.words)
    few = _FEW_SHARED if question.model_answer else _FEW_SHARED_WITH_POINTS
    return len(said & topic_of(question)) < few * len(said)


def _asked(question: Question) -> str:
    """What was asked, if it is one question and short enough to be repeated."""
    text = question.text.strip()
    is_short = text.endswith("?") and len(text.split()) <= _MOST_ASKED_WORDS and not _SENTENCE_END.search(text)
    return f" The question was: “{text}”" if is_short else ""
