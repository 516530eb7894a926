"""Joins the screen of CV and company to reading, finding, keeping and practising. Nothing of it leaves the computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from simulator.errors import UnreadableDocument
from simulator.own_work.cv.projects import projects_in
from simulator.own_work.cv.techniques import techniques_in
from simulator.own_work.documents.file_text import SUFFIXES
from simulator.own_work.documents.reading import read_document
from ui.errands.confirming import is_deletion_wanted
from ui.errands.job_advertisement import JobAdvertisement
from ui.errands.planner import Planner
from ui.errands.reading_aloud import ReadingAloud
from ui.screens.own_work_screen import OwnWorkScreen
from ui.words.times import counted

if TYPE_CHECKING:
    from question_bank.models import Question
    from simulator.own_work.cv.project import Project
    from ui.workers.jobs import Jobs

_PATTERNS: Final = " ".join(f"*{suffix}" for suffix in SUFFIXES)
_NOTHING: Final = "No techniques or projects were found. You can type them below."

Found = tuple[tuple[str, ...], tuple["Project", ...]]


class OwnWorkPlace(QObject):
    """What the user brings: read, corrected, asked about, deleted.

    Signals:
        interview_planned(object): `SessionPlan`, to be started.
    """

    interview_planned = Signal(object)

    def __init__(
        self,
        screen: OwnWorkScreen,
        planner: Planner,
        reading_aloud: ReadingAloud,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._planner = planner
        self._reading_aloud = reading_aloud
        self._jobs = jobs
        self._own = planner.own_work
        self.advertisement = JobAdvertisement(screen.advertisement, planner, jobs, self)
        self.advertisement.interview_planned.connect(self.interview_planned)
        screen.own_work_changed.connect(self._own.change)
        screen.text_given.connect(self._on_text_given)
        screen.file_wanted.connect(self._on_file_wanted)
        screen.practise_requested.connect(self._on_practise_requested)
        screen.deletion_requested.connect(self._on_deletion_requested)
        self._own.changed.connect(screen.show_own_work)
        self._own.questions_changed.connect(self._on_questions_changed)
        planner.settings.changed.connect(lambda _settings: self._on_questions_changed(self._own.questions))
        screen.show_own_work(self._own.own_work)
        screen.show_reading(" ".join(self._own.problems), "amber")
        self._on_questions_changed(self._own.questions)

    def enter(self) -> None:
        """What the user brought shows already; what was practised may have changed."""
        self.advertisement.show()

    def leave(self) -> None:
        """Nothing sounds here."""

    def read_file(self, path: Path) -> None:
        """Take techniques and projects from a file, beside the GUI."""
        self.screen.show_reading(f"Reading {path.name}…", is_busy=True)
        self._jobs.run(
            lambda: _found_in(read_document(path)), lambda found: self._take(found, path.name), self._on_unreadable
        )

    def _on_text_given(self, text: str) -> None:
        self.screen.show_reading("Looking for techniques and projects…", is_busy=True)
        self._jobs.run(lambda: _found_in(text), lambda found: self._take(found, "the text"), self._on_unreadable)

    def _on_file_wanted(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self.screen, "Read a CV", "", f"CVs ({_PATTERNS});;All files (*)")
        if name:
            self.read_file(Path(name))

    def _take(self, found: Found, source: str) -> None:
        techniques, projects = found
        self._own.change(self._own.own_work.with_techniques(*techniques).with_projects(*projects))
        if not (techniques or projects):
            self.screen.show_reading(_NOTHING, "amber")
            return
        both = f"{counted(len(techniques), 'technique')} and {counted(len(projects), 'project')}"
        self.screen.show_reading(f"Found {both} in {source}. The text itself is not kept.", "green")

    def _on_unreadable(self, error: Exception) -> None:
        if not isinstance(error, UnreadableDocument):
            raise error
        self.screen.show_reading(str(error), "amber")

    def _on_questions_changed(self, questions: tuple[Question, ...]) -> None:
        self.screen.show_questions(questions, min(len(questions), self._planner.settings.now.question_count))

    def _on_practise_requested(self) -> None:
        self.interview_planned.emit(self._planner.about_own_work())

    def _on_deletion_requested(self) -> None:
        words = (
            "Your techniques, projects, company and job advertisement, and the recorded questions about them, will be "
            "deleted from this computer. "
            "This cannot be undone. Past interviews will stay in History, with the questions as they were asked."
        )
        if not is_deletion_wanted(self.screen, "Delete your CV and company details?", words):
            return
        self._reading_aloud.stop()
        if self._own.delete():
            self.screen.clear_text()
            self.screen.advertisement.show_reading("")
            self.screen.show_reading("Everything was deleted.")


def _found_in(text: str) -> Found:
    return tuple(technique.name for technique in techniques_in(text)), projects_in(text)
