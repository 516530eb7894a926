"""Spoken sound for these tests, made by espeak-ng, and takes written the way the program writes them."""

from __future__ import annotations

import subprocess
import wave
from pathlib import Path

import numpy as np

from recordings.transcription.sound import SAMPLE_RATE, Samples
from recordings.transcription.sound_file import SoundFile


def speak(text: str, path: Path, words_per_minute: int = 150, voice: str = "en-gb") -> Path:
    """`text` spoken into a WAV at `path`, at espeak-ng's own rate (22,050 Hz)."""
    command = ["espeak-ng", "-v", voice, "-s", str(words_per_minute), "-w", str(path), text]
    subprocess.run(command, check=True, capture_output=True)
    return path


def spoken(text: str, folder: Path, words_per_minute: int = 150, voice: str = "en-gb") -> Samples:
    """`text` spoken, as 16 kHz samples."""
    return samples_of(speak(text, folder / "spoken.wav", words_per_minute, voice))


def samples_of(path: Path) -> Samples:
    return np.concatenate(list(SoundFile(path).blocks()))


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), np.int16)


def noise(seconds: float, amplitude: int = 300) -> Samples:
    """White noise, the same each time."""
    samples = np.random.default_rng(7).normal(0, amplitude, round(seconds * SAMPLE_RATE))
    return samples.astype(np.int16)


def vowel(seconds: float, pitch_hz: float = 110.0, formants_hz: tuple[float, float] = (600.0, 1200.0)) -> Samples:
    """A throat's pulses, a little uneven as all throats are, through two resonances."""
    random = np.random.default_rng(3)
    count = round(seconds * SAMPLE_RATE)
    phase = np.cumsum(pitch_hz * (1 + 0.01 * random.standard_normal(count)) / SAMPLE_RATE)
    pulses = np.diff(np.floor(phase), prepend=0.0)
    moments = np.arange(round(0.03 * SAMPLE_RATE)) / SAMPLE_RATE
    for formant_hz in formants_hz:
        ringing = np.exp(-np.pi * 80 * moments) * np.cos(2 * np.pi * formant_hz * moments)
        pulses = np.convolve(pulses, ringing)[:count]
    breath = 0.02 * random.standard_normal(count)
    return np.asarray(6000 * (pulses / np.abs(pulses).max() + breath), dtype=np.int16)


def write_take(path: Path, samples: Samples) -> Path:
    """A finished take: 16 kHz mono 16-bit WAV."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(samples.tobytes())
    return path


def append(path: Path, samples: Samples) -> None:
    """More samples at the end of a take that is being written; its header lags behind, as in the program."""
    with path.open("ab") as file:
        file.write(samples.tobytes())


def word_errors(said: str, heard: str) -> float:
    """Edit distance in words over the number of words said; punctuation and case do not count."""
    reference, hypothesis = _plain(said), _plain(heard)
    row = list(range(len(hypothesis) + 1))
    for i, expected in enumerate(reference, start=1):
        diagonal, row[0] = row[0], i
        for j, found in enumerate(hypothesis, start=1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (expected != found))
    return row[-1] / len(reference)


def _plain(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text.lower().replace("'", "")).split()
