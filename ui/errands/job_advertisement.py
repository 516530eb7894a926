"""Joins the card of a job advertisement to reading, keeping and planning. Nothing of it leaves the computer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from simulator.errors import SimulatorError, UnreadableDocument
from simulator.own_work.advertisement.demands import NO_ADVERTISEMENT, Advertisement, DemandSort
from simulator.own_work.advertisement.reading import read_advertisement
from simulator.own_work.documents.file_text import SUFFIXES
from simulator.own_work.documents.reading import read_document
from ui.words.times import counted

if TYPE_CHECKING:
    from ui.errands.planner import Planner
    from ui.widgets.advertisement_card import AdvertisementCard
    from ui.workers.jobs import Jobs

_PATTERNS: Final = " ".join(f"*{suffix}" for suffix in SUFFIXES)
_NONE: Final = "This does not look like a job advertisement in English: no requirements were found."


class JobAdvertisement(QObject):
    """The advertisement: read beside the window, corrected, practised, taken away.

    Signals:
        interview_planned(object): `SessionPlan`, to be started.
    """

    interview_planned = Signal(object)

    def __init__(self, card: AdvertisementCard, planner: Planner, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._planner = planner
        self._jobs = jobs
        self._own = planner.own_work
        card.text_given.connect(self._on_text_given)
        card.file_wanted.connect(self._on_file_wanted)
        card.ticked.connect(self._on_ticked)
        card.practise_requested.connect(self._on_practise_requested)
        card.removal_requested.connect(self._on_removal_requested)
        self._own.changed.connect(lambda _own_work: self.show())

    def show(self) -> None:
        """Show the job as it is kept, and what was practised of it until now."""
        self._card.show_job(self._own.own_work.advertisement, self._planner.job_practice())

    def read_file(self, path: Path) -> None:
        """Take the demands from a file, beside the GUI."""
        self._card.show_reading(f"Reading {path.name}…", is_busy=True)
        self._jobs.run(lambda: read_advertisement(read_document(path)), self._take, self._on_unreadable)

    def _on_text_given(self, text: str) -> None:
        self._card.show_reading("Reading the advertisement…", is_busy=True)
        self._jobs.run(lambda: read_advertisement(text), self._take, self._on_unreadable)

    def _on_file_wanted(self) -> None:
        patterns = f"Advertisements ({_PATTERNS});;All files (*)"
        name, _ = QFileDialog.getOpenFileName(self._card, "Read a job advertisement", "", patterns)
        if name:
            self.read_file(Path(name))

    def _take(self, found: Advertisement) -> None:
        if found.is_empty:
            self._card.show_reading(_NONE, "amber")
            return
        self._keep(replace(found, read_at=self._since(found)))
        self._card.show_reading(f"Found {_counts(found)}. Switch off anything the job does not ask for.", "green")

    def _since(self, found: Advertisement) -> datetime:
        """The same job read once more, perhaps with a line more: what was practised still counts."""
        before = self._own.own_work.advertisement
        is_same = (before.title, before.company) == (found.title, found.company)
        return before.read_at if is_same and before.read_at is not None else datetime.now(UTC)

    def _on_ticked(self, name: str, is_wanted: bool) -> None:
        self._keep(self._own.own_work.advertisement.with_wanted(name, is_wanted=is_wanted))

    def _on_practise_requested(self) -> None:
        try:
            plan = self._planner.for_advertisement()
        except SimulatorError as error:
            self._card.show_reading(str(error), "amber")
            return
        self.interview_planned.emit(plan)

    def _on_removal_requested(self) -> None:
        self._keep(NO_ADVERTISEMENT)
        self._card.clear_text()
        self._card.show_reading("")

    def _keep(self, advertisement: Advertisement) -> None:
        self._own.change(self._own.own_work.with_advertisement(advertisement))

    def _on_unreadable(self, error: Exception) -> None:
        if not isinstance(error, UnreadableDocument):
            raise error
        self._card.show_reading(str(error), "amber")


def _counts(found: Advertisement) -> str:
    techniques = sum(one.sort is DemandSort.TECHNIQUE for one in found.demands)
    duties = len(found.demands) - techniques
    return f"{counted(techniques, 'technique')} and {counted(duties, 'responsibility', 'responsibilities')}"
