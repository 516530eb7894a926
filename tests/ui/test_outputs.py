"""Which outputs there are, where Qt is the one to ask."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from recordings.pulseaudio import Output, PulseWatch, ServerWatch
from ui import outputs as module
from ui.outputs import OutputInfo, found_outputs


class QuietServer(PulseWatch):
    """A sound server with two outputs, and no library to ask it by."""

    def __init__(self) -> None:
        self.looks = 0

    @property
    def outputs(self) -> tuple[Output, ...]:
        return (Output("alsa.headset", "Headset"), Output("alsa.built-in", "Built-in Audio"))

    def look(self) -> None:
        self.looks += 1


def test_a_sound_server_s_outputs_have_its_descriptions(monkeypatch: pytest.MonkeyPatch) -> None:
    server = QuietServer()
    monkeypatch.setattr(module, "server_watch", lambda: server)
    assert found_outputs() == (OutputInfo("alsa.headset", "Headset"), OutputInfo("alsa.built-in", "Built-in Audio"))
    assert server.looks == 1


def test_elsewhere_qt_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    class Device:
        def __init__(self, name: str, *, is_default: bool = False) -> None:
            self._name = name
            self.isDefault = lambda: is_default

        def id(self) -> Device:
            return self

        def data(self) -> bytes:
            return self._name.encode()

        def description(self) -> str:
            return self._name.title()

    monkeypatch.setattr(module, "server_watch", ServerWatch)
    devices = [Device("speakers"), Device("headset", is_default=True)]
    qt = SimpleNamespace(QMediaDevices=SimpleNamespace(audioOutputs=lambda: devices))
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", qt)
    assert found_outputs() == (OutputInfo("headset", "Headset"), OutputInfo("speakers", "Speakers"))
