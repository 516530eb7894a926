"""Tags of a story or a question: what it is about, by its topics and by its words. Proposed only; the user decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from question_bank.models import Question
from simulator.analysis.english import phrase_search
from simulator.analysis.english.word_forms import stem, tokens_of
from simulator.analysis.english.word_lists import phrase_set, word_set
from simulator.analysis.substance import amounts
from simulator.analysis.utterance import Sentence, Utterance
from simulator.stories.tag_signs import SIGNS

_OF_TOPIC: Final = {
    "you.failure": "failure",
    "you.conflict": "conflict",
    "you.teamwork": "teamwork",
    "you.ethics": "ethics",
    "you.business-sense": "impact",
    "you.limits": "learning",
    "you.beyond-the-task": "initiative",
}
IMPACT: Final = "impact"

_CHANGES: Final = phrase_set(
    """
    saved / cut / reduced / lowered / raised / increased / improved / grew / fell / dropped / rose / doubled / halved /
    tripled / gained / brought in / faster / fewer / less / more / down from / up from / down to / up to / instead of
    """
)
_DENIED: Final = word_set("not no never without nothing hardly neither nor")
_DENIED_WITHIN: Final = 2

TAGS: Final = (*SIGNS, IMPACT)
"""Every tag that can be proposed; users may have others of their own."""


def tags_of_topics(topics: Iterable[str]) -> tuple[str, ...]:
    """The tags that topics of the bank stand for, in the order of the topics."""
    return tuple(dict.fromkeys(_OF_TOPIC[topic] for topic in topics if topic in _OF_TOPIC))


def tags_of_text(text: str) -> tuple[str, ...]:
    """The tags that the words of a story or a question speak of, those spoken of most first.

    What is denied right before ("there was no conflict") and what only looks alike ("merge conflict") do not count.
    For an impact there must be an amount and a change in one sentence.
    """
    utterance = Utterance.typed(text)
    texts = [token.text for token in tokens_of(utterance.words)]
    stems = [stem(one) for one in texts]
    counts = {tag: _sign_count(texts, stems, *signs) for tag, signs in _stemmed_signs().items()}
    counts[IMPACT] = _impact_count(utterance)
    return tuple(sorted((tag for tag, count in counts.items() if count), key=lambda tag: -counts[tag]))


def proposed_tags(question: Question, text: str) -> tuple[str, ...]:
    """Tags to propose for a story told in answer to a question: of its topics, then of the text."""
    return tuple(dict.fromkeys((*tags_of_topics(question.topics), *tags_of_text(text))))


def _stemmed(phrases: str) -> tuple[phrase_search.Phrase, ...]:
    return tuple(tuple(stem(word) for word in phrase) for phrase in phrase_set(phrases))


@cache
def _stemmed_signs() -> Mapping[str, tuple[tuple[phrase_search.Phrase, ...], tuple[phrase_search.Phrase, ...]]]:
    """Made at the first use: the stemmer takes time to load."""
    return {tag: (_stemmed(signs), _stemmed(alike)) for tag, (signs, alike) in SIGNS.items()}


def _sign_count(
    texts: Sequence[str],
    stems: Sequence[str],
    signs: Sequence[phrase_search.Phrase],
    alike: Sequence[phrase_search.Phrase],
) -> int:
    found = phrase_search.hits(stems, (*signs, *alike))
    return sum(1 for hit in found if hit.phrase not in alike and not _is_denied(texts, hit.start))


def _is_denied(texts: Sequence[str], start: int) -> bool:
    before = texts[max(0, start - _DENIED_WITHIN) : start]
    return any(word in _DENIED or word.endswith("n't") for word in before)


def _impact_count(utterance: Utterance) -> int:
    changed = set(_sentences_with_change(utterance))
    return len({utterance.sentence_at(amount.first) for amount in amounts(utterance)} & changed)


def _sentences_with_change(utterance: Utterance) -> Iterator[Sentence]:
    tokens = tokens_of(utterance.words)
    for hit in phrase_search.hits([token.text for token in tokens], _CHANGES):
        yield utterance.sentence_at(tokens[hit.start].word_index)
