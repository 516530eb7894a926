"""What the user brought, in the running program: kept on disk, turned into questions beside the GUI, told to others."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from question_bank.models import Question
from simulator.errors import BackgroundNotSaved
from simulator.own_work.mixed_plan import with_background
from simulator.own_work.own_questions import questions_from
from simulator.own_work.own_work import Background
from simulator.own_work.own_work_file import delete_background, read_background, save_background
from simulator.voice.voice import delete_speech

if TYPE_CHECKING:
    from simulator.data_folder import Places
    from simulator.interview.plan import SessionPlan
    from ui.workers.jobs import Background as Jobs


class OwnBackground(QObject):
    """The user's techniques, projects and company, and the questions made of them.

    Signals:
        changed(object): `Background`, already saved.
        questions_changed(object): tuple of `Question`, a moment after each change.
        problem(str): one sentence for the user.
    """

    changed = Signal(object)
    questions_changed = Signal(object)
    problem = Signal(str)

    def __init__(self, places: Places, bank: tuple[Question, ...], jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._bank = bank
        self._jobs = jobs
        loaded = read_background(places.background_file)
        self.problems = loaded.problems
        self.background = Background()
        self.questions: tuple[Question, ...] = ()
        self._use(loaded.background)

    def use_bank(self, bank: tuple[Question, ...]) -> None:
        """These are the questions on known techniques now."""
        self._bank = bank
        self._make_questions()

    def change(self, background: Background) -> None:
        """Keep it and let everybody know."""
        if background == self.background:
            return
        try:
            save_background(background, self._places.background_file)
        except BackgroundNotSaved as error:
            self.problem.emit(str(error))
        self._use(background)

    def delete(self) -> bool:
        """Leave nothing of it on disk, spoken questions included; whether that worked."""
        try:
            delete_background(self._places.background_file)
            delete_speech(self._places.voice_cache)
        except BackgroundNotSaved as error:
            self.problem.emit(str(error))
            return False
        except OSError as error:
            folder = self._places.voice_cache
            self.problem.emit(f"Spoken questions in {folder} could not be deleted ({error.strerror or error}).")
            return False
        finally:
            self._use(read_background(self._places.background_file).background)
        return True

    def mixed_into(self, plan: SessionPlan, avoid: Collection[str]) -> SessionPlan:
        """The plan with one or two of these questions in it, if the user wants to be asked about them."""
        return with_background(plan, self.questions, avoid) if self.background.is_asked else plan

    def _use(self, background: Background) -> None:
        self.background = background
        self.changed.emit(background)
        self._make_questions()

    def _make_questions(self) -> None:
        background, bank = self.background, self._bank
        self._jobs.run(
            lambda: questions_from(background, bank),
            lambda questions: self._take_over(background, questions),
            self._on_failed,
        )

    def _take_over(self, background: Background, questions: tuple[Question, ...]) -> None:
        if background is self.background:
            self.questions = questions
            self.questions_changed.emit(questions)

    def _on_failed(self, error: Exception) -> None:
        raise error  # nothing is expected to fail there: to the crash report
