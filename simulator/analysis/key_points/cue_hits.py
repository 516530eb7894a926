"""Where the words of key points are said and meant: by a cue, or by enough of a point's own words.

What is found by its meaning alone is judged in `verdicts`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from question_bank.models import KeyPoint
from simulator.analysis.english import refusing
from simulator.analysis.english.word_forms import parts
from simulator.analysis.key_points.cues import Cue, SpokenWords
from simulator.analysis.key_points.point_words import places, weights_by_point
from simulator.analysis.key_points.refusals import is_waved_away
from simulator.analysis.utterance import Utterance


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue found in the answer: word indexes, `last` included."""

    first: int
    last: int


def cue_hits(utterance: Utterance, points: Sequence[KeyPoint], asked: str = "") -> dict[str, CueHit]:
    """The first place of each point whose words are said and meant, by id; points without one are left out.

    `asked` is the question's text, whose words prove nothing.
    """
    question = SpokenWords(Utterance.typed(asked))
    cues = {point.id: _proving(point, question) for point in points}
    spoken = SpokenWords(utterance, (cue for own in cues.values() for cue in own))
    weights = weights_by_point(points, asked)
    hits = ((point.id, _first_hit(spoken, point, cues[point.id], weights[point.id])) for point in points)
    return {point: hit for point, hit in hits if hit is not None}


def _proving(point: KeyPoint, question: SpokenWords) -> tuple[Cue, ...]:
    """The point's cues without those that the question itself says, unless it has no others."""
    cues = tuple(Cue.of(cue) for cue in point.cues)
    return tuple(cue for cue in cues if next(question.places(cue), None) is None) or cues


def is_contrary(point: KeyPoint) -> bool:
    """Whether the point itself says what not to do or what is not so."""
    return not refusing.OPPOSING.isdisjoint(parts(point.text))


def _first_hit(
    spoken: SpokenWords, point: KeyPoint, cues: Sequence[Cue], weights: Mapping[str, float]
) -> CueHit | None:
    """The earliest place where a cue of the point, else enough of its own words, are said and not waved away."""
    is_against = is_contrary(point)
    by_cue = sorted(place for cue in cues for place in spoken.places(cue))
    meant = (
        place
        for place in chain(by_cue, places(spoken, weights))
        if not is_waved_away(spoken, *place, is_contrary=is_against)
    )
    start, end = next(meant, (0, 0))
    return CueHit(spoken.pieces[start].first, spoken.pieces[end - 1].last) if end else None
