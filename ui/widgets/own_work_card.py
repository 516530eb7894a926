"""What the interviewer knows of the user's own work, in a card that leads to it. It finds and keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.words.times import counted

if TYPE_CHECKING:
    from simulator.own_work.own_work import OwnWork

_NOTHING: Final = "Practise questions about your own projects and techniques, and why you want to join the company."
_ASKED: Final = "Included in interviews."
_NOT_ASKED: Final = "Not included in interviews."


class OwnWorkCard(Card):
    """Techniques, projects and company, counted and named.

    Signals:
        wanted(): the user wants to see or change them.
        stories_wanted(): the user wants to see the stories they kept.
    """

    wanted = Signal()
    stories_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Your own work", parent)
        self._known = Text("", "body")
        self._words = Text("", "soft")
        self._button = Button("Your CV and company", is_small=True)
        self._stories = Button("Your stories", is_small=True)
        for widget in (self._known, self._words):
            self.body.addWidget(widget)
        self.body.addSpacing(SPACE)
        for button in (self._button, self._stories):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._button.clicked.connect(self.wanted)
        self._stories.clicked.connect(self.stories_wanted)

    def show_own_work(self, own_work: OwnWork, story_count: int = 0) -> None:
        """Show what is known, whether it is asked about, and how many stories are kept."""
        self._stories.setText(f"Your stories · {story_count}" if story_count else "Your stories")
        self._stories.setAccessibleName("Your stories")
        self._stories.updateGeometry()
        known = _known(own_work)
        self._known.setText(known)
        self._known.setVisible(bool(known))
        self._words.setText((_ASKED if own_work.is_asked else _NOT_ASKED) if known else _NOTHING)


def _known(own_work: OwnWork) -> str:
    """ "14 techniques · 3 projects · Nordwind"; empty where there is nothing."""
    parts = (
        counted(len(own_work.techniques), "technique") if own_work.techniques else "",
        counted(len(own_work.projects), "project") if own_work.projects else "",
        own_work.company.name or ("a company" if not own_work.company.is_empty else ""),
    )
    return "\u00a0· ".join(part for part in parts if part)
