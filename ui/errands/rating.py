"""Keeps the user's own rating of an answer, and says when its question comes back because of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from simulator.errors import SimulatorError
from simulator.store.records import AnswerStatus
from ui.messages import Message, MessageKind
from ui.words.return_day import return_words

if TYPE_CHECKING:
    from simulator.store.records import AnswerRecord
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.widgets.own_rating import OwnRating


class Rating(QObject):
    """One answer at a time; follow-ups are not rated, as they do not come back by themselves."""

    def __init__(self, view: OwnRating, store: Store, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._store = store
        self._messages = messages
        self._record: AnswerRecord | None = None
        view.rated.connect(self._on_rated)

    def show(self, record: AnswerRecord) -> None:
        """Ask for a rating of this answer, showing the one that was given before."""
        self._record = record
        is_asked = not record.rung and record.status is AnswerStatus.SAVED and record.is_readable
        self._view.setVisible(is_asked)
        if is_asked:
            self._view.show_rating(self._store.cards.own_rating(record.id))
            self._show_return(record)

    def _on_rated(self, rating: int) -> None:
        if self._record is None:
            return
        try:
            self._store.cards.rate(self._record.id, rating)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        self._show_return(self._record)

    def _show_return(self, record: AnswerRecord) -> None:
        card = self._store.cards.card(record.question.id)
        today = datetime.now().astimezone().date()
        self._view.show_return("" if card is None else return_words(card.due_at, today))
