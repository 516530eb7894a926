"""What a microphone needs of the system: which inputs there are, and one of them heard. Nothing here knows how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class MicrophoneInfo:
    """A microphone one may choose. `id` is the system's own and stays the same; exactly one at most is the default."""

    id: str
    name: str
    is_default: bool


class InputStream(Protocol):
    """A device that was started: 16 kHz mono 16-bit PCM, as `bytes` of whole samples."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""

    def read(self) -> bytes:
        """Whatever has arrived; returns at once."""

    def stop(self) -> None:
        """Let go of the device; returns at once."""


class Inputs(Protocol):
    """The system's inputs. What only repeats the speakers is none."""

    @property
    def is_responding(self) -> bool:
        """Whether the sound system answers what it is asked."""

    @property
    def is_alive(self) -> bool:
        """Whether there is a sound system to speak to."""

    def look(self) -> None:
        """Take in what has changed; returns at once."""

    def found(self) -> tuple[MicrophoneInfo, ...]:
        """Every microphone at the last look, the default first."""

    def start(self, device_id: str) -> InputStream:
        """Begin to hear one of `found`. If that is refused, the stream is over."""

    def tell_changes(self, told: Callable[[], None]) -> None:
        """Call `told` when `found` may have changed, where the system says so by itself."""


def default_of(found: tuple[MicrophoneInfo, ...]) -> str | None:
    """The id of the system's choice among them, or of the first if it has none; None where there is no microphone."""
    return next((info.id for info in found if info.is_default), found[0].id if found else None)
