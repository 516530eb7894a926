"""The rules an answer is judged by, as far as the user may change them. Nothing is judged or kept here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Final

import msgspec

from question_bank.models import TARGET_TIMES, Kind, Question, TargetTimes
from simulator.analysis import bands
from simulator.analysis.english.filler_phrases import FILLER_PHRASES
from simulator.analysis.english.word_forms import normalise

DEFAULT_NAME: Final = "default"
LONGEST_PHRASE: Final = 6
MOST_PHRASES: Final = 200

# The smallest and largest value of each band: wide enough for any speaker, narrow enough to leave out typing errors.
BAND_LIMITS: Final[Mapping[str, tuple[float, float]]] = MappingProxyType(
    {
        "fluent_per_minute": (0.0, 30.0),
        "unremarkable_per_minute": (0.0, 30.0),
        "costly_per_minute": (0.0, 60.0),
        "pace_low_wpm": (40.0, 300.0),
        "pace_high_wpm": (40.0, 300.0),
        "long_pause_s": (0.5, 10.0),
    }
)
TIME_LIMITS_S: Final = (0.0, 3600.0)

ORDERED: Final = (
    ("fluent_per_minute", "unremarkable_per_minute", "costly_per_minute"),
    ("pace_low_wpm", "pace_high_wpm"),
)
"""Bands that may meet but never cross, lowest first."""

TIMES_OF_KIND: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.QUICK: "quick_times",
        Kind.SHORT: "short_times",
        Kind.STORY: "story_times",
        Kind.THINK_ALOUD: "think_aloud_times",
    }
)


@dataclass(frozen=True, slots=True)
class JudgingRules:
    """Word list and bands; the defaults and their sources stand in `bands`, `measures` and `question_bank.models`.

    `own_fillers` are the user's own filler words and phrases, `fillers_off` those, built in or own, that count as plain
    words; both as `as_phrase` writes them. The target times hold for questions that bring none of their own.
    """

    own_fillers: tuple[str, ...] = ()
    fillers_off: tuple[str, ...] = ()
    fluent_per_minute: float = bands.FLUENT_PER_MINUTE
    unremarkable_per_minute: float = bands.UNREMARKABLE_PER_MINUTE
    costly_per_minute: float = bands.COSTLY_PER_MINUTE
    pace_low_wpm: float = bands.PACE_LOW_WPM
    pace_high_wpm: float = bands.PACE_HIGH_WPM
    long_pause_s: float = bands.LONG_PAUSE_S
    quick_times: TargetTimes = TARGET_TIMES[Kind.QUICK]
    short_times: TargetTimes = TARGET_TIMES[Kind.SHORT]
    story_times: TargetTimes = TARGET_TIMES[Kind.STORY]
    think_aloud_times: TargetTimes = TARGET_TIMES[Kind.THINK_ALOUD]

    @property
    def name(self) -> str:
        """ "default", or eight letters that differ whenever a rule does."""
        if not (changed := self._changes()):
            return DEFAULT_NAME
        return sha256(msgspec.json.encode(changed, order="sorted")).hexdigest()[:8]

    def phrases(self) -> tuple[str, ...]:
        """The whole word list, what is off included: what is built in first, then the user's own."""
        return (*FILLER_PHRASES, *self.own_fillers)

    def is_on(self, phrase: str) -> bool:
        """Whether `phrase` of the word list counts as a filler."""
        return phrase not in self.fillers_off

    def target_times(self, kind: Kind) -> TargetTimes:
        """The target for a kind of question."""
        times: TargetTimes = getattr(self, TIMES_OF_KIND[kind])
        return times

    def times_of(self, question: Question) -> TargetTimes:
        """The target for one question: its own if its pack gave it one, else that of its kind."""
        has_own = question.times != TARGET_TIMES[question.kind]
        return question.times if has_own else self.target_times(question.kind)

    def asked(self, question: Question) -> Question:
        """The question with the target its answer will be held against."""
        return replace(question, times=self.times_of(question))

    def with_filler(self, text: str) -> JudgingRules:
        """With one more filler word or phrase, switched on; the same rules if there is no word in `text`."""
        phrase = as_phrase(text)
        if not phrase:
            return self
        own = self.own_fillers if phrase in self.phrases() else (*self.own_fillers, phrase)[:MOST_PHRASES]
        return replace(self, own_fillers=own).with_switch(phrase, is_on=True)

    def without_filler(self, phrase: str) -> JudgingRules:
        """Without one of the user's own phrases; what is built in can only be switched off."""
        own = tuple(one for one in self.own_fillers if one != phrase)
        return self if own == self.own_fillers else replace(self, own_fillers=own).with_switch(phrase, is_on=True)

    def with_switch(self, phrase: str, *, is_on: bool) -> JudgingRules:
        """With a phrase of the list counted as a filler, or not."""
        off = tuple(one for one in self.fillers_off if one != phrase)
        return replace(self, fillers_off=off if is_on else (*off, phrase))

    def with_band(self, field: str, value: float) -> JudgingRules:
        """With one number changed, kept within `BAND_LIMITS`; the ones it must not cross give way."""
        low, high = BAND_LIMITS[field]
        value = min(max(float(value), low), high)
        changes: dict[str, Any] = {field: value}
        for group in ORDERED:
            if field in group:
                place = group.index(field)
                changes |= {name: min(getattr(self, name), value) for name in group[:place]}
                changes |= {name: max(getattr(self, name), value) for name in group[place + 1 :]}
        return replace(self, **changes)

    def with_times(self, kind: Kind, target_s: float, max_s: float) -> JudgingRules:
        """With another target for a kind; the shortest good length gives way if it would be longer."""
        low, high = TIME_LIMITS_S
        target_s = min(max(float(target_s), low), high)
        usual_min_s = float(TARGET_TIMES[kind].min_s)
        times = TargetTimes(min(usual_min_s, target_s), target_s, min(max(float(max_s), target_s), high))
        changes: dict[str, Any] = {TIMES_OF_KIND[kind]: times}
        return replace(self, **changes)

    def with_usual_words(self) -> JudgingRules:
        """With the word list as it came."""
        return replace(self, own_fillers=(), fillers_off=())

    def with_usual_bands(self) -> JudgingRules:
        """With every band and target as it came; the word list stays."""
        return replace(DEFAULT_RULES, own_fillers=self.own_fillers, fillers_off=self.fillers_off)

    def _changes(self) -> dict[str, Any]:
        """What differs from the defaults; the order of a word list means nothing."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        changed = {name: value for name, value in values.items() if value != getattr(DEFAULT_RULES, name)}
        for name in ("own_fillers", "fillers_off"):
            if name in changed:
                changed[name] = sorted(changed[name])
        return changed


DEFAULT_RULES: Final = JudgingRules()


def as_phrase(text: str) -> str:
    """A filler word or phrase as it is compared: "You  know," becomes "you know"; empty if it is none or too long."""
    words = [word for word in map(normalise, text.split()) if word]
    return " ".join(words) if len(words) <= LONGEST_PHRASE else ""
