"""What an interview needs from the rest of the program, in one value."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance

from recordings.closing import Closing, at_once
from recordings.take_folder import TakeFolder
from ui.interview.question_reader import QuestionReader
from ui.workers.judging_queue import JudgingQueue
from ui.workers.speech_child import SpeechChild

if TYPE_CHECKING:
    from recordings.inputs import MicrophoneInfo
    from simulator.store.store import Store


class SoundSource(Protocol):
    """A microphone, or what stands in for one: 16 kHz mono 16-bit PCM in chunks."""

    @property
    def chunk_received(self) -> SignalInstance: ...
    @property
    def lost(self) -> SignalInstance: ...
    @property
    def only_silence(self) -> SignalInstance: ...
    @property
    def opened(self) -> SignalInstance: ...
    @property
    def sound_missing(self) -> SignalInstance: ...
    @property
    def is_open(self) -> bool: ...
    @property
    def device_id(self) -> str | None: ...
    @property
    def devices_changed(self) -> SignalInstance: ...
    def devices(self) -> tuple[MicrophoneInfo, ...]: ...
    def open(self, device_id: str | None) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that touch the world outside the interview."""

    store: Store
    library: TakeFolder
    microphone: SoundSource
    question_reader: QuestionReader
    speech_child: SpeechChild
    judging_queue: JudgingQueue
    clock: Callable[[], float] = time.monotonic
    closing: Closing = at_once
