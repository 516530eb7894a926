"""What a stretch of an answer does with its topic: says it, puts it aside, or owns to not knowing it.

Judged from the words alone. Which key point a stretch is about is judged in `covered`.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from simulator.analysis.clauses import Clause, clauses_of
from simulator.analysis.english import dismissing, phrase_search
from simulator.analysis.english.word_forms import tokens_of
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.utterance import Utterance

_SUBJECT_REACH: Final = 3
_VERB_REACH: Final = 2


class Dismissal(IntEnum):
    """How far a stretch lets go of what it names; the greater of two holds where both do."""

    NONE = 0
    PUT_ASIDE = 1
    NOT_KNOWN = 2


def dismissed_clauses(utterance: Utterance) -> tuple[tuple[Clause, Dismissal], ...]:
    """The clauses that let go of their topic, with how far."""
    sounds = sound_indexes(utterance.words)
    judged = ((clause, _dismissal(utterance, clause, sounds)) for clause in clauses_of(utterance))
    return tuple((clause, dismissal) for clause, dismissal in judged if dismissal)


def dismissal_of(texts: Sequence[str]) -> Dismissal:
    """What a clause, given as its words in lower case, does with its topic."""
    denials = [index for index in range(len(texts)) if _is_own_denial(texts, index)]
    if phrase_search.first(texts, dismissing.NOT_KNOWING) or any(_is_of_knowing(texts, index) for index in denials):
        return Dismissal.NOT_KNOWN
    return Dismissal.PUT_ASIDE if denials or phrase_search.first(texts, dismissing.PUT_ASIDE) else Dismissal.NONE


def _dismissal(utterance: Utterance, clause: Clause, sounds: frozenset[int]) -> Dismissal:
    words = utterance.words[clause.first : clause.last + 1]
    skipped = frozenset(index - clause.first for index in sounds)
    return dismissal_of([token.text for token in tokens_of(words, skip=skipped)])


def _is_own_denial(texts: Sequence[str], index: int) -> bool:
    """Whether the speaker denies there: "I wouldn't", "we really never", but not "I don't just"."""
    if texts[index] not in dismissing.DENYING or not dismissing.STILL_MEANT.isdisjoint(texts[index + 1 : index + 2]):
        return False
    return not dismissing.MYSELF.isdisjoint(texts[max(0, index - _SUBJECT_REACH) : index])


def _is_of_knowing(texts: Sequence[str], denied: int) -> bool:
    """Whether what the speaker denies there is to know it: "I couldn't tell you", "I've never used"."""
    return not dismissing.KNOWING.isdisjoint(texts[denied + 1 : denied + 1 + _VERB_REACH])
