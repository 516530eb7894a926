from __future__ import annotations

import wave
from pathlib import Path

import pytest

from simulator.voice.sound_cache import has_sound
from simulator.voice.spoken_text import MAX_CHARACTERS
from simulator.voice.voice import Voice
from simulator.voice.voice_engine import VoiceInfo

QUESTION = "Your model does well on the training set and badly in production. What do you do first?"


def duration_s(path: Path) -> float:
    with wave.open(str(path), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return sound.getnframes() / sound.getframerate()


def test_a_question_becomes_sound(voice: Voice) -> None:
    path = voice.render(QUESTION, None, 165)
    assert has_sound(path)
    assert 3 < duration_s(path) < 9
    assert not voice.is_off


def test_the_whole_text_is_read_however_long(voice: Voice) -> None:
    # pyttsx3 returns before espeak-ng is done; beyond some 250 characters there would be no file.
    one, ten = (duration_s(voice.render(" ".join([QUESTION] * times), None, 165)) for times in (1, 10))
    assert 8 * one < ten < 12 * one


def test_a_text_without_end_is_cut_and_does_not_crash(voice: Voice) -> None:
    assert has_sound(voice.render("why " * 10 * MAX_CHARACTERS, None, 300))


def test_speed_and_voice_are_obeyed(voice: Voice) -> None:
    slow, fast = (voice.render(QUESTION, None, wpm) for wpm in (100, 250))
    assert duration_s(slow) > 1.8 * duration_s(fast)
    british, american = (voice.render(QUESTION, id_, 165) for id_ in ("gmw/en", "gmw/en-us"))
    assert british.read_bytes() != american.read_bytes()


def test_a_voice_that_is_gone_leaves_the_systems_own(voice: Voice) -> None:
    assert has_sound(voice.render(QUESTION, "no/such-voice", 165))


@pytest.mark.parametrize(
    "text", ["<b>Why?</b> & [[h@]] {0} %s", "Why\0not\ud800?", "Was heißt „Überanpassung“? 過学習 λ"]
)
def test_odd_characters_are_read_past(voice: Voice, text: str) -> None:
    assert has_sound(voice.render(text, None, 165))


def test_its_ids_are_those_that_settings_hold(voice: Voice) -> None:
    assert VoiceInfo("gmw/en", "English (Great Britain)", "en-gb") in voice.voices()
