"""Whether somebody owns to not knowing, judged from the words alone. What is refused is in `key_points.refusals`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.analysis.clauses import Clause, clauses_of
from simulator.analysis.english import not_knowing, phrase_search
from simulator.analysis.english.word_forms import tokens_of
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.utterance import Utterance

_SUBJECT_REACH: Final = 3
_VERB_REACH: Final = 2


def clauses_not_known(utterance: Utterance) -> tuple[Clause, ...]:
    """The clauses that say that the speaker does not know what they name."""
    sounds = sound_indexes(utterance.words)
    return tuple(clause for clause in clauses_of(utterance) if is_not_known(_texts(utterance, clause, sounds)))


def is_not_known(texts: Sequence[str]) -> bool:
    """Whether a clause, given as its words in lower case, says so: "I couldn't tell you how that goes"."""
    denied = (index for index in range(len(texts)) if _is_own_denial(texts, index))
    is_said = phrase_search.first(texts, not_knowing.NOT_KNOWING) is not None
    return is_said or any(_is_of_knowing(texts, index) for index in denied)


def _texts(utterance: Utterance, clause: Clause, sounds: frozenset[int]) -> list[str]:
    words = utterance.words[clause.first : clause.last + 1]
    skipped = frozenset(index - clause.first for index in sounds)
    return [token.text for token in tokens_of(words, skip=skipped)]


def _is_own_denial(texts: Sequence[str], index: int) -> bool:
    """Whether the speaker denies there: "I couldn't", "we really never", but not "I don't just"."""
    is_meant = not_knowing.STILL_MEANT.isdisjoint(texts[index + 1 : index + 2])
    if texts[index] not in not_knowing.DENYING or not is_meant:
        return False
    return not not_knowing.MYSELF.isdisjoint(texts[max(0, index - _SUBJECT_REACH) : index])


def _is_of_knowing(texts: Sequence[str], denied: int) -> bool:
    """Whether what the speaker denies there is to know it: "I couldn't tell you", "I've never used"."""
    return not not_knowing.KNOWING.isdisjoint(texts[denied + 1 : denied + 1 + _VERB_REACH])
