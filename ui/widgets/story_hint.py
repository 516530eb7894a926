"""One quiet line under a question: a kept story fits it, and opens below on request. Nothing of it is read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from simulator.stories.story import Story
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.question_view import WIDEST
from ui.widgets.text import Text
from ui.widgets.text_line import TextArea

STORY_KEY: Final = "T"
_TEXT_PX: Final = 150
_LEAST_PX: Final = 96
_NARROWEST_PX: Final = 160
_AROUND_TEXT_PX: Final = 2 * 16


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
        self._line = _Offer()
        self._text = _StoryText()
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
            self._line.show_words(f"You have a story for this: {stories[0].title}")
            self._text.setPlainText(stories[0].text)
            self._others.setText(f"Also: {' · '.join(story.title for story in stories[1:])}")

    def set_room(self, room_px: int | None) -> None:
        """Let the text of a story take so much height where it needs it; without, a few lines, which scroll."""
        offer_px = self._line.sizeHint().height() + 2 * SPACE
        self._text.set_highest(_TEXT_PX if room_px is None else max(_LEAST_PX, room_px - offer_px))

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


class _Offer(Button):
    """The line that offers; words that do not fit are cut at the end, never the button."""

    def __init__(self) -> None:
        super().__init__("", STORY_KEY, "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = ""

    def show_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self._show_fitting(self.width())
        self.updateGeometry()

    def _show_fitting(self, width: int) -> None:
        around_px = super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        room_px = max(0, width - around_px)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room_px))

    def sizeHint(self) -> QSize:
        hint, metrics = super().sizeHint(), self.fontMetrics()
        whole_px = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance(self.text())
        return QSize(hint.width() + whole_px, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST_PX, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_fitting(event.size().width())


class _StoryText(TextArea):
    """As high as the story is at its width, but no higher than there is room."""

    def __init__(self) -> None:
        super().__init__("Story")
        self.setReadOnly(True)
        self._highest_px = _TEXT_PX
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_highest(self, highest_px: int) -> None:
        self._highest_px = highest_px
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - _AROUND_TEXT_PX), 1 << 20)
        wrapped = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.toPlainText())
        return min(self._highest_px, wrapped.height() + _AROUND_TEXT_PX)

    def sizeHint(self) -> QSize:
        width = self.width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST_PX, min(_LEAST_PX, self._highest_px))
