"""Recordings made elsewhere become answers: read by a child, kept like takes, then transcribed and judged like them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from recordings.take import WAV_SUFFIX
from recordings.taking_in.batch import Batch, Brought, Stage
from recordings.taking_in.messages import Copied, Copy, Look, Looked, NoSound, NotCopied, Order, Outcome
from recordings.taking_in.reader import RecordingReader
from simulator.child_process import ChildDied
from simulator.errors import SimulatorError
from simulator.interview.plan import SessionPlan
from simulator.time_left import TimeLeft
from ui.messages import Message, MessageKind
from ui.words.sound_notes import sound_notes
from ui.workers.jobs import ChildReader, Speaker

if TYPE_CHECKING:
    from recordings.take_folder import TakeFolder
    from simulator.store.records import AnswerId, SessionId
    from simulator.store.store import Store
    from simulator.transcript import Word
    from ui.messages import Messages
    from ui.workers.judging_queue import JudgingQueue
    from ui.workers.speech_child import SpeechChild


class ReaderProcess(Speaker, Protocol):
    """The parent's side of the child that reads recordings."""

    def start(self) -> None: ...
    def send(self, order: Order) -> None: ...
    def kill(self) -> None: ...


class TakingIn(QObject):
    """One batch at a time. What fails costs that recording alone, and says why.

    Each recording has its row before its take is begun (see `simulator.store.taken_in`); once the take is whole, the
    judging queue does with it what it does with every answer that waits for its words.

    Signals:
        looked(object, object): the `Path` of a file with sound in it, and its length in seconds, None if unknown.
        refused(object, str): the `Path` of one without, and why.
        progressed(): `batch` is further than before.
        finished(): nothing more comes of `batch`.
    """

    looked = Signal(object, object)
    refused = Signal(object, str)
    progressed = Signal()
    finished = Signal()

    def __init__(
        self,
        store: Store,
        library: TakeFolder,
        speech_child: SpeechChild,
        judging_queue: JudgingQueue,
        messages: Messages,
        new_reader: Callable[[], ReaderProcess] = RecordingReader,
        reader_of: Callable[[Speaker, QObject], ChildReader] = ChildReader,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._library = library
        self._judging_queue = judging_queue
        self._messages = messages
        self._new_reader = new_reader
        self._reader_of = reader_of
        self._clock = clock
        self._reader: ReaderProcess | None = None
        self._ears: ChildReader | None = None
        self._looks: list[Path] = []
        self._time_left = TimeLeft(0.0)
        self.is_running = False
        """Whether recordings are being taken in."""
        self.batch: Batch | None = None
        self.session_id: SessionId | None = None
        speech_child.heard.connect(self._on_heard)
        judging_queue.answer_judged.connect(self._on_answer_judged)
        judging_queue.judging_failed.connect(self._on_answer_judged)

    @property
    def left_s(self) -> float | None:
        """How long the batch will still take; None while nobody can tell."""
        if self.batch is None:
            return None
        return self._time_left.after(self.batch.heard_s, self.batch.total_s, self._clock())

    def look(self, paths: Iterable[Path]) -> None:
        """Find out whether there is sound in these files; `looked` or `refused` follows for each."""
        for path in paths:
            self._looks.append(path)
            self._send(Look(path))

    def start(self, brought: Sequence[Brought]) -> None:
        """Take these in; nothing happens while others are being taken in."""
        if self.is_running or not brought:
            return
        plan = SessionPlan(None, None, tuple(one.question for one in brought), seed=0)
        names = [one.path.name for one in brought]
        try:
            self.session_id = self._store.taken_in.begin_session(plan, names, datetime.now(UTC))
        except SimulatorError as error:
            self._say(error)
            return
        self.batch, self.is_running = Batch(brought), True
        self._time_left = TimeLeft(self._clock())
        self._go_on()

    def cancel(self) -> None:
        """Leave out whatever is not done yet; what was added stays."""
        if self.batch is None or not self.is_running:
            return
        self._end_reader()
        self._remove([number for number, item in enumerate(self.batch.items) if not item.is_over])
        self._go_on()

    def forget(self, answers: Iterable[AnswerId]) -> None:
        """These answers are being deleted with their session: nothing more is written for them.

        The session goes with all that is still to come of it.
        """
        if self.batch is None or not self.is_running:
            return
        if any(self.batch.number_of(answer) is not None for answer in answers):
            self._end_reader()
            for number, item in enumerate(self.batch.items):
                if not item.is_over:
                    self.batch.leave_out(number)
            self.session_id = None
            self._tell_progress()

    def close(self) -> None:
        """End the child. What is not whole is cleared up at the next start (see `recordings.taking_in.remains`)."""
        self.batch, self.is_running = None, False
        self._end_reader()

    def _go_on(self) -> None:
        """Begin with the next one, or end."""
        if self.batch is None:
            return
        number = self.batch.next_to_read
        if number is not None:
            self._begin(number)
        self._tell_progress()

    def _go_on_soon(self) -> None:
        """Not at once: if all of a thousand are refused, each would be begun within the one before."""
        QTimer.singleShot(0, self, self._go_on)

    def _tell_progress(self) -> None:
        self.progressed.emit()
        if self.is_running and self.batch is not None and self.batch.is_over:
            self.is_running = False
            self._end()

    def _begin(self, number: int) -> None:
        assert self.batch is not None  # noqa: S101 - see _go_on
        assert self.session_id is not None  # noqa: S101 - likewise
        brought = self.batch.items[number].brought
        name = str(uuid4())
        try:
            answer = self._store.taken_in.begin_answer(
                self.session_id, number, brought.question, f"{name}{WAV_SUFFIX}", datetime.now(UTC)
            )
        except SimulatorError as error:
            self.batch.refuse(number, str(error))
            self._go_on_soon()
            return
        self.batch.begin(number, answer, f"{name}{WAV_SUFFIX}")
        self._send(Copy(number, brought.path, self._library.folder, name))

    def _send(self, order: Order) -> None:
        try:
            self._running_reader().send(order)
        except ChildDied as death:  # its reader tells of it too, if there is one
            if self._ears is None:
                self._on_died(str(death))

    def _running_reader(self) -> ReaderProcess:
        if self._reader is None:
            self._reader = self._new_reader()
            self._reader.start()
            self._ears = self._reader_of(self._reader, self)
            self._ears.message_received.connect(self._on_outcome)
            self._ears.died.connect(self._on_died)
            self._ears.start()
        return self._reader

    def _end_reader(self) -> None:
        ears, reader, self._ears, self._reader = self._ears, self._reader, None, None
        if ears is not None:
            ears.close()
            ears.deleteLater()
        if reader is not None:
            reader.kill()

    def _on_outcome(self, outcome: Outcome) -> None:
        match outcome:
            case Looked(path, duration_s):
                self._looks.remove(path)
                self.looked.emit(path, duration_s)
            case NoSound(path, sentence):
                self._looks.remove(path)
                self.refused.emit(path, sentence)
            case Copied():
                self._keep(outcome)
            case NotCopied(number, sentence):
                self._refuse(number, sentence)
        self._rest()

    def _on_died(self, reason: str) -> None:
        """Whatever it was reading is refused; the others get a new child."""
        self._end_reader()
        looks, self._looks = self._looks, []
        for path in looks[:1]:
            self.refused.emit(path, f"{path.name} could not be read: {reason}")
        if self.batch is not None:
            for number, item in list(self.batch.numbered(Stage.READING)):
                self._refuse(number, f"{item.brought.path.name} could not be read: {reason}")
        self.look(looks[1:])

    def _keep(self, copied: Copied) -> None:
        if self.batch is None:
            return
        item = self.batch.items[copied.number]
        if item.stage is not Stage.READING or item.answer_id is None:
            return
        try:
            self._store.answer_saved(item.answer_id, copied.samples, copied.byte_count, copied.sha256)
        except SimulatorError as error:
            self._refuse(copied.number, str(error))
            return
        self.batch.keep(copied.number, copied.sound.duration_s, sound_notes(copied.sound))
        self._judging_queue.catch_up()
        self._go_on()

    def _refuse(self, number: int, sentence: str) -> None:
        if self.batch is None:
            return
        self._remove([number])
        self.batch.refuse(number, sentence)
        self._go_on_soon()

    def _remove(self, numbers: Sequence[int]) -> None:
        """Let nothing of these be left: first the sound, then the rows, so that no sound lies there unknown."""
        if self.batch is None or self.session_id is None:
            return
        items = [self.batch.items[number] for number in numbers]
        self._judging_queue.forget([item.answer_id for item in items if item.answer_id is not None])
        for number in numbers:
            self.batch.leave_out(number)
        try:
            for item in items:
                if item.file_name is not None:
                    self._library.delete(item.file_name)
            self._store.taken_in.leave_out(self.session_id, numbers)
        except SimulatorError as error:
            self._say(error)

    def _on_heard(self, job: str, settled: tuple[Word, ...], _tentative: object) -> None:
        number = self._number_of(job)
        if number is not None and self.batch is not None and settled:
            self.batch.hear(number, settled[-1].end_s)
            self.progressed.emit()

    def _number_of(self, job: str) -> int | None:
        """Which recording of the batch a job of the speech child is, None if it is another answer."""
        if self.batch is None:
            return None
        waiting = self.batch.numbered(Stage.LISTENING)
        return next((number for number, item in waiting if str(item.answer_id) == job), None)

    def _on_answer_judged(self, answer_id: AnswerId, reason: str = "") -> None:
        number = self._number_of(str(answer_id))
        if number is not None and self.batch is not None:
            sentence = f"Added, but not transcribed: {reason}" if reason else ""
            self.batch.add(number, sentence)
            self._tell_progress()

    def _end(self) -> None:
        if self.session_id is not None:
            try:
                if not self._store.taken_in.close_session(self.session_id, datetime.now(UTC)):
                    self.session_id = None
            except SimulatorError as error:
                self._say(error)
        self._rest()
        self.finished.emit()

    def _rest(self) -> None:
        """A child that has nothing left to read gives its memory back."""
        if not self._looks and (self.batch is None or not any(self.batch.numbered(Stage.WAITING, Stage.READING))):
            self._end_reader()

    def _say(self, error: SimulatorError) -> None:
        self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
