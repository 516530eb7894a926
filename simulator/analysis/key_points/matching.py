"""Which key points of a question an answer makes, and when. What to ask next is chosen in `follow_ups`."""

from __future__ import annotations

from collections.abc import Sequence

from question_bank.models import KeyPoint
from simulator.analysis.key_points.cue_hits import CueHit, cue_hits
from simulator.analysis.key_points.entailment import Entailment
from simulator.analysis.key_points.verdicts import Judged, verdicts_of
from simulator.analysis.report import KeyPointResult
from simulator.analysis.utterance import Utterance


def find_key_points(
    utterance: Utterance, points: Sequence[KeyPoint], asked: str = "", entailment: Entailment | None = None
) -> tuple[KeyPointResult, ...]:
    """One result per key point in the question's order; `asked` is the question's text, whose words prove nothing.

    With `entailment`, read from this utterance, the model decides and cues are one more sign; without, cues alone.
    """
    hits = cue_hits(utterance, points, asked)
    if entailment is None or not entailment.windows:
        return tuple(_by_words(utterance, point, hits.get(point.id)) for point in points)
    claims, cues = [point.text for point in points], [hits.get(point.id) for point in points]
    verdicts = verdicts_of(claims, entailment, cues)
    return tuple(_by_meaning(utterance, point, judged) for point, judged in zip(points, verdicts, strict=True))


def time_to_point_s(results: Sequence[KeyPointResult]) -> float | None:
    """Start of the first words that make a key point, in seconds; None if none is made or nothing is timed."""
    return min((result.at_s for result in results if result.covered and result.at_s is not None), default=None)


def _by_words(utterance: Utterance, point: KeyPoint, hit: CueHit | None) -> KeyPointResult:
    if hit is None:
        return KeyPointResult(point.id, covered=False, at_s=None, verdict="not")
    at_s = utterance.shown(utterance.words[hit.first].start_s)
    return KeyPointResult(point.id, True, at_s, hit.first, hit.last - hit.first + 1, "words", verdict="made")


def _by_meaning(utterance: Utterance, point: KeyPoint, judged: Judged) -> KeyPointResult:
    is_made, probability = judged.verdict == "made", round(judged.probability, 3)
    window = judged.window
    if window is None:
        return KeyPointResult(point.id, is_made, None, verdict=judged.verdict, probability=probability)
    at_s = utterance.shown(utterance.words[window.first].start_s)
    return KeyPointResult(
        point.id,
        is_made,
        at_s,
        window.first,
        window.word_count,
        "meaning",
        verdict=judged.verdict,
        probability=probability,
    )
