"""Which questions ask for a story of one's own, and which of the kept stories fit one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Final

from question_bank.models import Kind, Question, Round
from simulator.analysis.english.equivalents import is_small, meaning
from simulator.analysis.english.phrase_search import count
from simulator.analysis.english.word_forms import parts, stem
from simulator.analysis.english.word_lists import phrase_set, word_set
from simulator.stories.story import Story
from simulator.stories.tags import TAGS, tags_of_text, tags_of_topics

_OF_ONE_S_OWN: Final = frozenset(
    {"you.failure", "you.conflict", "you.teamwork", "you.beyond-the-task", "you.limits", "you.strengths"}
    | {"you.cv-project"}
)
_IN_BEHAVIOURAL_ROUNDS: Final = frozenset({"you.ethics", "you.business-sense"})
_ASKING: Final = phrase_set(
    """
    tell me about a time / tell me of a time / describe a time / describe a situation / give me an example /
    an example of a time / have you ever / was there a time / a situation in which you
    """
)
# What questions of this sort and stories of every sort say anyway.
_COMMON: Final = word_set(
    """
    tell describe give example time situation something somebody anybody work project problem model data team people
    make take use think find want need come look answer question ask new good part way thing different first year month
    week day company job last recent happen one two
    """
)
_WORDS_FOR_A_FIT: Final = 3
_SHORTEST: Final = 3
_LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question is about. Its `main` tags are those that its words speak of, and that of its first topic."""

    main: frozenset[str]
    others: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a story fits: numbers of tags in common, and words in common, each worth less if many stories say it."""

    main: int
    others: int
    words: float
    is_one: bool


def asks_for_a_story(question: Question) -> bool:
    """Whether a story from the candidate's own life answers it: a behavioural question, or a project's story."""
    if question.kind is Kind.THINK_ALOUD:
        return False
    topics = set(question.topics)
    in_round = Round.BEHAVIOURAL in question.rounds and topics & _IN_BEHAVIOURAL_ROUNDS
    is_asking = count([word.lower() for word in _words(question.text)], _ASKING) > 0
    return question.kind is Kind.STORY or bool(topics & _OF_ONE_S_OWN) or bool(in_round) or is_asking


def stories_for(question: Question, stories: Sequence[Story]) -> tuple[Story, ...]:
    """The stories that fit a question, best first; none for a question that asks for none.

    A story fits that bears a main tag of the question (a tag of the user's own counts if the question says it), or
    has three telling words in common with it. Of equals, the one comes first that was not looked up for longest.
    """
    if not asks_for_a_story(question):
        return ()
    asked = _asked(question)
    said = {story.id: _stems(f"{story.title} {story.text}") for story in stories}
    fits = [(_fit(asked, story, said[story.id], said.values()), story) for story in stories]
    found = [(fit, story) for fit, story in fits if fit.is_one]
    found.sort(key=lambda one: one[1].last_used_at or _LONG_AGO)
    found.sort(key=lambda one: (one[0].main, one[0].others, one[0].words), reverse=True)
    return tuple(story for _, story in found)


def _asked(question: Question) -> _Asked:
    of_topics = tags_of_topics(question.topics)
    main = frozenset((*tags_of_text(question.text), *of_topics[:1]))
    return _Asked(main, frozenset(of_topics) - main, _stems(question.text))


def _fit(asked: _Asked, story: Story, said: frozenset[str], all_said: Iterable[frozenset[str]]) -> _Fit:
    tags = frozenset(story.tags)
    main = len(tags & asked.main) + sum(_is_said(tag, asked.words) for tag in tags - frozenset(TAGS))
    shared = said & asked.words
    everywhere = tuple(all_said)
    words = sum(1 / sum(word in one for one in everywhere) for word in sorted(shared))
    return _Fit(main, len(tags & asked.others), words, is_one=main > 0 or len(shared) >= _WORDS_FOR_A_FIT)


def _is_said(tag: str, words: frozenset[str]) -> bool:
    stems = _stems(tag)
    return bool(stems) and stems <= words


def _stems(text: str) -> frozenset[str]:
    """The telling words of a text, one for all of one meaning."""
    stems = {stem(word) for word in _words(text) if len(word) >= _SHORTEST}
    return frozenset(meaning(one) for one in stems if not is_small(one)) - _common_stems()


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(meaning(stem(word)) for word in _COMMON)


def _words(text: str) -> tuple[str, ...]:
    return tuple(part for word in text.split() for part in parts(word))
