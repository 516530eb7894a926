"""One sentence with a mark before it and, where there is proof of it, a link behind it. It proves nothing itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.words.shown_advice import PRAISE

_MARK_PX: Final = 3 * SPACE + 2  # as wide as the widest, so that sentences begin below one another


class SentenceLine(QWidget):
    """The link follows right behind the sentence while that fits on a line.

    Signals:
        pressed(): the link.
    """

    pressed = Signal()

    def __init__(
        self, mark: str, sentence: str, link: str = "", *, is_praise: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._mark = _mark_of(mark, is_praise)
        self._sentence = Text(sentence, "body", selectable=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * SPACE)
        top = Qt.AlignmentFlag.AlignTop
        self._sentence.setAlignment(top)  # a taller row would centre it, lower than its number
        self._row.addWidget(self._mark, 0, top)
        self._row.addWidget(self._sentence, 1)
        self.link: Button | None = None
        if link:
            self.link = Button(link, look="link", parent=self)
            self.link.setAccessibleDescription(sentence)
            self.link.clicked.connect(self.pressed)
            self._row.addWidget(self.link, 0, top)
        self._row.addStretch(0)
        for label in (self._mark, self._sentence):
            label.setContentsMargins(0, SPACE, 0, SPACE)  # the first line level with the link

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        natural = QFontMetrics(self._sentence.font()).horizontalAdvance(self._sentence.text()) + SPACE
        self._sentence.setMaximumWidth(natural)


def _mark_of(words: str, is_praise: bool) -> Text:
    mark = Text(words, "strong", wraps=False)
    mark.setMinimumWidth(_MARK_PX)
    mark.set_tone("green" if is_praise else "accent")
    if is_praise:
        mark.setAccessibleName(PRAISE)
    return mark
