"""Somebody who answers: espeak-ng renders the words, PulseAudio plays them into the virtual microphone."""

from __future__ import annotations

import hashlib
import subprocess
import time
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.desktop import SoundServer
from tests.sound import samples_of

LOUD = 500  # of 32768: above the room's own noise, below any voice


@dataclass(frozen=True, slots=True)
class Candidate:
    """Speaks through `server`; keeps what was rendered in `folder`."""

    server: SoundServer
    folder: Path

    def say(self, text: str, wpm: int = 150) -> Path:
        """Speak to the end, and give the sound that was spoken."""
        sound = self.render(text, wpm)
        with self.server.speaking(sound) as player:
            player.wait(timeout=180)
        return sound

    def render(self, text: str, wpm: int = 150) -> Path:
        """The text as sound."""
        name = hashlib.sha256(f"{wpm} {text}".encode()).hexdigest()[:16]
        sound = self.folder / f"said-{name}.wav"
        subprocess.run(["espeak-ng", "-v", "en-us", "-s", str(wpm), "-w", str(sound), text], check=True)
        return sound


def stay_silent(seconds: float) -> None:
    """Silence is something one does, so this is no waiting for a condition."""
    time.sleep(seconds)


def duration_s(sound: Path) -> float:
    """How long a WAV lasts."""
    with wave.open(str(sound), "rb") as file:
        return file.getnframes() / file.getframerate()


def voiced_s(sound: Path) -> tuple[float, float]:
    """The first and the last loud moment of a mono WAV."""
    samples, rate_hz = samples_in(sound)
    loud = np.flatnonzero(np.abs(samples) > LOUD)
    assert len(loud), f"nothing is to be heard in {sound}"
    return float(loud[0] / rate_hz), float(loud[-1] / rate_hz)


def loud_share(sound: Path) -> float:
    """Which part of a mono WAV, in tenths of a second, holds sound."""
    samples, rate_hz = samples_in(sound)
    tenths = np.array_split(np.abs(samples), max(1, len(samples) * 10 // rate_hz))
    return sum(bool(len(tenth)) and float(tenth.max()) > LOUD for tenth in tenths) / len(tenths)


def samples_in(sound: Path) -> tuple[NDArray[np.float64], int]:
    """The samples of a 16-bit mono WAV and their rate; a header that was never finished does not matter."""
    with wave.open(str(sound), "rb") as file:
        rate_hz, width = file.getframerate(), file.getsampwidth()
    data = sound.read_bytes()[44:]
    return samples_of(data[: len(data) // width * width]), rate_hz


def word_error_rate(reference: str, heard: str) -> float:
    """Edits needed to turn what was heard into what was said, per word said; letters and digits only, case ignored."""
    said, got = words_of(reference), words_of(heard)
    row = list(range(len(got) + 1))
    for index, word in enumerate(said, start=1):
        diagonal, row[0] = row[0], index
        for column, other in enumerate(got, start=1):
            diagonal, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, diagonal + (word != other))
    return row[-1] / len(said)


def words_of(text: str) -> list[str]:
    """The words as they sound: lower case, without signs."""
    kept = "".join(letter if letter.isalnum() or letter == "'" else " " for letter in text.lower().replace("’", "'"))
    return kept.split()
