"""What windows of an answer say of claims, as plain figures: that they hold, that the contrary holds, or neither.

What is to be read is chosen here, and what the figures mean is judged in `verdicts`. They come from a trained model in
a child process (`simulator.entailment`), of which nothing is known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from question_bank.models import Question
from question_bank.sayings import sayings_of
from simulator.analysis.clauses import clauses_of
from simulator.analysis.english.word_forms import ends_sentence
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.key_points.modelled import modelled
from simulator.analysis.utterance import Sentence, Utterance

# The model learnt from one or two sentences, and reads 96 pieces of words at most.
_MOST_WORDS_TOGETHER = 50
_MOST_WORDS = 45

_LEAST_LIKELY = 0.0001
_MOST_STRENGTH = 4.0


@dataclass(frozen=True, slots=True)
class AnswerWindow:
    """Words from `first` to `last`, both included: a sentence, or two neighbours."""

    first: int
    last: int

    @property
    def word_count(self) -> int:
        return self.last - self.first + 1

    def holds(self, first: int, last: int) -> bool:
        """Whether all words from `first` to `last` are among its own."""
        return self.first <= first and last <= self.last


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely a window makes a claim, and how likely it says the contrary, 0 to 1; the rest is neither."""

    made: float
    contrary: float


def against_neither(likelihood: float, one: Likelihood) -> float:
    """One of its two likelihoods as natural log odds against saying neither, within ±4."""
    odds = log(max(likelihood, _LEAST_LIKELY) / max(1 - one.made - one.contrary, _LEAST_LIKELY))
    return max(-_MOST_STRENGTH, min(_MOST_STRENGTH, odds))


@dataclass(frozen=True, slots=True)
class Reading:
    """Windows of an answer, and the claims of its question that they are read against."""

    windows: tuple[AnswerWindow, ...]
    said: tuple[str, ...]
    claims: tuple[str, ...]
    """Key points first, then red flags, then how these and their contraries are said, then the model answer's words."""
    modelled: Mapping[str, str] = field(default_factory=dict)
    """By a key point's text, the sentence of the model answer that makes it."""

    @classmethod
    def of(cls, utterance: Utterance, question: Question) -> Reading:
        """What is to be read for this answer: each window beside every key point and red flag, in other words too."""
        return cls._of(utterance, question, utterance.sentences)

    @classmethod
    def so_far(cls, utterance: Utterance, question: Question) -> Reading:
        """What of this is to be read for an answer that still grows: all but the sentence that is under way.

        These windows are among those of the whole answer. One sort of answer is an exception: that in which full stops
        become so rare that pauses are taken for them.
        """
        is_whole = bool(utterance.words) and ends_sentence(utterance.words[-1])
        return cls._of(utterance, question, utterance.sentences if is_whole else utterance.sentences[:-1])

    @classmethod
    def _of(cls, utterance: Utterance, question: Question, sentences: Sequence[Sentence]) -> Reading:
        sounds = sound_indexes(utterance.words)
        texts = {window: _text(utterance, window, sounds) for window in _windows(utterance, sentences)}
        said = {window: text for window, text in texts.items() if text}
        points, flags = [point.text for point in question.key_points], [flag.text for flag in question.red_flags]
        in_model_answer = modelled(question)
        others = (*sayings_of((*points, *flags)), *in_model_answer.values())
        claims = tuple(dict.fromkeys((*points, *flags, *others)))
        return cls(tuple(said), tuple(said.values()), claims, in_model_answer)


@dataclass(frozen=True, slots=True)
class Entailment:
    """For each claim of a question, by its text, what each window of one answer says of it."""

    windows: tuple[AnswerWindow, ...]
    by_claim: Mapping[str, tuple[Likelihood, ...]]
    modelled: Mapping[str, str] = field(default_factory=dict)
    """By a key point's text, the sentence of the model answer that makes it and that was read, too."""

    @classmethod
    def of(cls, reading: Reading, rows: Sequence[Sequence[tuple[float, float]]]) -> Entailment:
        """From one row for each claim of the reading, with (made, contrary) for each of its windows."""
        likelihoods = (tuple(Likelihood(made, contrary) for made, contrary in row) for row in rows)
        return cls(reading.windows, dict(zip(reading.claims, likelihoods, strict=True)), reading.modelled)


def _windows(utterance: Utterance, sentences: Sequence[Sentence]) -> Iterator[AnswerWindow]:
    """Each sentence, and each with the one after it; a sentence without end in pieces."""
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
