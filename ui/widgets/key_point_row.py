"""One key point of an answer: what became of it, where to hear it, and a pencil to correct it. It judges nothing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from simulator.verdict_corrections import VerdictCorrection
from ui.theme import SPACE, Tone, set_role
from ui.widgets.button import Button, IconButton
from ui.widgets.text import Text, set_tool_tip
from ui.words.key_point_verdicts import AS_JUDGED, CHOICES, ShownPoint, hear_it_at
from ui.words.times import clock

ROW_PX = 28


class KeyPointRow(QWidget):
    """A point with its verdict.

    Signals:
        play_requested(float): the user wants to hear it, from this second.
        corrected(object): the user's `VerdictCorrection` of it.
    """

    play_requested = Signal(float)
    corrected = Signal(object)

    def __init__(self, point: ShownPoint, can_play: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point = point
        self._sign = sign_text("", "")
        self._words = Text("", "body")
        self._right = Text("", "strong")
        self._note = Text("", "caption")
        self._place = Text("", "caption", wraps=False)
        self._hear = Button("", look="link")
        self.pencil = IconButton("pencil", "", size=ROW_PX)
        self.pencil.setAccessibleDescription("Key: V")
        self._lay_out()
        self._hear.clicked.connect(self._on_hear_clicked)
        self.pencil.clicked.connect(self._on_pencil_clicked)
        self.show_point(point, can_play)

    def show_point(self, point: ShownPoint, can_play: bool) -> None:
        """Show what has become of the point; whoever has the keyboard here keeps it."""
        self.point = point
        self._sign.setText(point.mark)
        self._sign.set_tone(point.shade)
        self._words.setText(point.text)
        set_role(self._words, "soft" if point.verdict == "not" else "body")
        self._words.set_tone("red" if point.verdict == "contrary" else "")
        self._words.setAccessibleName(point.spoken)
        self._words.setAccessibleDescription(point.how_judged)
        for text, words in ((self._right, point.right), (self._note, point.note)):
            text.setText(words)
            text.setVisible(bool(words))
        self._note.set_tone("amber" if point.verdict == "maybe" else "")
        self._show_place(can_play)
        self.pencil.setAccessibleName(f"Correct the verdict. {point.spoken}")
        self.pencil.setToolTip("Correct the verdict (V)")
        for widget in (self, self._words, self._sign):
            set_tool_tip(widget, point.how_judged)

    def take_keyboard(self) -> None:
        """Put the keyboard here, with a ring that shows it."""
        self.pencil.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on anything in this row."""
        widget = self.window().focusWidget()
        return widget is not None and self.isAncestorOf(widget)

    def announce(self) -> None:
        """Let a screen reader say what the point counts as now."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.pencil, self.point.spoken))

    def menu(self) -> QMenu:
        """What can be said of the point, but for what is said already."""
        menu = QMenu(self)
        for verdict, words in CHOICES:
            if verdict != self.point.verdict:
                correction = VerdictCorrection(self.point.id, verdict)
                menu.addAction(words).triggered.connect(lambda _=False, one=correction: self.corrected.emit(one))
        if self.point.is_by_user:
            as_judged = VerdictCorrection(self.point.id, None)
            menu.addAction(AS_JUDGED).triggered.connect(lambda: self.corrected.emit(as_judged))
        return menu

    def _lay_out(self) -> None:
        self._hear.setMinimumHeight(ROW_PX)
        self._place.setMinimumHeight(ROW_PX)
        column = QVBoxLayout()
        column.setContentsMargins(0, SPACE, 0, SPACE)
        column.setSpacing(2)
        for text in (self._words, self._right, self._note):
            column.addWidget(text)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * SPACE)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self._sign, 0, top)
        line.addLayout(column, 1)
        for widget in (self._place, self._hear, self.pencil):
            line.addWidget(widget, 0, top)

    def _show_place(self, can_play: bool) -> None:
        at_s = self.point.at_s if can_play else None
        if at_s is None and self._hear.hasFocus():
            self.take_keyboard()
        if at_s is not None:
            self._hear.setText(f"▸ {clock(at_s)}")
            self._hear.setAccessibleName(hear_it_at(at_s))
        self._hear.setVisible(at_s is not None)
        self._place.setText(self.point.place)
        self._place.setVisible(at_s is None)

    def _on_hear_clicked(self) -> None:
        if self.point.at_s is not None:
            self.play_requested.emit(self.point.at_s)

    def _on_pencil_clicked(self) -> None:
        self.menu().popup(self.pencil.mapToGlobal(QPoint(0, self.pencil.height())))


def sign_text(mark: str, tone: Tone) -> Text:
    """The sign before a row."""
    sign = Text(mark, "strong", wraps=False)
    sign.set_tone(tone)
    sign.setFixedWidth(4 * SPACE)
    sign.setMinimumHeight(ROW_PX)
    return sign
