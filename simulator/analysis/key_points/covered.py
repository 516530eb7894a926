"""Whether an answer covers a key point, by its words and by what they mean, as `simulator.similarity` measures it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import exp
from statistics import fmean
from typing import Final

from simulator.analysis.key_points.dismissals import Dismissal, dismissed_clauses
from simulator.analysis.key_points.stretch_similarity import AnswerStretch, Similarity
from simulator.analysis.utterance import Utterance

# A logistic of three signs, fitted to the three parts of the labelled answers that rules may learn from: 517 points of
# 83 answers. Of the second the cues counted as they were before they had learnt from it, of the first not at all. By
# ten-fold cross-validation over questions F1 was 0.88, 0.74 and 0.86 on second, third and first; more signs, or longer
# stretches, did not raise it.
_BIAS: Final = -0.75
_CUE: Final = 0.7
_MARGIN: Final = 11.0
_LET_GO: Final = -25.0

# Our own. 19 in 20 labelled answers come at least this near to their own question, 1 in 30 to a question of another
# topic, whose points must then be far likelier to count. A short answer has had less chance to come near: the first 20
# words of these answers come to 0.18, the first 45 to 0.27.
_LEAST_ABOUT: Final = 0.32
_ABOUT_AT_ONCE: Final = 0.1
_ABOUT_A_WORD: Final = 0.0037
_BESIDE_THE_POINT: Final = -2.0

# F1 is at its best where what counts is likelier than half of F1 (Lipton, Elkan & Naryanaswamy 2014).
_LEAST_LIKELY: Final = 0.42


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a point in an answer.

    `margin`: by how much a stretch that is meant is nearer to the point than to any other point of the question.
    `let_go`: by how much a stretch that puts its topic aside is nearer to the point than any that is meant.
    """

    has_cue: bool
    margin: float
    let_go: float
    is_about_the_question: bool

    @property
    def likelihood(self) -> float:
        """How likely a person would say that the point is made: a logistic of the signs, from 0 to 1."""
        strength = _BIAS + _CUE * self.has_cue + _MARGIN * self.margin + _LET_GO * self.let_go
        return 1 / (1 + exp(-(strength if self.is_about_the_question else strength + _BESIDE_THE_POINT)))

    @property
    def is_covered(self) -> bool:
        return self.likelihood >= _LEAST_LIKELY


class Telling:
    """An answer beside how near its stretches are to the key points of its question."""

    def __init__(self, utterance: Utterance, similarity: Similarity) -> None:
        self._utterance = utterance
        self._similarity = similarity

    def signs(self, point: str, *, has_cue: bool, is_contrary: bool) -> Signs:
        """What speaks for the point with this id. `is_contrary`: it says itself what not to do."""
        meant = self._meant(is_contrary=is_contrary)
        near = self._similarity.to_points[point]
        margins = self._margins(point)
        let_go = max(near) - max(near[index] for index in meant)
        return Signs(has_cue, max(margins[index] for index in meant), let_go, self._is_about_the_question)

    def stretch(self, point: str, *, is_contrary: bool) -> AnswerStretch:
        """Where the point is told, if it is: the stretch that is meant and stands out for it most."""
        margins = self._margins(point)
        return self._similarity.stretches[max(self._meant(is_contrary=is_contrary), key=margins.__getitem__)]

    @cached_property
    def about(self) -> float:
        """How near the answer comes to what is asked and, on average, to each key point."""
        nearest = fmean(max(near) for near in self._similarity.to_points.values())
        return fmean((max(self._similarity.to_question), nearest))

    @property
    def _is_about_the_question(self) -> bool:
        word_count = len(self._utterance.words)
        return self.about >= min(_LEAST_ABOUT, _ABOUT_AT_ONCE + _ABOUT_A_WORD * word_count)

    def _meant(self, *, is_contrary: bool) -> tuple[int, ...]:
        """The stretches in which what is named is meant; all of them if there is none."""
        least = Dismissal.NOT_KNOWN if is_contrary else Dismissal.PUT_ASIDE
        meant = tuple(index for index, dismissal in enumerate(self._dismissals) if dismissal < least)
        return meant or tuple(range(len(self._dismissals)))

    @cached_property
    def _dismissals(self) -> tuple[Dismissal, ...]:
        dismissed = dismissed_clauses(self._utterance)
        return tuple(
            max(
                (how for clause, how in dismissed if clause.first <= stretch.last and stretch.first <= clause.last),
                default=Dismissal.NONE,
            )
            for stretch in self._similarity.stretches
        )

    def _margins(self, point: str) -> tuple[float, ...]:
        return self._all_margins[point]

    @cached_property
    def _all_margins(self) -> Mapping[str, tuple[float, ...]]:
        """For each point, by how much each stretch is nearer to it than to the others, or to the question if alone."""
        near = self._similarity.to_points
        return {
            point: tuple(
                own - max((near[other][index] for other in near if other != point), default=asked)
                for index, (own, asked) in enumerate(zip(near[point], self._similarity.to_question, strict=True))
            )
            for point in near
        }
