"""Which stretches of an answer are read: each sentence, and each with the one after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.analysis.clauses import clauses_of
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.key_points.entailment import AnswerWindow
from simulator.analysis.utterance import Sentence, Utterance

# The model learnt from one or two sentences, and reads 96 pieces of words at most.
_MOST_WORDS_TOGETHER = 50
_MOST_WORDS = 45


def said_in_windows(utterance: Utterance, sentences: Sequence[Sentence]) -> dict[AnswerWindow, str]:
    """What is said in each window of these sentences, without filler sounds; windows of nothing else are left out.

    A sentence without end comes in pieces. Where two windows begin with the same word, the shorter one comes first.
    """
    sounds = sound_indexes(utterance.words)
    texts = {window: _text(utterance, window, sounds) for window in _windows(utterance, sentences)}
    return {window: text for window, text in texts.items() if text}


def _windows(utterance: Utterance, sentences: Sequence[Sentence]) -> Iterator[AnswerWindow]:
    pieces = [piece for sentence in sentences for piece in _pieces(utterance, sentence.first, sentence.last)]
    for index, piece in enumerate(pieces):
        yield piece
        for following in pieces[index + 1 : index + 2]:
            both = AnswerWindow(piece.first, following.last)
            if both.word_count <= _MOST_WORDS_TOGETHER:
                yield both


def _pieces(utterance: Utterance, first: int, last: int) -> Iterator[AnswerWindow]:
    """The sentence as it is, or in runs of clauses that are not too long to be read."""
    if last - first < _MOST_WORDS:
        yield AnswerWindow(first, last)
        return
    start = first
    for clause in clauses_of(utterance):
        if (
            first <= clause.first
            and clause.last <= last
            and clause.last - start >= _MOST_WORDS
            and clause.first > start
        ):
            yield AnswerWindow(start, clause.first - 1)
            start = clause.first
    yield AnswerWindow(start, last)


def _text(utterance: Utterance, window: AnswerWindow, sounds: frozenset[int]) -> str:
    words = enumerate(utterance.words[window.first : window.last + 1], window.first)
    return " ".join(word.text for index, word in words if index not in sounds)
