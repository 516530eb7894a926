"""What one answer tells the interviewer: points made and left out, names that fell, how much was said at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import dropwhile
from typing import Final

from question_bank.models import Question
from simulator.analysis import lexicon, phrases, substance
from simulator.analysis.clauses import CONNECTORS, Clause, clauses_of, content_stems
from simulator.analysis.content import count_ownership, remarks
from simulator.analysis.cues import Cue, SpokenWords
from simulator.analysis.half_said import half_said
from simulator.analysis.key_points import find_key_points
from simulator.analysis.report import AnswerReport
from simulator.analysis.utterance import Utterance
from simulator.analysis.words import normalise, parts, tokens_of
from simulator.follow_ups.lexicon import METRICS, MODELS, NOT_KNOWING, REPORTING, VAGUE

# Our own, chosen on the development part of the labelled follow-ups.
_ENOUGH_POINTS: Final = 0.25
_ENOUGH_POINTS_OF_FEW_WORDS: Final = 0.45
_TELLING_WORDS: Final = 8
_TELLING_STORY_WORDS: Final = 16
_SHORT_ANSWER: Final = 45
_OPENING: Final = 25

_QUOTABLE_WORDS: Final = range(4, 19)
_MOST_TOUCHED_WORDS: Final = 12
_LEANING: Final = (
    lexicon.CLAUSE_STARTS | lexicon.PREPOSITIONS | lexicon.word_set("either or than to together not without")
)
_LEADING: Final = lexicon.SUBJECTS | lexicon.DETERMINERS

_GENERIC: Final = content_stems(lexicon.GENERIC_STEMS_FROM | VAGUE)


class Standing(StrEnum):
    """How an answer stands."""

    GOOD = "good"
    THIN = "thin"
    UNKNOWN = "unknown"
    """The candidate says that they don't know."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer. Point ids are those of the first question; `quotes` are whole
    statements that made a point, `touches` the words that began one."""

    question: Question
    standing: Standing
    made: frozenset[str]
    half: frozenset[str]
    quotes: Mapping[str, str]
    touches: Mapping[str, str]
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
    return _hear(question, report.transcript.text, first, report.enough_speech)


@lru_cache(maxsize=64)  # a ladder is asked anew after each answer, and only the last one is new
def _hear(question: Question, said: str, first: Question, is_enough: bool) -> Heard:
    utterance = Utterance.typed(said)
    texts = [token.text for token in tokens_of(utterance.words)]
    asked = f"{first.text} {question.text}"
    results = find_key_points(utterance, first.key_points, asked)
    half = {} if _is_about_the_candidate(first) else half_said(utterance, first.key_points, results, asked)
    made = frozenset(result.id for result in results if result.covered) - half.keys()
    places = {result.id: result.word_index for result in results if result.word_index is not None} | half
    ownership = count_ownership(utterance)
    known = _asked_for(first)
    is_first = question.id == first.id
    return Heard(
        question=question,
        standing=_standing(texts, question, made, _enough_points(is_first, is_enough)),
        made=made,
        half=frozenset(half),
        quotes=_quotes(utterance, places),
        touches={point: _text(_bare_clause(utterance, place)) for point, place in half.items()},
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


def _enough_points(is_first: bool, is_enough_speech: bool) -> float:
    """Above which share of its key points an answer is good. A follow-up asks for one thing: any point is enough."""
    if not is_first:
        return 0.0
    return _ENOUGH_POINTS if is_enough_speech else _ENOUGH_POINTS_OF_FEW_WORDS


def _standing(texts: Sequence[str], question: Question, made: frozenset[str], enough: float) -> Standing:
    """How the answer stands by the key points its question asks for, else by how much it says at all."""
    wanted = [point.id for point in question.key_points]
    makes_enough = bool(wanted) and sum(point in made for point in wanted) > enough * len(wanted)
    if not makes_enough and _does_not_know(texts):
        return Standing.UNKNOWN
    return Standing.GOOD if makes_enough or _tells_enough(texts, question) else Standing.THIN


def _tells_enough(texts: Sequence[str], question: Question) -> bool:
    """Whether enough is said where key points don't decide: a story has its own words, others no points."""
    telling = len(_telling(texts, question.text))
    if not question.key_points:
        return telling >= _TELLING_WORDS
    return _is_about_the_candidate(question) and telling >= _TELLING_STORY_WORDS


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


def _asked_for(question: Question) -> Collection[phrases.Phrase]:
    """Phrases of the question and its cues: naming those is right."""
    cues = {_phrase(cue) for point in question.key_points for cue in point.cues}
    return cues | {hit.phrase for hit in phrases.hits(_phrase(question.text), lexicon.TERMS)}


def _phrase(text: str) -> phrases.Phrase:
    return tuple(part for word in text.split() for part in parts(word))


def _quotes(utterance: Utterance, places: Mapping[str, int]) -> dict[str, str]:
    """What was said where each point was touched, if it can stand alone as a quote."""
    found = ((point, _quote(utterance, word_index)) for point, word_index in places.items())
    return {point: quote for point, quote in found if quote}


def _quote(utterance: Utterance, word_index: int) -> str:
    sentence = utterance.sentence_at(word_index)
    clause = _clause_at(utterance, word_index)
    whole, part = (_bare(utterance, piece.first, piece.last) for piece in (sentence, clause))
    if len(whole) in _QUOTABLE_WORDS and normalise(whole[0]) not in _LEANING:
        return _text(whole)
    return _text(part) if len(part) in _QUOTABLE_WORDS and normalise(part[0]) in _LEADING else ""


def _clause_at(utterance: Utterance, word_index: int) -> Clause:
    return next(clause for clause in clauses_of(utterance) if word_index <= clause.last)


def _bare_clause(utterance: Utterance, word_index: int) -> list[str]:
    clause = _clause_at(utterance, word_index)
    return _bare(utterance, clause.first, clause.last)[:_MOST_TOUCHED_WORDS]


def _bare(utterance: Utterance, first: int, last: int) -> list[str]:
    """The words without connectors in front."""
    words = [word.text for word in utterance.words[first : last + 1]]
    return list(dropwhile(lambda word: normalise(word) in CONNECTORS, words))


def _text(words: Iterable[str]) -> str:
    return " ".join(words).strip(' .,;:!?…—–-"“”')
