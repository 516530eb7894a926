"""What was heard, as a value. Seconds are floats from the first sample of the answer. No engine object gets here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word as written, punctuation attached. `probability` is the engine's own, 0 to 1, or None without one."""

    text: str
    start_s: float
    end_s: float
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the answer."""

    start_s: float
    end_s: float

    @property
    def duration_s(self) -> float:
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True)
class FilledPause:
    """An "um" or "uh" found in the sound itself, where the words may have missed it. `confidence` is 0 to 1."""

    text: str
    start_s: float
    end_s: float
    confidence: float


@dataclass(frozen=True, slots=True)
class VoicedPhrase:
    """How the voice moved from one pause of 0.5 s to the next.

    `voiced_s` are the seconds that have a pitch, `pitch_hz` and `loudness_db` (dBFS) their medians, the spread the
    semitones from their 10th to their 90th percentile. `ending_drop_db` is how far the last 0.3 s of voice lie below
    the rest in loudness; negative where they are louder.
    """

    start_s: float
    end_s: float
    voiced_s: float
    pitch_hz: float
    pitch_spread_semitones: float
    loudness_db: float
    ending_drop_db: float


@dataclass(frozen=True, slots=True)
class Prosody:
    """How the voice moved in the whole answer, in the units of its phrases. A phrase has at least 1 s of voice."""

    voiced_s: float
    pitch_hz: float
    pitch_spread_semitones: float
    loudness_spread_db: float
    phrases: tuple[VoicedPhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """Everything that was heard of one answer.

    `words` include filler sounds, in order of time. `speech` are the stretches with a voice in them, from voice
    activity detection. `filled_pauses` come from the sound, independent of the words. `language` is None if it was
    not detected. `cannot_hear` says, per measure ("filler_sounds"), why the engine in use cannot give it. `prosody` is
    None where nobody listened to the voice itself, or heard none.
    """

    duration_s: float
    words: tuple[Word, ...] = ()
    speech: tuple[Span, ...] = ()
    filled_pauses: tuple[FilledPause, ...] = ()
    language: str | None = None
    model: str | None = None
    cannot_hear: dict[str, str] | None = None
    prosody: Prosody | None = None

    @property
    def text(self) -> str:
        return join_words(self.words)

    @property
    def speech_s(self) -> float:
        return sum(span.duration_s for span in self.speech)


def join_words(words: Iterable[Word]) -> str:
    """The words as running text."""
    return " ".join(word.text.strip() for word in words)
