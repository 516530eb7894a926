"""A voice engine that hums: as real as the others to whoever asks for a child process, and the same everywhere."""

from __future__ import annotations

import math
import struct
import wave
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from simulator.voice.voice_child import serve
from simulator.voice.voice_engine import EngineMissing, KnownEngine, VoiceInfo

_RATE: Final = 8_000
_PITCHES_HZ: Final = {"low": 110.0, "high": 220.0}


class ToneEngine:
    """Holds a tone for as long as the words would take, in a low voice or a high one."""

    def voices(self) -> tuple[VoiceInfo, ...]:
        return (VoiceInfo("high", "High hum", "en-gb"), VoiceInfo("low", "Low hum", "en-us"))

    def render(self, text: str, voice_id: str | None, wpm: int, path: Path) -> None:
        length_s = 60 * len(text.split()) / wpm
        pitch_hz = _PITCHES_HZ.get(voice_id or "", _PITCHES_HZ["low"])
        wave_of = (math.sin(2 * math.pi * pitch_hz * at / _RATE) for at in range(round(length_s * _RATE)))
        with wave.open(str(path), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(_RATE)
            sound.writeframes(b"".join(struct.pack("<h", round(8_000 * height)) for height in wave_of))


TONES: Final = KnownEngine("tones", partial(serve, ToneEngine), id_prefix="tones:")


def engine_of(in_child: Callable[[Connection], None]) -> KnownEngine:
    """An engine whose child does this, and has no voices of its own to name."""
    return KnownEngine("made up", in_child, id_prefix="")


def find_nothing() -> ToneEngine:
    """Start an engine that is not installed."""
    raise EngineMissing("install something")
