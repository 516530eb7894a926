"""The microphone tested: recorded, judged, played back once, and nothing of it left, whatever comes between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recordings.passing_sound import PassingSound
from recordings.voice_activity import LevelWord
from tests.sound import noise, read_wav, silence, tone
from tests.ui.making import microphone_test, reading_aloud
from tests.ui.parts import Room, Told
from ui.errands.microphone_test import LENGTH_S, MicrophoneTest, MicrophoneTestStage
from ui.words.microphone_test import NOT_PLAYED, STARTING, UNDER_WAY, VERDICTS

Stage = MicrophoneTestStage


def sounds(room: Room) -> list[Path]:
    """What lies in the cache."""
    return list(room.data_folder.cache.glob("*.wav"))


def begun(room: Room) -> tuple[MicrophoneTest, Told, Told]:
    """A test that listens, what it says and where it stands."""
    test = microphone_test(room)
    test.setParent(room.equipment)
    words, stages = Told(test.told), Told(test.stage_changed)
    test.go_on()
    return test, words, stages


def test_four_seconds_are_counted_down_and_played_back_at_once(room: Room) -> None:
    _, words, stages = begun(room)
    assert words == [(STARTING, "")]
    assert room.is_listening()
    room.microphone.hear(tone(1.5))
    assert words[-1] == ("Say something. 3 seconds left.", "")
    room.microphone.hear(tone(3.0))
    assert "Say something. 1 second left." in [said for said, _ in words]
    assert words[-1][0] == VERDICTS[LevelWord.GOOD]
    assert not room.is_listening()
    assert words[-1][1] == "green"
    (played,) = room.player.played
    assert len(read_wav(played)) == LENGTH_S * 32_000
    assert played.stat().st_mode & 0o777 == 0o600
    room.player.advance(0.1)
    assert sounds(room) == []  # from the moment it sounds
    room.player.advance(LENGTH_S)
    assert stages == [Stage.RECORDING, Stage.PLAYING, Stage.IDLE]
    assert words[-1][0] == VERDICTS[LevelWord.GOOD]


@pytest.mark.parametrize(
    ("pcm", "word"),
    [
        (noise(1.0, level_db=-75.0) + tone(1.0, peak_db=-47.0) + noise(2.0, level_db=-75.0), LevelWord.QUIET),
        (tone(LENGTH_S, peak_db=3.0), LevelWord.LOUD),
        (noise(LENGTH_S, level_db=-75.0), LevelWord.WAITING),
        (tone(0.8) + noise(LENGTH_S - 0.8, level_db=-75.0), LevelWord.GOOD),
    ],
)
def test_what_was_heard_is_said_in_one_sentence(room: Room, pcm: bytes, word: LevelWord) -> None:
    _, words, _ = begun(room)
    room.microphone.hear(pcm)
    assert words[-1][0] == VERDICTS[word]
    assert room.player.is_playing


def test_a_muted_microphone_plays_nothing_back(room: Room) -> None:
    _, words, stages = begun(room)
    room.microphone.hear(silence(LENGTH_S))
    assert words[-1][0] == VERDICTS[LevelWord.SILENCE]
    assert stages[-1] is Stage.IDLE
    assert (room.player.played, sounds(room)) == ([], [])


def test_a_second_press_plays_what_there_is_and_a_third_ends_it(room: Room) -> None:
    test, words, stages = begun(room)
    room.microphone.hear(tone(1.0))
    test.go_on()
    assert words[-1][0] == VERDICTS[LevelWord.GOOD]
    (played,) = room.player.played
    assert 0.8 < len(read_wav(played)) / 32_000 <= 1.0
    test.go_on()
    assert not room.player.is_playing
    assert stages[-1] is Stage.IDLE
    assert sounds(room) == []


def test_a_press_before_any_sound_has_come_is_no_sound(room: Room) -> None:
    test, words, stages = begun(room)
    test.go_on()
    assert words[-1][0] == VERDICTS[LevelWord.WAITING]
    assert stages[-1] is Stage.IDLE
    assert not room.is_listening()


@pytest.mark.parametrize("heard_s", [0.0, 1.0, 5.0])
def test_whoever_leaves_leaves_nothing(room: Room, heard_s: float) -> None:
    test, _, stages = begun(room)
    room.microphone.hear(tone(heard_s))
    test.end()
    assert not room.is_listening()
    assert not room.player.is_playing
    assert stages[-1] is Stage.IDLE
    assert sounds(room) == []


def test_the_microphone_of_the_settings_is_heard_until_another_is_chosen(room: Room) -> None:
    room.microphone.plug_in("Headset")
    change: Callable[..., None] = lambda **new: room.equipment.settings.change(  # noqa: E731
        replace(room.equipment.settings.now, **new)
    )
    change(microphone_id="Headset")
    _, _, stages = begun(room)
    assert room.microphone.device_id == "Headset"
    change(captions=True)
    assert stages == [Stage.RECORDING]
    change(microphone_id=None)
    assert stages == [Stage.RECORDING, Stage.IDLE]
    assert not room.is_listening()


def test_a_microphone_that_goes_is_said(qtbot: QtBot, room: Room) -> None:
    _, words, stages = begun(room)
    room.microphone.hear(tone(1.0))
    room.microphone.unplug()
    qtbot.waitUntil(lambda: "unplugged" in words[-1][0])
    assert "kept" not in words[-1][0]
    assert stages[-1] is Stage.IDLE


def test_speakers_that_do_not_sound_are_said(qtbot: QtBot, room: Room) -> None:
    room.player.has_output = False
    _, words, stages = begun(room)
    room.microphone.hear(tone(LENGTH_S))
    qtbot.waitUntil(lambda: bool(words[-1] == (NOT_PLAYED, "amber")))
    assert stages[-1] is Stage.IDLE
    assert sounds(room) == []


def test_a_full_disk_is_said(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_sound: PassingSound, _pcm: bytes) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(PassingSound, "write", refused)
    _, words, stages = begun(room)
    room.microphone.hear(tone(LENGTH_S))
    assert words[-1] == ("The recording could not be saved for playback (No space left on device).", "amber")
    assert stages[-1] is Stage.IDLE


def test_a_voice_that_begins_to_read_has_the_speakers_for_itself(qtbot: QtBot, room: Room) -> None:
    _, _, stages = begun(room)
    room.microphone.hear(tone(LENGTH_S))
    reading_aloud(room).say("A question.")
    qtbot.waitUntil(lambda: len(room.player.played) == 2)
    assert stages[-1] is Stage.IDLE
    assert room.player.is_playing
    assert sounds(room) == []


def test_what_is_being_read_is_not_heard_in_the_test(qtbot: QtBot, room: Room) -> None:
    reading = reading_aloud(room)
    reading.say("A question.")
    qtbot.waitUntil(lambda: room.player.is_playing)
    _, words, _ = begun(room)
    assert reading.text == ""
    assert not room.player.is_playing
    room.microphone.hear(tone(1.0))  # its last words, out of the loudspeaker's own buffer
    assert words == [(STARTING, "")]
    room.clock.pass_by(1.0)
    room.microphone.hear(tone(1.0))
    assert words[-1][0].endswith("left.")


def test_an_interview_keeps_microphone_and_speakers_for_itself(qtbot: QtBot, room: Room) -> None:
    test, words, stages = begun(room)
    room.begin(qtbot)
    assert room.is_listening()
    assert stages[-1] is Stage.IDLE
    test.go_on()
    assert words[-1] == (UNDER_WAY, "amber")
    assert stages[-1] is Stage.IDLE
    test.end()
    assert room.is_listening()
