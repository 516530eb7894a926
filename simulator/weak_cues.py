"""Cues that prove nothing: the question itself says them, or answers to many other questions do, or they are small
numbers. The loader refuses what is wrong in a pack by itself; here questions are read as answers are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from math import ceil
from operator import and_
from typing import Final

from question_bank.models import KeyPoint, Question
from simulator.analysis.key_points.cues import Cue, SpokenWords
from simulator.analysis.utterance import Utterance

TOO_MANY_OTHERS: Final = 0.2
"""Share of the other questions' model answers in which a cue is too common: the issue's own; words such as "test" and
"value" reach it, terms of one method never do."""

_LEAST_OTHERS: Final = 20
"""With fewer other questions a share of them says little (our own)."""

_COMMON_NUMBERS: Final = frozenset(map(str, range(11)))


@dataclass(frozen=True, slots=True)
class WeakCue:
    """A cue, the question and the key point it belongs to, and a sentence with what is wrong and what to do."""

    question: Question
    point: KeyPoint
    cue: str
    sentence: str


def weak_cues(questions: Sequence[Question], bank: Sequence[Question]) -> Iterator[WeakCue]:
    """Every weak cue of `questions`, each told once; `bank` are all questions that may be asked beside them."""
    answers = ModelAnswers(bank)
    for question in questions:
        asked = spoken(question.text)
        for point in question.key_points:
            for cue in point.cues:
                sentence = _why(question, cue, asked, answers)
                if sentence:
                    yield WeakCue(question, point, cue, sentence)


def is_said(cue: Cue, words: SpokenWords) -> bool:
    """Whether the cue stands anywhere in the words."""
    return next(words.places(cue), None) is not None


def spoken(text: str) -> SpokenWords:
    """A text as it would be heard."""
    return SpokenWords(Utterance.typed(text))


class ModelAnswers:
    """The model answers of a bank, to look up how many say a cue."""

    def __init__(self, bank: Sequence[Question]) -> None:
        self._bank = tuple(bank)

    def others(self, question: Question) -> int:
        """How many questions there are beside this one."""
        return len(self._bank) - (question in self._bank)

    def saying(self, cue: Cue, besides: Question, least: int = 1) -> int:
        """How many of the other questions' model answers say the cue; 0 if fewer than `least` can."""
        candidates = self._with_all(self._by_stem, cue.stems) | self._with_all(self._by_meaning, cue.core)
        others = [index for index in candidates if self._bank[index].id != besides.id]
        if len(cue.stems) == 1:
            return len(others) if len(others) >= least else 0
        return self._counted(cue, others, least)

    def _counted(self, cue: Cue, indexes: Sequence[int], least: int) -> int:
        """How many of these answers say the cue; 0 as soon as `least` is out of reach, which it is for nearly all."""
        saying = 0
        for left, index in zip(range(len(indexes), 0, -1), indexes, strict=True):
            if saying + left < least:
                return 0
            saying += is_said(cue, self._answers[index])
        return saying if saying >= least else 0

    @cached_property
    def _answers(self) -> tuple[SpokenWords, ...]:
        return tuple(spoken(question.model_answer) for question in self._bank)

    @cached_property
    def _by_stem(self) -> Mapping[str, frozenset[int]]:
        return _index([{piece.stem for piece in answer.pieces} for answer in self._answers])

    @cached_property
    def _by_meaning(self) -> Mapping[str, frozenset[int]]:
        return _index([set(answer.meanings) for answer in self._answers])

    @staticmethod
    def _with_all(index: Mapping[str, frozenset[int]], words: Sequence[str]) -> frozenset[int]:
        return reduce(and_, (index.get(word, frozenset()) for word in words)) if words else frozenset()


def _index(texts: Sequence[set[str]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, words in enumerate(texts):
        for word in words:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _why(question: Question, cue: str, asked: SpokenWords, answers: ModelAnswers) -> str | None:
    sought = Cue.of(cue)
    if len(sought.pieces) == 1 and sought.pieces[0].text in _COMMON_NUMBERS:
        return f"“{cue}” on its own is too common; add a word to it, as in “7 days”."
    if is_said(sought, asked):
        said = f"“{cue}” is in the question itself, so repeating the question would make the point"
        return f"{said}; use words from the answer."
    return _why_too_common(question, cue, answers)


def _why_too_common(question: Question, cue: str, answers: ModelAnswers) -> str | None:
    others = answers.others(question)
    least = max(ceil(TOO_MANY_OTHERS * others), 1)
    saying = answers.saying(Cue.of(cue), question, least) if others >= _LEAST_OTHERS else 0
    if saying < least:
        return None
    return f"“{cue}” is in {saying} of {others} answers to other questions; use words that only this point needs."
