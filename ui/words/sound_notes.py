"""What a sound file made us choose, and what is wrong with it, in sentences. None for a file as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recordings.transcription.sound_used import SoundUsed
from ui.words.times import short_seconds

_HOPELESS_DB: Final = -80.0  # 16 bits have two steps left for it


def sound_notes(sound: SoundUsed | None) -> tuple[str, ...]:
    """The sentences about `sound`, most important first; none if it is None."""
    return () if sound is None else tuple(_notes(sound))


def _notes(sound: SoundUsed) -> Iterator[str]:
    if sound.is_cut_off:
        yield _cut_off(sound)
    elif sound.is_damaged:
        yield "Parts of the file are damaged and were left out."
    yield from _track(sound)
    yield from _channels(sound)
    yield from _loudness(sound)


def _cut_off(sound: SoundUsed) -> str:
    if sound.expected_s is None or sound.expected_s <= sound.duration_s:
        return f"The file is cut off: it breaks off after {short_seconds(sound.duration_s)}."
    heard, whole = short_seconds(sound.duration_s), short_seconds(sound.expected_s)
    return f"The file is cut off or damaged: it should contain {whole} of sound, but only {heard} could be read."


def _track(sound: SoundUsed) -> Iterator[str]:
    if sound.track_count > 1:
        before = {1: "", 2: ": track 1 is silent"}.get(sound.track, ": those before it are silent")
        yield f"Of {sound.track_count} tracks, only track {sound.track} was used{before}."


def _channels(sound: SoundUsed) -> Iterator[str]:
    numbers = " and ".join(filter(None, (", ".join(map(str, sound.channels[:-1])), str(sound.channels[-1]))))
    of_all = f"{numbers} of {sound.channel_count}"
    if sound.channel_choice == "opposed":
        yield f"The channels cancel each other out when mixed, so only channel {numbers} was used."
    elif sound.channel_choice == "only":
        one = len(sound.channels) == 1
        holders = f"channel {of_all} has" if one else f"channels {of_all} have"
        yield f"Only {holders} sound, so only {'that one was' if one else 'those were'} used."


def _loudness(sound: SoundUsed) -> Iterator[str]:
    if sound.level_db is None:
        yield "The file contains nothing but silence." if sound.duration_s else "The file contains no sound at all."
    elif sound.level_db < _HOPELESS_DB:
        yield f"The sound is far too quiet to be understood (it peaks at {_decibels(sound.level_db)} dBFS)."
    elif sound.gain_db > 0:
        louder = f"it was made {sound.gain_db:.0f} dB louder"
        yield f"The sound is very quiet (it peaks at {_decibels(sound.level_db)} dBFS), so {louder}."
    elif sound.gain_db < 0:
        yield f"The sound exceeded full scale, so it was made {-sound.gain_db:.0f} dB quieter."


def _decibels(level_db: float) -> str:
    return f"{level_db:.0f}".replace("-", "−")
