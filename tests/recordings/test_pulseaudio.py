from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import pytest

from recordings.dead_end import dead_end
from recordings.libpulse import library
from recordings.pulseaudio import PulseWatch, ServerWatch, prepare_audio_environment
from tests.desktop import SoundServer
from tests.waiting import wait_until

AUDIO = ("QT_AUDIO_BACKEND", "PULSE_LATENCY_MSEC", "PULSE_SERVER", "PULSE_RUNTIME_PATH", "XDG_RUNTIME_DIR")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in AUDIO:
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    return monkeypatch


def environment() -> dict[str, str]:
    return {name: os.environ[name] for name in AUDIO if name in os.environ}


def test_the_environment_is_prepared_once_and_what_the_user_set_stays(plain_environment: pytest.MonkeyPatch) -> None:
    plain_environment.setenv("PULSE_LATENCY_MSEC", "60")
    plain_environment.setenv("PULSE_SERVER", "unix:/somewhere")
    prepare_audio_environment()
    prepare_audio_environment()
    assert environment() == {
        "QT_AUDIO_BACKEND": "pulseaudio",
        "PULSE_LATENCY_MSEC": "60",
        "PULSE_SERVER": f"unix:/somewhere unix:{dead_end()}",
    }


def test_the_desktop_s_own_server_is_kept_in_sight(plain_environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plain_environment.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    prepare_audio_environment()
    assert "PULSE_SERVER" not in environment()
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse" / "native").touch()
    prepare_audio_environment()
    assert environment()["PULSE_SERVER"] == f"unix:{tmp_path}/pulse/native unix:{dead_end()}"


def test_other_systems_are_left_alone(plain_environment: pytest.MonkeyPatch) -> None:
    plain_environment.setattr(sys, "platform", "darwin")
    prepare_audio_environment()
    assert environment() == {}


def test_without_pulseaudio_there_are_no_objections() -> None:
    watch = ServerWatch()
    watch.look()
    assert watch.is_ready
    assert watch.is_alive
    assert not watch.knows_devices
    assert (watch.sources, watch.outputs, watch.default_source) == ((), (), "")


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_the_watch_follows_devices_death_and_return(
    plain_environment: pytest.MonkeyPatch, sound_server: SoundServer
) -> None:
    sound_server.ensure_running()
    for name, value in sound_server.environment.items():
        plain_environment.setenv(name, value)
    prepare_audio_environment()
    clock = Clock()
    pulse = library()
    assert isinstance(pulse, ctypes.CDLL)
    watch = PulseWatch(pulse, clock)
    watch.look()
    assert watch.is_ready
    assert {source.name: source.is_monitor for source in watch.sources} == {
        "speakers.monitor": True,
        "micfeed.monitor": True,
        "virtmic": False,
    }
    assert watch.default_source == "virtmic"
    assert [output.name for output in watch.outputs] == ["speakers", "micfeed"]
    assert all(output.description for output in watch.outputs)

    def has_microphone() -> bool:
        watch.look()
        return "virtmic" in {source.name for source in watch.sources}

    sound_server.unplug_microphone()
    wait_until(lambda: not has_microphone(), "the microphone to be gone")
    sound_server.plug_in_microphone()
    wait_until(has_microphone, "the microphone to be back")

    sound_server.kill()
    wait_until(lambda: not has_microphone(), "the server to be gone")
    assert (watch.is_alive, watch.is_ready) == (False, False)
    sound_server.start()
    wait_until(has_microphone, "the server to be back")
    assert (watch.is_alive, watch.is_ready) == (True, False)  # Qt has not found it yet
    clock.now_s += 5
    wait_until(lambda: has_microphone() and watch.is_ready, "the server to be ready for Qt, too")


def test_a_server_that_hangs_is_told_from_one_that_is_gone(
    plain_environment: pytest.MonkeyPatch, sound_server: SoundServer
) -> None:
    sound_server.ensure_running()
    for name, value in sound_server.environment.items():
        plain_environment.setenv(name, value)
    pulse = library()
    assert isinstance(pulse, ctypes.CDLL)
    watch = PulseWatch(pulse)

    def responds() -> bool:
        watch.look()
        return watch.is_responding

    wait_until(lambda: responds() and watch.is_alive, "the server to answer")
    with sound_server.hanging():
        wait_until(lambda: not responds(), "the server's silence to be noticed")
        assert watch.is_alive
        assert not watch.is_ready
    wait_until(responds, "the server to answer again")
