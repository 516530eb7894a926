"""Hostile sound through the real model: nothing is invented, nothing falls over, what is said is heard."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from recordings.transcription.listening import Listening
from recordings.transcription.models import install_built_in
from recordings.transcription.sound import SAMPLE_RATE, Samples
from simulator.analysis.analyse import analyse
from tests.recordings.transcription.speaking import noise, silence, spoken, vowel, word_errors
from tests.recordings.transcription.spoiling import SENTENCE, SPOILT, heard, laughter

if TYPE_CHECKING:
    from recordings.transcription.whisper import WhisperEngine

pytestmark = pytest.mark.speech


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> WhisperEngine:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # SpeechRecognition imports aifc and audioop
        from recordings.transcription.whisper import WhisperEngine
    return WhisperEngine(install_built_in(tmp_path_factory.mktemp("models")))


@pytest.fixture(scope="module")
def sentence(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    return spoken(SENTENCE, tmp_path_factory.mktemp("speech"))


def tone(seconds: float, hertz: float) -> Samples:
    moments = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return np.asarray(6000 * np.sin(2 * np.pi * hertz * moments), dtype=np.int16)


def hum(seconds: float) -> Samples:
    """Mains hum with its overtones."""
    return np.asarray(sum(tone(seconds, 50.0 * overtone) // (2 * overtone) for overtone in (1, 2, 3, 5)), np.int16)


def clatter(seconds: float) -> Samples:
    """Short bursts of noise at uneven times, as of a keyboard."""
    random = np.random.default_rng(5)
    sound = noise(seconds, 20).astype(np.float64)
    burst = 6000 * random.standard_normal(320) * np.exp(-np.arange(320) / 60)
    for start in np.cumsum(random.uniform(0.08, 0.4, round(seconds * 4))) * SAMPLE_RATE:
        end = min(len(sound), int(start) + len(burst))
        sound[int(start) : end] += burst[: max(0, end - int(start))]
    return sound.clip(-32768, 32767).astype(np.int16)


def breath(seconds: float) -> Samples:
    """Noise that swells and fades every two seconds."""
    swell = np.sin(np.pi * np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE / 2) ** 4
    return np.asarray(noise(seconds, 2500) * swell, np.int16)


def melody(seconds: float) -> Samples:
    """Notes of half a second, with two overtones each."""
    notes = [220.0, 261.6, 329.6, 392.0, 440.0, 329.6]
    sounds = [
        tone(0.5, notes[place % len(notes)]) // 2 + tone(0.5, 2 * notes[place % len(notes)]) // 4
        for place in range(round(2 * seconds))
    ]
    return np.concatenate(sounds).astype(np.int16)


def band(seconds: float) -> Samples:
    """Music: a chord a second of struck strings with overtones, and a drum twice a second."""
    chords = [(130.8, 164.8, 196.0), (110.0, 130.8, 164.8), (87.3, 110.0, 130.8), (98.0, 123.5, 146.8)]
    moments = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    drum = noise(1.0, 2500) * np.exp(-(moments % 0.5) * 30)
    bars = [
        sum(
            1200 / overtone * np.exp(-moments * 2 * overtone) * np.sin(2 * np.pi * note * overtone * moments)
            for note in chords[second % len(chords)]
            for overtone in (1, 2, 3, 4, 5)
        )
        + drum
        for second in range(round(seconds))
    ]
    return np.concatenate(bars).clip(-32768, 32767).astype(np.int16)


def cough(seconds: float) -> Samples:
    """A burst of noise every second, sharp at first and hoarse after that."""
    fading = np.exp(-np.arange(round(0.35 * SAMPLE_RATE)) / SAMPLE_RATE * 14)
    burst = (noise(0.35, 6000) * fading + vowel(0.35, 90.0, (700.0, 1600.0)) * fading / 2).astype(np.int16)
    return np.tile(np.concatenate([burst, noise(0.65, 20)]), round(seconds))


NOTHING_SAID = {
    "nothing": silence(0.0),
    "10 ms": noise(0.01, 3000),
    "silence": silence(12.0),
    "hiss": noise(12.0, 40),
    "loud noise": noise(12.0, 8000),
    "hum": hum(12.0),
    "clatter": clatter(12.0),
    "breath": breath(12.0),
    "a tone": tone(8.0, 440.0),
    "a melody": melody(12.0),
    "music": band(12.0),
    "coughs": cough(12.0),
    "an offset": silence(8.0) + np.int16(9000),
}


@pytest.mark.parametrize("samples", NOTHING_SAID.values(), ids=NOTHING_SAID.keys())
def test_where_nothing_is_said_nothing_is_heard(engine: WhisperEngine, samples: Samples) -> None:
    transcript = heard(engine, samples)
    assert transcript.words == ()
    assert [pause for pause in transcript.filled_pauses if pause.confidence >= 0.5] == []


def test_laughter_is_no_filler_sound(engine: WhisperEngine) -> None:
    """Whether words are heard in it differs by processor; the benchmark `spoilt-speech` counts them."""
    transcript = heard(engine, laughter(12.0))
    assert [pause for pause in transcript.filled_pauses if pause.confidence >= 0.5] == []
    assert not [filler for filler in analyse(transcript).fillers if filler.kind == "sound"]


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_spoilt_speech_is_heard_without_inventions(
    engine: WhisperEngine, sentence: Samples, spoil: Callable[[Samples], Samples]
) -> None:
    """How many words are lost differs from one processor to the next; the benchmark `spoilt-speech` prints it."""
    transcript = heard(engine, spoil(sentence))
    assert 0 < len(transcript.words) <= 1.5 * len(SENTENCE.split())
    assert word_errors(SENTENCE, transcript.text) < 1
    assert not [filler for filler in analyse(transcript).fillers if filler.kind == "sound"]


@pytest.mark.parametrize("noise_around", [hum(4.0), clatter(4.0), breath(4.0)], ids=["hum", "clatter", "breath"])
def test_noise_between_two_sentences_adds_no_filler_sounds(
    engine: WhisperEngine, sentence: Samples, noise_around: Samples
) -> None:
    transcript = heard(engine, np.concatenate([sentence, silence(0.3), noise_around, silence(0.3), sentence]))
    assert word_errors(f"{SENTENCE} {SENTENCE}", transcript.text) < 0.7
    assert not [filler for filler in analyse(transcript).fillers if filler.kind == "sound"]


@pytest.mark.parametrize(("rest_s", "is_heard"), [(0.5, False), (1.0, True)])
def test_a_moment_left_behind_the_last_word_is_not_heard_on_its_own(
    engine: WhisperEngine, rest_s: float, is_heard: bool
) -> None:
    whisper = engine._whisper
    short, rest = np.zeros((80, 3000), np.float32), np.zeros((80, 3000), np.float32)
    short[:, :30] = 0.5
    rest[:, : round(100 * rest_s)] = 0.5
    whisper.prepare(context_s=10.0, least_rest_s=0.7)
    assert whisper.encode(short) is not None  # a whole sound may be as short as it likes
    assert (whisper.encode(rest) is not None) is is_heard


def test_another_language_gets_no_filler_figures(engine: WhisperEngine, tmp_path: Path) -> None:
    text = (
        "Die Kreuzvalidierung teilt die Daten in mehrere Teile, und jedes Modell wird auf allen Teilen bis auf einen "
        "trainiert. Danach messen wir den Fehler auf dem Teil, der übrig geblieben ist, und bilden den Mittelwert."
    )
    transcript = heard(engine, spoken(text, tmp_path, voice="de"))
    assert transcript.language == "de"
    report = analyse(transcript)
    assert not report.enough_speech
    assert report.fillers_per_minute is None


def test_an_hour_takes_no_more_memory_than_a_minute(engine: WhisperEngine) -> None:
    listening = Listening(engine)
    most = 0
    for _ in range(120):
        listening.feed(noise(30.0, 30))
        while listening.settle():
            pass
        most = max(most, len(listening._kept))
    assert most <= 3 * SAMPLE_RATE
    assert listening.duration_s == 3600.0
