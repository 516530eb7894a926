"""What we say of an answer. The fields, read top to bottom, are the JSON that `viva-voce analyse --json` prints.

What could not be measured is None, never 0. Without enough speech all measures but key points and red
flags are None and `enough_speech` is False: those are no numbers but places in the words. A quick fact, for which a few
seconds are enough, has its length and its fillers beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from simulator.analysis.rules import DEFAULT_NAME, DEFAULT_RULES, JudgingRules
from simulator.light import Light
from simulator.transcript import Span, Transcript

ANALYSIS_VERSION: Final = 9
_ANSWERS_OF_A_HABIT: Final = 3  # our own

BY_WORDS_ALONE: Final = "meaning"
"""Beside the measures' keys in `not_measured`: key points were found by their words alone, and why."""

NOT_UNDERSTOOD: Final = "understood"
"""Beside the measures' keys in `not_measured`: why the words are no basis for anything."""

PointSource = Literal["words", "meaning", "user"]
Verdict = Literal["made", "maybe", "contrary", "not"]
FillerKind = Literal["sound", "word", "repeat"]
FillerSource = Literal["words", "sound", "both"]
PauseKind = Literal["between_clauses", "inside_clause", "before_answer"]


@dataclass(frozen=True, slots=True)
class ReportedWord:
    """One word as printed. Times are None for a typed answer."""

    text: str
    start_s: float | None
    end_s: float | None
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class ReportedTranscript:
    """The words of the answer, as printed."""

    text: str
    words: tuple[ReportedWord, ...]


@dataclass(frozen=True, slots=True)
class Filler:
    """A filler, with the place that proves it. `word_index` points into the words, None if only the sound has it.

    `confidence` is the probability, 0 to 1, that a person would call it a filler too; what is more likely none is left
    out. `by_user`: the user put this flag on.
    """

    text: str
    kind: FillerKind
    source: FillerSource
    start_s: float | None
    end_s: float | None
    confidence: float
    word_index: int | None
    word_count: int
    by_user: bool = False


@dataclass(frozen=True, slots=True)
class FillerRates:
    """Fillers per minute of speech, by kind; None where the engine in use cannot hear them.

    `give_or_take`: how far one filler more or less would move a rate, where that is far: in a few seconds of speech.
    """

    sound: float | None
    word: float | None
    repeat: float | None
    give_or_take: float | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """A silent stretch of at least 0.25 s (De Jong & Bosker 2013)."""

    start_s: float
    end_s: float
    kind: PauseKind


@dataclass(frozen=True, slots=True)
class Pace:
    """Words a minute from the first word to the last, and without the pauses between them (articulation rate).

    `closing_ratio` is the articulation rate of the last third over that of the rest: above 1 is hurrying at the end.
    """

    words_per_minute: float | None
    articulation_wpm: float | None
    closing_ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """How long the answer was against its target. `longest_run_s` is the longest stretch without a 1.5 s pause.

    `answer_s` are the seconds from the first word to the last, `before_s` those before it, in which one thinks, and
    `after_s` those after it, until Stop; `beside` says so in one sentence if they are worth one. A report from before
    they were told apart has None: its answer was the whole recording.
    """

    target_s: float
    over_s: float
    light: Light
    longest_run_s: float | None = None
    answer_s: float | None = None
    before_s: float | None = None
    after_s: float | None = None
    beside: str = ""


@dataclass(frozen=True, slots=True)
class RamblingReason:
    """One rule that an answer broke, and where: in seconds, and in words for a typed answer, which has no seconds."""

    rule: str
    start_s: float | None
    end_s: float | None
    why: str
    word_index: int | None = None
    word_count: int = 0


@dataclass(frozen=True, slots=True)
class Rambling:
    """A flag with its reasons (two rules or more), or no flag.

    `could_stop_s` is the end of the sentence in which the last new key point was made; `could_stop_word` its last word.
    """

    flag: bool
    reasons: tuple[RamblingReason, ...]
    could_stop_s: float | None
    could_stop_word: int | None = None


@dataclass(frozen=True, slots=True)
class KeyPointResult:
    """What became of a key point, with the words that show it: of `made`, `maybe` and `contrary`.

    `verdict`: made; maybe made (listen); the contrary was said; or not heard. A report from before there were verdicts
    has None, and `is_contrary` and `is_maybe` are False there. `covered`: it was made. `probability` is that of *made*,
    0 to 1; None where words alone decided. `found_by`: the words of its cues, what a window of the answer means, or the
    user, who has put the verdict right. `half_word_index`: a word at which the point was touched and not finished.
    """

    id: str
    covered: bool
    at_s: float | None
    word_index: int | None = None
    word_count: int = 0
    found_by: PointSource | None = None
    half_word_index: int | None = None
    verdict: Verdict | None = None
    probability: float | None = None

    @property
    def words(self) -> range:
        """The indexes of the words that show it; empty where none do."""
        return range(0) if self.word_index is None else range(self.word_index, self.word_index + self.word_count)

    @property
    def is_touched(self) -> bool:
        """Whether the answer has something to say of it: made, maybe made, or the contrary said."""
        return self.covered or self.is_maybe or self.is_contrary

    @property
    def outcome(self) -> Verdict:
        """Its verdict; of a report from before there were verdicts, made or not heard."""
        return self.verdict or ("made" if self.covered else "not")

    @property
    def is_contrary(self) -> bool:
        return self.verdict == "contrary"

    @property
    def is_maybe(self) -> bool:
        return self.verdict == "maybe"


@dataclass(frozen=True, slots=True)
class RedFlagHeard:
    """A red flag of the question that was said: its text, a quote of the words that say it, and their place."""

    text: str
    said: str
    start_s: float | None
    end_s: float | None
    word_index: int
    word_count: int

    @property
    def words(self) -> range:
        """The indexes of the words that say it."""
        return range(self.word_index, self.word_index + self.word_count)


@dataclass(frozen=True, slots=True)
class Silence:
    """A silence within a think-aloud answer."""

    start_s: float
    end_s: float

    @property
    def duration_s(self) -> float:
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True)
class ThinkAloud:
    """How audible the thinking was.

    `states` names what was put into words of: assumptions, alternatives, checks, conclusion.
    """

    speaking_share: float | None
    silences: tuple[Silence, ...]
    longest_silence_s: float | None
    reasoning_markers: int
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """One sentence of advice or praise, with the place to listen to."""

    text: str
    start_s: float | None
    end_s: float | None
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something noticed in an answer. `id` is stable; a higher `weight` is more useful; `is_praise` is good news."""

    id: str
    text: str
    start_s: float | None
    end_s: float | None
    weight: float = 0.0
    is_praise: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """Three fillers or more within 10 s, pointed out before any rate."""

    start_s: float
    end_s: float
    filler_count: int


@dataclass(frozen=True, slots=True)
class Ownership:
    """How often the speaker says "I" and "we": shown, never scored."""

    i_count: int
    we_count: int


@dataclass(frozen=True, slots=True)
class FadingEnd:
    """The end of a phrase whose last 0.3 s of voice are `drop_db` below the rest of it."""

    start_s: float
    end_s: float
    drop_db: float


@dataclass(frozen=True, slots=True)
class Tone:
    """How the voice moved. Spreads reach from the 10th to the 90th percentile; trends from the answer's first third to
    its last, None if it is too short. A phrase is the speech between two pauses of 0.5 s, with 1 s of voice or more.
    """

    pitch_hz: float
    pitch_spread_semitones: float
    loudness_spread_db: float
    pitch_trend_semitones: float | None
    loudness_trend_db: float | None
    phrase_count: int
    fading_ends: tuple[FadingEnd, ...] = ()
    flattest: Span | None = None


@dataclass(frozen=True, slots=True)
class AnswerReport:
    """All that is said of one answer. `duration_s` is how long its recording is, `answer_s` how long the answer.

    `rules` names the rules it was judged by: "default", or a short hash that differs whenever a rule does; `rules_used`
    holds them if they were not the defaults. `compared_with` and `held_back` are what the advice depends on beside the
    answer: the user's usual figures, and findings that were said after both of the last two answers.
    """

    duration_s: float | None
    speech_s: float | None
    language: str | None
    enough_speech: bool
    model: str | None
    analysis_version: int
    transcript: ReportedTranscript
    fillers: tuple[Filler, ...] = ()
    fillers_per_minute: FillerRates | None = None
    pauses: tuple[Pause, ...] | None = None
    pace: Pace | None = None
    length: Length | None = None
    rambling: Rambling | None = None
    key_points: tuple[KeyPointResult, ...] | None = None
    time_to_point_s: float | None = None
    think_aloud: ThinkAloud | None = None
    advice: tuple[Advice, ...] = ()
    not_measured: dict[str, str] = field(default_factory=dict)
    fillers_per_100_words: FillerRates | None = None
    clusters: tuple[Cluster, ...] | None = None
    ownership: Ownership | None = None
    findings: tuple[Finding, ...] = ()
    rules: str = DEFAULT_NAME
    rules_used: JudgingRules | None = None
    compared_with: Usual | None = None
    held_back: tuple[str, ...] = ()
    tone: Tone | None = None
    red_flags: tuple[RedFlagHeard, ...] | None = None

    @property
    def rules_in_use(self) -> JudgingRules:
        """The rules it was judged by, the defaults included."""
        return self.rules_used or DEFAULT_RULES

    def is_of(self, transcript: Transcript) -> bool:
        """Whether it was made of these words; of words corrected since, or written down anew, it is not."""
        return [word.text for word in self.transcript.words] == [word.text for word in transcript.words]

    @property
    def is_measured_in_full(self) -> bool:
        """Whether there was enough speech for all measures, and not only for those of a quick fact."""
        return self.enough_speech and self.rambling is not None

    @property
    def answer_s(self) -> float | None:
        """How long the answer was, from its first word to its last; None where that was not measured."""
        if self.length is None:
            return None
        return self.duration_s if self.length.answer_s is None else self.length.answer_s

    @property
    def covered_count(self) -> int:
        """How many key points were covered; 0 where none were looked for."""
        return sum(point.covered for point in self.key_points or ())

    @property
    def contrary_points(self) -> tuple[KeyPointResult, ...]:
        """The key points whose contrary was said, in the question's order."""
        return tuple(point for point in self.key_points or () if point.is_contrary)

    @property
    def covered_share(self) -> float | None:
        """The share of key points that were covered, 0 to 1; None where none were looked for."""
        return self.covered_count / len(self.key_points) if self.key_points else None


@dataclass(frozen=True, slots=True)
class Usual:
    """The user's own last answers of one kind, which come before any published band. Medians; None if not measured."""

    answer_count: int
    filler_sounds_per_minute: float | None = None
    words_per_minute: float | None = None
    time_to_point_s: float | None = None
    length_s: float | None = None

    @property
    def is_habit(self) -> bool:
        """Whether there are enough answers to speak of what is usual."""
        return self.answer_count >= _ANSWERS_OF_A_HABIT
