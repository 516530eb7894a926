"""Stand-ins for what an interview needs of the world, as plain objects: what happens next is up to the test.

They keep the promises of the real ones; `tests/ui/interview/test_ports.py` puts the same questions to both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from question_bank.models import Question
from recordings.pcm import BYTES_PER_SECOND
from simulator.analysis.analyse import analyse, analyse_text
from simulator.settings import Settings
from simulator.store.records import AnswerId
from simulator.store.store import Store
from simulator.transcript import Transcript, Word, join_words

CHUNK_S: Final = 0.1
RINGS_ON_S: Final = 0.2


class PlainMicrophone:
    """Hears what the test lets it hear; plugged in are `names`, the first of them the default."""

    def __init__(self, *names: str) -> None:
        self.names = list(names or ("Plain microphone",))
        self.device_id: str | None = None
        self.is_open = False

    def open(self, device_id: str | None) -> None:
        self.is_open = True
        self.device_id = device_id or next(iter(self.names), None)

    def close(self) -> None:
        self.is_open, self.device_id = False, None

    def chunks(self, pcm: bytes) -> Iterator[bytes]:
        """What an open microphone makes of the sound, until it is closed."""
        size = int(CHUNK_S * BYTES_PER_SECOND)
        for start in range(0, len(pcm), size):
            if not self.is_open:
                return
            yield pcm[start : start + size]


class PlainVoice:
    """Says everything at the test's pace: what is being read ends with `finish`."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._quiet_from_s = float("-inf")
        self.is_speaking = False
        self.said: list[str] = []
        self.prepared: list[str] = []

    @property
    def is_audible(self) -> bool:
        return self.is_speaking or self._now() < self._quiet_from_s

    def say(self, text: str, settings: Settings) -> None:
        self.said.append(text)
        self.is_speaking = True

    def prepare(self, text: str, settings: Settings) -> None:
        self.prepared.append(text)

    def stop(self) -> None:
        if self.is_speaking:
            self.finish()

    def finish(self) -> None:
        """The text has been read."""
        self.is_speaking = False
        self._quiet_from_s = self._now() + RINGS_ON_S


class PlainTranscriber:
    """Remembers what it is to write down."""

    def __init__(self) -> None:
        self.followed: dict[str, tuple[Path, Question, bool]] = {}
        self.finished: dict[str, Path] = {}
        self.cancelled: list[str] = []

    def follow(self, job: str, path: Path, question: Question, *, captions: bool) -> None:
        self.followed[job] = (path, question, captions)

    def finish(self, job: str, path: Path) -> None:
        self.finished[job] = path

    def cancel(self, job: str) -> None:
        self.cancelled.append(job)


class PlainJudge:
    """Judges for real, by the words alone; those of a spoken answer come when the test says so."""

    def __init__(self, store: Store, closed: Callable[[AnswerId], None]) -> None:
        self._store = store
        self._closed = closed
        self.prepared: list[Question] = []
        self.followed: list[tuple[Question, str]] = []
        self.waiting: dict[AnswerId, Question] = {}

    def prepare(self, question: Question) -> None:
        self.prepared.append(question)

    def follow(self, question: Question, words: tuple[Word, ...]) -> None:
        self.followed.append((question, join_words(words)))

    def expect(self, answer_id: AnswerId, question: Question) -> None:
        self.waiting[answer_id] = question

    def judge_typed(self, answer_id: AnswerId, question: Question, text: str) -> None:
        self._store.keep_report(answer_id, analyse_text(text, question, question.kind))
        self._closed(answer_id)

    def write_down(self, answer_id: AnswerId, transcript: Transcript) -> None:
        """The words are there, if they are waited for."""
        question = self.waiting.pop(answer_id, None)
        if question is not None:
            self._store.keep_transcript(answer_id, transcript)
            self._store.keep_report(answer_id, analyse(transcript, question, question.kind))
            self._closed(answer_id)

    def fail(self, answer_id: AnswerId, reason: str) -> None:
        """They are not, and will not be."""
        if self.waiting.pop(answer_id, None) is not None:
            self._store.transcription_failed(answer_id, reason)
            self._closed(answer_id)
