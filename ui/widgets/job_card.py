"""The job that one prepares for, in a card that starts an interview for it. It plans nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.own_work.advertisement.demands import Advertisement
from simulator.own_work.job_practice import DemandPractice
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.words.job_practice import job_words, practised_words


class JobCard(Card):
    """Which job it is, and how much of what it demands was practised; hidden where there is none.

    Signals:
        practise_requested(): an interview for this job, now.
    """

    practise_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Interview for this job", parent)
        self._job = Text("", "body")
        self._practised = Text("", "soft")
        self._button = Button("Start this interview", is_small=True)
        for widget in (self._job, self._practised):
            self.body.addWidget(widget)
        self.body.addSpacing(SPACE)
        self.body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._button.clicked.connect(self.practise_requested)

    def show_job(self, advertisement: Advertisement, practice: Sequence[DemandPractice]) -> None:
        """Show this job and what was practised of it."""
        self._job.setText(job_words(advertisement))
        self._practised.setText(practised_words(practice))
        self._button.setAccessibleDescription(f"{job_words(advertisement)}. {practised_words(practice)}")
        self.setVisible(not advertisement.is_empty)
