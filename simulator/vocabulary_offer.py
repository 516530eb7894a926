"""What the user's corrections say of their vocabulary: a term that is heard wrongly, always in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.analysis.english.grammar import FUNCTION_WORDS
from simulator.transcript import Word, join_words
from simulator.word_corrections import WordCorrection

OFFERED_AT: Final = (
    2  # times put right in the same way: once may be a slip of the tongue, more is a habit of the engine
)
_LONGEST: Final = 4  # words: a longer stretch is no term
_PUNCTUATION: Final = ".,;:!?…\"'“”‘’()-–—"


@dataclass(frozen=True, slots=True)
class HeardTerm:
    """`said` as the user writes it, `heard` as the machine did, in small letters; neither with punctuation around."""

    heard: str
    said: str


def term_of(correction: WordCorrection) -> HeardTerm | None:
    """The term that a correction puts right, None if it puts none right."""
    return term_between(correction.heard, correction.said or ())


def term_between(heard: Sequence[Word], said: Sequence[Word]) -> HeardTerm | None:
    """The term in `said`, where the machine heard `heard`.

    None where only punctuation differs, where all words are too common to be a term, and where it is too long for one.
    """
    term = HeardTerm(_bare(heard).casefold(), _bare(said))
    words = term.said.casefold().split()
    is_term = 0 < len(words) <= _LONGEST and "," not in term.said and not FUNCTION_WORDS.issuperset(words)
    return term if is_term and _bare(heard) != term.said else None


def is_offered(term: HeardTerm, times: int, own_words: Iterable[str]) -> bool:
    """Whether to offer the term for the user's own words, now that it was put right so many times."""
    return times == OFFERED_AT and term.said.casefold() not in {word.casefold() for word in own_words}


def _bare(words: Sequence[Word]) -> str:
    return " ".join(join_words(words).split()).strip(_PUNCTUATION)
