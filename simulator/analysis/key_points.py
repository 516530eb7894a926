"""Which key points of a question an answer makes, and when. Choosing what to ask next happens elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from question_bank.models import KeyPoint
from simulator.analysis.cues import Cue, SpokenWords
from simulator.analysis.point_words import places, weights_by_point
from simulator.analysis.report import KeyPointResult
from simulator.analysis.utterance import Utterance
from simulator.analysis.words import parts

_NEGATION_REACH: Final = 6

_REFUSING: Final = """
not never don't wouldn't won't shouldn't can't cannot couldn't didn't haven't doesn't isn't
"""
_SPEAKING: Final = "i i'm i'd i've i'll we we'd we've you you'd people"
_REFUSABLE: Final = """
use using choose pick rely trust report recommend start go look take try tune throw drop remove add touch
bother used tried
"""
_KNOWING: Final = "know remember heard understand recall sure positive remembered understood"
_LIMITING: Final = "only just mind"
_OPPOSING: Final = "not never avoid instead misleading mislead misleads wrong fails no without cannot"

_NOT: Final = frozenset(_REFUSING.split())
_SPEAKER: Final = frozenset(_SPEAKING.split())
_REFUSED: Final = frozenset(_REFUSABLE.split())
_UNKNOWN: Final = frozenset(_KNOWING.split())
_STILL_MEANT: Final = frozenset(_LIMITING.split())
_CONTRARY: Final = frozenset(_OPPOSING.split())
_INSTEAD: Final = (("instead", "of"), ("rather", "than"))


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
        place for place in chain(by_cue, places(spoken, weights)) if is_contrary or not _is_waved_away(spoken, place[0])
    )
    start, end = next(meant, (0, 0))
    return CueHit(spoken.pieces[start].first, spoken.pieces[end - 1].last) if end else None


def _is_waved_away(spoken: SpokenWords, start: int) -> bool:
    """Named, but not as the answer: "I would not use accuracy", "instead of accuracy", "I don't know dropout"."""
    first = max(0, start - _NEGATION_REACH)
    while first < start and spoken.has_stop(first, start):
        first += 1
    before = [piece.text for piece in spoken.pieces[first:start]]
    if any(tuple(before[-3:][i : i + 2]) in _INSTEAD for i in range(2)):
        return True
    refused = next((i for i, text in enumerate(before) if text in _NOT), None)
    if refused is None or not _STILL_MEANT.isdisjoint(before[refused : refused + 2]):
        return False
    said, after = before[:refused], [*before[refused:], spoken.pieces[start].text]
    return not _REFUSED.isdisjoint(after) or (not _UNKNOWN.isdisjoint(after) and not _SPEAKER.isdisjoint(said))


def _result(utterance: Utterance, point: KeyPoint, hit: CueHit | None) -> KeyPointResult:
    if hit is None:
        return KeyPointResult(point.id, covered=False, at_s=None)
    at_s = utterance.shown(utterance.words[hit.first].start_s)
    return KeyPointResult(point.id, True, at_s, hit.first, hit.last - hit.first + 1)
