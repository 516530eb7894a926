"""The candidate's own words, cut so that an interviewer could repeat them. Whose words matter is said in the report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import dropwhile
from typing import Final

from simulator.analysis.clauses import Clause, clauses_of, content_stems, sentences_of
from simulator.analysis.english import grammar, word_lists
from simulator.analysis.english.word_forms import normalise
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.utterance import Utterance

# Our own: fewer words are no statement, and more are no longer a quote but a speech.
_QUOTABLE_WORDS: Final = range(4, 19)
_MOST_TOUCHED_WORDS: Final = 12
_LEANING: Final = (
    grammar.CLAUSE_STARTS | grammar.PREPOSITIONS | word_lists.word_set("either or than to together not without")
)
_LEADING: Final = grammar.SUBJECTS | grammar.DETERMINERS


def quote_of(utterance: Utterance, proof: range, claim: str, unsure: Collection[int]) -> str:
    """The statement within the words of `proof` that is most about `claim`; "" if it cannot stand alone.

    Nothing is quoted that holds one of the `unsure` words, which may have been misheard.
    """
    about = content_stems(claim.split())
    whole = _heard_well(utterance, _most_about(about, sentences_of(utterance), proof), unsure)
    if _is_whole(whole):
        return _text(whole)
    part = _heard_well(utterance, _most_about(about, clauses_of(utterance), proof), unsure)
    return _text(part) if _is_whole(part) and normalise(part[0]) in _LEADING else ""


def quote_or_fragment_of(utterance: Utterance, proof: range, claim: str, unsure: Collection[int]) -> str:
    """The same, or else that sentence however it begins, or as much of it as can be repeated in one breath."""
    about = content_stems(claim.split())
    sentence = _most_about(about, sentences_of(utterance), proof)
    statement, whole = quote_of(utterance, proof, claim, unsure), _heard_well(utterance, sentence, unsure)
    if statement or sentence is None or len(whole) in _QUOTABLE_WORDS:
        return statement or _text(whole)
    clauses = _within(clauses_of(utterance), range(sentence.first, sentence.last + 1))
    return next(filter(None, (_run_around(utterance, at, clauses, unsure) for at in _ranked(about, clauses))), "")


def touched_words(utterance: Utterance, word_index: int) -> str:
    """The beginning of the clause that holds the word."""
    clause = next(clause for clause in clauses_of(utterance) if word_index <= clause.last)
    return _text(_bare(utterance, clause)[:_MOST_TOUCHED_WORDS])


def _most_about(about: frozenset[str], pieces: Sequence[Clause], proof: range) -> Clause | None:
    """Of the pieces within the proof, the one that shares most with the claim; of several the last."""
    return max(reversed(_within(pieces, proof)), key=lambda piece: len(piece.stems & about), default=None)


def _within(pieces: Sequence[Clause], proof: range) -> list[Clause]:
    return [piece for piece in pieces if piece.first < proof.stop and proof.start <= piece.last]


def _ranked(about: frozenset[str], clauses: Sequence[Clause]) -> list[int]:
    return sorted(range(len(clauses)), key=lambda at: -len(clauses[at].stems & about))


def _run_around(utterance: Utterance, at: int, clauses: Sequence[Clause], unsure: Collection[int]) -> str:
    """The most complete run of neighbouring clauses that holds this one."""
    runs = (replace(first, last=last.last) for first in clauses[: at + 1] for last in clauses[at:])
    heard = (_heard_well(utterance, run, unsure) for run in runs)
    whole = [words for words in heard if _is_whole(words)]
    most: list[str] = max(whole, key=_completeness, default=[])
    return _text(most)


def _completeness(words: Sequence[str]) -> tuple[bool, int]:
    return normalise(words[0]) in _LEADING, len(words)


def _is_whole(words: Sequence[str]) -> bool:
    return len(words) in _QUOTABLE_WORDS and normalise(words[0]) not in _LEANING


def _heard_well(utterance: Utterance, piece: Clause | None, unsure: Collection[int]) -> list[str]:
    """The words of the piece, none if one of them may have been misheard."""
    if piece is None or any(index in unsure for index in range(piece.first, piece.last + 1)):
        return []
    return _bare(utterance, piece)


def _bare(utterance: Utterance, piece: Clause) -> list[str]:
    """The words without sounds, and without connectors in front."""
    sounds = sound_indexes(utterance.words)
    words = [utterance.words[index].text for index in range(piece.first, piece.last + 1) if index not in sounds]
    return list(dropwhile(lambda word: normalise(word) in grammar.CONNECTORS, words))


def _text(words: Iterable[str]) -> str:
    return " ".join(words).strip(' .,;:!?…—–-"“”')
