"""What can be done with a recording that one looks into: larger, smaller, along, and a chosen stretch over and over."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from simulator.transcript import Span
from ui.theme import SPACE
from ui.widgets.button import Button, IconButton
from ui.widgets.flow_layout import Flow
from ui.widgets.text import Text
from ui.widgets.toggle_chips import ToggleChip
from ui.widgets.zoomed_waveform import ZoomedWaveform, stretch_words

LOOP_KEY: Final = "O"


class SoundTools(QWidget):
    """A line of buttons below a `ZoomedWaveform`, with a bar to move along while not all of it is in sight.

    Signals:
        stretch_requested(float, object): from and to, in seconds: what is chosen, to be heard.
        loop_changed(object): the `Span` to be heard over and over from now on, None for none.
    """

    stretch_requested = Signal(float, object)
    loop_changed = Signal(object)

    def __init__(self, waveform: ZoomedWaveform, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waveform = waveform
        self._looped: Span | None = None
        self._along = _AlongBar()
        self._words = Text("", "caption", wraps=False)
        self._play = Button("Play it", look="link", icon_name="play")
        self._play.setAccessibleName("Play the selection")
        self.loop = ToggleChip("Loop")
        self.loop.setAccessibleName("Loop the selection")
        self.loop.setAccessibleDescription(f"Key: {LOOP_KEY}")
        self.loop.setToolTip(f"Loop the selection ({LOOP_KEY})")
        self._clear = Button("Clear", look="link")
        self._clear.setAccessibleName("Clear the selection")
        self._all = Button("Show all", look="link")
        self._all.setAccessibleName("Show the whole recording")
        self._smaller = IconButton("minus", "Zoom out")
        self._larger = IconButton("plus", "Zoom in")
        self._lay_out()
        self._connect()
        self._show_stretch(None)
        self._show_seen(0.0, 0.0)

    def toggle_loop(self) -> None:
        """Loop what is chosen, or no longer."""
        if self.loop.isEnabled():
            self.loop.toggle()

    def _lay_out(self) -> None:
        row = Flow(spacing=2 * SPACE, line_spacing=SPACE)
        for part in (self._smaller, self._larger, self._all, self._words, self._play, self.loop, self._clear):
            row.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._along)
        column.addWidget(row)

    def _connect(self) -> None:
        self._waveform.stretch_chosen.connect(self._show_stretch)
        self._waveform.seen_changed.connect(self._show_seen)
        self._along.valueChanged.connect(lambda first_ms: self._waveform.see_from(float(first_ms)))
        self._larger.clicked.connect(self._waveform.zoom_in)
        self._smaller.clicked.connect(self._waveform.zoom_out)
        self._all.clicked.connect(self._waveform.show_all)
        self._clear.clicked.connect(lambda: self._waveform.choose(None))
        self._play.clicked.connect(self._play_stretch)
        self.loop.toggled.connect(self._on_loop_toggled)

    def _show_stretch(self, stretch: Span | None) -> None:
        self._words.setText(stretch_words(stretch))
        self._words.updateGeometry()
        for part in (self._play, self.loop, self._clear):
            part.setVisible(stretch is not None)
        self.loop.setEnabled(stretch is not None)
        if stretch is None:
            self.loop.setChecked(False)
        self._tell_loop()

    def _show_seen(self, first_ms: float, last_ms: float) -> None:
        whole_ms, seen_ms = self._waveform.maximum(), last_ms - first_ms
        was_blocked = self._along.blockSignals(True)
        self._along.setRange(0, max(0, round(whole_ms - seen_ms)))
        self._along.setPageStep(max(1, round(seen_ms)))
        self._along.setValue(round(first_ms))
        self._along.blockSignals(was_blocked)
        self._along.setVisible(self._waveform.is_zoomed)
        self._all.setVisible(self._waveform.is_zoomed)
        self._smaller.setEnabled(self._waveform.is_zoomed)
        self._larger.setEnabled(self._waveform.can_zoom_in)

    def _play_stretch(self) -> None:
        stretch = self._waveform.stretch
        if stretch is not None:
            self.stretch_requested.emit(stretch.start_s, stretch.end_s)

    def _on_loop_toggled(self, is_on: bool) -> None:
        self._tell_loop()
        if is_on:
            self._play_stretch()

    def _tell_loop(self) -> None:
        looped = self._waveform.stretch if self.loop.isChecked() else None
        if looped != self._looped:
            self._looped = looped
            self.loop_changed.emit(looped)


class _AlongBar(QScrollBar):
    """Moves what is in sight; the wheel is left to the page."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName("Part of the recording in view")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
