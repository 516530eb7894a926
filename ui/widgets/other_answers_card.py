"""The user's other answers to a question: each can be heard where it stands, opened, and held beside this one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QMetaMethod, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.store.other_answers import OtherAnswer
from simulator.store.records import AnswerId
from ui.theme import SPACE
from ui.widgets.button import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.text import Text, tip_of
from ui.words.other_answers import facts_of, heading_of, when_given

SHOWN_AT_FIRST: Final = 5
_MORE_AT_ONCE: Final = 10  # rows take 2 ms each to make


class OtherAnswersCard(Card):
    """Hidden while there are none. The newest few show; the others at a press.

    Signals:
        play_toggled(int): the id of an answer that is to be heard from its start, or no more.
        open_requested(int, int): an answer that is to be shown here: its session's id, and its own.
        compare_requested(int, int): the answer that is shown, and the one it is to be held against. The buttons for it
            are there once somebody is connected.
    """

    play_toggled = Signal(int)
    open_requested = Signal(int, int)
    compare_requested = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=5 * SPACE)
        self._heading = Text("", "label")
        self._column = QVBoxLayout()
        self._column.setSpacing(2 * SPACE)
        self._more = Button("", look="link", icon_name="chevron-down")
        self._rows: list[_OtherRow] = []
        self._to_come: deque[Callable[[], _OtherRow]] = deque()
        self._playing: AnswerId | None = None
        self.body.addWidget(self._heading)
        self.body.addLayout(self._column)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.clicked.connect(self._show_more)
        self.hide()

    @property
    def rows(self) -> Sequence[QWidget]:
        """One widget for each answer that shows, newest first."""
        return tuple(self._rows)

    def show_others(self, shown: AnswerId, shown_at: datetime, others: Sequence[OtherAnswer], today: date) -> None:
        """Show these, newest first, beside the answer `shown`, which was begun `shown_at`."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        self._to_come = deque(partial(self._make_row, shown, other, today) for other in others)
        self._show_next(SHOWN_AT_FIRST)
        heading = heading_of(others, shown_at)
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self.setVisible(bool(others))

    def show_playing(self, answer: AnswerId | None) -> None:
        """Show which of them is being heard; None for none."""
        self._playing = answer
        for row in self._rows:
            row.show_playing(is_playing=row.other.id == answer)

    def _make_row(self, shown: AnswerId, other: OtherAnswer, today: date) -> _OtherRow:
        is_comparable = self.isSignalConnected(QMetaMethod.fromSignal(self.compare_requested))
        row = _OtherRow(other, when_given(other, today), is_comparable=is_comparable)
        row.play.clicked.connect(partial(self.play_toggled.emit, other.id))
        row.open.clicked.connect(partial(self.open_requested.emit, other.session_id, other.id))
        row.compare.clicked.connect(partial(self.compare_requested.emit, shown, other.id))
        return row

    def _show_more(self) -> None:
        shown = len(self._rows)
        self._show_next(_MORE_AT_ONCE)
        self._rows[shown].open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_next(self, count: int) -> None:
        for _ in range(min(count, len(self._to_come))):
            row = self._to_come.popleft()()
            row.show_playing(is_playing=row.other.id == self._playing)
            self._rows.append(row)
            self._column.addWidget(row)
            row.show()
        self._more.setText(f"{len(self._to_come)} more")
        self._more.setVisible(bool(self._to_come))


class _OtherRow(QWidget):
    """One answer: a button to hear it, when it was and how it went, and where one can go with it."""

    def __init__(self, other: OtherAnswer, when: str, *, is_comparable: bool) -> None:
        super().__init__()
        self.other = other
        self._when = when
        self.play = IconButton("play", "")
        self.open = Button("Open", look="link")
        self.compare = Button("Compare", look="link")
        self.open.setAccessibleName(f"Open the answer from {when}")
        self.compare.setAccessibleName(f"Compare with the answer from {when}")
        self.compare.setVisible(is_comparable)
        facts = Text(facts_of(other), "caption")
        facts.setAccessibleName(f"{when}: {facts_of(other)}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(when, "body"))
        words.addWidget(facts)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(3 * SPACE)
        line.addWidget(self.play)
        line.addLayout(words, 1)
        line.addWidget(self.compare)
        line.addWidget(self.open)
        kept = self.play.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that typed answers stand in line with the others
        self.play.setSizePolicy(kept)
        self.play.setVisible(other.has_sound)
        self.show_playing(is_playing=False)

    def show_playing(self, *, is_playing: bool) -> None:
        """Show what its button does now."""
        self.play.set_icon("pause" if is_playing else "play")
        name = f"{'Stop' if is_playing else 'Play'} the answer from {self._when}"
        self.play.setAccessibleName(name)
        self.play.setToolTip(tip_of(name))
