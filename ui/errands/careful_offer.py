"""Offers to listen to the answer on the screen once more, by the model of the user's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from simulator.store.records import AnswerRecord
    from ui.widgets.careful_button import CarefulButton
    from ui.workers.careful_listening import CarefulListening


class CarefulOffer(QObject):
    """Joins one button to what listens; the place says which answer is shown."""

    def __init__(self, button: CarefulButton, listening: CarefulListening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._button = button
        self._listening = listening
        self._record: AnswerRecord | None = None
        button.clicked.connect(self._on_clicked)
        listening.changed.connect(self._show)

    def show(self, record: AnswerRecord | None) -> None:
        """This answer is on the screen now; None: none is."""
        self._record = record
        self._show()

    def _show(self) -> None:
        record = self._record
        if record is None:
            self._button.show_now(is_offered=False, is_under_way=False)
        else:
            is_under_way = self._listening.is_listening_to(record.id)
            self._button.show_now(is_offered=self._listening.would_help(record), is_under_way=is_under_way)

    def _on_clicked(self) -> None:
        if self._record is not None:
            self._listening.listen(self._record)
