"""Where an answer leaves its question: asides, anecdotes, other matters. What that makes is judged in `rambling`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from question_bank.models import Kind, Question
from simulator.analysis import bands
from simulator.analysis.clauses import Clause, content_stems, sentences_of
from simulator.analysis.english import phrase_search, straying, terms
from simulator.analysis.english.word_forms import normalise, tokens_of
from simulator.analysis.utterance import Utterance

_GENERIC: Final = content_stems(terms.GENERIC_STEMS_FROM)
_MIN_STEMS: Final = 8
_ASIDE_SENTENCES: Final = 2
_FOREIGN_SHARE: Final = 0.1


@dataclass(frozen=True, slots=True)
class DriftStretch:
    """Words from `first` to `last`, both included."""

    first: int
    last: int


@dataclass(frozen=True)
class Drift:
    """An answer beside what its question is about; without a question only announced asides can be found.

    `touched` are the words that say something of its key points.
    """

    utterance: Utterance
    question: Question | None
    touched: Sequence[range]

    @cached_property
    def sentences(self) -> tuple[Clause, ...]:
        return sentences_of(self.utterance)

    @cached_property
    def topic(self) -> frozenset[str]:
        """What the question is about, in stems: its own words, its key points, their cues and the model answer."""
        return topic_of(self.question) if self.question else frozenset()

    def aside(self) -> tuple[DriftStretch, str] | None:
        """The first aside that is announced ("by the way") and does not lead back to the question, and its wording."""
        tokens = tokens_of(self.utterance.words)
        for hit in phrase_search.hits([token.text for token in tokens], straying.TANGENTS):
            first = tokens[hit.start].word_index
            following = [sentence for sentence in self.sentences if sentence.last >= first][:_ASIDE_SENTENCES]
            if self._is_foreign(DriftStretch(first, following[-1].last)):
                return DriftStretch(first, following[0].last), " ".join(hit.phrase)
        return None

    def anecdote(self) -> DriftStretch | None:
        """The longest story of the past that touches neither question nor key points, unless one was asked for."""
        if self.question is None or asks_for_a_story(self.question):
            return None
        stories = [run for run in self._runs(self._is_narrated) if self._is_foreign(run)]
        return self._longest(stories, bands.ANECDOTE_S)

    def off_topic(self) -> DriftStretch | None:
        """The longest stretch of sentences that share nothing with the question."""
        if self.question is None or asks_for_a_story(self.question):
            return None
        runs = self._runs([sentence.stems.isdisjoint(self.topic) for sentence in self.sentences])
        return self._longest(list(runs), bands.OFF_TOPIC_S)

    def end(self) -> DriftStretch | None:
        """The last third, if it is long and shares nothing with the question."""
        words = self.utterance.words
        first = len(words) * 2 // 3
        stems = content_stems(word.text for word in words[first:])
        is_off = self.question is not None and len(stems) >= _MIN_STEMS and stems.isdisjoint(self.topic)
        return self._longest([DriftStretch(first, len(words) - 1)] if is_off else [], bands.ANECDOTE_S)

    @property
    def _is_narrated(self) -> list[bool]:
        words = self.utterance.words
        return [
            any(normalise(words[index].text) in straying.NARRATING for index in range(one.first, one.last + 1))
            and not any(words.start <= one.last and one.first < words.stop for words in self.touched)
            for one in self.sentences
        ]

    def _runs(self, is_in: Sequence[bool]) -> Iterator[DriftStretch]:
        """Sentences in a row for which `is_in` holds."""
        first = None
        for sentence, holds in zip(self.sentences, is_in, strict=True):
            if holds:
                first = sentence.first if first is None else first
                last = sentence.last
            elif first is not None:
                yield DriftStretch(first, last)
                first = None
        if first is not None:
            yield DriftStretch(first, last)

    def _is_foreign(self, run: DriftStretch) -> bool:
        stems = content_stems(word.text for word in self.utterance.words[run.first : run.last + 1])
        return len(stems & self.topic) <= _FOREIGN_SHARE * len(stems)

    def _longest(self, runs: Sequence[DriftStretch], at_least_s: float) -> DriftStretch | None:
        longest = max(runs, key=self._length_s, default=None)
        return longest if longest is not None and self._length_s(longest) >= at_least_s else None

    def _length_s(self, run: DriftStretch) -> float:
        words = self.utterance.words
        return words[run.last].end_s - words[run.first].start_s


def topic_of(question: Question) -> frozenset[str]:
    """What a question is about, in stems, without words that any technical answer may share."""
    return terms_of(question) | (content_stems(question.model_answer.split()) - _GENERIC)


def terms_of(question: Question) -> frozenset[str]:
    """The same of the question, its key points and their cues alone, without the talk of a model answer."""
    points = (text for point in question.key_points for text in (point.text, *point.cues))
    return content_stems(word for text in (question.text, *points) for word in text.split()) - _GENERIC


def asks_for_a_story(question: Question) -> bool:
    """Whether the question asks for something that happened: telling it is no drift then."""
    tokens = [normalise(word) for word in question.text.split()]
    return question.kind is Kind.STORY or phrase_search.first(tokens, straying.ASKING_FOR_A_STORY) is not None
