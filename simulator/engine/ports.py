"""What an interview needs of the world, as Protocols. What the world answers goes to the `on_…` methods of `engine`."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from question_bank.models import Question
from simulator.engine.interview_record import RecordingsFolder
from simulator.engine.sound_events import SoundEvent
from simulator.settings import Settings
from simulator.transcript import Word

if TYPE_CHECKING:
    from simulator.store.records import AnswerId
    from simulator.store.store import Store


class MicrophonePort(Protocol):
    """Gives sound in chunks while it is open."""

    @property
    def is_open(self) -> bool: ...
    def open(self, device_id: str | None) -> None: ...
    def close(self) -> None: ...


class RecorderPort(Protocol):
    """Makes takes of chunks, and answers each call with what came of it. `now_s` is in monotonic seconds."""

    @property
    def is_recording(self) -> bool: ...
    @property
    def duration_s(self) -> float: ...
    @property
    def went_on_s(self) -> float | None: ...
    @property
    def wake_at_s(self) -> float | None: ...
    def start(self, name: str, *, pre_roll_s: float | None = None) -> tuple[SoundEvent, ...]: ...
    def hear(self, chunk: bytes, now_s: float, *, is_muted: bool) -> tuple[SoundEvent, ...]: ...
    def stop(self, now_s: float) -> tuple[SoundEvent, ...]: ...
    def hold(self, now_s: float) -> tuple[SoundEvent, ...]: ...
    def stop_now(self) -> tuple[SoundEvent, ...]: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...
    def wake(self, now_s: float) -> tuple[SoundEvent, ...]: ...
    def on_microphone_opened(self) -> None: ...
    def on_microphone_lost(self) -> tuple[SoundEvent, ...]: ...
    def on_woken(self) -> None: ...


class VoicePort(Protocol):
    """Reads one text at a time aloud; `on_question_read` follows `say`, unless `stop` comes first.

    `is_audible` while a microphone may hear it: a moment longer than `is_speaking`.
    """

    @property
    def is_speaking(self) -> bool: ...
    @property
    def is_audible(self) -> bool: ...
    def say(self, text: str, settings: Settings) -> None: ...
    def prepare(self, text: str, settings: Settings) -> None: ...
    def stop(self) -> None: ...


class TranscriberPort(Protocol):
    """Writes takes down, those that still grow too; `on_words_heard` follows while they do."""

    def follow(self, job: str, path: Path, question: Question, *, captions: bool) -> None: ...
    def finish(self, job: str, path: Path) -> None: ...
    def cancel(self, job: str) -> None: ...


class JudgePort(Protocol):
    """Judges answers once their words are there; `on_answer_closed` follows `expect` and `judge_typed`.

    `follow` tells it the settled words of an answer that still grows; nothing comes of that but less to do at the end.
    """

    def prepare(self, question: Question) -> None: ...
    def follow(self, question: Question, words: tuple[Word, ...]) -> None: ...
    def expect(self, answer_id: AnswerId, question: Question) -> None: ...
    def judge_typed(self, answer_id: AnswerId, question: Question, text: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Ports:
    """All of them, with the library that the interview is kept in; `now` gives monotonic seconds."""

    store: Store
    folder: RecordingsFolder
    microphone: MicrophonePort
    recorder: RecorderPort
    voice: VoicePort
    transcriber: TranscriberPort
    judge: JudgePort
    now: Callable[[], float] = time.monotonic
