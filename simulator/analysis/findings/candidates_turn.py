"""The candidate's turn to ask: what was asked in it, and what is worth saying of that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from question_bank.draw import is_candidates_turn
from simulator.analysis.english import phrase_search
from simulator.analysis.english.asking import BEFORE_OPENINGS, INDIRECT_QUESTIONS, QUESTION_OPENINGS
from simulator.analysis.english.word_forms import normalise
from simulator.analysis.findings.substance_findings import CONTENT
from simulator.analysis.measured_answer import MeasuredAnswer
from simulator.analysis.report import Finding
from simulator.analysis.timecode import plural
from simulator.analysis.utterance import Sentence, Utterance

ASKED_NOTHING: Final = (
    "You asked no questions. Have two or three ready: they show that you are weighing up the job too. There are some "
    "below to practise."
)

_MANY: Final = 2


def questions_asked(utterance: Utterance) -> tuple[Sentence, ...]:
    """The sentences in which something is asked."""
    return tuple(sentence for sentence in utterance.sentences if _asks(utterance, sentence))


def turn_findings(answer: MeasuredAnswer) -> Iterator[Finding]:
    """Nothing asked, or enough; nothing at all unless it was the candidate's turn."""
    if answer.question is None or not is_candidates_turn(answer.question):
        return
    asked = questions_asked(answer.utterance)
    if not asked:
        yield Finding("asking.none", ASKED_NOTHING, *answer.closing_place(), CONTENT + 60)
    elif len(asked) >= _MANY:
        text = f"You asked {plural(len(asked), 'question')}, which shows that you are weighing up the job too."
        yield Finding("asking.some", text, *answer.sentence_place(asked[0].first), CONTENT, is_praise=True)


def _asks(utterance: Utterance, sentence: Sentence) -> bool:
    words = [utterance.words[index].text for index in sentence.indexes]
    texts = tuple(normalise(word) for word in words)
    if any(word.rstrip('"”’)').endswith("?") for word in words) or phrase_search.first(texts, INDIRECT_QUESTIONS):
        return True
    start = next((at for at, text in enumerate(texts) if text not in BEFORE_OPENINGS), len(texts))
    return not utterance.is_punctuated and any(texts[start : start + len(one)] == one for one in QUESTION_OPENINGS)
