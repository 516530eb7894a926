"""The real microphone in a program of its own, on a real sound server; and the fake one, asked the same."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat

from recordings import microphone_faults as sentences
from recordings import qt_inputs
from recordings.pcm import BYTES_PER_SECOND
from recordings.sound_stream import LEAST_CHUNK_BYTES, MOST_CHUNK_BYTES
from tests.child_program import ChildProgram
from tests.desktop import SoundServer
from tests.sound import tone, write_wav
from tests.waiting import wait_until

FIRST_DATA_S = 5.0
FREEZE_S = 1.0


class World:
    """A listening program, and what can be done to its microphone from outside."""

    def __init__(self, program: ChildProgram) -> None:
        self.program = program

    def speaking(self) -> contextlib.AbstractContextManager[object]:
        """A loud tone, while the block runs."""
        raise NotImplementedError

    def unplug(self) -> None:
        raise NotImplementedError

    def plug_in(self) -> None:
        raise NotImplementedError


class RealWorld(World):
    def __init__(self, program: ChildProgram, server: SoundServer, sound: Path) -> None:
        super().__init__(program)
        self.server = server
        self._sound = sound

    def speaking(self) -> contextlib.AbstractContextManager[object]:
        return self.server.speaking(self._sound)

    def unplug(self) -> None:
        self.server.unplug_microphone()

    def plug_in(self) -> None:
        self.server.plug_in_microphone()


class FakeWorld(World):
    @contextlib.contextmanager
    def speaking(self) -> Iterator[None]:
        self.program.tell("hear tone")
        yield
        self.program.tell("hear silence")

    def unplug(self) -> None:
        self.program.tell("unplug")

    def plug_in(self) -> None:
        self.program.tell("plug")


@pytest.fixture
def real_world(sound_server: SoundServer, tmp_path: Path) -> Iterator[RealWorld]:
    sound = write_wav(tmp_path / "tone.wav", tone(60, peak_db=-10))
    sound_server.ensure_running()
    with ChildProgram("tests.recordings.listener", environment=sound_server.child_environment) as program:
        yield RealWorld(program, sound_server, sound)


@pytest.fixture
def fake_world() -> Iterator[FakeWorld]:
    with ChildProgram("tests.recordings.listener", "--fake", environment=os.environ) as program:
        yield FakeWorld(program)


@pytest.fixture(params=["real_world", "fake_world"])
def world(request: pytest.FixtureRequest) -> World:
    found: World = request.getfixturevalue(request.param)
    return found


def open_and_wait(program: ChildProgram, device_id: str = "") -> None:
    opened = program.ask(f"open {device_id}".strip(), "opened")
    assert opened["device_id"] == "virtmic"
    assert opened["byte_count"] == 0  # before the first chunk


def wait_for_bytes(program: ChildProgram, byte_count: int) -> None:
    deadline = time.monotonic() + 10
    while program.ask("report", "report")["byte_count"] < byte_count:
        assert time.monotonic() < deadline, f"no {byte_count} bytes in 10 s"


def test_what_is_said_arrives_in_chunks_of_50_to_100_ms(world: World) -> None:
    with world.speaking():
        open_and_wait(world.program)
        wait_for_bytes(world.program, 2 * BYTES_PER_SECOND)
        report = world.program.ask("report", "report")
    assert report["is_open"]
    assert report["loudest"] > 0.7
    assert report["word"] == "GOOD"
    assert LEAST_CHUNK_BYTES <= min(report["lengths"]) <= max(report["lengths"]) <= MOST_CHUNK_BYTES
    assert all(length % 2 == 0 for length in report["lengths"])


def test_after_closing_nothing_comes(world: World) -> None:
    open_and_wait(world.program)
    wait_for_bytes(world.program, BYTES_PER_SECOND // 2)
    closed = world.program.ask("close", "report")
    assert not closed["is_open"]
    world.program.ask("stall 0.3", "stalled")
    assert world.program.ask("report", "report")["byte_count"] == closed["byte_count"]
    assert world.program.count("lost") == 0


def test_unplugging_is_noticed_within_two_seconds(world: World) -> None:
    open_and_wait(world.program, "virtmic")
    wait_for_bytes(world.program, BYTES_PER_SECOND // 2)
    unplugged_s = time.monotonic()
    world.unplug()
    lost = world.program.wait_for("lost")
    assert lost["at_s"] - unplugged_s < 2
    assert lost["sentence"] == sentences.UNPLUGGED
    assert not lost["is_open"]
    world.program.wait_for("devices_changed")
    assert world.program.ask("devices", "devices")["found"] == []

    assert world.program.ask("open", "lost")["sentence"] == sentences.NO_MICROPHONE
    assert world.program.ask("open virtmic", "lost")["sentence"] == sentences.NOT_THERE

    world.plug_in()
    wait_until(lambda: world.program.ask("devices", "devices")["found"] == [["virtmic", True]], "it to be listed")
    open_and_wait(world.program, "virtmic")
    assert world.program.count("lost") == 3


def test_a_microphone_that_is_not_there_is_never_replaced_by_another(world: World) -> None:
    lost = world.program.ask("open some-headset", "lost")
    assert lost["sentence"] == sentences.NOT_THERE
    report = world.program.ask("report", "report")
    assert report["byte_count"] == 0
    assert not report["is_open"]


def test_only_silence_is_told_once_within_three_seconds(world: World) -> None:
    opened = world.program.ask("open", "opened")
    told = world.program.wait_for("only_silence")
    assert told["at_s"] - opened["at_s"] < 3
    assert told["sentence"] == sentences.SILENT
    wait_for_bytes(world.program, 6 * BYTES_PER_SECOND)
    assert world.program.count("only_silence") == 1


def test_opening_twice_in_a_row_opens_once(world: World) -> None:
    world.program.tell("open")
    open_and_wait(world.program)
    wait_for_bytes(world.program, BYTES_PER_SECOND // 2)
    assert world.program.count("opened") == 1


def test_closing_before_the_first_sound_leaves_silence(world: World) -> None:
    world.program.tell("open\nclose")
    world.program.ask("stall 0.2", "stalled")
    report = world.program.ask("report", "report")
    assert report["byte_count"] == 0
    assert not report["is_open"]
    assert world.program.count("opened") == 0


def test_monitors_are_no_microphones(real_world: RealWorld) -> None:
    real_world.server.control("set-default-source", "speakers.monitor")
    try:
        open_and_wait(real_world.program)
        assert real_world.program.ask("devices", "devices")["found"] == [["virtmic", True]]
        assert real_world.program.ask("open speakers.monitor", "lost")["sentence"] == sentences.NOT_THERE
    finally:
        real_world.server.control("set-default-source", "virtmic")


def test_a_busy_window_loses_no_sound(real_world: RealWorld) -> None:
    with real_world.speaking():
        open_and_wait(real_world.program)
        begun_s = time.monotonic()
        real_world.program.ask("stall 3", "stalled")
        wait_for_bytes(real_world.program, 4 * BYTES_PER_SECOND)
        report = real_world.program.ask("close", "report")
    passed_s = report["at_s"] - begun_s
    assert report["byte_count"] / BYTES_PER_SECOND == pytest.approx(passed_s, abs=0.4)
    assert real_world.program.count("lost") == 0


def test_unplugging_one_of_two_does_not_turn_to_the_other(real_world: RealWorld) -> None:
    second = ["master=speakers.monitor", "source_name=second", "source_properties=device.description=Second"]
    module = real_world.server.control("load-module", "module-remap-source", *second).strip()
    try:
        real_world.program.wait_for("devices_changed")
        opened = real_world.program.ask("open second", "opened")
        assert opened["device_id"] == "second"
        real_world.server.control("unload-module", module)
        module = ""
        assert real_world.program.wait_for("lost")["sentence"] == sentences.UNPLUGGED
        heard = real_world.program.ask("report", "report")["byte_count"]
        real_world.program.ask("stall 0.5", "stalled")
        assert real_world.program.ask("report", "report")["byte_count"] == heard
    finally:
        if module:
            real_world.server.control("unload-module", module)


@pytest.mark.parametrize("away_s", [0.2, 5.0], ids=["for a moment", "longer than Qt waits"])
def test_a_dead_sound_server_is_noticed_and_found_again(real_world: RealWorld, away_s: float) -> None:
    program = real_world.program
    open_and_wait(program)
    wait_for_bytes(program, BYTES_PER_SECOND // 2)
    real_world.server.kill()
    killed_s = time.monotonic()
    lost = program.wait_for("lost")
    assert lost["at_s"] - killed_s < 2
    assert lost["sentence"] == sentences.SERVER_GONE
    assert program.ask("open", "lost")["sentence"] == sentences.SERVER_GONE
    program.ask(f"stall {away_s}", "stalled")
    assert program.ask("open", "lost")["sentence"] == sentences.SERVER_GONE

    real_world.server.start()
    program.tell("open")
    program.wait_for("opened")
    wait_for_bytes(program, BYTES_PER_SECOND)


def test_a_sound_server_that_hangs_holds_nobody_up(real_world: RealWorld) -> None:
    program = real_world.program
    open_and_wait(program)
    wait_for_bytes(program, BYTES_PER_SECOND // 2)
    with real_world.server.hanging():
        hung_s = time.monotonic()
        lost = program.wait_for("lost")
        assert lost["at_s"] - hung_s < 2.5
        assert lost["sentence"] == sentences.SERVER_HANGS
        assert program.ask("open", "lost")["sentence"] == sentences.SERVER_HANGS
        program.tell("open")
        assert program.ask("devices", "devices")["found"] == [["virtmic", True]]
        program.ask("close", "report")
        assert program.ask("report", "report")["slowest_beat_s"] < FREEZE_S
    wait_for_server(real_world.server)
    open_and_wait(program)
    wait_for_bytes(program, BYTES_PER_SECOND)


def test_closing_while_the_sound_server_hangs_keeps_what_was_heard(real_world: RealWorld) -> None:
    program = real_world.program
    with real_world.speaking():
        open_and_wait(program)
        wait_for_bytes(program, BYTES_PER_SECOND)
    with real_world.server.hanging():
        closed = program.ask("close", "report")
        assert closed["byte_count"] >= BYTES_PER_SECOND
        assert program.ask("report", "report")["slowest_beat_s"] < FREEZE_S


def test_a_program_begins_while_the_sound_server_hangs(sound_server: SoundServer) -> None:
    sound_server.ensure_running()
    environment = sound_server.child_environment
    with sound_server.hanging(), ChildProgram("tests.recordings.listener", environment=environment) as program:
        assert program.ask("devices", "devices")["found"] == []
        assert program.ask("open", "lost")["sentence"] == sentences.SERVER_HANGS
        assert program.ask("report", "report")["slowest_beat_s"] < FREEZE_S
        sound_server.go_on()
        program.wait_for("devices_changed")
        open_and_wait(program)


def wait_for_server(server: SoundServer) -> None:
    server.control("info")


def test_a_microphone_stays_the_one_it_is_when_the_default_changes(real_world: RealWorld) -> None:
    second = ["master=speakers.monitor", "source_name=second", "source_properties=device.description=Second"]
    module = real_world.server.control("load-module", "module-remap-source", *second).strip()
    try:
        with real_world.speaking():
            open_and_wait(real_world.program)
            real_world.server.control("set-default-source", "second")
            real_world.program.wait_for("devices_changed")
            wait_for_bytes(real_world.program, 2 * BYTES_PER_SECOND)
            streams = real_world.server.control("list", "source-outputs").split("Source Output #")
            moved = [stream.split()[0] for stream in streams if "Viva Voce" in stream]
            assert moved, streams
            with pytest.raises(subprocess.CalledProcessError):  # nor does anybody move it
                real_world.server.control("move-source-output", moved[0], "second")
            report = real_world.program.ask("report", "report")
        assert report["device_id"] == "virtmic"
        assert report["loudest"] > 0.7
        assert real_world.program.count("lost") == 0
    finally:
        real_world.server.control("set-default-source", "virtmic")
        real_world.server.control("unload-module", module)


def test_sound_that_is_missing_is_told(real_world: RealWorld) -> None:
    with real_world.speaking():
        open_and_wait(real_world.program)
        wait_for_bytes(real_world.program, 2 * BYTES_PER_SECOND)
        real_world.server.control("suspend-source", "virtmic", "1")
        began_s = time.monotonic()
        real_world.program.ask("stall 0.4", "stalled")
        real_world.server.control("suspend-source", "virtmic", "0")
        suspended_s = time.monotonic() - began_s
        missing = real_world.program.wait_for("sound_missing")
    assert missing["lasted_s"] == pytest.approx(suspended_s, abs=0.2)
    assert real_world.program.count("lost") == 0


def test_looking_for_a_dead_sound_server_opens_no_socket_of_the_network(
    sound_server: SoundServer, tmp_path: Path
) -> None:
    sound_server.ensure_running()
    trace = tmp_path / "trace.txt"
    watched = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,connect", "-o", str(trace))
    environment = sound_server.child_environment
    with ChildProgram("tests.recordings.listener", environment=environment, within=watched) as program:
        open_and_wait(program)
        sound_server.kill()
        program.wait_for("lost")
        sound_server.start()
        program.tell("open")
        program.wait_for("opened")
    assert [line for line in trace.read_text().splitlines() if "AF_INET" in line] == []


def test_without_a_sound_server_there_is_no_microphone(tmp_path: Path) -> None:
    nowhere = os.environ | {"PULSE_SERVER": f"unix:{tmp_path}/none", "XDG_RUNTIME_DIR": str(tmp_path)}
    with ChildProgram("tests.recordings.listener", environment=nowhere) as program:
        assert program.ask("devices", "devices")["found"] == []
        assert program.ask("open", "lost")["sentence"] in (sentences.SERVER_GONE, sentences.NO_MICROPHONE)


def test_qt_s_own_inputs_give_the_same_sound(sound_server: SoundServer, tmp_path: Path) -> None:
    """They are what Windows and macOS have."""
    sound_server.ensure_running()
    sound = write_wav(tmp_path / "tone.wav", tone(60, peak_db=-10))
    with ChildProgram("tests.recordings.listener", "--qt", environment=sound_server.child_environment) as program:
        with sound_server.speaking(sound):
            open_and_wait(program)
            wait_for_bytes(program, BYTES_PER_SECOND)
            report = program.ask("close", "report")
        assert report["loudest"] > 0.7
        assert min(report["lengths"][1:]) >= LEAST_CHUNK_BYTES
        assert max(report["lengths"]) <= MOST_CHUNK_BYTES
        assert program.ask("open some-headset", "lost")["sentence"] == sentences.NOT_THERE


class StubbornDevice:
    """Gives 48 kHz stereo and nothing else, as some USB microphones do."""

    def __init__(self, sample_format: QAudioFormat.SampleFormat) -> None:
        self._format = QAudioFormat()
        self._format.setSampleRate(48_000)
        self._format.setChannelCount(2)
        self._format.setSampleFormat(sample_format)

    def isFormatSupported(self, wanted: QAudioFormat) -> bool:
        return False

    def preferredFormat(self) -> QAudioFormat:
        return self._format


@pytest.mark.parametrize("name", ["UInt8", "Int16", "Int32", "Float", "Unknown"])
def test_a_device_that_refuses_our_format_is_resampled(name: str) -> None:
    device = StubbornDevice(QAudioFormat.SampleFormat[name])
    raw, resampler = qt_inputs.format_for(cast("QAudioDevice", device))
    assert resampler is not None
    second = bytes(raw.bytesForDuration(1_000_000))
    assert len(resampler.feed(second) + resampler.flush()) == BYTES_PER_SECOND
