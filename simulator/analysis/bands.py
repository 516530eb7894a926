"""The thresholds that answers are held against, as they come. Formula, band and source of each stand in `measures`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.light import Light


@dataclass(frozen=True, slots=True)
class Band:
    """A range of a measure, both ends included, the word for it, and how good it is. None is open, or neither."""

    label: str
    low: float | None = None
    high: float | None = None
    shade: Light | None = None

    def holds(self, value: float) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


MIN_SPEECH_S: Final = 15.0
MIN_WORDS: Final = 30

# Our own. A quick fact is answered in a few seconds: what can be counted in them is, with its wider margin.
MIN_QUICK_SPEECH_S: Final = 5.0
MIN_QUICK_WORDS: Final = 10

PAUSE_S: Final = 0.25
LONG_PAUSE_S: Final = 1.5

CLUSTER_SIZE: Final = 3
CLUSTER_S: Final = 10.0

FLUENT_PER_MINUTE: Final = 2.0
UNREMARKABLE_PER_MINUTE: Final = 5.0
COSTLY_PER_MINUTE: Final = 12.0

PACE_LOW_WPM: Final = 110.0
PACE_HIGH_WPM: Final = 165.0
HURRY_RATIO: Final = 1.2

SILENCE_S: Final = 4.0
"""A silence while thinking aloud that listeners notice."""

MIN_VOICED_S: Final = 8.0
"""Voice with a pitch, about half of all speech, before anything is said of its movement."""

ONE_NOTE_SEMITONES: Final = 3.0
FADING_DB: Final = 10.0
FADING_SHARE: Final = 0.5
MIN_PHRASES: Final = 4

OVER_TARGET_SHARE: Final = 0.25
POINT_LATE_S: Final = 30.0
REPEAT_APART_S: Final = 10.0
CHAIN_WORDS: Final = 40
REPEATED_SHARE: Final = 0.1
NO_NEW_POINT_S: Final = 40.0
NO_NEW_POINT_SHARE: Final = 0.6
NO_NEW_POINT_STORY_SHARE: Final = 0.8
ANECDOTE_S: Final = 12.0
OFF_TOPIC_S: Final = 30.0
RULES_FOR_FLAG: Final = 2
