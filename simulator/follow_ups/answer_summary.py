"""What one answer tells the interviewer: points made and left out, names that fell, how much was said at all.

Which points were made or begun is the report's word (`analysis.key_points.judged_points`); nothing is judged anew here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from question_bank.models import Question
from simulator.analysis import substance
from simulator.analysis.content import count_ownership, remarks
from simulator.analysis.english import phrase_search, terms
from simulator.analysis.english.word_forms import Token, parts, tokens_of
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.key_points.cues import Cue, SpokenWords
from simulator.analysis.report import NOT_UNDERSTOOD, AnswerReport, KeyPointResult, ReportedWord
from simulator.analysis.utterance import Utterance, is_english
from simulator.follow_ups.answer_quality import AnswerQuality, Said, is_about_the_candidate, standing_of
from simulator.follow_ups.method_names import METRICS, MODELS
from simulator.follow_ups.quotes import quote_of, quote_or_fragment_of, touched_words
from simulator.follow_ups.technical_sense import technical_hits
from simulator.transcript import Word

_SURE: Final = 0.5  # of a word's probability; our own: nobody likes to be quoted with what they did not say


@dataclass(frozen=True, slots=True)
class AnswerSummary:
    """One answer. Point ids are those of the first question.

    `covered` are the points that the report calls made, `half` those said in part or perhaps, `made` those covered in
    full; `contrary` holds the points whose contrary was said, each with the candidate's own words for it, "" if those
    cannot be quoted. `quotes` are whole statements that made a point, `touches` the words that began one.
    `is_honest`: the candidate says what they don't know, and how to find out.
    """

    question: Question
    standing: AnswerQuality
    made: frozenset[str]
    half: frozenset[str]
    covered: frozenset[str]
    contrary: Mapping[str, str]
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
    is_understood = is_english(report.language) and NOT_UNDERSTOOD not in report.not_measured
    words = report.transcript.words if is_understood else ()
    return _summary(question, words, report.key_points or (), first, report.is_measured_in_full)


@lru_cache(maxsize=64)  # a ladder is asked anew after each answer, and only the last one is new
def _summary(
    question: Question,
    words: tuple[ReportedWord, ...],
    points: tuple[KeyPointResult, ...],
    first: Question,
    is_enough_speech: bool,
) -> AnswerSummary:
    utterance = _as_utterance(words)
    known = _asked_for(first)
    tokens = tokens_of(utterance.words, skip=sound_indexes(utterance.words))
    texts = [token.text for token in tokens]
    named = [hit for hit in technical_hits(tokens, utterance.words, terms.TERMS) if hit.phrase not in known]
    half = {} if is_about_the_candidate(first) else _half(points)
    covered = frozenset(point.id for point in points if point.covered)
    made = covered - half.keys()
    quotes = _quotes(utterance, points, first, _unsure(words))
    contrary = {point.id: quotes.get(point.id, "") for point in points if point.is_contrary}
    ownership = count_ownership(utterance)
    remarked = remarks(utterance)
    amounts = len(substance.amounts(utterance))
    is_honest = any(remark.kind == "honest" for remark in remarked)
    said = Said(question, first, is_enough_speech, texts, made, half.keys(), contrary.keys(), is_honest)
    return AnswerSummary(
        question=question,
        standing=standing_of(said),
        made=made,
        half=frozenset(half),
        covered=covered,
        contrary=contrary,
        quotes={point: quotes[point] for point in (*covered, *half) if quotes.get(point)},
        touches={point: touched_words(utterance, place) for point, place in half.items()},
        terms=tuple(" ".join(hit.phrase) for hit in named),
        bare_terms=tuple(mention.text for mention in substance.bare_terms(utterance, known)),
        metrics=_names(tokens, utterance.words, METRICS),
        models=_names(tokens, utterance.words, MODELS),
        overclaim=next((remark.text for remark in remarked if remark.kind == "overclaim"), None),
        is_honest=is_honest,
        amounts=amounts,
        choices=len(substance.choices(utterance)),
        i_count=ownership.i_count,
        we_count=ownership.we_count,
        utterance=utterance,
    )


def _half(points: Sequence[KeyPointResult]) -> dict[str, int]:
    """Where each point was touched that was said only in part, or perhaps."""
    places = ((point.id, _touched_at(point)) for point in points)
    return {point: word_index for point, word_index in places if word_index is not None}


def _touched_at(point: KeyPointResult) -> int | None:
    return point.word_index if point.half_word_index is None and point.is_maybe else point.half_word_index


def _quotes(
    utterance: Utterance, points: Sequence[KeyPointResult], first: Question, unsure: frozenset[int]
) -> dict[str, str]:
    """What can be quoted of the words that show each point, by its id."""
    claims = {point.id: point.text for point in first.key_points}
    quoted = ((point, quote_or_fragment_of if point.is_contrary else quote_of) for point in points if _proof(point))
    return {point.id: quote(utterance, _proof(point), claims.get(point.id, ""), unsure) for point, quote in quoted}


def _proof(point: KeyPointResult) -> range:
    """The words that show the point, or the one at which it was touched; none of a point put right by the user."""
    if point.word_index is not None:
        return range(point.word_index, point.word_index + max(1, point.word_count))
    touched_at = _touched_at(point)
    return range(0) if touched_at is None else range(touched_at, touched_at + 1)


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


def _names(
    tokens: Sequence[Token], words: Sequence[Word], names: Mapping[phrase_search.Phrase, str]
) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names[hit.phrase] for hit in technical_hits(tokens, words, names)))


def _asked_for(question: Question) -> Collection[phrase_search.Phrase]:
    """Phrases of the question and its cues: naming those is right."""
    cues = {_phrase(cue) for point in question.key_points for cue in point.cues}
    return cues | {hit.phrase for hit in phrase_search.hits(_phrase(question.text), terms.TERMS)}


def _phrase(text: str) -> phrase_search.Phrase:
    return tuple(part for word in text.split() for part in parts(word))
