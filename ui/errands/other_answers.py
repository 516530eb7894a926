"""Shows what else was answered to a question, and plays it where it stands, for a place that shows an answer."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from simulator.store.records import AnswerId

if TYPE_CHECKING:
    from simulator.store.records import AnswerRecord
    from simulator.store.store import Store
    from ui.errands.answer_sound import AnswerSound
    from ui.widgets.other_answers_card import OtherAnswersCard

MOST_SHOWN: Final = 50


class OtherAnswersShown(QObject):
    """Joins one card to the library and the player."""

    def __init__(self, card: OtherAnswersCard, store: Store, sound: AnswerSound, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._store = store
        self._sound = sound
        self._heard: AnswerId | None = None
        self._is_beginning = False
        card.play_toggled.connect(self._on_play_toggled)
        sound.playing_changed.connect(self._on_playing_changed)

    @property
    def is_heard(self) -> bool:
        """Whether what plays is one of the other answers."""
        return self._heard is not None

    def show(self, record: AnswerRecord) -> None:
        """This answer is on the screen now."""
        others = self._store.other_answers.to_question_of(record.id, MOST_SHOWN)
        self._card.show_others(record.id, record.started_at, others, datetime.now().astimezone().date())
        self._card.show_playing(self._heard)

    def _on_play_toggled(self, answer_id: int) -> None:
        is_heard_already = self._heard == answer_id
        self._sound.stop()
        if is_heard_already:
            return
        self._heard, self._is_beginning = AnswerId(answer_id), True
        self._sound.play(self._store.answer(self._heard), 0.0)
        self._is_beginning = False
        self._card.show_playing(self._heard)

    def _on_playing_changed(self, is_playing: bool) -> None:
        """However it ended: heard to its end, stopped, or something else is played now."""
        if not is_playing and not self._is_beginning:
            self._heard = None
            self._card.show_playing(None)
