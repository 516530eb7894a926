"""Keeps an answer as a story, for every place that shows one; what the library refuses is told."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from simulator.errors import SimulatorError
from simulator.stories.drafting import draft_of
from simulator.stories.story import StoryDraft
from ui.messages import Message, MessageKind
from ui.widgets.keep_story import KeepStory

if TYPE_CHECKING:
    from simulator.store.records import AnswerRecord
    from simulator.store.store import Store
    from ui.messages import Messages


class StoryKeeping(QObject):
    """One answer at a time."""

    def __init__(self, view: KeepStory, store: Store, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._store = store
        self._messages = messages
        view.kept.connect(self._on_kept)

    def show(self, record: AnswerRecord) -> None:
        """Offer to keep this answer, as it stands corrected, unless it makes no story or is kept already."""
        draft = draft_of(record)
        kept = self._store.stories.of_answer(record.id) if draft else None
        self._view.show_offer(draft, kept.title if kept else "")

    def _on_kept(self, draft: StoryDraft) -> None:
        try:
            story = self._store.stories.keep(draft, datetime.now(UTC))
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
        else:
            self._view.show_offer(draft, story.title)
