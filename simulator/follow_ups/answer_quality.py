"""How an answer stands: good, thin, or an open "I don't know". What is asked next is chosen in `choice`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
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
_HALF: Final = 0.5
_RICH_WORDS: Final = 14
_SHORT_ANSWER: Final = 45
_OPENING: Final = 25

# Share of an answer's telling words that the bank uses of the question, too. Our own: of the labelled answers for
# development every good or partial one has 0.25 or more; of those to questions of other topics 95 % have at most 0.2.
_OF_THE_MATTER: Final = 0.2

_GENERIC: Final = content_stems(terms.GENERIC_STEMS_FROM | VAGUE)


class AnswerQuality(StrEnum):
    """How an answer stands."""

    GOOD = "good"
    THIN = "thin"
    UNKNOWN = "unknown"
    """The candidate says that they don't know."""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer to `question`, which is `first` itself or a rung above it, as far as its standing depends on it.

    `made`, `half` and `contrary` are ids of key points: made in full, said in part or perhaps, and those whose contrary
    was said. `is_honest`: not knowing comes with how to find out.
    """

    question: Question
    first: Question
    is_enough_speech: bool
    texts: Sequence[str]
    made: Collection[str]
    half: Collection[str]
    contrary: Collection[str]
    is_honest: bool

    @property
    def is_first(self) -> bool:
        return self.question.id == self.first.id


def is_about_the_candidate(question: Question) -> bool:
    """Whether the answer is the candidate's own story, for which key points are only a frame."""
    return any(topic.startswith("you.") for topic in question.topics)


def standing_of(said: Said) -> AnswerQuality:
    """By the key points that the question asks for; where it asks for none, by how much is said of the matter.

    Where it asks for some, no answer is good that makes none of them, or says the contrary of as many.
    """
    is_good = _makes_enough(said) if said.question.key_points else _tells_enough(said)
    makes_enough = is_good and bool(said.question.key_points)
    if not makes_enough and not said.contrary and _does_not_know(said.texts) and not _answers_all_the_same(said):
        return AnswerQuality.UNKNOWN
    return AnswerQuality.GOOD if is_good else AnswerQuality.THIN


def _makes_enough(said: Said) -> bool:
    """A follow-up asks for one thing: any of its points is enough. A first answer of few words must make more."""
    wanted = [point.id for point in said.question.key_points]
    made, half, contrary = (sum(point in ids for point in wanted) for ids in (said.made, said.half, said.contrary))
    if made <= contrary:
        return False
    if not said.is_first or _is_a_story(said):
        return True
    share = _ENOUGH_POINTS if said.is_enough_speech else _ENOUGH_POINTS_OF_FEW_WORDS
    return made + _HALF * half > share * len(wanted)


def _is_a_story(said: Said) -> bool:
    """Whether it tells of the candidate, and enough to go its own way."""
    is_told = len(_telling(said.texts, said.question.text)) >= _TELLING_STORY_WORDS
    return is_told and is_about_the_candidate(said.question)


def _tells_enough(said: Said) -> bool:
    """Whether enough is said, and of the matter: a story of the candidate's own may be about anything."""
    telling = _telling(said.texts, said.question.text)
    is_of_the_matter = len(telling & _matter(said.first)) >= _OF_THE_MATTER * len(telling)
    return len(telling) >= _TELLING_WORDS and (is_of_the_matter or is_about_the_candidate(said.first))


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
    """Stems that say something and were not in the question."""
    return content_stems(texts) - _GENERIC - content_stems(asked.split())


@lru_cache(maxsize=64)
def _matter(question: Question) -> frozenset[str]:
    """Stems of everything that the bank says of a question."""
    points = (text for point in question.key_points for text in (point.text, *point.cues))
    asked = (asked.text for asked in question.follow_ups)
    texts = (question.text, question.model_answer, *points, *asked)
    return content_stems(word for text in texts for word in text.split()) - _GENERIC
