"""What stands around a word: neighbours, punctuation, silences, filler sounds. `filler_words` judges by it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from simulator.analysis.english.word_forms import ends_clause, ends_sentence, normalise
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.utterance import Utterance

_REST_S: Final = 0.35
"""A silence that sets a word off as a comma would: above the 0.25 s of a pause, as word times are inexact."""


@dataclass(frozen=True)
class Context:
    """The words without filler sounds. Positions count those words; `word_index` leads back to the transcript."""

    utterance: Utterance

    @cached_property
    def kept(self) -> tuple[int, ...]:
        sounds = sound_indexes(self.utterance.words)
        return tuple(index for index in range(len(self.utterance.words)) if index not in sounds)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(normalise(self.utterance.words[index].text) for index in self.kept)

    @cached_property
    def is_punctuated(self) -> bool:
        """Whether the words carry punctuation at all; some engines write none."""
        marks = sum(ends_clause(word) for word in self.utterance.words)
        return marks * 40 >= len(self.utterance.words)

    def __len__(self) -> int:
        return len(self.kept)

    def word(self, position: int) -> str:
        """The word at a position in lower case; empty outside the answer."""
        return self.texts[position] if 0 <= position < len(self.texts) else ""

    def next_in_clause(self, position: int) -> str:
        """The word at a position unless a stop comes before it."""
        return "" if self.is_stop_before(position) else self.word(position)

    def before_in_clause(self, position: int) -> str:
        """The word before a position unless a stop comes between."""
        return "" if self.is_stop_before(position) else self.word(position - 1)

    def is_at(self, position: int, phrase: tuple[str, ...]) -> bool:
        return position >= 0 and self.texts[position : position + len(phrase)] == phrase

    def has_mark_before(self, position: int) -> bool:
        """Whether punctuation or the start of the answer comes before the word; if none is written, a clear silence."""
        if position <= 0 or position >= len(self.kept):
            return True
        if ends_clause(self.utterance.words[self.kept[position - 1]]):
            return True
        return not self.is_punctuated and self.has_rest_before(position)

    def has_rest_before(self, position: int) -> bool:
        """Whether a clear silence comes before the word, with no filler sound in it."""
        if not 0 < position < len(self.kept) or not self.utterance.is_timed or self.has_sound_before(position):
            return False
        before, here = self.utterance.words[self.kept[position - 1]], self.utterance.words[self.kept[position]]
        return here.start_s - before.end_s >= _REST_S

    def is_stop_before(self, position: int) -> bool:
        """Whether a sentence ends before the word."""
        if position <= 0 or position >= len(self.kept):
            return True
        return ends_sentence(self.utterance.words[self.kept[position - 1]])

    def has_sound_before(self, position: int) -> bool:
        """Whether a filler sound stands directly before the word, or after the last one for the position beyond it."""
        if not 0 < position <= len(self.kept):
            return False
        here = self.kept[position] if position < len(self.kept) else len(self.utterance.words)
        return here - self.kept[position - 1] > 1
