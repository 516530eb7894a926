"""What the window relies on in a voice holds for the real one and for the one that tests put in its place."""

from __future__ import annotations

import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.errors import VoiceUnavailable
from simulator.voice.voice import Voice
from tests.fakes import FakeVoice
from tests.simulator import children
from tests.simulator.voice.tone_engine import TONES, engine_of
from tests.waiting import PATIENCE_S

MakeVoice = Callable[[Path], Voice | FakeVoice]

both = pytest.mark.parametrize(
    "make", [lambda folder: Voice(folder, PATIENCE_S, [TONES]), FakeVoice], ids=["real", "fake"]
)
both_broken = pytest.mark.parametrize(
    "make",
    [lambda folder: Voice(folder, PATIENCE_S, [engine_of(children.crash)]), lambda folder: FakeVoice(folder, True)],
    ids=["real", "fake"],
)


@both
def test_a_text_is_rendered_once_for_each_voice_and_speed(make: MakeVoice, cache: Path) -> None:
    voice = make(cache)
    cache.mkdir(parents=True, exist_ok=True)
    assert voice.cached("Why?", None, 165) is None
    path = voice.render("Why?", None, 165)
    with wave.open(str(path), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
    assert voice.cached("Why?", None, 165) == path
    assert path != voice.render("Why?", None, 200) != voice.render("How?", None, 200)
    voice.close()


@both
def test_its_voices_can_be_asked_for(make: MakeVoice, cache: Path) -> None:
    voice = make(cache)
    cache.mkdir(parents=True, exist_ok=True)
    for known in voice.voices():
        assert known.name
        assert known.language.startswith("en")
        assert voice.render("Why?", known.id, 165).is_file()
    voice.close()


@both_broken
def test_a_broken_one_says_so(make: MakeVoice, cache: Path) -> None:
    voice = make(cache)
    with pytest.raises(VoiceUnavailable):
        voice.render("Why?", None, 165)
    with pytest.raises(VoiceUnavailable):
        voice.voices()
    assert voice.cached("Why?", None, 165) is None
