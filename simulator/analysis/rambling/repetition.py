"""Where an answer says again what it said before. Words repeated at once ("the the") are `fillers.repeats`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.analysis.bands import REPEAT_APART_S
from simulator.analysis.clauses import Clause, clauses_of, sentences_of
from simulator.analysis.english import phrase_search, straying
from simulator.analysis.english.word_forms import tokens_of
from simulator.analysis.utterance import Utterance

_MIN_SHARED: Final = 3
_ALIKE: Final = 0.5
_CONTAINED: Final = 0.75
_MIN_SHARED_WHEN_SAID: Final = 2
_OPENING: Final = 2


@dataclass(frozen=True, slots=True)
class Echo:
    """A clause that says again what an earlier one said."""

    earlier: Clause
    later: Clause


def find_echoes(utterance: Utterance) -> tuple[Echo, ...]:
    """Every clause or sentence alike to one at least 10 s before it, in order; a closing summary is no echo."""
    units = sorted({*clauses_of(utterance), *sentences_of(utterance)}, key=lambda unit: (unit.first, unit.last))
    end = _summary_start(utterance)
    return tuple(_echoes(utterance, [unit for unit in units if unit.first < end]))


def _echoes(utterance: Utterance, units: Sequence[Clause]) -> Iterator[Echo]:
    for position, later in enumerate(units):
        is_announced = _is_announced(utterance, later)
        earlier = next((unit for unit in units[:position] if _is_echo(unit, later, is_announced)), None)
        if earlier is not None:
            yield Echo(earlier, later)


def _is_echo(earlier: Clause, later: Clause, is_announced: bool) -> bool:
    if earlier.last >= later.first or later.start_s - earlier.start_s < REPEAT_APART_S:
        return False
    return _is_alike(earlier, later) or (is_announced and _shares_much(earlier, later))


def _is_alike(one: Clause, other: Clause) -> bool:
    """Half of all their meaning words shared, or nearly all of the shorter one's; three words at least."""
    shared = len(one.stems & other.stems)
    if shared < _MIN_SHARED:
        return False
    return shared >= _ALIKE * len(one.stems | other.stems) or (
        shared > _MIN_SHARED and shared >= _CONTAINED * min(len(one.stems), len(other.stems))
    )


def _shares_much(one: Clause, other: Clause) -> bool:
    shared = len(one.stems & other.stems)
    return shared >= _MIN_SHARED_WHEN_SAID and shared >= _ALIKE * min(len(one.stems), len(other.stems))


def _is_announced(utterance: Utterance, clause: Clause) -> bool:
    """ "As I said", "in other words", or "again" as the first word; "scoring it again" says nothing again."""
    texts = [token.text for token in tokens_of(utterance.words[clause.first : clause.last + 1])]
    return "again" in texts[:_OPENING] or phrase_search.first(texts, straying.SAYING_AGAIN) is not None


def _summary_start(utterance: Utterance) -> int:
    """The word at which a closing summary ("so overall …", "in short …") begins: one sentence at the end, not more."""
    last = utterance.sentences[-1]
    texts = [token.text for token in tokens_of(utterance.words[last.first : last.first + 5])]
    return last.first if phrase_search.first(texts, straying.SUMMING_UP) else len(utterance.words)
