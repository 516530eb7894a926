"""All fillers of an answer and their rates. The three kinds are told apart, never added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.analysis.bands import CLUSTER_S, CLUSTER_SIZE, MIN_SPEECH_S
from simulator.analysis.fillers.filler_sounds import sounds
from simulator.analysis.fillers.filler_words import filler_words
from simulator.analysis.fillers.repeats import repeats
from simulator.analysis.report import Cluster, Filler, FillerKind, FillerRates
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.analysis.utterance import Utterance


def find_fillers(utterance: Utterance, rules: JudgingRules = DEFAULT_RULES) -> tuple[Filler, ...]:
    """Sounds, words and repeats in order. A word counts once: "you know you know" is two filler words and no repeat."""
    words = filler_words(utterance, rules)
    taken = {index for filler in words for index in _indexes(filler)}
    again = tuple(filler for filler in repeats(utterance) if not taken.intersection(_indexes(filler)))
    return tuple(sorted((*sounds(utterance), *words, *again), key=_place))


def as_reported(fillers: Sequence[Filler], utterance: Utterance) -> tuple[Filler, ...]:
    """The fillers with times as the report shows them."""
    return tuple(
        replace(filler, start_s=utterance.shown(filler.start_s or 0.0), end_s=utterance.shown(filler.end_s or 0.0))
        for filler in fillers
    )


def rates(fillers: Sequence[Filler], utterance: Utterance, per: float) -> FillerRates:
    """Fillers of each kind ÷ `per` (minutes of speech, hundreds of words); sounds None where they cannot be heard."""
    sound = None if "filler_sounds" in utterance.cannot_hear else _rate(fillers, "sound", per)
    return FillerRates(sound, _rate(fillers, "word", per), _rate(fillers, "repeat", per))


def rates_per_minute(fillers: Sequence[Filler], utterance: Utterance) -> FillerRates:
    """Fillers of each kind per minute of speech, with the margin that there is to them in a few seconds."""
    speech_s = utterance.speech_s
    margin = round(60 / speech_s, 1) if 0 < speech_s < MIN_SPEECH_S else None
    return replace(rates(fillers, utterance, speech_s / 60), give_or_take=margin)


def clusters(fillers: Sequence[Filler]) -> tuple[Cluster, ...]:
    """Runs of at least 3 fillers in which any 3 neighbours lie within 10 s."""
    ordered = sorted(fillers, key=_place)
    close = [
        index
        for index in range(len(ordered) - CLUSTER_SIZE + 1)
        if (ordered[index + CLUSTER_SIZE - 1].end_s or 0.0) - (ordered[index].start_s or 0.0) <= CLUSTER_S
    ]
    runs: list[tuple[int, int]] = []
    for index in close:
        if runs and index < runs[-1][1]:
            runs[-1] = (runs[-1][0], index + CLUSTER_SIZE)
        else:
            runs.append((index, index + CLUSTER_SIZE))
    return tuple(_cluster(ordered[first:end]) for first, end in runs)


def _cluster(run: Sequence[Filler]) -> Cluster:
    return Cluster(run[0].start_s or 0.0, max(filler.end_s or 0.0 for filler in run), len(run))


def _rate(fillers: Sequence[Filler], kind: FillerKind, per: float) -> float | None:
    return round(sum(filler.kind == kind for filler in fillers) / per, 2) if per > 0 else None


def _indexes(filler: Filler) -> range:
    return range(filler.word_index or 0, (filler.word_index or 0) + filler.word_count)


def _place(filler: Filler) -> tuple[float, int]:
    return filler.start_s or 0.0, filler.word_index or 0
