"""The real player in a program of its own, on a real sound server; and the fake one, asked the same."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from recordings.pcm import BYTES_PER_SECOND, decibels_of
from tests.child_program import ROOT, ChildProgram
from tests.desktop import SoundServer, sound_server
from tests.sound import pitch_hz, read_wav, tone, write_wav
from ui import player as sentences

__all__ = ["sound_server"]

LENGTH_S = 4.0
HERTZ = 440.0
FREEZE_S = 1.0


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return write_wav(tmp_path / "tone.wav", tone(LENGTH_S, HERTZ))


@pytest.fixture
def server(sound_server: SoundServer) -> SoundServer:
    sound_server.ensure_running()
    return sound_server


@pytest.fixture
def real_player(server: SoundServer) -> Iterator[ChildProgram]:
    with ChildProgram("tests.ui.playback", environment=server.child_environment) as program:
        yield program


@pytest.fixture
def fake_player() -> Iterator[ChildProgram]:
    with ChildProgram("tests.ui.playback", "--fake", environment=os.environ) as program:
        yield program


@pytest.fixture(params=["real_player", "fake_player"])
def player(request: pytest.FixtureRequest) -> ChildProgram:
    found: ChildProgram = request.getfixturevalue(request.param)
    return found


def test_a_file_is_played_to_its_end_with_positions_on_the_way(player: ChildProgram, sound: Path) -> None:
    player.tell(f"play {sound}")
    player.wait_for("playing")
    sounding = player.wait_for("sounding")
    finished = player.wait_for("finished", timeout_s=LENGTH_S + 8)
    positions = player.ask("report", "report")["positions"]
    assert positions == sorted(positions)
    assert positions[-1] == pytest.approx(LENGTH_S, abs=0.15)
    assert len(positions) / (finished["at_s"] - sounding["at_s"]) >= 10
    assert player.count("finished") == 1
    assert player.count("failed") == 0


def test_a_stretch_is_played_and_no_more(player: ChildProgram, sound: Path) -> None:
    player.tell(f"play {sound} 1.0 2.0")
    assert player.wait_for("sounding")["position_s"] == pytest.approx(1.0, abs=0.2)
    assert player.wait_for("finished")["position_s"] == pytest.approx(2.0, abs=0.15)
    assert not player.ask("report", "report")["is_playing"]


def test_qt_s_audio_thread_takes_leave_without_asking_python(real_player: ChildProgram, sound: Path) -> None:
    """Whoever asks may wait for the interpreter with a lock of Qt's in hand, and then the window stands still."""
    real_player.tell(f"play {sound}")
    real_player.wait_for("sounding")
    waits = real_player.ask("stop-alone", "stopped")["audio_threads_wait_for"]
    assert waits
    assert all("poll" in wait for wait in waits), waits


def test_stopping_is_no_finish(player: ChildProgram, sound: Path) -> None:
    player.tell(f"play {sound}")
    player.wait_for("sounding")
    player.tell("stop")
    player.wait_for("quiet")
    player.tell(f"play {sound} 3.0")
    player.wait_for("finished")
    assert player.count("finished") == 1


def test_pause_holds_the_place_and_seek_moves_it(player: ChildProgram, sound: Path) -> None:
    player.tell(f"play {sound}")
    player.wait_for("sounding")
    player.tell("pause")
    player.wait_for("quiet")
    held = player.ask("report", "report")["positions"]
    assert player.ask("report", "report")["positions"] == held
    player.tell("seek 3.5")
    player.tell("pause")
    player.wait_for("playing")
    player.wait_for("finished")
    positions = player.ask("report", "report")["positions"]
    assert 3.5 in positions
    assert not [position for position in positions[len(held) + 1 :] if position < 3.4]


def test_faster_takes_less_time(player: ChildProgram, tmp_path: Path) -> None:
    sound = write_wav(tmp_path / "long.wav", tone(10))
    player.tell(f"play {sound} 0 - 2.0")
    sounding = player.wait_for("sounding")
    finished = player.wait_for("finished")
    assert finished["at_s"] - sounding["at_s"] < 8  # 5 s of sound, and up to 2 s until a null sink begins


def test_a_missing_file_is_said_in_a_sentence(player: ChildProgram, tmp_path: Path) -> None:
    failed = player.ask(f"play {tmp_path / 'gone.wav'}", "failed")
    assert failed["sentence"] == sentences.NO_FILE.format(name="gone.wav")
    assert not failed["is_playing"]


def test_the_next_sound_replaces_one_that_cannot_be_played(player: ChildProgram, sound: Path, tmp_path: Path) -> None:
    player.tell(f"play {tmp_path / 'gone.wav'}\nplay {sound} 3.0")
    player.wait_for("finished")
    assert player.count("failed") == 0


@pytest.mark.parametrize("content", [b"", b"RIFF", b"not a sound" * 50])
def test_a_broken_file_is_said_in_a_sentence(real_player: ChildProgram, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.wav").write_bytes(content)
    failed = real_player.ask(f"play {tmp_path / 'broken.wav'}", "failed")
    assert failed["sentence"] == sentences.UNPLAYABLE.format(name="broken.wav")


def heard(server: SoundServer, player: ChildProgram, command: str, target: Path) -> bytes:
    """What came out of the speakers, without the silence around it."""
    with server.listening(target):
        player.tell(command)
        player.wait_for("finished")
    pcm = read_wav(target)
    step = BYTES_PER_SECOND // 20
    return b"".join(pcm[i : i + step] for i in range(0, len(pcm), step) if decibels_of(pcm[i : i + step]) > -40)


@pytest.mark.parametrize("rate", [1.0, 0.7, 1.5])
def test_the_speakers_sound_and_keep_their_pitch_at_any_speed(
    server: SoundServer, real_player: ChildProgram, sound: Path, tmp_path: Path, rate: float
) -> None:
    pcm = heard(server, real_player, f"play {sound} 0 - {rate}", tmp_path / "heard.wav")
    assert pitch_hz(pcm) == pytest.approx(HERTZ, rel=0.02)
    assert 0.4 * LENGTH_S / rate < len(pcm) / BYTES_PER_SECOND < 1.15 * LENGTH_S / rate


def test_speakers_that_vanish_do_not_freeze_the_program(
    server: SoundServer, real_player: ChildProgram, sound: Path
) -> None:
    real_player.tell(f"play {sound}")
    real_player.wait_for("sounding")
    server.control("unload-module", "module-null-sink")
    try:
        assert real_player.wait_for("failed")["sentence"] == sentences.NO_OUTPUT
        assert real_player.ask("report", "report")["slowest_beat_s"] < FREEZE_S
        assert real_player.ask(f"play {sound}", "failed")["sentence"] == sentences.NO_OUTPUT
    finally:
        server.kill()


@pytest.mark.parametrize("away_s", [0.2, 5.0], ids=["for a moment", "longer than Qt waits"])
def test_a_dead_sound_server_is_said_and_found_again(
    server: SoundServer, real_player: ChildProgram, sound: Path, away_s: float
) -> None:
    real_player.tell(f"play {sound}")
    real_player.wait_for("sounding")
    server.kill()
    assert real_player.wait_for("failed")["sentence"] == sentences.STALLED
    deadline = time.monotonic() + away_s
    while time.monotonic() < deadline:
        assert real_player.ask(f"play {sound}", "failed")["sentence"] == sentences.STALLED
    assert real_player.ask("report", "report")["slowest_beat_s"] < FREEZE_S

    server.start()
    real_player.tell(f"play {sound} 3.0")
    real_player.wait_for("finished")


def test_without_a_sound_server_the_text_has_to_do(tmp_path: Path, sound: Path) -> None:
    nowhere = os.environ | {"PULSE_SERVER": f"unix:{tmp_path}/none", "XDG_RUNTIME_DIR": str(tmp_path)}
    with ChildProgram("tests.ui.playback", environment=nowhere) as program:
        assert program.ask(f"play {sound}", "failed")["sentence"] == sentences.STALLED


def test_a_player_costs_no_multimedia_until_it_plays() -> None:
    script = "import sys; from ui.player import Player; Player(); print('PySide6.QtMultimedia' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "False"
