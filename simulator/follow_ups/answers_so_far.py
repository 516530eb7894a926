"""What all the answers of one ladder come to: which points of its first question stand, and which were said wrongly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from question_bank.models import KeyPoint, Question
from simulator.follow_ups.answer_summary import AnswerSummary


@dataclass(frozen=True)
class AnswersSoFar:
    """The answers to `first` and to the rungs above it, in their order; at least one. Points are those of `first`."""

    first: Question
    heard: Sequence[AnswerSummary]

    @property
    def last(self) -> AnswerSummary:
        return self.heard[-1]

    @cached_property
    def contrary(self) -> Mapping[str, str]:
        """Points whose contrary was said and not put right since, each with the latest words for it; "" without."""
        said = {point.id: self._saying_the_contrary(point) for point in self.first.key_points}
        return {
            point: next((quote for number in reversed(numbers) if (quote := self.heard[number].contrary[point])), "")
            for point, numbers in said.items()
            if numbers and not any(point in heard.covered for heard in self.heard[numbers[-1] + 1 :])
        }

    @cached_property
    def unprobed(self) -> tuple[KeyPoint, ...]:
        """Those of them that nobody has asked about since, those of the last answer first."""
        points = [point for point in self.first.key_points if point.id in self.contrary and not self._is_probed(point)]
        return tuple(sorted(points, key=lambda point: point.id not in self.last.contrary))

    @property
    def has_probed(self) -> bool:
        """Whether something was asked about because its contrary was said."""
        return any(self._is_probed(point) for point in self.first.key_points)

    @cached_property
    def made(self) -> frozenset[str]:
        """Points that an answer made in full, and none took back."""
        return frozenset(point for heard in self.heard for point in heard.made) - self.contrary.keys()

    @cached_property
    def covered(self) -> frozenset[str]:
        """Points that some report calls made: nobody is told that a point is missing which has its tick."""
        return frozenset(point for heard in self.heard for point in heard.covered)

    @cached_property
    def missing(self) -> tuple[KeyPoint, ...]:
        """Points that no answer made in full."""
        return tuple(point for point in self.first.key_points if point.id not in self.made)

    @cached_property
    def left_out(self) -> tuple[KeyPoint, ...]:
        """Points that no report calls made, with those last whose contrary was said."""
        left_out = [point for point in self.missing if point.id not in self.covered]
        return tuple(sorted(left_out, key=lambda point: point.id in self.contrary))

    def _saying_the_contrary(self, point: KeyPoint) -> list[int]:
        return [number for number, heard in enumerate(self.heard) if point.id in heard.contrary]

    def _is_probed(self, point: KeyPoint) -> bool:
        """Whether a question asked for this point alone after its contrary was said."""
        said = self._saying_the_contrary(point)
        later = self.heard[said[0] + 1 :] if said else ()
        return any(heard.question.key_points == (point,) for heard in later)
