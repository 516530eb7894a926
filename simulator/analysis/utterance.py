"""An answer made ready for judging: words within bounds, stretches of speech, sentences. It measures nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import isfinite
from typing import Final

from simulator.analysis.english.word_forms import ends_sentence
from simulator.transcript import FilledPause, Prosody, Span, Transcript, Word

TYPED_WORD_S: Final = 0.4
"""A typed answer is laid out at 150 words per minute (the middle of the recommended pace), so that rules about time can
be read off its words; these seconds are never shown."""

_STOP_WITHOUT_PUNCTUATION_S: Final = 0.7
_PUNCTUATED_WORDS_PER_STOP: Final = 80
_WORDS_TOGETHER_S: Final = 0.25


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of words up to a stop; `first` and `last` are word indexes, both included."""

    first: int
    last: int
    start_s: float
    end_s: float

    @property
    def word_count(self) -> int:
        return self.last - self.first + 1

    @property
    def indexes(self) -> range:
        return range(self.first, self.last + 1)


@dataclass(frozen=True)
class Utterance:
    """What every measure works on. Times lie within the answer; `is_timed` is False for a typed answer."""

    words: tuple[Word, ...]
    speech: tuple[Span, ...]
    filled_pauses: tuple[FilledPause, ...]
    duration_s: float
    is_timed: bool = True
    cannot_hear: dict[str, str] = field(default_factory=dict)
    prosody: Prosody | None = None

    @classmethod
    def of(cls, transcript: Transcript) -> Utterance:
        """The transcript with every time inside the answer and speech as separate stretches in order."""
        duration_s = transcript.duration_s if isfinite(transcript.duration_s) else 0.0
        words = tuple(_word_within(word, duration_s) for word in transcript.words)
        spans = transcript.speech or tuple(Span(word.start_s, word.end_s) for word in words)
        gap_s = 0.0 if transcript.speech else _WORDS_TOGETHER_S
        pauses = tuple(_pause_within(pause, duration_s) for pause in transcript.filled_pauses)
        speech = merge_spans((_span_within(span, duration_s) for span in spans), gap_s)
        cannot_hear = dict(transcript.cannot_hear or {})
        return cls(words, speech, pauses, duration_s, cannot_hear=cannot_hear, prosody=transcript.prosody)

    @classmethod
    def typed(cls, text: str) -> Utterance:
        """A typed answer: words without times, laid out at a nominal pace."""
        return cls.typed_words(text.split())

    @classmethod
    def typed_words(cls, texts: Iterable[str]) -> Utterance:
        """A typed answer that is already in words."""
        words = tuple(Word(text, index * TYPED_WORD_S, (index + 1) * TYPED_WORD_S) for index, text in enumerate(texts))
        duration_s = len(words) * TYPED_WORD_S
        return cls(words, (Span(0.0, duration_s),), (), duration_s, is_timed=False)

    @property
    def speech_s(self) -> float:
        return sum(span.duration_s for span in self.speech)

    @property
    def end_s(self) -> float:
        """Where the last word ends; 0 without words."""
        return max((word.end_s for word in self.words), default=0.0)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Stretches up to a full stop; without punctuation, up to a silence of 0.7 s."""
        return tuple(self._split_sentences())

    @cached_property
    def is_punctuated(self) -> bool:
        """Whether the words carry full stops; some engines write none."""
        stops = sum(ends_sentence(word) for word in self.words)
        return stops * _PUNCTUATED_WORDS_PER_STOP >= len(self.words)

    def sentence_at(self, word_index: int) -> Sentence:
        """The sentence that holds the word."""
        return next(sentence for sentence in self.sentences if word_index <= sentence.last)

    def span_of(self, first: int, last: int) -> Span:
        """From the earliest start to the latest end of the words, `last` included: an engine may mix their order."""
        words = self.words[first : last + 1]
        return Span(min(word.start_s for word in words), max(word.end_s for word in words))

    def shown(self, seconds: float) -> float | None:
        """A time as the report gives it: milliseconds, or None for a typed answer."""
        return round(seconds, 3) if self.is_timed else None

    def _split_sentences(self) -> Iterator[Sentence]:
        first = 0
        for index in range(len(self.words)):
            if index == len(self.words) - 1 or self._is_stop_after(index):
                yield Sentence(first, index, self.words[first].start_s, self.words[index].end_s)
                first = index + 1

    def _is_stop_after(self, index: int) -> bool:
        word, following = self.words[index], self.words[index + 1]
        if ends_sentence(word):
            return True
        return not self.is_punctuated and following.start_s - word.end_s >= _STOP_WITHOUT_PUNCTUATION_S


def is_english(language: str | None) -> bool:
    """Whether an answer heard in `language` can be judged; None counts as English, the language of the questions."""
    return language is None or language.lower().startswith("en")


def merge_spans(spans: Iterable[Span], gap_s: float = 0.0) -> tuple[Span, ...]:
    """Spans in order of time, joined where they touch or lie at most `gap_s` apart; empty ones dropped."""
    merged: list[Span] = []
    for span in sorted((span for span in spans if span.duration_s > 0), key=lambda span: span.start_s):
        if merged and span.start_s - merged[-1].end_s <= gap_s:
            merged[-1] = Span(merged[-1].start_s, max(merged[-1].end_s, span.end_s))
        else:
            merged.append(span)
    return tuple(merged)


def rest_of(spans: Sequence[Span], start_s: float, end_s: float) -> tuple[Span, ...]:
    """What is left of the stretch from `start_s` to `end_s` without `spans` (merged, in order)."""
    left: list[Span] = []
    for span in spans:
        if span.start_s > start_s:
            left.append(Span(start_s, min(span.start_s, end_s)))
        start_s = max(start_s, span.end_s)
    left.append(Span(start_s, end_s))
    return tuple(span for span in left if span.duration_s > 0)


def _within(seconds: float, duration_s: float) -> float:
    return min(max(seconds, 0.0), duration_s) if isfinite(seconds) else 0.0


def _span_within(span: Span, duration_s: float) -> Span:
    start_s = _within(span.start_s, duration_s)
    return Span(start_s, max(start_s, _within(span.end_s, duration_s)))


def _word_within(word: Word, duration_s: float) -> Word:
    span = _span_within(Span(word.start_s, word.end_s), duration_s)
    return replace(word, start_s=span.start_s, end_s=span.end_s)


def _pause_within(pause: FilledPause, duration_s: float) -> FilledPause:
    span = _span_within(Span(pause.start_s, pause.end_s), duration_s)
    return replace(pause, start_s=span.start_s, end_s=span.end_s)
