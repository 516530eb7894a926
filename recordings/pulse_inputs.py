"""The microphones of a Linux desktop, through libpulse alone: a sound server that hangs holds nobody up."""

from __future__ import annotations

from collections.abc import Callable

from recordings.inputs import MicrophoneInfo
from recordings.pulse_stream import PulseStream
from recordings.pulseaudio import PulseWatch


class PulseInputs:
    """What `watch` sees of the sound server."""

    def __init__(self, watch: PulseWatch) -> None:
        self._watch = watch

    @property
    def is_responding(self) -> bool:
        return self._watch.is_responding

    @property
    def is_alive(self) -> bool:
        """Whether there is a server, and it has told what it has."""
        return self._watch.is_alive and self._watch.knows_devices

    def look(self) -> None:
        self._watch.look()

    def found(self) -> tuple[MicrophoneInfo, ...]:
        if not self._watch.knows_devices:
            self._watch.look()
        sources = [source for source in self._watch.sources if not source.is_monitor]
        names = {source.name for source in sources}
        default = self._watch.default_source
        default = default if default in names else next((source.name for source in sources), "")
        infos = [MicrophoneInfo(one.name, one.description, one.name == default) for one in sources]
        return tuple(sorted(infos, key=lambda info: not info.is_default))

    def start(self, device_id: str) -> PumpedStream:
        return PumpedStream(self._watch, self._watch.record(device_id))

    def tell_changes(self, told: Callable[[], None]) -> None:
        """They are only ever looked for."""


class PumpedStream:
    """A stream whose connection is attended to before each reading."""

    def __init__(self, watch: PulseWatch, stream: PulseStream) -> None:
        self._watch = watch
        self._stream = stream

    @property
    def is_over(self) -> bool:
        return self._stream.is_over

    def read(self) -> bytes:
        self._watch.take_in()
        return self._stream.read()

    def stop(self) -> None:
        self._stream.stop()
        self._watch.take_in()
