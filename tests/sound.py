"""Sound made on the spot for tests: silence, tones, noise and spoken words, as 16 kHz mono 16-bit PCM."""

from __future__ import annotations

import subprocess
import wave
from pathlib import Path

import numpy as np
import soxr
from numpy.typing import NDArray

from recordings.pcm import FULL_SCALE, SAMPLE_BYTES, SAMPLE_RATE


def silence(duration_s: float) -> bytes:
    """Digital silence."""
    return bytes(round(duration_s * SAMPLE_RATE) * SAMPLE_BYTES)


def tone(duration_s: float, hertz: float = 440.0, peak_db: float = -12.0, rate_hz: int = SAMPLE_RATE) -> bytes:
    """A sine whose peak lies `peak_db` below full scale; its level is 3 dB less."""
    moments = np.arange(round(duration_s * rate_hz)) / rate_hz
    return pcm_of(10 ** (peak_db / 20) * np.sin(2 * np.pi * hertz * moments))


def noise(duration_s: float, level_db: float = -60.0, seed: int = 1) -> bytes:
    """White noise at `level_db` dBFS (root mean square)."""
    random = np.random.default_rng(seed)
    return pcm_of(10 ** (level_db / 20) * random.standard_normal(round(duration_s * SAMPLE_RATE)))


def speech(text: str, folder: Path, wpm: int = 160, level_db: float = -23.0, voice: str = "en-us") -> bytes:
    """`text` spoken by espeak-ng, at `level_db` dBFS over the whole (-23 is a usual level for speech)."""
    spoken = folder / "espeak.wav"
    subprocess.run(["espeak-ng", "-v", voice, "-s", str(wpm), "-w", str(spoken), text], check=True)
    with wave.open(str(spoken), "rb") as sound:
        rate_hz = sound.getframerate()
        samples = samples_of(sound.readframes(sound.getnframes())) / FULL_SCALE
    ours = np.asarray(soxr.resample(samples, rate_hz, SAMPLE_RATE))
    return pcm_of(ours * 10 ** (level_db / 20) / np.sqrt(np.mean(ours**2)))


def mixed(*sounds: bytes) -> bytes:
    """All at once, cut to the shortest."""
    length = min(map(len, sounds))
    return pcm_of(np.sum([samples_of(sound[:length]) for sound in sounds], axis=0) / FULL_SCALE)


def shifted(pcm: bytes, offset: int) -> bytes:
    """With a constant added to every sample, as a bad sound card does."""
    return pcm_of((samples_of(pcm) + offset) / FULL_SCALE)


def pcm_of(samples: NDArray[np.floating]) -> bytes:
    """PCM of samples between -1 and 1; beyond that they clip."""
    return bytes(np.clip(np.rint(samples * FULL_SCALE), -FULL_SCALE, FULL_SCALE - 1).astype("<i2").tobytes())


def samples_of(pcm: bytes) -> NDArray[np.float64]:
    """The samples as numbers between -32768 and 32767."""
    return np.frombuffer(pcm, dtype="<i2").astype(np.float64)


def write_wav(path: Path, pcm: bytes) -> Path:
    """A WAV by the standard library, not by the code under test."""
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(SAMPLE_BYTES)
        sound.setframerate(SAMPLE_RATE)
        sound.writeframes(pcm)
    return path


def read_wav(path: Path) -> bytes:
    """The PCM of a WAV, by the standard library; AssertionError if it is not in our format."""
    with wave.open(str(path), "rb") as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (SAMPLE_RATE, 1, SAMPLE_BYTES)
        return sound.readframes(sound.getnframes())


def pitch_hz(pcm: bytes) -> float:
    """The strongest frequency."""
    samples = samples_of(pcm)
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * SAMPLE_RATE / len(samples))
