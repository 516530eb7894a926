"""What one answer tells the interviewer: points made and left out, names that fell, how much was said at all.

Which points were made or begun is the report's word (`analysis.key_points.judged_points`); nothing is judged anew here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile
from typing import Final

from question_bank.models import Question
from simulator.analysis import substance
from simulator.analysis.clauses import Clause, clauses_of
from simulator.analysis.content import count_ownership, remarks
from simulator.analysis.english import grammar, phrase_search, terms, word_lists
from simulator.analysis.english.word_forms import normalise, parts, tokens_of
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.key_points.cues import Cue, SpokenWords
from simulator.analysis.report import AnswerReport, KeyPointResult, ReportedWord
from simulator.analysis.utterance import Utterance, is_english
from simulator.follow_ups.answer_quality import AnswerQuality, Said, is_about_the_candidate, standing_of
from simulator.follow_ups.method_names import METRICS, MODELS
from simulator.transcript import Word

_QUOTABLE_WORDS: Final = range(4, 19)
_MOST_TOUCHED_WORDS: Final = 12
_SURE: Final = 0.5  # of a word's probability; our own: nobody likes to be quoted with what they did not say
_LEANING: Final = (
    grammar.CLAUSE_STARTS | grammar.PREPOSITIONS | word_lists.word_set("either or than to together not without")
)
_LEADING: Final = grammar.SUBJECTS | grammar.DETERMINERS


@dataclass(frozen=True, slots=True)
class AnswerSummary:
    """One answer. Point ids are those of the first question.

    `covered` are the points that the report calls covered, `half` those said in part, `made` those covered in full;
    `quotes` are whole statements that made a point, `touches` the words that began one. `is_honest`: the candidate says
    what they don't know, and how to find out.
    """

    question: Question
    standing: AnswerQuality
    made: frozenset[str]
    half: frozenset[str]
    covered: frozenset[str]
    quotes: Mapping[str, str]
    touches: Mapping[str, str]
    terms: tuple[str, ...]
    bare_terms: tuple[str, ...]
    metrics: tuple[str, ...]
    models: tuple[str, ...]
    overclaim: str | None
    is_honest: bool
    amounts: int
    choices: int
    i_count: int
    we_count: int
    utterance: Utterance

    @property
    def is_thin(self) -> bool:
        return self.standing is AnswerQuality.THIN

    def says(self, term: str) -> bool:
        """Whether a term fell, in any inflection and spelling."""
        cue = Cue.of(term)
        return any(SpokenWords(self.utterance, (cue,)).places(cue))


def summary_of(question: Question, report: AnswerReport, first: Question) -> AnswerSummary:
    """The answer to `question`, which is `first` itself or a rung above it, and what `report` says of it."""
    words = report.transcript.words if is_english(report.language) else ()
    return _summary(question, words, report.key_points or (), first, report.enough_speech)


@lru_cache(maxsize=64)  # a ladder is asked anew after each answer, and only the last one is new
def _summary(
    question: Question,
    words: tuple[ReportedWord, ...],
    points: tuple[KeyPointResult, ...],
    first: Question,
    is_enough_speech: bool,
) -> AnswerSummary:
    utterance = _as_utterance(words)
    texts = [token.text for token in tokens_of(utterance.words, skip=sound_indexes(utterance.words))]
    half = {} if is_about_the_candidate(first) else _half(points)
    covered = {point.id: point.word_index or 0 for point in points if point.covered}
    made = frozenset(covered) - half.keys()
    ownership = count_ownership(utterance)
    known = _asked_for(first)
    remarked = remarks(utterance)
    amounts = len(substance.amounts(utterance))
    is_honest = any(remark.kind == "honest" for remark in remarked)
    said = Said(question, question.id == first.id, is_enough_speech, texts, made, amounts, is_honest)
    return AnswerSummary(
        question=question,
        standing=standing_of(said),
        made=made,
        half=frozenset(half),
        covered=frozenset(covered),
        quotes=_quotes(utterance, covered | half, _unsure(words)),
        touches={point: _text(_bare_clause(utterance, place)) for point, place in half.items()},
        terms=tuple(" ".join(hit.phrase) for hit in phrase_search.hits(texts, terms.TERMS) if hit.phrase not in known),
        bare_terms=tuple(mention.text for mention in substance.bare_terms(utterance, known)),
        metrics=_named(texts, METRICS),
        models=_named(texts, MODELS),
        overclaim=next((remark.text for remark in remarked if remark.kind == "overclaim"), None),
        is_honest=is_honest,
        amounts=amounts,
        choices=len(substance.choices(utterance)),
        i_count=ownership.i_count,
        we_count=ownership.we_count,
        utterance=utterance,
    )


def _half(points: Sequence[KeyPointResult]) -> dict[str, int]:
    """Where each point was touched that was said only in part."""
    places = ((point.id, point.half_word_index) for point in points)
    return {point: word_index for point, word_index in places if word_index is not None}


def _as_utterance(words: Sequence[ReportedWord]) -> Utterance:
    """The report's words, by the same indexes; those of a typed answer at a nominal pace."""
    is_timed = any(word.start_s is not None for word in words)
    if not is_timed:
        return Utterance.typed_words(word.text for word in words)
    timed = tuple(Word(word.text, word.start_s or 0.0, word.end_s or 0.0, word.probability) for word in words)
    return Utterance(timed, (), (), max(word.end_s for word in timed))


def _unsure(words: Sequence[ReportedWord]) -> frozenset[int]:
    """Which words may have been misheard."""
    probabilities = enumerate(word.probability for word in words)
    return frozenset(index for index, probability in probabilities if probability is not None and probability < _SURE)


def _named(texts: Sequence[str], names: Mapping[phrase_search.Phrase, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names[hit.phrase] for hit in phrase_search.hits(texts, names)))


def _asked_for(question: Question) -> Collection[phrase_search.Phrase]:
    """Phrases of the question and its cues: naming those is right."""
    cues = {_phrase(cue) for point in question.key_points for cue in point.cues}
    return cues | {hit.phrase for hit in phrase_search.hits(_phrase(question.text), terms.TERMS)}


def _phrase(text: str) -> phrase_search.Phrase:
    return tuple(part for word in text.split() for part in parts(word))


def _quotes(utterance: Utterance, places: Mapping[str, int], unsure: frozenset[int]) -> dict[str, str]:
    """What was said where each point was touched, if it was heard well and can stand alone as a quote."""
    found = ((point, _quote(utterance, word_index, unsure)) for point, word_index in places.items())
    return {point: quote for point, quote in found if quote}


def _quote(utterance: Utterance, word_index: int, unsure: frozenset[int]) -> str:
    sentence = utterance.sentence_at(word_index)
    clause = _clause_at(utterance, word_index)
    whole, part = (
        _bare(utterance, piece.first, piece.last) if unsure.isdisjoint(range(piece.first, piece.last + 1)) else []
        for piece in (sentence, clause)
    )
    if len(whole) in _QUOTABLE_WORDS and normalise(whole[0]) not in _LEANING:
        return _text(whole)
    return _text(part) if len(part) in _QUOTABLE_WORDS and normalise(part[0]) in _LEADING else ""


def _clause_at(utterance: Utterance, word_index: int) -> Clause:
    return next(clause for clause in clauses_of(utterance) if word_index <= clause.last)


def _bare_clause(utterance: Utterance, word_index: int) -> list[str]:
    clause = _clause_at(utterance, word_index)
    return _bare(utterance, clause.first, clause.last)[:_MOST_TOUCHED_WORDS]


def _bare(utterance: Utterance, first: int, last: int) -> list[str]:
    """The words without sounds, and without connectors in front."""
    sounds = sound_indexes(utterance.words)
    words = [utterance.words[index].text for index in range(first, last + 1) if index not in sounds]
    return list(dropwhile(lambda word: normalise(word) in grammar.CONNECTORS, words))


def _text(words: Iterable[str]) -> str:
    return " ".join(words).strip(' .,;:!?…—–-"“”')
