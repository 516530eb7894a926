"""One quiet line under a question: a kept story fits it, and opens below on request. Nothing of it is read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.stories.story import Story
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.question_view import WIDEST
from ui.widgets.text import Text
from ui.widgets.text_line import TextArea

STORY_KEY: Final = "T"
_TEXT_PX: Final = 150
_LONGEST_SHOWN: Final = 60


class StoryHint(QWidget):
    """The first of the stories that fit, closed at first; the titles of the others once it is open.

    Signals:
        opened(object): `StoryId` of the story that the user looks up.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(WIDEST)
        self._stories: Sequence[Story] = ()
        self._line = Button("", STORY_KEY, "quiet")
        self._text = TextArea("Story", height_px=_TEXT_PX)
        self._text.setReadOnly(True)
        self._others = Text("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._line, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._text)
        column.addWidget(self._others)
        self._line.clicked.connect(self._on_clicked)
        self.show_stories(())

    @property
    def is_open(self) -> bool:
        """Whether the text of the story shows."""
        return self._text.isVisibleTo(self)

    def show_stories(self, stories: Sequence[Story]) -> None:
        """Offer the first of these; hide without any."""
        self._stories = stories
        self._open(is_open=False)
        self.setVisible(bool(stories))
        if stories:
            title = stories[0].title
            shown = title if len(title) <= _LONGEST_SHOWN else f"{title[:_LONGEST_SHOWN].rstrip()}…"
            self._line.setText(f"You have a story for this: {shown}".replace("&", "&&"))
            self._line.setAccessibleName(f"You have a story for this: {title}")
            self._text.setPlainText(stories[0].text)
            self._others.setText(f"Also: {' · '.join(story.title for story in stories[1:])}")

    def toggle(self) -> None:
        """Open or close the story, if one is offered."""
        if self._stories and self.isVisible():
            self._line.click()

    def _open(self, *, is_open: bool) -> None:
        self._text.setVisible(is_open)
        self._others.setVisible(is_open and len(self._stories) > 1)

    def _on_clicked(self) -> None:
        is_opening = not self.is_open
        self._open(is_open=is_opening)
        if is_opening:
            self.opened.emit(self._stories[0].id)
