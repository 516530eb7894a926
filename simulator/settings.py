"""What the user has chosen, and how it is kept in one small JSON file. A bad value falls back alone.

msgspec is imported when the file is read or written: the window, which needs `Settings`, is painted before.
"""

from __future__ import annotations

import json
from dataclasses import Field, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final, Literal, get_args

from question_bank.models import Role, Round
from simulator.errors import SettingsNotSaved
from simulator.interview.plan import LEAST_IN_LOOP, Level
from simulator.interview.timing import NUDGE_AGAIN_S, NUDGE_FIRST_S
from simulator.interview.turn_taking import DEFAULT_SILENCE_S
from simulator.private_file import read_object, usable_values, write_object
from simulator.voice.spoken_text import OwnWords

Theme = Literal["system", "light", "dark"]
InterfacePercent = Literal[100, 110, 125, 150]
KeepRecordings = Literal["always", "days", "judged"]
"""All of them, for `keep_days`, or until an answer is transcribed and judged."""

# The smallest and largest value of each number. Voice: espeak-ng goes no slower, and sounds
# hurried beyond. Nudge: a median thinking gap lasts 4.5 s, so anything shorter than 5 s would interrupt.
# Follow-ups: our own; beyond six, one question would be an interview of its own. Hands-free: below 2 s a pause for
# thought would end the answer.
LIMITS: Final[dict[str, tuple[float, float]]] = {
    "question_count": (1, 20),
    "loop_question_count": (LEAST_IN_LOOP, 28),
    "minutes": (5, 120),
    "voice_wpm": (80, 300),
    "nudge_first_s": (5.0, 30.0),
    "nudge_again_s": (5.0, 60.0),
    "follow_up_depth": (1, 6),
    "hands_free_silence_s": (2.0, 15.0),
    "keep_days": (1, 3_650),
    "volume": (0, 100),
}


def whole_limits(name: str) -> tuple[int, int]:
    """The least and the most of a setting that counts in whole numbers."""
    low, high = LIMITS[name]
    return int(low), int(high)


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices. `microphone_id`, `speakers_id` and `voice_id` None mean the system's own, `speech_model` None
    the built-in one; numbers keep within `LIMITS`.

    `is_loop` sets a whole loop in place of `round`, and `loop_question_count` in place of `question_count`; `is_timed`
    sets `minutes` in place of either. `declined_analysis` is the last version of the analysis by which the user did not
    want history judged anew. `topics` are the only ones wanted, none means all; where no question has them,
    they wait until some do. `volume` is how loud answers are played, in per cent; `interface_percent` is how large
    everything is drawn from the next start. `keep_agreed` is the number of days after which the user has agreed, when
    asked, that recordings are deleted: 0 is once judged, None never.
    """

    role: Role = Role.ML_ENGINEER
    round: Round = Round.MACHINE_LEARNING
    is_loop: bool = False
    question_count: int = 5
    loop_question_count: int = LEAST_IN_LOOP
    is_timed: bool = False
    minutes: int = 20
    level: Level = Level.ANY
    topics: tuple[str, ...] = ()
    microphone_id: str | None = None
    speakers_id: str | None = None
    voice_id: str | None = None
    voice_wpm: int = 165
    volume: int = 100
    captions: bool = False
    nudge: bool = True
    nudge_first_s: float = NUDGE_FIRST_S
    nudge_again_s: float = NUDGE_AGAIN_S
    theme: Theme = "system"
    interface_percent: InterfacePercent = 100
    hands_free: bool = False
    hands_free_silence_s: float = DEFAULT_SILENCE_S
    strict: bool = False
    follow_ups: bool = True
    follow_up_depth: int = 4
    pronunciations: OwnWords = ()
    speech_model: str | None = None
    own_terms: str = ""
    declined_analysis: int = 0
    keep_recordings: KeepRecordings = "always"
    keep_days: int = 90
    keep_agreed: int | None = None

    @property
    def own_words(self) -> tuple[str, ...]:
        """The names and terms in `own_terms`, which are parted by commas, for the recogniser to know."""
        return tuple(term for part in self.own_terms.split(",") if (term := " ".join(part.split())))

    def with_own_term(self, term: str) -> Settings:
        """These settings with one more of `own_words`, which has no comma in it."""
        return replace(self, own_terms=", ".join((*self.own_words, term)))


_KEPT_BESIDE: Final = "When you change any, the old file is kept beside the new one."


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings as far as they could be read, and a sentence for each value that could not."""

    settings: Settings
    problems: tuple[str, ...] = ()


def load_settings(path: Path) -> Settings:
    """The settings in `path`, with the default for everything missing or unusable. Never raises."""
    return read_settings(path).settings


def load_theme(path: Path) -> Theme:
    """The theme in `path` and nothing else, for the first paint. Never raises; `load_settings` tells what is wrong."""
    stored = _stored_alone(path, "theme")
    return next((known for known in get_args(Theme) if known == stored), Settings().theme)


def load_interface_percent(path: Path) -> InterfacePercent:
    """The size of the interface in `path` and nothing else, for Qt to begin with. As `load_theme`."""
    stored = _stored_alone(path, "interface_percent")
    percent = stored if type(stored) is int else None
    return next((known for known in get_args(InterfacePercent) if known == percent), Settings().interface_percent)


def read_settings(path: Path) -> LoadedSettings:
    """Like `load_settings`, with what was wrong. A missing file is no problem; unknown keys are left alone."""
    stored, why = read_object(path)
    if why:
        return LoadedSettings(
            Settings(),
            (f"The settings in {path} cannot be read ({why}), so the defaults are in use. {_KEPT_BESIDE}",),
        )
    return _from_stored(stored)


def read_again(path: Path, known: Settings) -> Settings:
    """What stands in `path` now, where `known` stood when this process last read or wrote it.

    Whatever is missing or unusable there stands as it is known. Never raises.
    """
    stored, _ = read_object(path)
    usable, _ = usable_values(stored, Settings, _checked, _unusable)
    return replace(known, **usable)


def merged(known: Settings, own: Settings, elsewhere: Settings) -> Settings:
    """What holds where `known` was changed to `own` here, and to `elsewhere` by another process.

    A setting changed by both is as it is here.
    """
    before = _as_dict(known)
    return replace(elsewhere, **{name: value for name, value in _as_dict(own).items() if value != before[name]})


def save_settings(settings: Settings, path: Path) -> None:
    """Keep all settings in `path`, beside keys that this version does not know. Raises SettingsNotSaved."""

    def not_saved(why: str) -> SettingsNotSaved:
        return SettingsNotSaved(f"The settings could not be saved to {path} ({why}); the earlier ones stay in place.")

    stored, _ = read_object(path)
    write_object(path, stored | _as_dict(settings), not_saved)


def _stored_alone(path: Path, name: str) -> object:
    """One value as it is stored, without msgspec; None if it cannot be read."""
    try:
        stored: object = json.loads(path.read_bytes())[name]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    return stored


def _from_stored(stored: dict[str, Any]) -> LoadedSettings:
    usable, problems = usable_values(stored, Settings, _checked, _unusable)
    return LoadedSettings(Settings(**usable), problems)


def _unusable(field: Field[Any], error: Exception) -> str:
    return f"The setting “{field.name}” cannot be used ({error}); {_default(field)} is used instead."


def _checked(name: str, value: object, type_: Any) -> Any:
    import msgspec

    converted = msgspec.convert(value, type_)
    low, high = LIMITS.get(name, (None, None))
    if low is not None and high is not None and not low <= converted <= high:
        raise msgspec.ValidationError(f"{converted} is not between {low} and {high}")
    return converted


def _default(field: Field[Any]) -> str:
    return "the system’s own" if field.default is None else str(field.default)


def _as_dict(settings: Settings) -> dict[str, Any]:
    return {field.name: getattr(settings, field.name) for field in fields(settings)}
