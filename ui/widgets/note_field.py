"""The user's note on an answer: it tells what was typed once the typing pauses, or it is left. It keeps nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from simulator.store.records import AnswerRecord
from ui.widgets.text_line import TextArea

_HEIGHT_PX: Final = 96
_PAUSE_MS: Final = 400


class NoteField(TextArea):
    """One answer's note at a time.

    Signals:
        note_changed(int, str): the id of an answer and its note.
    """

    note_changed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Notes", "What to remember about this answer", _HEIGHT_PX, parent)
        self._record: AnswerRecord | None = None
        self._is_showing = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text_changed)

    def show_note(self, record: AnswerRecord | None) -> None:
        """Show the note of another answer; None for no answer. What was typed of the one before is told first."""
        self.keep()
        self._record = record
        self._is_showing = True
        self.setPlainText("" if record is None else record.note)
        self._is_showing = False

    def keep(self) -> None:
        """Tell what was typed and not told yet, so that no note is lost to haste."""
        if self._pause.isActive():
            self._pause.stop()
            self._tell()

    def _tell(self) -> None:
        if self._record is not None:
            self.note_changed.emit(self._record.id, self.toPlainText())

    def _on_text_changed(self) -> None:
        if not self._is_showing:
            self._pause.start()
