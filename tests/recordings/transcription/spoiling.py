"""A spoken sentence, the ways in which bad equipment spoils it, and what the engine hears of sound as it arrives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

import numpy as np

from recordings.transcription.listening import Listening
from recordings.transcription.sound import SAMPLE_RATE, Samples
from simulator.transcript import Transcript
from tests.recordings.transcription.speaking import noise, vowel

if TYPE_CHECKING:
    from recordings.transcription.whisper import WhisperEngine

SENTENCE: Final = "The learning rate decides how far each step goes, and I would lower it when training is unstable."


def heard(engine: WhisperEngine, samples: Samples) -> Transcript:
    listening = Listening(engine)
    for piece in np.array_split(samples, max(1, len(samples) // (30 * SAMPLE_RATE))):
        listening.feed(piece)
        while listening.settle():
            pass
    listening.end()
    while listening.settle():
        pass
    return listening.transcript()


def clipped(samples: Samples) -> Samples:
    return (samples.astype(np.int32) * 12).clip(-32768, 32767).astype(np.int16)


def shifted(samples: Samples) -> Samples:
    return (samples.astype(np.int32) // 2 + 9000).astype(np.int16)


def telephone(samples: Samples) -> Samples:
    """Every second sample twice: 8 kHz, and the aliasing of a bad resampler."""
    return np.repeat(samples[::2], 2)


def narrow(samples: Samples) -> Samples:
    """Nothing but 300 to 3,400 Hz, as a telephone line lets through."""
    spectrum = np.fft.rfft(samples.astype(np.float64))
    hertz = np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE)
    spectrum[(hertz < 300) | (hertz > 3400)] = 0
    return np.fft.irfft(spectrum, len(samples)).clip(-32768, 32767).astype(np.int16)


def laughter(seconds: float) -> Samples:
    """Bursts of a vowel with breath before each, five a second, in fits of one second."""
    ha = np.concatenate([noise(0.09, 600), vowel(0.11, 190.0, (750.0, 1300.0))])
    return np.concatenate([np.concatenate([np.tile(ha, 5), noise(1.0, 20)]) for _ in range(round(seconds / 2))])


SPOILT: Final[Mapping[str, Callable[[Samples], Samples]]] = {
    "clipped": clipped,
    "shifted": shifted,
    "telephone": telephone,
    "narrow": narrow,
}
