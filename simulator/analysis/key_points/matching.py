"""Which key points of a question an answer makes, and when. What to ask next is chosen in `follow_ups`."""

from __future__ import annotations

from collections.abc import Sequence

from question_bank.models import KeyPoint
from simulator.analysis.key_points.covered import Telling
from simulator.analysis.key_points.cue_hits import CueHit, cue_hits, is_contrary
from simulator.analysis.key_points.stretch_similarity import AnswerStretch, Similarity
from simulator.analysis.report import KeyPointResult, PointSource
from simulator.analysis.utterance import Utterance


def find_key_points(
    utterance: Utterance, points: Sequence[KeyPoint], asked: str = "", similarity: Similarity | None = None
) -> tuple[KeyPointResult, ...]:
    """One result per key point in the question's order; `asked` is the question's text, whose words prove nothing.

    With `similarity`, measured on this utterance, words and meaning are judged together; without, words alone.
    """
    hits = cue_hits(utterance, points, asked)
    if similarity is None or not similarity.stretches:
        return tuple(_result(utterance, point, hits.get(point.id)) for point in points)
    telling = Telling(utterance, similarity)
    return tuple(_result(utterance, point, _told(telling, point, hits.get(point.id))) for point in points)


def time_to_point_s(results: Sequence[KeyPointResult]) -> float | None:
    """Start of the first words that make a key point, in seconds; None if none is made or nothing is timed."""
    return min((result.at_s for result in results if result.at_s is not None), default=None)


def _told(telling: Telling, point: KeyPoint, hit: CueHit | None) -> CueHit | AnswerStretch | None:
    """Where the point is told: at its words if they are said, else at the stretch that means it."""
    is_against = is_contrary(point)
    if not telling.signs(point.id, has_cue=hit is not None, is_contrary=is_against).is_covered:
        return None
    return hit or telling.stretch(point.id, is_contrary=is_against)


def _result(utterance: Utterance, point: KeyPoint, place: CueHit | AnswerStretch | None) -> KeyPointResult:
    if place is None:
        return KeyPointResult(point.id, covered=False, at_s=None)
    at_s = utterance.shown(utterance.words[place.first].start_s)
    found_by: PointSource = "words" if isinstance(place, CueHit) else "meaning"
    return KeyPointResult(point.id, True, at_s, place.first, place.last - place.first + 1, found_by)
