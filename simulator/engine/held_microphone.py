"""The one microphone of an interview: whatever becomes the default, it stays, until the user says otherwise."""

from __future__ import annotations

from simulator.engine.ports import MicrophonePort


class HeldMicrophone:
    """`settings_id` is what Settings name, None for the system's default; `id` is the one this interview listens to."""

    def __init__(self, port: MicrophonePort, settings_id: str | None) -> None:
        self._port = port
        self._settings_id = settings_id
        self._is_lost = False
        self.id: str | None = None

    def begin(self) -> None:
        """An interview begins; a microphone that is open already is its own."""
        self.id, self._is_lost = self._port.device_id, False

    def choose(self, settings_id: str | None) -> bool:
        """Settings name this one; whether that is another than before."""
        is_other, self._settings_id = settings_id != self._settings_id, settings_id
        if is_other:
            self.id = None
        return is_other

    def open(self) -> None:
        """Listen, if nobody does yet."""
        if not self._port.is_open:
            self._port.open(self._wanted)

    def use(self, device_id: str) -> None:
        """Listen to this one from now on, for this interview."""
        self._port.close()
        self.id = device_id

    def opened(self) -> None:
        """The first sound comes: the interview stays with what gives it."""
        self._is_lost = False
        self.id = self._port.device_id or self.id

    def lost(self) -> None:
        """It is gone."""
        self._is_lost = True

    def is_back(self, ids: tuple[str, ...]) -> bool:
        """Whether it was lost, and is among those that are plugged in."""
        return self._is_lost and (self._wanted in ids or (self._wanted is None and bool(ids)))

    @property
    def _wanted(self) -> str | None:
        return self.id or self._settings_id
