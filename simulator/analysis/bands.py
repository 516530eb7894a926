"""Bands and thresholds of every figure, with formula and source, as data. No rule is applied here."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Band:
    """A range of a figure, both ends included, and the word for it. None is open."""

    label: str
    low: float | None = None
    high: float | None = None

    def holds(self, value: float) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class Figure:
    """What stands behind a number that the user sees: `band` in words, `bands` the same in numbers if there are any."""

    name: str
    formula: str
    band: str
    source: str
    bands: tuple[Band, ...] = ()

    def label_of(self, value: float) -> str | None:
        """The word for `value`, of two bands that meet there the first; None where no band holds it."""
        return next((band.label for band in self.bands if band.holds(value)), None)


MIN_SPEECH_S: Final = 15.0
MIN_WORDS: Final = 30

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

_FILLER_BANDS: Final = (
    Band("fluent", None, FLUENT_PER_MINUTE),
    Band("unremarkable", FLUENT_PER_MINUTE, UNREMARKABLE_PER_MINUTE),
    Band("noticeable", UNREMARKABLE_PER_MINUTE, COSTLY_PER_MINUTE),
    Band("costs ratings", COSTLY_PER_MINUTE, None),
)
_FILLER_BAND_TEXT: Final = (
    "up to 2 fluent, up to 5 unremarkable, 5 to 12 noticeable, above 12 costs ratings; zero is not the goal"
)
_FILLER_SOURCE: Final = (
    "Laske & DiGennaro Reed 2024 (tested 0, 2, 5 and 12 a minute);"
    " average speaker 5 a minute, best about 1: Harvard Business Review 2018"
)
_OUR_OWN: Final = "our own proposal"

FIGURES: Final = MappingProxyType(
    {
        "filler_sounds_per_minute": Figure(
            "Filler sounds a minute",
            "um, uh, er, erm, hmm, mm, ah, eh with any lengthening ÷ minutes of speech; at least this many were heard",
            _FILLER_BAND_TEXT,
            _FILLER_SOURCE,
            _FILLER_BANDS,
        ),
        "filler_words_per_minute": Figure(
            "Filler words a minute",
            "like, you know, I mean, sort of, kind of, basically, actually, literally, right?, so at the start: only"
            " where they carry no meaning ÷ minutes of speech",
            _FILLER_BAND_TEXT + "; sounds weigh more than words",
            _FILLER_SOURCE,
            _FILLER_BANDS,
        ),
        "repeats_per_minute": Figure(
            "Repeats and restarts a minute",
            '"the the", "I think I th-" ÷ minutes of speech; meant repeats ("very very", numbers) are left out',
            "no published band",
            _OUR_OWN,
        ),
        "fillers_per_100_words": Figure(
            "Fillers per 100 words",
            "100 × fillers ÷ words, filler sounds not counted as words",
            "no published band: compare with your own answers",
            _OUR_OWN,
        ),
        "words_per_minute": Figure(
            "Words a minute",
            "words, filler sounds not counted ÷ minutes of the whole answer",
            "110 to 165, best 140 to 160; non-native technical speakers about 128",
            "Microsoft Speaker Coach 100 to 165; Orai 140 to 160; Street & Brady 1982",
            (
                Band("comfortable", PACE_LOW_WPM, PACE_HIGH_WPM),
                Band("slow", None, PACE_LOW_WPM),
                Band("fast", PACE_HIGH_WPM, None),
            ),
        ),
        "articulation_wpm": Figure(
            "Articulation rate",
            "words, filler sounds not counted ÷ minutes with a voice in them, pauses left out",
            "no published band: compare with your own answers",
            "De Jong & Bosker 2013 (a pause begins at 0.25 s)",
        ),
        "pauses": Figure(
            "Silent pauses",
            "silence of 0.25 s or more; long from 1.5 s",
            "pauses inside a clause hurt fluency, pauses between clauses do not",
            "De Jong & Bosker 2013; Kahng 2014",
        ),
        "length": Figure(
            "Length",
            "seconds from the first sample to the last, against the target of the kind of question",
            "quick 20 to 40 s, short reply 90 to 120 s, story 180 to 300 s, think-aloud 300 to 600 s",
            "Nemko in Harvard Business Review (quick); Toastmasters' lights (short); our own proposal (the others)",
        ),
        "time_to_point": Figure(
            "Time to the point",
            "start of the first words that make a key point",
            "within 30 s",
            _OUR_OWN,
        ),
        "key_points": Figure(
            "Key points",
            "a cue of the point was said, on word boundaries and through inflections, or a stretch of the answer comes "
            "nearer in meaning to it than to the other points; both are weighed together",
            "the more the better; a missed one makes a good follow-up",
            _OUR_OWN,
        ),
        "rambling": Figure(
            "Rambling",
            "over target by more than 25 % · the point after 30 s · says the same again 10 s later or more"
            " · more than 40 words without a stop · trails off · drifts"
            " · no new key point for 40 s and most of the answer:"
            " a flag from two rules on, never for a short correct answer",
            "no flag, or a flag with its reasons",
            _OUR_OWN,
        ),
        "think_aloud": Figure(
            "Thinking out loud",
            "speech ÷ whole answer; silences of 4 s or more; spoken reasons (because, trade-off, I assume …)",
            "a caller's median thinking gap is 4.5 s, nine in ten are under 10 s; above 4 s is noticed",
            "own measurements on think-aloud calls; Ericsson & Simon; Boren & Ramey 2000",
        ),
        "pitch_spread": Figure(
            "Pitch movement",
            "semitones from the 10th to the 90th percentile of the voice's pitch, taken every 16 ms where it has one",
            "below 3 close to one note; talks by students have about 5 to 9",
            "our own threshold, well below Hincks 2004: in 20 talks the pitch had a standard deviation of 0.11"
            " to 0.235 of its mean (from the abstract; turned into percentiles by us, as if normally distributed);"
            " judges hear more movement as livelier (Hincks 2005) and by semitones (Traunmüller & Eriksson 1995);"
            " of 33 recordings of talk and reading the flattest had 4.1 (our measurement)",
            (
                Band("close to one note", None, ONE_NOTE_SEMITONES),
                Band("moving", ONE_NOTE_SEMITONES, None),
            ),
        ),
        "loudness_spread": Figure(
            "Loudness movement",
            "decibels from the 10th to the 90th percentile of the voice's loudness, every 16 ms where it has a pitch",
            "no published band: compare with your own answers",
            _OUR_OWN,
        ),
        "fading_ends": Figure(
            "Fading ends",
            "phrases whose last 0.3 s of voice are 10 dB or more below the rest; a phrase ends at a pause of 0.5 s",
            "mentioned from half of the phrases on, of 4 or more",
            "our own proposal; of 128 phrases of talk and reading nine in ten lost less than 6 dB (our measurement)",
        ),
        "clusters": Figure(
            "Clusters",
            "3 fillers or more within 10 s",
            "the first thing to listen to",
            _OUR_OWN,
        ),
        "ownership": Figure(
            'Share of "I" and "we"',
            '"I" ÷ ("I" + "we")',
            "shown, not scored: coaches want what you did yourself, listeners warm to teams",
            "MIT interview study, N = 138, Naim et al. 2018 (favoured we); career coaches (favour I)",
        ),
    }
)
