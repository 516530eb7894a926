"""How near in meaning stretches of an answer are to the key points of its question, as plain figures.

What is to be compared is chosen here, and what the figures mean is judged in `covered`. They are measured by a model
in a child process (`simulator.similarity`), of which nothing is known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean
from typing import Final

from question_bank.models import Question
from simulator.analysis.clauses import clauses_of
from simulator.analysis.key_points.cue_hits import cue_hits
from simulator.analysis.utterance import Utterance

# Chosen on the answers that rules may learn from: three clauses together found no more than two, and took longer.
_CLAUSES_TOGETHER: Final = 2
_LEAST_WORDS: Final = 3
_MOST_WORDS: Final = 40
_NEAREST_CUES: Final = 3


@dataclass(frozen=True, slots=True)
class AnswerStretch:
    """Words from `first` to `last`, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PointTexts:
    """What says a key point: its own text, the sentence of the model answer that makes it, and its cues."""

    text: str
    told: str
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Stretches of an answer, and the texts of its question that they are to be compared with."""

    stretches: tuple[AnswerStretch, ...]
    said: tuple[str, ...]
    asked: str
    points: Mapping[str, PointTexts]

    @classmethod
    def of(cls, utterance: Utterance, question: Question) -> Comparison:
        """What is to be compared for this answer."""
        stretches = tuple(_stretches(utterance))
        said = tuple(_text(utterance, stretch) for stretch in stretches)
        return cls(stretches, said, question.text, _point_texts(question))

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the question once, in a fixed order."""
        of_points = (text for point in self.points.values() for text in (point.text, point.told, *point.cues))
        return tuple(dict.fromkeys((self.asked, *of_points)))


@dataclass(frozen=True, slots=True)
class Similarity:
    """For each stretch of an answer how near it is to its question, and to each key point by id: 1 is the same."""

    stretches: tuple[AnswerStretch, ...]
    to_question: tuple[float, ...]
    to_points: Mapping[str, tuple[float, ...]]

    @classmethod
    def of(cls, comparison: Comparison, cosines: Sequence[Sequence[float]]) -> Similarity:
        """From one row of cosines for each of the comparison's texts, with one figure for each stretch.

        To a key point: the mean of the cosines to its text, to the sentence that makes it in the model answer, and to
        its nearest three cues.
        """
        rows = dict(zip(comparison.texts, cosines, strict=True))
        to_points = {point: _to_point(texts, rows) for point, texts in comparison.points.items()}
        return cls(comparison.stretches, tuple(rows[comparison.asked]), to_points)


def _to_point(texts: PointTexts, rows: Mapping[str, Sequence[float]]) -> tuple[float, ...]:
    cues = [rows[cue] for cue in texts.cues] or [rows[texts.text]]
    columns = zip(rows[texts.text], rows[texts.told], zip(*cues, strict=True), strict=True)
    return tuple((text + told + _of_nearest(near)) / 3 for text, told, near in columns)


def _of_nearest(cosines: Iterable[float]) -> float:
    return fmean(sorted(cosines, reverse=True)[:_NEAREST_CUES])


def _stretches(utterance: Utterance) -> Iterator[AnswerStretch]:
    """Clauses, and runs of neighbouring ones."""
    clauses = clauses_of(utterance)
    for start, clause in enumerate(clauses):
        for last in clauses[start : start + _CLAUSES_TOGETHER]:
            count = last.last - clause.first + 1
            if count >= _LEAST_WORDS and (last is clause or count <= _MOST_WORDS):
                yield AnswerStretch(clause.first, last.last)


def _text(utterance: Utterance, stretch: AnswerStretch) -> str:
    return " ".join(word.text for word in utterance.words[stretch.first : stretch.last + 1])


@lru_cache(maxsize=64)
def _point_texts(question: Question) -> Mapping[str, PointTexts]:
    told = _told(question)
    return {
        point.id: PointTexts(point.text, told.get(point.id, point.text), point.cues) for point in question.key_points
    }


def _told(question: Question) -> dict[str, str]:
    """The sentence of the model answer that makes each point, where its cues find one."""
    answer = Utterance.typed(question.model_answer)
    hits = cue_hits(answer, question.key_points, question.text)
    sentences = {point: answer.sentence_at(hit.first) for point, hit in hits.items()}
    return {point: _text(answer, AnswerStretch(at.first, at.last)) for point, at in sentences.items()}
