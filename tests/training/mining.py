"""Which windows of whole answers to learn from: those that the network itself reads most into, right or wrong.

An answer is labelled point by point, not sentence by sentence. Of a point that was made, the window with one of its
cues is taken for it, or else the one that most seems to make it; of one that was left out, the windows that most seem
to make it or to say its contrary do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from question_bank.bank import Bank
from simulator.analysis.key_points.cue_hits import CueHit, cue_hits
from simulator.analysis.key_points.entailment import AnswerWindow
from simulator.analysis.key_points.reading import Reading
from simulator.analysis.utterance import Utterance
from tests.answers.labelled import LabelledAnswer
from tests.training.pairs import LABELS, Pair

_READ: Final = 3
_LEAST: Final = 0.1
_MISREAD: Final = 0.35
_LONGER: Final = 4
_WORD: Final = re.compile(r"[a-z0-9]+")
_WITHOUT_RED_FLAGS: Final = frozenset({"good", "partial", "jargon", "off-topic"})
_RED_FLAG: Final = "red flag"

Likelihoods = Sequence[float]
"""Of each of `LABELS`."""


@dataclass(frozen=True, slots=True)
class Place:
    """A claim beside one window of an answer, and whether one of its cues is said and meant there."""

    claim: str
    window: AnswerWindow
    said: str
    has_cue: bool


@dataclass(frozen=True, slots=True)
class Labelled:
    """The places of one answer where its claim might be told, and what a person said of the whole."""

    label: str
    places: tuple[Place, ...]


def mined(answers: Sequence[LabelledAnswer], read: Callable[[list[Pair]], Sequence[Likelihoods]]) -> list[Pair]:
    """Pairs from whole answers, chosen by what `read` says of those that share most words with their claim.

    What was taken back is left out: where it was said and where it was taken back cannot be told apart.
    """
    known = [labelled for answer in answers if answer.kind != "taken-back" for labelled in _labelled(answer)]
    figures = iter(read([Pair(place.claim, place.said, "neither") for one in known for place in one.places]))
    return [pair for one in known for pair in _chosen(one, [(place, next(figures)) for place in one.places])]


_BANK: Final = Bank.load()


def _labelled(answer: LabelledAnswer) -> Iterator[Labelled]:
    question, utterance = _BANK.get(answer.question), Utterance.typed(answer.text)
    reading = Reading.of(utterance, question)
    hits = cue_hits(utterance, question.key_points, question.text)
    for point in question.key_points:
        if answer.labels[point.id] != "half":
            yield Labelled(answer.labels[point.id], _nearest(point.text, reading, hits.get(point.id)))
    for flag in question.red_flags if answer.kind in _WITHOUT_RED_FLAGS else ():
        yield Labelled(_RED_FLAG, _nearest(flag.text, reading, None))


def _nearest(claim: str, reading: Reading, hit: CueHit | None) -> tuple[Place, ...]:
    """The windows with most words of the claim, those with its cue first."""
    wanted = _words(claim)
    places = [
        Place(claim, window, said, hit is not None and window.holds(hit.first, hit.last))
        for window, said in zip(reading.windows, reading.said, strict=True)
    ]
    places.sort(key=lambda place: (place.has_cue, len(wanted & _words(place.said))), reverse=True)
    return tuple(places[:_READ])


def _words(text: str) -> set[str]:
    """Beginnings of its longer words, which mean much the same whatever their endings."""
    return {word[:6] for word in _WORD.findall(text.lower()) if len(word) >= _LONGER}


def _chosen(one: Labelled, read: Sequence[tuple[Place, Likelihoods]]) -> Iterator[Pair]:
    if not read:
        return
    if one.label in ("made", "contrary"):
        yield from _told(one.label, read)
        return
    for label in ("made", "contrary") if one.label == "not" else ("made",):
        place, figures = _most(label, read)
        if label == "made" or figures[LABELS.index(label)] >= _MISREAD:
            yield Pair(place.claim, place.said, "neither")


def _told(label: str, read: Sequence[tuple[Place, Likelihoods]]) -> Iterator[Pair]:
    """The place that tells it; and one elsewhere that seems to tell the reverse, which must be about something else."""
    told, figures = _most(label, [one for one in read if label == "made" and one[0].has_cue] or read)
    if figures[LABELS.index(label)] < _LEAST and not (label == "made" and told.has_cue):
        return
    yield Pair(told.claim, told.said, label)
    elsewhere = [(place, found) for place, found in read if not _overlap(place.window, told.window)]
    if elsewhere:
        reverse = "contrary" if label == "made" else "made"
        place, found = _most(reverse, elsewhere)
        if found[LABELS.index(reverse)] >= _MISREAD:
            yield Pair(place.claim, place.said, "neither")


def _most(label: str, read: Sequence[tuple[Place, Likelihoods]]) -> tuple[Place, Likelihoods]:
    return max(read, key=lambda one: one[1][LABELS.index(label)])


def _overlap(one: AnswerWindow, other: AnswerWindow) -> bool:
    return one.first <= other.last and other.first <= one.last
