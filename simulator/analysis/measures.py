"""Every measure of an answer: its key in the report, its formula, band and source. Nothing is measured here.

One table for whoever shows, keeps or explains a measure. A new one needs a member here with its definition, its value
in `report.AnswerReport`, and a line in `analyse` that has it measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from question_bank.labels import kind_label
from question_bank.models import Kind
from simulator.analysis import bands
from simulator.analysis.bands import Band
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.light import Light

if TYPE_CHECKING:
    from simulator.analysis.report import AnswerReport


class Measure(StrEnum):
    """What is measured of an answer, by its place in the report: a key, and after a dot the key within it."""

    FILLER_SOUNDS = "fillers_per_minute.sound"
    FILLER_WORDS = "fillers_per_minute.word"
    REPEATS = "fillers_per_minute.repeat"
    PAUSES = "pauses"
    WORDS_PER_MINUTE = "pace.words_per_minute"
    ARTICULATION_RATE = "pace.articulation_wpm"
    LENGTH = "length"
    RAMBLING = "rambling"
    KEY_POINTS = "key_points"
    TIME_TO_POINT = "time_to_point_s"
    THINK_ALOUD = "think_aloud"
    FILLERS_PER_100_WORDS = "fillers_per_100_words"
    CLUSTERS = "clusters"
    PITCH_SPREAD = "tone.pitch_spread_semitones"
    LOUDNESS_SPREAD = "tone.loudness_spread_db"
    FADING_ENDS = "tone.fading_ends"
    OWNERSHIP = "ownership"
    RED_FLAGS = "red_flags"

    @property
    def key(self) -> str:
        """The key of the report that holds it, and of `not_measured` where it does not."""
        return self.value.partition(".")[0]

    def of(self, report: AnswerReport) -> Any:
        """What was measured, in the type and unit that `report` gives it; None if it was not."""
        value: Any = report
        for part in self.value.split("."):
            value = None if value is None else getattr(value, part)
        return value

    def why_not(self, report: AnswerReport) -> str:
        """Why it was not measured, in words; empty if nothing is known of that."""
        unheard = report.not_measured.get(FILLER_SOUNDS_UNHEARD, "") if self is Measure.FILLER_SOUNDS else ""
        return unheard or report.not_measured.get(self.key, "")


OF_QUICK_FACTS: Final = frozenset({Measure.LENGTH, Measure.FILLER_SOUNDS, Measure.FILLER_WORDS, Measure.REPEATS})
"""What a few seconds are enough for, beside what is asked of the content."""

FILLER_SOUNDS_UNHEARD: Final = "filler_sounds"
"""Beside the measures' keys in `not_measured`: a speech engine leaves filler sounds out of its words, and says so."""


class Need(StrEnum):
    """What a measure cannot do without, and what is said where it is missing."""

    SOUND = "a typed answer has no sound"
    QUESTION = "no question was given to judge the answer against"


@dataclass(frozen=True, slots=True)
class Definition:
    """What stands behind a measure that the user sees: `band` in words, `bands` the same in numbers if there are any.

    `short` is the name where there is little room, `phrase` how a plain number reads among others ("" if it does not
    stand there). `need`: what it cannot do without, as far as that is worth saying.
    """

    name: str
    formula: str
    band: str
    source: str
    bands: tuple[Band, ...] = ()
    short: str = ""
    phrase: str = ""
    need: Need | None = None

    @property
    def title(self) -> str:
        """The short name, else the name."""
        return self.short or self.name

    @property
    def good_range(self) -> tuple[float, float] | None:
        """From the lowest to the highest value that is green; None without such a band."""
        good = [band for band in self.bands if band.shade is Light.GREEN and band.high is not None]
        return (min(band.low or 0.0 for band in good), max(band.high or 0.0 for band in good)) if good else None

    def band_of(self, value: float) -> Band | None:
        """The band that holds `value`, of two that meet there the first; None where no band does."""
        return next((band for band in self.bands if band.holds(value)), None)

    def label_of(self, value: float) -> str:
        """The word for `value`; empty where no band holds it."""
        band = self.band_of(value)
        return band.label if band else ""


def definition_of(measure: Measure, rules: JudgingRules = DEFAULT_RULES) -> Definition:
    """The definition of `measure` with the user's own bands in it, and said to be so."""
    usual = DEFINITIONS[measure]
    if (changed := _with_rules(measure, usual, rules)) == _with_rules(measure, usual, DEFAULT_RULES):
        return usual
    return replace(changed, source=f"{_YOURS}{usual.band} ({usual.source})")


def filler_bands(rules: JudgingRules) -> tuple[Band, ...]:
    """Filler sounds, or filler words, a minute."""
    return (
        Band("fluent", None, rules.fluent_per_minute, Light.GREEN),
        Band("normal", rules.fluent_per_minute, rules.unremarkable_per_minute, Light.GREEN),
        Band("noticeable", rules.unremarkable_per_minute, rules.costly_per_minute, Light.AMBER),
        Band("distracting", rules.costly_per_minute, None, Light.RED),
    )


def pace_bands(rules: JudgingRules) -> tuple[Band, ...]:
    """Words per minute."""
    return (
        Band("comfortable", rules.pace_low_wpm, rules.pace_high_wpm, Light.GREEN),
        Band("slow", None, rules.pace_low_wpm, Light.AMBER),
        Band("fast", rules.pace_high_wpm, None, Light.AMBER),
    )


def _with_rules(measure: Measure, usual: Definition, rules: JudgingRules) -> Definition:
    match measure:
        case Measure.FILLER_SOUNDS:
            return replace(usual, band=_filler_band(rules), bands=filler_bands(rules))
        case Measure.FILLER_WORDS:
            formula = f"{', '.join(filter(rules.is_on, rules.phrases()))} ÷ minutes of speech"
            return replace(usual, formula=formula, band=_filler_band(rules), bands=filler_bands(rules))
        case Measure.WORDS_PER_MINUTE:
            return replace(usual, band=f"{rules.pace_low_wpm:g} to {rules.pace_high_wpm:g}", bands=pace_bands(rules))
        case Measure.PAUSES:
            return replace(usual, formula=f"silence of 0.25 s or more; long from {rules.long_pause_s:g} s")
        case Measure.LENGTH:
            return replace(usual, band=_targets(rules))
        case _:
            return usual


def _filler_band(rules: JudgingRules) -> str:
    return (
        f"up to {rules.fluent_per_minute:g} fluent, up to {rules.unremarkable_per_minute:g} normal,"
        f" up to {rules.costly_per_minute:g} noticeable, above that distracting; zero is not the goal"
    )


def _targets(rules: JudgingRules) -> str:
    times = ((kind_label(kind), rules.target_times(kind)) for kind in Kind)
    return ", ".join(f"{label} {time.target_s:g} to {time.max_s:g} s" for label, time in times)


_YOURS: Final = "your own setting; default: "
_FILLER_BAND_TEXT: Final = (
    "up to 2 fluent, up to 5 normal, 5 to 12 noticeable, above 12 distracting; zero is not the goal"
)
_FILLER_SOURCE: Final = (
    "Laske & DiGennaro Reed 2024 (tested 0, 2, 5 and 12 per minute);"
    " average speaker 5 per minute, best about 1: Harvard Business Review 2018"
)
_OUR_OWN: Final = "our own choice"

DEFINITIONS: Final[Mapping[Measure, Definition]] = MappingProxyType(
    {
        Measure.FILLER_SOUNDS: Definition(
            "Filler sounds per minute",
            "um, uh, er, erm, hmm, mm, ah, eh with any lengthening ÷ minutes of speech; at least this many were heard",
            _FILLER_BAND_TEXT,
            _FILLER_SOURCE,
            filler_bands(DEFAULT_RULES),
            short="Filler sounds",
            need=Need.SOUND,
        ),
        Measure.FILLER_WORDS: Definition(
            "Filler words per minute",
            "like, you know, I mean, sort of, kind of, basically, actually, literally, right?, so at the start: only"
            " where they carry no meaning ÷ minutes of speech",
            _FILLER_BAND_TEXT + "; sounds distract more than words",
            _FILLER_SOURCE,
            filler_bands(DEFAULT_RULES),
            short="Filler words",
            need=Need.SOUND,
        ),
        Measure.REPEATS: Definition(
            "Repeats and restarts per minute",
            "“the the”, “I think I th-” ÷ minutes of speech; deliberate repeats (“very very”, numbers) are left out",
            "no published range",
            _OUR_OWN,
            short="Repeats",
            need=Need.SOUND,
        ),
        Measure.FILLERS_PER_100_WORDS: Definition(
            "Fillers per 100 words",
            "100 × fillers ÷ words, filler sounds not counted as words",
            "no published range: compare with your own answers",
            _OUR_OWN,
        ),
        Measure.WORDS_PER_MINUTE: Definition(
            "Words per minute",
            "words, filler sounds not counted ÷ minutes from the first word to the last",
            "110 to 165, best 140 to 160; non-native technical speakers about 128",
            "Microsoft Speaker Coach 100 to 165; Orai 140 to 160; Street & Brady 1982",
            pace_bands(DEFAULT_RULES),
            short="Pace",
            need=Need.SOUND,
        ),
        Measure.ARTICULATION_RATE: Definition(
            "Articulation rate",
            "words, filler sounds not counted ÷ minutes from the first word to the last, without the pauses",
            "no published range: compare with your own answers",
            "De Jong & Bosker 2013 (a pause begins at 0.25 s)",
            phrase="{:.0f} words per minute while speaking",
            need=Need.SOUND,
        ),
        Measure.PAUSES: Definition(
            "Silent pauses",
            "silence of 0.25 s or more; long from 1.5 s",
            "pauses inside a clause hurt fluency, pauses between clauses do not",
            "De Jong & Bosker 2013; Kahng 2014",
            need=Need.SOUND,
        ),
        Measure.LENGTH: Definition(
            "Length",
            "seconds from the first word to the last, against the target for this kind of question; the silence before"
            " (thinking) and after (a late Stop) is shown beside it",
            "quick 35 to 60 s, short reply 120 to 150 s, story 180 to 300 s, think-aloud 300 to 600 s",
            "Nemko's traffic light plus 5 s (quick); one to two minutes plus Toastmasters' half minute of grace"
            " (short); our own choice (the others); model answers spoken at 150 words per minute fit these targets",
            need=Need.SOUND,
        ),
        Measure.TIME_TO_POINT: Definition(
            "Time to the point",
            "start of the first words that make a key point",
            "within 30 s",
            _OUR_OWN,
            (
                Band("soon", None, bands.POINT_LATE_S, Light.GREEN),
                Band("late", bands.POINT_LATE_S, None, Light.AMBER),
            ),
            short="To the point",
            need=Need.SOUND,
        ),
        Measure.KEY_POINTS: Definition(
            "Key points",
            "a cue for the point was said, in whole words and any inflection, or part of the answer is closer in "
            "meaning to it than to the other points; both are weighed together",
            "the more the better; a missed one makes a good follow-up",
            _OUR_OWN,
            need=Need.QUESTION,
        ),
        Measure.RAMBLING: Definition(
            "Rambling",
            "over target by more than 25 % · the point after 30 s · the same said again 10 s or more later"
            " · more than 40 words without a stop · trails off · drifts"
            " · no new key point for 40 s and most of the answer:"
            " two or more rules raise a flag, never for a short correct answer",
            "no flag, or a flag with its reasons",
            _OUR_OWN,
        ),
        Measure.THINK_ALOUD: Definition(
            "Thinking out loud",
            "share of the answer that is not a pause; silences of 4 s or more within it; spoken reasons (because,"
            " trade-off, I assume …); whether assumptions, alternatives, checks and a conclusion were stated",
            "the median thinking pause is 4.5 s, and nine in ten are under 10 s; pauses above 4 s are noticed",
            "our own measurements on think-aloud calls; Ericsson & Simon; Boren & Ramey 2000",
            short="Thinking aloud",
        ),
        Measure.PITCH_SPREAD: Definition(
            "Pitch movement",
            "semitones from the 10th to the 90th percentile of the voice's pitch, sampled every 16 ms where it has one",
            "below 3 close to one note; talks by students have about 5 to 9",
            "our own threshold, well below Hincks 2004: in 20 talks the pitch had a standard deviation of 0.11"
            " to 0.235 of its mean (from the abstract; turned into percentiles by us, as if normally distributed);"
            " judges hear more movement as livelier (Hincks 2005) and by semitones (Traunmüller & Eriksson 1995);"
            " of 33 recordings of talk and reading the flattest had 4.1 (our measurement)",
            (
                Band("close to one note", None, bands.ONE_NOTE_SEMITONES),
                Band("moving", bands.ONE_NOTE_SEMITONES, None),
            ),
            short="Pitch",
            phrase="pitch spans {:.1f} semitones",
            need=Need.SOUND,
        ),
        Measure.LOUDNESS_SPREAD: Definition(
            "Loudness movement",
            "decibels from the 10th to the 90th percentile of the voice's loudness, every 16 ms where it has a pitch",
            "no published range: compare with your own answers",
            _OUR_OWN,
            need=Need.SOUND,
        ),
        Measure.FADING_ENDS: Definition(
            "Fading ends",
            "phrases whose last 0.3 s of voice are 10 dB or more below the rest; a phrase ends at a pause of 0.5 s",
            "mentioned when at least half of 4 or more phrases fade",
            "our own choice; of 128 phrases of talk and reading nine in ten lost less than 6 dB (our measurement)",
            need=Need.SOUND,
        ),
        Measure.CLUSTERS: Definition(
            "Clusters",
            "3 or more fillers within 10 s",
            "the first thing to listen to",
            _OUR_OWN,
        ),
        Measure.OWNERSHIP: Definition(
            "Share of “I” and “we”",
            "“I” ÷ (“I” + “we”)",
            "shown, not scored: coaches want to hear what you did yourself, listeners warm to teams",
            "MIT interview study, N = 138, Naim et al. 2018 (favoured “we”); career coaches (favour “I”)",
        ),
        Measure.RED_FLAGS: Definition(
            "Red flags",
            "something the question lists as a mistake was plainly claimed, not asked, quoted or denied",
            "none",
            _OUR_OWN,
            need=Need.QUESTION,
        ),
    }
)
