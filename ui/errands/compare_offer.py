"""Looks up what the answer at hand can be compared with, and offers it beside the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.words.take_words import take_name

if TYPE_CHECKING:
    from simulator.store.records import AnswerRecord
    from simulator.store.store import Store
    from ui.widgets.compare_button import CompareButton


class CompareOffer(QObject):
    """Every other answer to the question, newest first; or only the one before.

    Signals:
        compare_requested(int, int): the answer at hand, and the one to compare it with.
    """

    compare_requested = Signal(int, int)

    def __init__(
        self, button: CompareButton, store: Store, parent: QObject | None = None, *, is_previous_only: bool = False
    ) -> None:
        super().__init__(parent)
        self._button = button
        self._store = store
        self._is_previous_only = is_previous_only
        self._answer_id: int | None = None
        button.take_chosen.connect(self._on_take_chosen)

    def show(self, record: AnswerRecord | None) -> None:
        """Offer what there is beside this answer; nothing without one."""
        self._answer_id = record.id if record else None
        self._button.show_choices(self._choices(record) if record else ())

    def _choices(self, record: AnswerRecord) -> tuple[tuple[str, int], ...]:
        takes = self._store.takes.of_question(record.id)
        at = next((number for number, take in enumerate(takes) if take.answer_id == record.id), None)
        if at is None:
            return ()
        others = takes[max(0, at - 1) : at] if self._is_previous_only else (*takes[:at], *takes[at + 1 :])
        return tuple((take_name(take), take.answer_id) for take in reversed(others))

    def _on_take_chosen(self, other_id: int) -> None:
        if self._answer_id is not None:
            self.compare_requested.emit(self._answer_id, other_id)
