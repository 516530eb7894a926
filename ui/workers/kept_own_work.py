"""What the user brought, in the running program: kept on disk, turned into questions beside the GUI, told to others."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from question_bank.models import Question
from simulator.errors import OwnWorkNotSaved
from simulator.own_work.mixed_plan import with_own_work
from simulator.own_work.own_work import OwnWork
from simulator.own_work.own_work_file import delete_own_work, read_own_work, save_own_work
from simulator.own_work.questions.own_questions import questions_from
from simulator.voice.sound_cache import delete_speech
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder
    from simulator.interview.plan import SessionPlan
    from ui.messages import Messages
    from ui.workers.jobs import Jobs


class KeptOwnWork(QObject):
    """The user's techniques, projects and company, and the questions made of them. What cannot be kept is told.

    Signals:
        changed(object): `OwnWork`, already saved.
        questions_changed(object): tuple of `Question`, a moment after each change.
    """

    changed = Signal(object)
    questions_changed = Signal(object)

    def __init__(
        self,
        data_folder: DataFolder,
        bank: tuple[Question, ...],
        jobs: Jobs,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._data_folder = data_folder
        self._bank = bank
        self._jobs = jobs
        self._messages = messages
        loaded = read_own_work(data_folder.own_work_file)
        self.problems = loaded.problems
        self.own_work = OwnWork()
        self.questions: tuple[Question, ...] = ()
        self._use(loaded.own_work)

    def use_bank(self, bank: tuple[Question, ...]) -> None:
        """These are the questions on known techniques now."""
        self._bank = bank
        self._make_questions()

    def change(self, own_work: OwnWork) -> None:
        """Keep it and let everybody know."""
        if own_work == self.own_work:
            return
        try:
            save_own_work(own_work, self._data_folder.own_work_file)
        except OwnWorkNotSaved as error:
            self._tell(str(error))
        self._use(own_work)

    def delete(self) -> bool:
        """Leave nothing of it on disk, spoken questions included; whether that worked."""
        try:
            delete_own_work(self._data_folder.own_work_file)
            delete_speech(self._data_folder.voice_cache)
        except OwnWorkNotSaved as error:
            self._tell(str(error))
            return False
        except OSError as error:
            folder = self._data_folder.voice_cache
            self._tell(f"Spoken questions in {folder} could not be deleted ({error.strerror or error}).")
            return False
        finally:
            self._use(read_own_work(self._data_folder.own_work_file).own_work)
        return True

    def mixed_into(self, plan: SessionPlan, avoid: Collection[str]) -> SessionPlan:
        """The plan with one or two of these questions in it, if the user wants to be asked about them."""
        return with_own_work(plan, self.questions, avoid) if self.own_work.is_asked else plan

    def _tell(self, sentence: str) -> None:
        self._messages.tell(Message(MessageKind.CHOICES_NOT_KEPT, sentence))

    def _use(self, own_work: OwnWork) -> None:
        self.own_work = own_work
        self.changed.emit(own_work)
        self._make_questions()

    def _make_questions(self) -> None:
        own_work, bank = self.own_work, self._bank
        self._jobs.run(
            lambda: questions_from(own_work, bank),
            lambda questions: self._take_over(own_work, questions),
            self._on_failed,
        )

    def _take_over(self, own_work: OwnWork, questions: tuple[Question, ...]) -> None:
        if own_work is self.own_work:
            self.questions = questions
            self.questions_changed.emit(questions)

    def _on_failed(self, error: Exception) -> None:
        raise error  # nothing is expected to fail there: to the crash report
