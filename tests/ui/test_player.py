"""The real player in a program of its own, on a real sound server; and the fake one, asked the same."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from math import log
from pathlib import Path

import pytest

from recordings.pcm import BYTES_PER_SECOND, FULL_SCALE, SAMPLE_RATE, decibels_of
from recordings.pulseaudio import ServerWatch
from recordings.take import TakeWriter
from simulator.data_folder import DataFolder
from tests.child_program import ROOT, ChildProgram
from tests.desktop import SoundServer, sound_server
from tests.sound import pitch_hz, read_wav, samples_of, tone, write_wav
from tests.vaults import encrypted
from tests.waiting import wait_until
from ui import player as sentences

__all__ = ["sound_server"]

LENGTH_S = 4.0
HERTZ = 440.0
FREEZE_S = 1.0
LEAVING_S = 10.0  # of a slow machine; Qt would wait for thirty


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


@pytest.fixture
def child_player(server: SoundServer) -> Iterator[ChildProgram]:
    with ChildProgram("tests.ui.playback", "--child", environment=server.child_environment) as program:
        yield program


@pytest.fixture(params=["real_player", "child_player", "fake_player"])
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


@pytest.mark.parametrize("kind", [(), ("--child",)])
def test_an_encrypted_take_is_played_like_any_other(server: SoundServer, tmp_path: Path, kind: tuple[str, ...]) -> None:
    folder = DataFolder.find(tmp_path / "library")
    folder.prepare()
    encrypted(folder.data)
    take = TakeWriter.create(folder.recordings, "answer")
    take.append(tone(LENGTH_S, HERTZ))
    path = take.close().path
    call = ("tests.ui.playback", *kind, "--open", str(folder.data))
    with ChildProgram(*call, environment=server.child_environment) as player:
        player.tell(f"play {path} 1.0 2.0")
        assert player.wait_for("sounding")["position_s"] == pytest.approx(1.0, abs=0.2)
        assert player.wait_for("finished")["position_s"] == pytest.approx(2.0, abs=0.15)
        player.tell(f"play {path} 3.0")
        player.wait_for("finished", timeout_s=LENGTH_S + 8)
        assert player.count("failed") == 0
    assert sorted(one.name for one in folder.recordings.iterdir()) == ["answer.wav", "vault.json"]


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


def test_pause_holds_the_place_and_goes_on_from_there(player: ChildProgram, sound: Path) -> None:
    player.tell(f"play {sound}")
    player.wait_for("sounding")
    player.tell("pause")
    player.wait_for("quiet")
    held = player.ask("report", "report")["positions"]
    assert player.ask("report", "report")["positions"] == held
    player.tell("pause")
    player.wait_for("playing")
    player.wait_for("finished")
    positions = player.ask("report", "report")["positions"]
    assert positions[: len(held)] == held
    assert not [position for position in positions[len(held) :] if position < held[-1] - 0.1]


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


def test_a_file_that_is_deleted_while_it_sounds_is_played_to_its_end(player: ChildProgram, sound: Path) -> None:
    player.tell(f"play {sound}")
    player.wait_for("sounding")
    sound.unlink()
    assert player.wait_for("finished")["position_s"] == pytest.approx(LENGTH_S, abs=0.15)


def test_the_next_sound_replaces_one_that_cannot_be_played(player: ChildProgram, sound: Path, tmp_path: Path) -> None:
    player.tell(f"play {tmp_path / 'gone.wav'}\nplay {sound} 3.0")
    player.wait_for("finished")
    assert player.count("failed") == 0


@pytest.mark.parametrize("content", [b"", b"RIFF", b"not a sound" * 50])
def test_a_broken_file_is_said_in_a_sentence(real_player: ChildProgram, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.wav").write_bytes(content)
    failed = real_player.ask(f"play {tmp_path / 'broken.wav'}", "failed")
    assert failed["sentence"] == sentences.UNPLAYABLE.format(name="broken.wav")


def test_every_output_is_known_the_systems_choice_first(player: ChildProgram) -> None:
    assert player.ask("outputs", "outputs")["ids"] == ["speakers", "micfeed"]


def test_an_output_that_is_not_there_is_said_once_and_the_systems_choice_sounds(
    player: ChildProgram, sound: Path
) -> None:
    player.tell(f"use nowhere\nplay {sound} 3.0")
    assert player.wait_for("output_missing")["sentence"] == sentences.OUTPUT_GONE
    player.wait_for("finished")
    player.tell(f"play {sound} 3.5")
    player.wait_for("finished")
    player.tell(f"use -\nplay {sound} 3.5")
    player.wait_for("finished")
    assert player.count("output_missing") == 1
    assert player.count("failed") == 0


def heard(
    server: SoundServer, player: ChildProgram, command: str, target: Path, device: str = "speakers.monitor"
) -> bytes:
    """What came out of the speakers, without the silence around it."""
    with server.listening(target, device):
        player.tell(command)
        player.wait_for("finished")
    pcm = read_wav(target)
    step = BYTES_PER_SECOND // 20
    return b"".join(pcm[i : i + step] for i in range(0, len(pcm), step) if decibels_of(pcm[i : i + step]) > -40)


def test_the_chosen_output_sounds_and_a_process_that_comes_later_knows_it(
    server: SoundServer, child_player: ChildProgram, sound: Path, tmp_path: Path
) -> None:
    child_player.tell(f"use micfeed\nplay {sound}")
    child_player.wait_for("sounding")
    child_player.tell("kill")
    child_player.wait_for("failed")
    pcm = heard(server, child_player, f"play {sound}", tmp_path / "heard.wav", "micfeed.monitor")
    assert pitch_hz(pcm) == pytest.approx(HERTZ, rel=0.02)
    assert child_player.count("output_missing") == 0


@pytest.mark.parametrize("rate", [1.0, 0.7, 1.5])
def test_the_speakers_sound_and_keep_their_pitch_at_any_speed(
    server: SoundServer, real_player: ChildProgram, sound: Path, tmp_path: Path, rate: float
) -> None:
    pcm = heard(server, real_player, f"play {sound} 0 - {rate}", tmp_path / "heard.wav")
    assert pitch_hz(pcm) == pytest.approx(HERTZ, rel=0.02)
    assert 0.4 * LENGTH_S / rate < len(pcm) / BYTES_PER_SECOND < 1.15 * LENGTH_S / rate


def test_the_volume_changes_while_it_plays_on(player: ChildProgram, sound: Path) -> None:
    player.tell(f"play {sound}")
    player.wait_for("sounding")
    player.tell("volume 0.5\nvolume 0.0\nvolume 0.9")
    player.wait_for("finished")
    positions = player.ask("report", "report")["positions"]
    assert positions == sorted(positions)
    assert positions[-1] == pytest.approx(LENGTH_S, abs=0.15)
    assert (player.count("playing"), player.count("quiet"), player.count("failed")) == (1, 1, 0)


def loudness(path: Path) -> list[float]:
    """The peak of every hundredth of a second that can be heard, 0 to 1."""
    samples = abs(samples_of(read_wav(path))) / FULL_SCALE
    step = SAMPLE_RATE // 100
    peaks = samples[: len(samples) // step * step].reshape(-1, step).max(axis=1)
    return [float(peak) for peak in peaks if peak > 0.01]


@pytest.mark.parametrize("kind", ["real_player", "child_player"])
def test_the_speakers_get_softer_little_by_little(
    server: SoundServer, request: pytest.FixtureRequest, sound: Path, tmp_path: Path, kind: str
) -> None:
    player: ChildProgram = request.getfixturevalue(kind)
    with server.listening(tmp_path / "heard.wav"):
        player.tell(f"play {sound}")
        wait_until(lambda: max(player.ask("report", "report")["positions"], default=0) > 1, "a second of sound")
        player.tell("volume 0.7")
        player.wait_for("finished")
    peaks = loudness(tmp_path / "heard.wav")
    loud, soft = peaks[20], peaks[-20]
    assert soft == pytest.approx(loud * log(1 - 0.7) / log(0.01), rel=0.05)  # Qt's loudness, from convertVolume
    assert len([peak for peak in peaks if 1.1 * soft < peak < 0.9 * loud]) >= 3


def test_the_speakers_begin_at_the_volume_and_keep_it_over_a_pause(
    server: SoundServer, real_player: ChildProgram, sound: Path, tmp_path: Path
) -> None:
    with server.listening(tmp_path / "heard.wav"):
        real_player.tell(f"play {sound} 0 - 1.0 0.8")
        wait_until(lambda: max(real_player.ask("report", "report")["positions"], default=0) > 1, "a second of sound")
        real_player.tell("pause")
        real_player.wait_for("quiet")
        real_player.tell("pause")
        real_player.wait_for("finished")
    peaks = loudness(tmp_path / "heard.wav")
    # At full volume it would be almost three times as loud; where the server stumbles, one peak may stand out a little.
    assert max(peaks) == pytest.approx(peaks[len(peaks) // 4], rel=0.2)
    assert max(peaks) == pytest.approx(peaks[-20], rel=0.2)


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


def test_a_sound_server_that_hangs_holds_nobody_up(
    server: SoundServer, child_player: ChildProgram, sound: Path
) -> None:
    child_player.tell(f"play {sound}")
    child_player.wait_for("sounding")
    with server.hanging():
        assert child_player.wait_for("failed")["sentence"] == sentences.STALLED
        assert child_player.ask("report", "report")["slowest_beat_s"] < FREEZE_S
        assert child_player.ask(f"play {sound}", "failed")["sentence"] == sentences.STALLED
        assert child_player.ask("report", "report")["slowest_beat_s"] < FREEZE_S
        child_player.tell(f"play {sound}\nstop")
    server.control("info")
    child_player.tell(f"play {sound} 3.0")
    child_player.wait_for("finished")


def test_one_may_leave_while_the_sound_server_hangs(server: SoundServer, sound: Path) -> None:
    with contextlib.ExitStack() as stack:
        with ChildProgram("tests.ui.playback", "--child", environment=server.child_environment) as program:
            program.tell(f"play {sound}")
            program.wait_for("sounding")
            stack.enter_context(server.hanging())
            left_s = time.monotonic()
        assert time.monotonic() - left_s < LEAVING_S


def test_looking_for_a_dead_sound_server_opens_no_socket_of_the_network(
    server: SoundServer, tmp_path: Path, sound: Path
) -> None:
    trace = tmp_path / "trace.txt"
    watched = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,connect", "-o", str(trace))
    with ChildProgram("tests.ui.playback", environment=server.child_environment, within=watched) as program:
        program.tell(f"play {sound}")
        program.wait_for("sounding")
        server.kill()
        program.wait_for("failed")
        wait_until(lambda: "/proc/self/fd/" in trace.read_text(), "Qt to look for the server")
        server.start()
        program.tell(f"play {sound} 3.0")
        program.wait_for("finished")
    assert [line for line in trace.read_text().splitlines() if "AF_INET" in line] == []


def test_a_player_whose_process_is_killed_says_so_and_gets_another(child_player: ChildProgram, sound: Path) -> None:
    child_player.tell(f"play {sound}")
    child_player.wait_for("sounding")
    child_player.tell("kill")
    assert child_player.wait_for("failed")["sentence"] == sentences.STALLED
    child_player.tell(f"play {sound} 3.0")
    child_player.wait_for("finished")


def test_without_a_sound_server_the_text_has_to_do(tmp_path: Path, sound: Path) -> None:
    nowhere = os.environ | {"PULSE_SERVER": f"unix:{tmp_path}/none", "XDG_RUNTIME_DIR": str(tmp_path)}
    with ChildProgram("tests.ui.playback", environment=nowhere) as program:
        assert program.ask(f"play {sound}", "failed")["sentence"] == sentences.STALLED


def test_a_player_costs_no_multimedia_until_it_plays() -> None:
    script = "import sys; from ui.player import Player; Player(); print('PySide6.QtMultimedia' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "False"


class BusyServer(ServerWatch):
    """Lives, and takes longer to answer than it is waited for."""

    @property
    def is_responding(self) -> bool:
        return False


def test_a_server_that_is_too_busy_to_answer_stops_no_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "server_watch", BusyServer)
    player = sentences.Player()
    player._enter(sentences._Phase.PLAYING)
    assert player._fault_while_playing() is None
    player._progressed_at -= sentences.DEAD_S  # nothing sounds either
    assert player._fault_while_playing() == sentences.STALLED
