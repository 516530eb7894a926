"""What to say about fillers, from the flags alone, so that it can be said anew when the user corrects one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.analysis.bands import CLUSTER_S
from simulator.analysis.report import AnswerReport, Cluster, Filler, FillerKind, FillerRates, Finding, Usual
from simulator.analysis.rules import JudgingRules
from simulator.analysis.timecode import clock, plural, rate_words

DELIVERY: Final = 100.0
NOT_HEARD: Final = "fillers.not_heard"
IDS: Final = frozenset(
    {NOT_HEARD, "fillers.fewer", "fillers.sounds", "fillers.fluent", "fillers.cluster", "words.filler", "repeats"}
)
"""Every finding that is made here."""

_NAMES: Final[dict[FillerKind, str]] = {"sound": "filler sound", "word": "filler word", "repeat": "repeat"}
_SAME_TIME_S: Final = 0.001  # the report shows milliseconds
_FEWER: Final = 0.75
_MANY_OF_A_WORD: Final = 3


@dataclass(frozen=True, slots=True)
class SpokenFillers:
    """The fillers of one answer; `end_s` is where its last word ends, None for a typed answer."""

    fillers: Sequence[Filler]
    rates: FillerRates
    clusters: Sequence[Cluster]
    usual: Usual | None
    end_s: float | None
    rules: JudgingRules

    @classmethod
    def of(cls, report: AnswerReport, usual: Usual | None) -> SpokenFillers:
        """Those of a report; `usual` are the user's own last answers."""
        rates = report.fillers_per_minute or FillerRates(None, None, None)
        ends_s = [word.end_s for word in report.transcript.words if word.end_s is not None]
        return cls(report.fillers, rates, report.clusters or (), usual, max(ends_s, default=None), report.rules_in_use)

    @property
    def is_brief(self) -> bool:
        """Whether so little was said that one filler more or less would change what is to be said of them."""
        return self.rates.give_or_take is not None

    def is_surely_above(self, rate: float, limit: float) -> bool:
        """Whether `rate` is above `limit`, even with one filler fewer where that would change much."""
        return rate - (self.rates.give_or_take or 0.0) > limit

    def rate_words(self, rate: float) -> str:
        """ "6.7 a minute", with its margin if there is one."""
        return rate_words(rate, self.rates.give_or_take)

    def of_kind(self, kind: FillerKind) -> list[Filler]:
        return [filler for filler in self.fillers if filler.kind == kind]


def filler_findings(spoken: SpokenFillers) -> Iterator[Finding]:
    """All of them, in no order; for a typed answer only its filler words."""
    yield from _filler_word(spoken)
    if spoken.end_s is not None:
        yield from _sounds(spoken)
        yield from _clusters(spoken)
        yield from _repeats(spoken)


def _sounds(spoken: SpokenFillers) -> Iterator[Finding]:
    rate = spoken.rates.sound
    if rate is None:
        text = "This speech engine cannot hear filler sounds, so they are not counted."
        yield Finding(NOT_HEARD, text, None, None, DELIVERY)
        return
    sounds = spoken.of_kind("sound")
    usual = _usual_sounds(spoken)
    if usual is not None and rate < _FEWER * usual and not spoken.is_brief:
        few = f"Only {rate:.1f} filler sounds per minute" if sounds else "No filler sounds were heard"
        text = f"{few}; you usually have {usual:.1f}{'' if sounds else ' a minute'}."
        yield Finding("fillers.fewer", text, 0.0, spoken.end_s, DELIVERY + 35, True)
    elif spoken.is_surely_above(rate, spoken.rules.unremarkable_per_minute):
        compared = (
            f"you usually have {usual:.1f}"
            if usual is not None
            else f"up to {spoken.rules.unremarkable_per_minute:g} is normal"
        )
        heard = plural(len(sounds), "filler sound")
        text = f"At least {heard} heard, {spoken.rate_words(rate)} ({compared}): try a silent breath instead."
        yield Finding("fillers.sounds", text, *_span(sounds[:3]), DELIVERY + 20 + min(rate, 30.0))
    elif rate <= spoken.rules.fluent_per_minute and _is_fluent_besides(spoken):
        few = f"Only {plural(len(sounds), 'filler sound')} heard" if sounds else "No filler sounds were heard"
        text = f"{few}: your speech flowed."
        yield Finding("fillers.fluent", text, 0.0, spoken.end_s, DELIVERY + 5, True)


def _is_fluent_besides(spoken: SpokenFillers) -> bool:
    """Whether nothing else that is said of fillers would contradict the praise."""
    words = spoken.of_kind("word")
    word = max((_expected_count(words, filler.text) for filler in words), default=0)
    limit = spoken.rules.unremarkable_per_minute
    has_many = bool(spoken.clusters) or word >= _MANY_OF_A_WORD or (spoken.rates.repeat or 0.0) > limit
    return not spoken.is_brief and not has_many


def _usual_sounds(spoken: SpokenFillers) -> float | None:
    usual = spoken.usual
    if usual is None or not usual.is_habit:
        return None
    return usual.filler_sounds_per_minute


def _clusters(spoken: SpokenFillers) -> Iterator[Finding]:
    if not spoken.clusters:
        return
    worst = max(spoken.clusters, key=lambda cluster: cluster.filler_count / (cluster.end_s - cluster.start_s + 1.0))
    length_s = worst.end_s - worst.start_s
    at = clock(worst.start_s)
    near = (
        f"close together at {at}" if length_s <= CLUSTER_S else f"one after another in the {length_s:.0f} s from {at}"
    )
    text = f"{_kinds_within(spoken.fillers, worst)} came {near}: pause there and plan the next sentence."
    yield Finding("fillers.cluster", text, worst.start_s, worst.end_s, DELIVERY + 60)


def _kinds_within(fillers: Sequence[Filler], cluster: Cluster) -> str:
    """ "2 filler sounds and 1 repeat": the three kinds are counted apart wherever they are counted."""
    inside = [one for one in fillers if one.start_s is not None and _is_within(one, cluster)]
    counts = Counter(filler.kind for filler in inside)
    said = [plural(counts[kind], name) for kind, name in _NAMES.items() if counts[kind]]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _is_within(filler: Filler, cluster: Cluster) -> bool:
    starts_in = cluster.start_s - _SAME_TIME_S <= (filler.start_s or 0.0)
    return starts_in and (filler.end_s or 0.0) <= cluster.end_s + _SAME_TIME_S


def _filler_word(spoken: SpokenFillers) -> Iterator[Finding]:
    words = spoken.of_kind("word")
    if not words:
        return
    word = max((filler.text for filler in words), key=lambda text: _expected_count(words, text))
    places = [filler for filler in words if filler.text == word]
    count = _expected_count(words, word)
    if count >= _MANY_OF_A_WORD:
        times = f"{count} times" if count == len(places) else f"about {count} times"
        text = f"You said “{word}” as a filler {times}: leave it out and nothing is lost."
        yield Finding("words.filler", text, *_span(places[:1]), DELIVERY + 30)


def _expected_count(words: Sequence[Filler], text: str) -> int:
    """How many of these are fillers by their probabilities: of five that may be, three or four are."""
    return round(sum(filler.confidence for filler in words if filler.text == text))


def _repeats(spoken: SpokenFillers) -> Iterator[Finding]:
    rate, repeats = spoken.rates.repeat, spoken.of_kind("repeat")
    if rate is not None and spoken.is_surely_above(rate, spoken.rules.unremarkable_per_minute):
        text = f"{plural(len(repeats), 'repeat')}, such as “{repeats[0].text}”: let the sentence form, then say it."
        yield Finding("repeats", text, *_span(repeats[:1]), DELIVERY + 22)


def _span(fillers: list[Filler]) -> tuple[float | None, float | None]:
    return (fillers[0].start_s, fillers[-1].end_s) if fillers else (None, None)
