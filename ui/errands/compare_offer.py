"""Looks up the answer before the one at hand, and offers to hold them against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from simulator.store.records import AnswerId, AnswerRecord
    from simulator.store.store import Store
    from ui.widgets.button import Button


class CompareOffer(QObject):
    """The button is hidden while there is no earlier answer to the question.

    Signals:
        compare_requested(int, int): the answer at hand, and the one to compare it with.
    """

    compare_requested = Signal(int, int)

    def __init__(self, button: Button, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._button = button
        self._store = store
        self._pair: tuple[AnswerId, AnswerId] | None = None
        button.hide()
        button.clicked.connect(self._on_clicked)

    def show(self, record: AnswerRecord | None) -> None:
        """Offer what there is beside this answer; nothing without one."""
        before = None if record is None else self._before(record)
        self._pair = None if record is None or before is None else (record.id, before)
        self._button.setVisible(self._pair is not None)

    def _before(self, record: AnswerRecord) -> AnswerId | None:
        """The newest answer to the same question that is older."""
        takes = [take.answer_id for take in self._store.takes.of_question(record.id)]
        at = takes.index(record.id) if record.id in takes else 0
        return takes[at - 1] if at else None

    def _on_clicked(self) -> None:
        if self._pair is not None:
            self.compare_requested.emit(*self._pair)
