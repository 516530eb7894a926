"""What carries an answer: reasons, amounts, and terms that are explained or only named. Worded in `findings`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.analysis.english import phrase_search, substance_words, terms
from simulator.analysis.english.word_forms import Token, tokens_of
from simulator.analysis.utterance import Utterance

_MANY_TERMS: Final = 4
_WITHIN: Final = 20
_EXPLAINED_WITHIN: Final = 15
_UNIT_WITHIN: Final = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """Words from `first` to `last`, both included, and their text in lower case."""

    text: str
    first: int
    last: int


def reasons(utterance: Utterance) -> tuple[Mention, ...]:
    """Spoken reasons: "because", "so that", "that's why" …"""
    return _mentions(tokens_of(utterance.words), substance_words.REASONS)


def choices(utterance: Utterance) -> tuple[Mention, ...]:
    """Choices that are named: "I would use", "we decided" …"""
    return _mentions(tokens_of(utterance.words), substance_words.NAMING_A_CHOICE)


def amounts(utterance: Utterance) -> tuple[Mention, ...]:
    """Numbers with what they count ("nine days", "92 %", "half of"); "one thing" and "Python 3" are none."""
    tokens = tokens_of(utterance.words)
    found = list(_mentions(tokens, substance_words.AMOUNTS))
    for index, token in enumerate(tokens):
        following = [other.text for other in tokens[index + 1 : index + 1 + _UNIT_WITHIN]]
        size = next((place for place, text in enumerate(following, 1) if text in substance_words.UNITS), None)
        if token.text[:1].isdigit() and size is not None and not (size > 1 and following[0] in {"or", "of"}):
            found.append(_mention(tokens, index, index + size + 1))
    return tuple(sorted(found, key=lambda mention: mention.first))


def bare_terms(utterance: Utterance, known: Collection[phrase_search.Phrase] = ()) -> tuple[Mention, ...]:
    """Four terms or more in a row of which nothing is said, not even after the last; else none.

    `known` are terms that the question itself asks for: naming those is right.
    """
    tokens = tokens_of(utterance.words)
    texts = [token.text for token in tokens]
    hits = [hit for hit in phrase_search.hits(texts, terms.TERMS) if hit.phrase not in known]
    for start in range(len(hits)):
        row = [hits[start]]
        for hit in hits[start + 1 :]:
            if hit.start - row[0].end > _WITHIN or _explains(texts[row[-1].end : hit.start]):
                break
            row.append(hit)
        after = texts[row[-1].end : row[-1].end + _EXPLAINED_WITHIN]
        if len({hit.phrase for hit in row}) >= _MANY_TERMS and not _explains(after):
            return tuple(_mention(tokens, hit.start, hit.end) for hit in row)
    return ()


def _explains(texts: Sequence[str]) -> bool:
    return not substance_words.EXPLAINING.isdisjoint(texts)


def _mentions(tokens: Sequence[Token], wordings: Collection[phrase_search.Phrase]) -> tuple[Mention, ...]:
    hits = phrase_search.hits([token.text for token in tokens], wordings)
    return tuple(_mention(tokens, hit.start, hit.end) for hit in hits)


def _mention(tokens: Sequence[Token], start: int, end: int) -> Mention:
    text = " ".join(token.text for token in tokens[start:end])
    return Mention(text, tokens[start].word_index, tokens[end - 1].word_index)
