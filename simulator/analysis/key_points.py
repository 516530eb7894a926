"""Which key points of a question an answer makes, and when. Choosing what to ask next happens elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from question_bank.models import KeyPoint
from simulator.analysis.cues import Cue, SpokenWords
from simulator.analysis.point_words import places, weights_by_point
from simulator.analysis.refusals import is_waved_away
from simulator.analysis.report import KeyPointResult
from simulator.analysis.utterance import Utterance
from simulator.analysis.words import parts

_OPPOSING: Final = "not never avoid instead misleading mislead misleads wrong fails no without cannot"

_CONTRARY: Final = frozenset(_OPPOSING.split())


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue found in the answer: word indexes, `last` included."""

    first: int
    last: int


def find_key_points(utterance: Utterance, points: Sequence[KeyPoint], asked: str = "") -> tuple[KeyPointResult, ...]:
    """One result per key point in the question's order; `asked` is the question's text, whose words prove nothing."""
    cues = {point.id: tuple(Cue.of(cue) for cue in point.cues) for point in points}
    spoken = SpokenWords(utterance, (cue for own in cues.values() for cue in own))
    weights = weights_by_point(points, asked)
    return tuple(
        _result(utterance, point, _first_hit(spoken, point, cues[point.id], weights[point.id])) for point in points
    )


def time_to_point_s(results: Sequence[KeyPointResult]) -> float | None:
    """Start of the first words that make a key point, in seconds; None if none is made or nothing is timed."""
    return min((result.at_s for result in results if result.at_s is not None), default=None)


def _first_hit(
    spoken: SpokenWords, point: KeyPoint, cues: Sequence[Cue], weights: Mapping[str, float]
) -> CueHit | None:
    """The earliest place where a cue of the point, else enough of its own words, are said and not waved away."""
    is_contrary = not _CONTRARY.isdisjoint(parts(point.text))
    by_cue = sorted(place for cue in cues for place in spoken.places(cue))
    meant = (
        place
        for place in chain(by_cue, places(spoken, weights))
        if not is_waved_away(spoken, *place, is_contrary=is_contrary)
    )
    start, end = next(meant, (0, 0))
    return CueHit(spoken.pieces[start].first, spoken.pieces[end - 1].last) if end else None


def _result(utterance: Utterance, point: KeyPoint, hit: CueHit | None) -> KeyPointResult:
    if hit is None:
        return KeyPointResult(point.id, covered=False, at_s=None)
    at_s = utterance.shown(utterance.words[hit.first].start_s)
    return KeyPointResult(point.id, True, at_s, hit.first, hit.last - hit.first + 1)
