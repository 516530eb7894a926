"""One of two answers that are compared: which it is, how long it was, and how to hear it. It plays nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import SPACE, font
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.select import Select
from ui.widgets.text import Text, label_for
from ui.words.times import clock


class TakeHead(Card):
    """A drop-down of answers, the facts of the one chosen, and a button that plays it.

    Signals:
        take_chosen(int): the user wants this answer here.
        play_toggled(): play it, or pause.
    """

    take_chosen = Signal(int)
    play_toggled = Signal()

    def __init__(self, name: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=4 * SPACE)
        self.setAccessibleName(f"{name} answer")
        self._play_name = f"Play {name.lower()} answer"
        self._duration_s = 0.0
        self._takes = Select(f"{name} answer")
        self._facts = Text("", "body")
        self._place = Text("", "caption", wraps=False)
        self._place.setFont(font(13, tabular=True))
        self.play = Button("Play", key, is_small=True, icon_name="play")
        line = QHBoxLayout()
        line.setSpacing(3 * SPACE)
        line.addWidget(self.play)
        line.addWidget(self._place)
        line.addStretch(1)
        self.body.addWidget(label_for(self._takes, name, "label"))
        self.body.addWidget(self._takes)
        self.body.addWidget(self._facts)
        self.body.addLayout(line)
        self._takes.activated.connect(self._on_activated)
        self.play.clicked.connect(self.play_toggled)
        self.set_playing(False)

    def show_take(self, options: tuple[tuple[str, object], ...], answer_id: int, facts: str, duration_s: float) -> None:
        """Show one answer among those that may be chosen; without a recording it cannot be played."""
        self._takes.show_options(options, answer_id)
        self._facts.setText(facts)
        self._duration_s = duration_s
        for widget in (self.play, self._place):
            widget.setVisible(duration_s > 0)
        self.set_playing(False)
        self.set_position(0.0)

    def set_position(self, position_s: float) -> None:
        """Say where the playback stands, in seconds."""
        self._place.setText(f"{clock(min(position_s, self._duration_s))} / {clock(self._duration_s)}")

    def set_playing(self, is_playing: bool) -> None:
        """Show whether it sounds."""
        self.play.setText("Pause" if is_playing else "Play")
        self.play.set_icon("pause" if is_playing else "play")
        self.play.setAccessibleName(self._play_name)

    def _on_activated(self, row: int) -> None:
        answer_id = self._takes.itemData(row)
        if isinstance(answer_id, int):
            self.take_chosen.emit(answer_id)
