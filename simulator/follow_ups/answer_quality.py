"""How an answer stands: good, thin, or an open "I don't know". What is asked next is chosen in `choice`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from question_bank.models import Question
from simulator.analysis.clauses import content_stems
from simulator.analysis.english import phrase_search, terms
from simulator.follow_ups.method_names import NOT_KNOWING, REPORTING, VAGUE

# All our own, chosen on the development part of the labelled follow-ups. Shares are of the question's key points.
_ENOUGH_POINTS: Final = 0.25
_ENOUGH_POINTS_OF_FEW_WORDS: Final = 0.45
_TELLING_WORDS: Final = 6
_TELLING_STORY_WORDS: Final = 16
_RICH_WORDS: Final = 14
_SHORT_ANSWER: Final = 45
_OPENING: Final = 25

_GENERIC: Final = content_stems(terms.GENERIC_STEMS_FROM | VAGUE)


class AnswerQuality(StrEnum):
    """How an answer stands."""

    GOOD = "good"
    THIN = "thin"
    UNKNOWN = "unknown"
    """The candidate says that they don't know."""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as far as its standing depends on it. `made` are ids of key points, `amounts` how many figures fell.

    `is_honest`: not knowing comes with how to find out.
    """

    question: Question
    is_first: bool
    is_enough_speech: bool
    texts: Sequence[str]
    made: Collection[str]
    amounts: int
    is_honest: bool


def is_about_the_candidate(question: Question) -> bool:
    """Whether the answer is the candidate's own story, for which key points are only a frame."""
    return any(topic.startswith("you.") for topic in question.topics)


def standing_of(said: Said) -> AnswerQuality:
    """By the key points that the question asks for; where those don't decide, by how much is said at all."""
    makes_enough = _makes_enough(said)
    if not makes_enough and _does_not_know(said.texts) and not _answers_all_the_same(said):
        return AnswerQuality.UNKNOWN
    return AnswerQuality.GOOD if makes_enough or _tells_enough(said) else AnswerQuality.THIN


def _makes_enough(said: Said) -> bool:
    """A follow-up asks for one thing: any of its points is enough. A first answer of few words must make more."""
    wanted = [point.id for point in said.question.key_points]
    made = sum(point in said.made for point in wanted)
    if not said.is_first:
        return made > 0
    share = _ENOUGH_POINTS if said.is_enough_speech else _ENOUGH_POINTS_OF_FEW_WORDS
    return made > share * len(wanted)


def _tells_enough(said: Said) -> bool:
    """Whether enough is said where no key point was asked for, or a story goes its own way."""
    telling = len(_telling(said.texts, said.question.text))
    if not said.question.key_points:
        return telling >= _TELLING_WORDS
    if not is_about_the_candidate(said.question):
        return False
    if said.is_first:
        return telling >= _TELLING_STORY_WORDS and bool(said.made or said.amounts)
    return telling >= _TELLING_WORDS


def _does_not_know(texts: Sequence[str]) -> bool:
    """Said of the whole question: near the beginning, or in an answer of few words; "what I don't know" is none."""
    hits = phrase_search.hits(texts, NOT_KNOWING)
    said = [hit.start for hit in hits if REPORTING.isdisjoint(texts[max(0, hit.start - 1) : hit.start])]
    return any(start < _OPENING or len(texts) <= _SHORT_ANSWER for start in said)


def _answers_all_the_same(said: Said) -> bool:
    """ "I don't know the exact figure, but …" and then a good deal of the matter, where no key point was asked for."""
    is_open = not said.question.key_points and not said.is_honest
    return is_open and len(_telling(said.texts, said.question.text)) >= _RICH_WORDS


def _telling(texts: Iterable[str], asked: str) -> frozenset[str]:
    """Stems that say something of the matter and were not in the question."""
    return content_stems(texts) - _GENERIC - content_stems(asked.split())
