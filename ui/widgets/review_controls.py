"""What can be done with the answer at hand in Review: hear it, answer again, delete it. It does none of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.store.records import AnswerRecord
from simulator.unknown_question import is_known
from ui.theme import SPACE
from ui.widgets.button import Button, IconButton
from ui.widgets.careful_button import CarefulButton
from ui.widgets.flow_layout import Flow
from ui.widgets.speed_control import SpeedControl
from ui.widgets.text import Text, tip_of
from ui.widgets.volume_control import VolumeControl
from ui.words.answer_line import duration_of
from ui.words.answer_title import can_be_transcribed_again
from ui.words.times import clock
from ui.words.trimmed import trimmed, trimmed_words

DELETE_ANSWER: Final = "Delete answer"


class ReviewControls(Flow):
    """Buttons in a row, or in several where it is narrow; what is of no use for an answer is hidden.

    Signals:
        play_toggled(): play, or pause where it is.
        trimmed_requested(): play it without the silence around it.
        again_requested(): answer the question once more.
        transcribe_again_requested(): its words could not be written down.
        delete_requested(): this one answer is to go.
        rate_changed(float): 1.0 is as spoken.
    """

    play_toggled = Signal()
    trimmed_requested = Signal()
    again_requested = Signal()
    transcribe_again_requested = Signal()
    delete_requested = Signal()
    rate_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=2 * SPACE, parent=parent)
        self.play = Button("Play", "K", "primary", icon_name="play", is_small=True)
        self.play.setAccessibleName("Play")
        self._play_trimmed = Button("Play trimmed", is_small=True)
        self._again = Button("Answer again", icon_name="rotate-ccw", is_small=True)
        self._try_again = Button("Try again", is_small=True)
        self.careful = CarefulButton(is_small=True)
        self.speed = SpeedControl()
        self.volume = VolumeControl()
        self._time = Text("", "soft", wraps=False)
        self._time.setAccessibleName("Playback position")
        self._duration_s = 0.0
        self._delete = IconButton("trash-2", DELETE_ANSWER, size=38)
        for control in (
            self.play,
            self._time,
            self.speed,
            self.volume,
            self._play_trimmed,
            self._again,
            self._try_again,
            self.careful,
            self._delete,
        ):
            self.add(control)
        self._connect()

    def show_answer(self, record: AnswerRecord, position_s: float) -> None:
        """Offer what is of use for this answer, whose playback stands at `position_s` seconds."""
        self._duration_s = duration_of(record)
        can_play = self._duration_s > 0
        self.play.setVisible(can_play)
        self._time.setVisible(can_play)
        self.speed.setVisible(can_play)
        self.volume.setVisible(can_play)
        stretch = trimmed(record)
        self._play_trimmed.setVisible(stretch is not None)
        self._play_trimmed.setToolTip(tip_of("" if stretch is None else trimmed_words(record, stretch)))
        self._again.setVisible(is_known(record.question))
        self._try_again.setVisible(can_be_transcribed_again(record))
        self.show_position(position_s)

    def show_playing(self, *, is_playing: bool) -> None:
        """Show whether the answer is sounding."""
        self.play.setText("Pause" if is_playing else "Play")
        self.play.set_icon("pause" if is_playing else "play")
        self.play.setAccessibleName("Play")

    def show_position(self, position_s: float) -> None:
        """Show where the playback stands, in seconds."""
        words = f"{clock(min(position_s, self._duration_s))} / {clock(self._duration_s)}"
        if words != self._time.text():
            self._time.setText(words)
            self._time.setAccessibleDescription(words)

    def _connect(self) -> None:
        self.play.clicked.connect(self.play_toggled)
        self._play_trimmed.clicked.connect(self.trimmed_requested)
        self._again.clicked.connect(self.again_requested)
        self._try_again.clicked.connect(self.transcribe_again_requested)
        self._delete.clicked.connect(self.delete_requested)
        self.speed.rate_changed.connect(self.rate_changed)
