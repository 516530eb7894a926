"""What one answer tells the interviewer: points made and left out, names that fell, how much was said at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from question_bank.models import Question
from simulator.analysis import lexicon, phrases, substance
from simulator.analysis.clauses import clauses_of, content_stems
from simulator.analysis.content import count_ownership, remarks
from simulator.analysis.cues import Cue, SpokenWords
from simulator.analysis.half_said import half_said
from simulator.analysis.key_points import find_key_points
from simulator.analysis.report import AnswerReport, KeyPointResult
from simulator.analysis.utterance import Utterance
from simulator.analysis.words import parts, tokens_of
from simulator.follow_ups.lexicon import METRICS, MODELS, NOT_KNOWING, REPORTING, VAGUE

# Our own, chosen on the development part of the labelled follow-ups.
_ENOUGH_POINTS: Final = 0.25
_TELLING_WORDS: Final = 8
_TELLING_STORY_WORDS: Final = 16
_SHORT_ANSWER: Final = 45
_OPENING: Final = 25

_GENERIC: Final = content_stems(lexicon.GENERIC_STEMS_FROM | VAGUE)


class Standing(StrEnum):
    """How an answer stands."""

    GOOD = "good"
    THIN = "thin"
    UNKNOWN = "unknown"
    """The candidate says that they don't know."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer. Point ids are those of the first question; `quotes` are the words around a point said in part."""

    question: Question
    standing: Standing
    made: frozenset[str]
    half: frozenset[str]
    quotes: Mapping[str, str]
    terms: tuple[str, ...]
    bare_terms: tuple[str, ...]
    metrics: tuple[str, ...]
    models: tuple[str, ...]
    overclaim: str | None
    amounts: int
    reasons: int
    i_count: int
    we_count: int
    utterance: Utterance

    @property
    def is_thin(self) -> bool:
        return self.standing is Standing.THIN

    def says(self, term: str) -> bool:
        """Whether a term fell, in any inflection and spelling."""
        cue = Cue.of(term)
        return any(SpokenWords(self.utterance, (cue,)).places(cue))


def hear(question: Question, report: AnswerReport, first: Question) -> Heard:
    """The answer to `question`, which is `first` itself or a rung above it."""
    utterance = Utterance.typed(report.transcript.text)
    texts = [token.text for token in tokens_of(utterance.words)]
    asked = f"{first.text} {question.text}"
    results = find_key_points(utterance, first.key_points, asked)
    half = half_said(utterance, first.key_points, results, asked)
    made = frozenset(result.id for result in results if result.covered) - half
    ownership = count_ownership(utterance)
    known = _cues(first)
    return Heard(
        question=question,
        standing=_standing(texts, question, made),
        made=made,
        half=half,
        quotes=_quotes(utterance, results),
        terms=tuple(" ".join(hit.phrase) for hit in phrases.hits(texts, lexicon.TERMS) if hit.phrase not in known),
        bare_terms=tuple(mention.text for mention in substance.bare_terms(utterance, known)),
        metrics=_named(texts, METRICS),
        models=_named(texts, MODELS),
        overclaim=next((remark.text for remark in remarks(utterance) if remark.kind == "overclaim"), None),
        amounts=len(substance.amounts(utterance)),
        reasons=len(substance.reasons(utterance)),
        i_count=ownership.i_count,
        we_count=ownership.we_count,
        utterance=utterance,
    )


def _standing(texts: Sequence[str], question: Question, made: frozenset[str]) -> Standing:
    """How the answer stands by the key points its question asks for; by what it says at all if it asks for none."""
    wanted = [point.id for point in question.key_points]
    share = sum(point in made for point in wanted) / len(wanted) if wanted else 0.0
    if share < _ENOUGH_POINTS and _does_not_know(texts):
        return Standing.UNKNOWN
    telling = len(_telling(texts, question.text))
    if wanted and not _is_about_the_candidate(question):
        is_good = share >= _ENOUGH_POINTS
    else:
        is_good = telling >= (_TELLING_STORY_WORDS if wanted else _TELLING_WORDS)
    return Standing.GOOD if is_good or (wanted and share >= _ENOUGH_POINTS) else Standing.THIN


def _is_about_the_candidate(question: Question) -> bool:
    return any(topic.startswith("you.") for topic in question.topics)


def _does_not_know(texts: Sequence[str]) -> bool:
    """Said of the whole question: near the beginning, or in an answer of few words; "what I don't know" is none."""
    said = [
        hit.start for hit in phrases.hits(texts, NOT_KNOWING) if not REPORTING & set(texts[hit.start - 1 : hit.start])
    ]
    return any(start < _OPENING or len(texts) <= _SHORT_ANSWER for start in said)


def _telling(texts: Iterable[str], asked: str) -> frozenset[str]:
    """Stems that say something of the matter and were not in the question."""
    return content_stems(texts) - _GENERIC - content_stems(asked.split())


def _named(texts: Sequence[str], names: Mapping[phrases.Phrase, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names[hit.phrase] for hit in phrases.hits(texts, names)))


def _cues(question: Question) -> Collection[phrases.Phrase]:
    return {
        tuple(part for word in cue.split() for part in parts(word))
        for point in question.key_points
        for cue in point.cues
    }


def _quotes(utterance: Utterance, results: Sequence[KeyPointResult]) -> dict[str, str]:
    """The clause in which each point was made, without the punctuation around it."""
    clauses = clauses_of(utterance)
    return {
        result.id: _words(utterance, clause.first, clause.last)
        for result in results
        for clause in clauses
        if result.word_index is not None and clause.first <= result.word_index <= clause.last
    }


def _words(utterance: Utterance, first: int, last: int) -> str:
    return " ".join(word.text for word in utterance.words[first : last + 1]).strip(' .,;:!?…—–-"“”')
