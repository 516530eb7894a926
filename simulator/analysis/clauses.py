"""An utterance cut into clauses, each with the words that show what it is about. Judged in `key_points`, `rambling`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.analysis.english.grammar import CONNECTORS, FUNCTION_WORDS
from simulator.analysis.english.word_forms import ends_clause, normalise, parts, stem
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.utterance import Sentence, Utterance

_MIN_WORDS: Final = 5
_BREATH_S: Final = 0.2


@dataclass(frozen=True, slots=True)
class Clause:
    """Words from `first` to `last`, both included, and the stems of those that carry meaning."""

    first: int
    last: int
    start_s: float
    end_s: float
    stems: frozenset[str]


def clauses_of(utterance: Utterance) -> tuple[Clause, ...]:
    """Sentences cut at commas and before connectors, no piece shorter than five words unless a sentence is."""
    sounds = sound_indexes(utterance.words)
    return tuple(
        _clause(utterance, first, last, sounds)
        for sentence in utterance.sentences
        for first, last in _cuts(utterance, sentence)
    )


def sentences_of(utterance: Utterance) -> tuple[Clause, ...]:
    """The sentences in the same form."""
    sounds = sound_indexes(utterance.words)
    return tuple(_clause(utterance, sentence.first, sentence.last, sounds) for sentence in utterance.sentences)


def content_stems(texts: Iterable[str]) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    return frozenset(
        stem(part) for text in texts for part in parts(text) if part not in FUNCTION_WORDS and not part.isdigit()
    )


def chain_length(utterance: Utterance, sentence: Sentence) -> int:
    """How many connectors hold the sentence together."""
    return sum(normalise(utterance.words[index].text) in CONNECTORS for index in sentence.indexes)


def chains_of(utterance: Utterance) -> tuple[Sentence, ...]:
    """The sentences, those that begin with a connector without a breath before it joined to the one before.

    A speech engine puts a full stop into "… and then we ran it. And so we looked …" though the speaker made none.
    """
    joined: list[Sentence] = []
    for sentence in utterance.sentences:
        if joined and _goes_on(utterance, joined[-1], sentence):
            before = joined.pop()
            sentence = Sentence(before.first, sentence.last, before.start_s, sentence.end_s)
        joined.append(sentence)
    return tuple(joined)


def _goes_on(utterance: Utterance, before: Sentence, sentence: Sentence) -> bool:
    is_at_once = utterance.is_timed and sentence.start_s - before.end_s < _BREATH_S
    return is_at_once and normalise(utterance.words[sentence.first].text) in CONNECTORS


def _cuts(utterance: Utterance, sentence: Sentence) -> Iterator[tuple[int, int]]:
    first = sentence.first
    for index in sentence.indexes:
        is_long_enough = index - first + 1 >= _MIN_WORDS and sentence.last - index >= _MIN_WORDS
        if is_long_enough and _is_cut_after(utterance, index):
            yield first, index
            first = index + 1
    yield first, sentence.last


def _is_cut_after(utterance: Utterance, index: int) -> bool:
    return ends_clause(utterance.words[index]) or normalise(utterance.words[index + 1].text) in CONNECTORS


def _clause(utterance: Utterance, first: int, last: int, sounds: frozenset[int]) -> Clause:
    words: Sequence[str] = [utterance.words[index].text for index in range(first, last + 1) if index not in sounds]
    return Clause(first, last, utterance.words[first].start_s, utterance.words[last].end_s, content_stems(words))
