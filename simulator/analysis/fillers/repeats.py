"""Repeats and restarts: "the the", "in a in a", "I think I th-". Meant repeats are left alone.

Whether something was begun again is told by what follows it. A false flag is worse than a miss.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.analysis.english.around_fillers import (
    BEFORE_A_PARTICLE,
    JOINING_A_WORD_TO_ITSELF,
    MEANT_TWICE,
    MEANT_TWICE_IN_ONE_BREATH,
    OFTEN_BEGUN_AGAIN,
    PARTICLES,
)
from simulator.analysis.english.word_forms import ends_clause, ends_sentence, is_acronym, normalise, parts
from simulator.analysis.fillers.cut_off_words import cut_off, is_taken_up_again, is_the_beginning_of
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.report import Filler
from simulator.analysis.utterance import Utterance
from simulator.transcript import Word

_LONGEST: Final = 4
_SHORTEST_CONTENT_WORD: Final = 5
_CONFIDENCE: Final = 0.97
"""Of 170 that were drawn from telephone calls, one was meant, by our own reading ("filthy filthy rich")."""

_CUT_OFF_CONFIDENCE: Final = 0.8
"""Our own estimate: the calls write no word as broken off."""


def repeats(utterance: Utterance) -> tuple[Filler, ...]:
    """Every stretch said twice in a row and every word broken off and begun again; the first saying is marked."""
    return tuple(_Said(utterance.words).marked())


class _Said:
    """The words of an answer without filler sounds and signs; positions count those that are left."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        skipped = sound_indexes(words)
        self._words = words
        self._kept = [index for index in range(len(words)) if index not in skipped and normalise(words[index].text)]
        self._texts = [_comparable(words, index) for index in self._kept]

    def marked(self) -> Iterator[Filler]:
        position = 0
        while position < len(self._kept):
            size = self._repeat_size(position) or self._restart_size(position)
            if size:
                yield self._filler(position, size)
            position += size or 1

    def _repeat_size(self, position: int) -> int:
        """How many words are said again at once; 0 if none, or if the repeat is meant."""
        for size in range(min(_LONGEST, (len(self._kept) - position) // 2), 0, -1):
            said, again = self._texts[position : position + size], self._texts[position + size : position + 2 * size]
            if said == again and not self._is_meant(position, said):
                return size
        return 0

    def _restart_size(self, position: int) -> int:
        """Words up to one that is broken off and begun again: "th-", "I th- I think"; 0 if there is none."""
        sizes = range(1, min(_LONGEST, len(self._kept) - position) + 1)
        return next((size for size in sizes if self._is_begun_again(position, size)), 0)

    def _is_begun_again(self, position: int, size: int) -> bool:
        last = position + size - 1
        broken = cut_off(self._word(last))
        if not broken:
            return False
        if last + 1 == len(self._kept):
            return size == 1 and is_taken_up_again(broken, self._texts[:last])
        return any(self._is_said_again(position, last, count, broken) for count in range(min(1, size - 1), size))

    def _is_said_again(self, position: int, last: int, count: int, broken: str) -> bool:
        """Whether `count` words are said again after the broken one, and then what that was going to be."""
        said, again = self._texts[position : position + count], self._texts[last + 1 : last + 1 + count]
        return said == again and self._is_beginning_at(broken, last + 1 + count)

    def _is_beginning_at(self, broken: str, position: int) -> bool:
        if position >= len(self._kept):
            return False
        after = self._word(position + 1).text if position + 1 < len(self._kept) else ""
        return is_the_beginning_of(broken, self._word(position).text, after)

    def _is_meant(self, position: int, said: list[str]) -> bool:
        """Weight, numbers, a new sentence on the same thing ("the deal. The deal is …"), "a long, long run"."""
        last = position + len(said) - 1
        if ends_sentence(self._word(last)) or all(map(_is_number, said)):
            return True
        if len(said) == 1:
            return self._is_word_meant_twice(position, said[0])
        if len(set(said)) == 1 and said[0] in MEANT_TWICE:
            return True
        return said[-1] in JOINING_A_WORD_TO_ITSELF or said[-1] not in OFTEN_BEGUN_AGAIN

    def _is_word_meant_twice(self, position: int, text: str) -> bool:
        if text in MEANT_TWICE or self._belongs_to_two(position, text):
            return True
        has_mark = self._has_mark_after(position)
        if text in MEANT_TWICE_IN_ONE_BREATH:
            return not has_mark or ends_sentence(self._word(position + 1))
        if text in OFTEN_BEGUN_AGAIN:
            return False
        return len(text) < _SHORTEST_CONTENT_WORD or has_mark

    def _belongs_to_two(self, position: int, text: str) -> bool:
        """ "I log in in the morning": the first "in" goes with the verb, the second with what follows."""
        return text in PARTICLES and position > 0 and self._texts[position - 1] in BEFORE_A_PARTICLE

    def _has_mark_after(self, position: int) -> bool:
        """Whether punctuation or a sign that stands alone ("|", "–") parts the word from the next."""
        if ends_clause(self._word(position)) or self._word(position).text.strip().endswith("-"):
            return True
        between = self._words[self._kept[position] + 1 : self._kept[position + 1]]
        return any(not normalise(word.text) for word in between)

    def _word(self, position: int) -> Word:
        return self._words[self._kept[position]]

    def _filler(self, position: int, size: int) -> Filler:
        first, last = self._kept[position], self._kept[position + size - 1]
        words = self._words[first : last + 1]
        text = " ".join(word.text.strip() for word in words)
        confidence = _CUT_OFF_CONFIDENCE if cut_off(words[-1]) else _CONFIDENCE
        return Filler(text, "repeat", "words", words[0].start_s, words[-1].end_s, confidence, first, len(words))


def _comparable(words: Sequence[Word], index: int) -> str:
    """The word as it is compared. Capitals within a sentence name something: "an A A test" is no "a a test"."""
    text = words[index].text
    is_first = index == 0 or ends_sentence(words[index - 1])
    letters = "".join(letter for letter in text if letter.isalnum())
    is_letter_name = len(letters) == 1 and letters.isupper() and letters != "I" and not is_first
    return letters if is_letter_name or is_acronym(text) else normalise(text)


def _is_number(word: str) -> bool:
    return any(part[0].isdigit() for part in parts(word))
