"""What is said in the benchmarks: plain sentences, as many as a length of speech needs."""

from __future__ import annotations

import subprocess
import wave
from pathlib import Path

WPM = 150
SENTENCES = (
    "First I would look at the data, and count how many rows are missing and how many are wrong.",
    "Um, then I would train a simple model, because a simple model is easy to explain to other people.",
    "After that I would measure the error on data that the model has never seen before.",
    "If the error is much larger there, the model has learned the noise and not the signal.",
    "Uh, in that case I would collect more data, or make the model smaller, or stop the training early.",
    "I would also check whether the same person appears in both parts of the data.",
    "When the numbers look good, I would show them to somebody who knows the business.",
    "At the end I would write down what I did, so that another engineer can repeat it.",
)


def speak(seconds: float, folder: Path) -> Path:
    """A WAV of at least so many seconds of speech by espeak-ng, and less than a sentence more."""
    sound = folder / f"speech-{seconds:.0f}.wav"
    for count in range(1, 200):
        text = " ".join(SENTENCES[index % len(SENTENCES)] for index in range(count))
        if len(text.split()) / WPM * 60 < seconds * 0.9:
            continue
        subprocess.run(["espeak-ng", "-v", "en-us", "-s", str(WPM), "-w", str(sound), text], check=True)
        if duration_s(sound) >= seconds:
            return sound
    raise RuntimeError(f"{seconds} s of speech are too many")


def duration_s(sound: Path) -> float:
    """How long a WAV lasts."""
    with wave.open(str(sound), "rb") as file:
        return file.getnframes() / file.getframerate()
