"""The demo's candidate: a microphone that says what it is told, and speakers that need no sound card."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from recordings.pcm import SAMPLE_BYTES, SAMPLE_RATE
from tests.sound import silence, tone, write_wav
from tests.ui.parts import Told
from ui.demo.synthetic_candidate import ANSWERS, CHUNK_S, QUIET_AFTER_S, CandidateMicrophone, SilentPlayer, spoken_pcm


@pytest.fixture
def microphone(qtbot: QtBot) -> CandidateMicrophone:
    return CandidateMicrophone()


def test_it_says_what_it_is_told_then_falls_silent(microphone: CandidateMicrophone, tmp_path: Path) -> None:
    spoken = tone(1.0)
    chunks: list[bytes] = Told(microphone.chunk_received)
    opened = Told(microphone.opened)
    microphone.say(write_wav(tmp_path / "answer.wav", spoken))
    assert microphone.waiting_s == pytest.approx(1.0 + QUIET_AFTER_S, abs=0.1)
    microphone.open(None)
    microphone.open(None)
    while microphone.waiting_s:
        microphone.deliver()
    said = b"".join(chunks)
    assert said == spoken + silence(QUIET_AFTER_S)
    assert all(len(chunk) <= SAMPLE_RATE * SAMPLE_BYTES // 10 for chunk in chunks)
    assert len(opened) == 1

    chunks.clear()
    microphone.deliver()
    assert chunks == [silence(CHUNK_S)]


def test_closed_it_forgets_the_rest(microphone: CandidateMicrophone, tmp_path: Path) -> None:
    chunks: list[bytes] = Told(microphone.chunk_received)
    microphone.open(None)
    microphone.say(write_wav(tmp_path / "answer.wav", tone(1.0)))
    microphone.close()
    assert not microphone.is_open
    assert microphone.waiting_s == 0
    microphone.deliver()
    assert chunks == []
    microphone.open(None)
    microphone.deliver()
    assert chunks == [silence(CHUNK_S)]


def test_it_is_the_only_microphone(microphone: CandidateMicrophone) -> None:
    (device,) = microphone.devices()
    assert device.is_default


def test_a_voice_of_any_rate_comes_as_a_microphone_gives_it(tmp_path: Path) -> None:

    path = tmp_path / "voice.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(22_050)
        sound.writeframes(tone(1.0, rate_hz=22_050))
    assert len(spoken_pcm(path)) / SAMPLE_BYTES == pytest.approx(SAMPLE_RATE, rel=0.01)


def test_what_is_played_counts_as_heard_at_once(tmp_path: Path) -> None:
    player = SilentPlayer()
    finished = Told(player.finished)
    player.play(tmp_path / "question.wav")
    assert len(finished) == 1
    assert not player.is_playing
    player.stop()
    assert len(finished) == 1


def test_it_answers_questions_that_exist(bank: Bank) -> None:
    for question_id, words in ANSWERS.items():
        assert bank.get(question_id).text
        assert len(words.split()) > 40
