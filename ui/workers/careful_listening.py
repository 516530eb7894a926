"""Kept answers transcribed once more, by the model of the user's choice, which may take its time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from recordings.transcription.expected_terms import terms_of
from recordings.transcription.model_speed import ModelChoice
from ui.messages import Message, MessageKind
from ui.workers.jobs import ChildReader, Speaker
from ui.workers.speech_child import SpeechChild, SpeechProcess

if TYPE_CHECKING:
    from question_bank.models import Question
    from recordings.take_folder import TakeFolder
    from recordings.transcription.kept_models import KeptModel
    from recordings.transcription.messages import Ready
    from simulator.store.records import AnswerId, AnswerRecord
    from simulator.transcript import Transcript
    from ui.messages import Messages
    from ui.workers.judging_queue import JudgingQueue

NewSpeech = Callable[[ModelChoice], SpeechProcess]


class CarefulListening(QObject):
    """Has a speech child of its own for as long as there is something to listen to, and lets go of its memory then.

    What it hears is judged and kept in place of what was heard before, by the judging queue. If nothing comes of it,
    that is told, and what was kept stays.

    Signals:
        changed(): an answer is being listened to, or no longer.
    """

    changed = Signal()

    def __init__(
        self,
        library: TakeFolder,
        judging_queue: JudgingQueue,
        messages: Messages,
        new_speech: NewSpeech | None,
        parent: QObject | None = None,
        reader_of: Callable[[Speaker, QObject], ChildReader] = ChildReader,
    ) -> None:
        super().__init__(parent)
        self._model: KeptModel | None = None
        self.own_words: tuple[str, ...] = ()
        self._library = library
        self._judging_queue = judging_queue
        self._messages = messages
        self._new_speech = new_speech
        self._reader_of = reader_of
        self._child: SpeechChild | None = None
        self._waiting: dict[str, tuple[AnswerId, Question]] = {}

    def use_model(self, model: KeptModel | None) -> None:
        """Listen by this model of the user's from now on; None: there is none."""
        if model != self._model:
            self._model = model
            self.changed.emit()

    def would_help(self, record: AnswerRecord) -> bool:
        """Whether there is a model to listen to this answer that has not heard it."""
        if self._new_speech is None or self._model is None or not record.file_name or record.transcript is None:
            return False
        return record.transcript.model != self._model.id

    def is_listening_to(self, answer_id: AnswerId) -> bool:
        """Whether this answer is being listened to."""
        return str(answer_id) in self._waiting

    def listen(self, record: AnswerRecord) -> None:
        """Listen to this answer; nothing more happens if that is under way."""
        if record.file_name is None or not self.would_help(record) or self.is_listening_to(record.id):
            return
        child = self._child or self._started()
        job = str(record.id)
        self._waiting[job] = (record.id, record.question)
        child.transcribe(job, self._library.path_of(record.file_name), terms_of(record.question))
        self.changed.emit()

    def close(self) -> None:
        """Let go of whatever is being listened to."""
        self._waiting.clear()
        self._end()

    def _started(self) -> SpeechChild:
        assert self._new_speech is not None  # noqa: S101 - see would_help
        assert self._model is not None  # noqa: S101 - likewise
        speech = self._new_speech(ModelChoice(self._model.name, must_keep_up=False))
        child = SpeechChild(speech, self, self._reader_of)
        child.own_words = self.own_words
        child.ready.connect(self._on_ready)
        child.transcribed.connect(self._on_transcribed)
        child.failed.connect(self._on_failed)
        self._child = child
        child.start()
        return child

    def _on_ready(self, ready: Ready) -> None:
        if ready.instead:
            self._messages.tell(Message(MessageKind.MODEL_GONE, ready.instead))

    def _on_transcribed(self, job: str, transcript: Transcript) -> None:
        answer_id, question = self._done_with(job)
        self._judging_queue.judge_heard(answer_id, question, transcript)

    def _on_failed(self, job: str, reason: str) -> None:
        self._done_with(job)
        self._messages.tell(Message(MessageKind.MODEL_REFUSED, f"{reason} What was heard before has been kept."))

    def _done_with(self, job: str) -> tuple[AnswerId, Question]:
        waiting = self._waiting.pop(job)
        if not self._waiting:
            self._end()
        self.changed.emit()
        return waiting

    def _end(self) -> None:
        if self._child is not None:
            self._child.close()
            self._child.deleteLater()
            self._child = None
