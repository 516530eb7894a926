"""What sound may come out of: which outputs there are, and Qt's device for one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recordings.pulseaudio import PulseWatch, server_watch

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice


@dataclass(frozen=True, slots=True)
class OutputInfo:
    """An output one may choose. `id` is the system's own and stays the same."""

    id: str
    name: str


def found_outputs() -> tuple[OutputInfo, ...]:
    """Every output there is now, the system's choice first. A sound server is only looked at, never waited for."""
    server = server_watch()
    server.look()
    if isinstance(server, PulseWatch):
        return tuple(OutputInfo(output.name, output.description) for output in server.outputs)
    from PySide6.QtMultimedia import QMediaDevices

    devices = sorted(QMediaDevices.audioOutputs(), key=lambda device: not device.isDefault())
    return tuple(OutputInfo(id_of(device), device.description()) for device in devices)


def output_device(wanted: str | None) -> QAudioDevice | None:
    """The output of this id, or else the desktop's choice among those that are there at the watch's last look.

    Qt's own list keeps those that were unplugged.
    """
    from PySide6.QtMultimedia import QMediaDevices

    server = server_watch()
    devices = {id_of(device): device for device in QMediaDevices.audioOutputs()}
    if server.knows_devices:
        there = [devices[output.name] for output in server.outputs if output.name in devices]
    else:
        default = QMediaDevices.defaultAudioOutput()
        there = [] if default.isNull() else [default, *devices.values()]
    return next((device for device in there if id_of(device) == wanted), there[0] if there else None)


def id_of(device: QAudioDevice) -> str:
    """As `OutputInfo.id`."""
    return bytes(device.id().data()).decode("utf-8", "replace")
