"""Joins the History screen to the store: every interview ever held, to be found, opened and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from simulator.errors import SimulatorError
from simulator.store.records import SessionId
from ui.errands.exporting import Exporting
from ui.errands.session_deleting import SessionDeleting
from ui.messages import Message, MessageKind
from ui.screens.history_screen import HistoryScreen

if TYPE_CHECKING:
    from simulator.store.store import Store
    from ui.messages import Messages

PAGE: Final = 50  # sessions fetched at a time: memory does not grow with history


class HistoryPlace(QObject):
    """The newest interviews first, page by page. Which one is opened, the screen says itself."""

    def __init__(
        self,
        screen: HistoryScreen,
        store: Store,
        deleting: SessionDeleting,
        exporting: Exporting,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._store = store
        self._deleting = deleting
        self._exporting = exporting
        self._messages = messages
        self._oldest: SessionId | None = None
        self._search = ""
        screen.search_changed.connect(self._on_search_changed)
        screen.more_requested.connect(self._show_more)
        screen.delete_requested.connect(self._on_delete_requested)
        screen.export_requested.connect(exporting.offer)
        screen.copy_requested.connect(exporting.copy_session)
        deleting.deleted.connect(screen.remove_session)

    def enter(self) -> None:
        """Show the newest sessions among those searched for."""
        self._oldest = None
        self.screen.clear_sessions()
        self._show_more()

    def leave(self) -> None:
        """Nothing sounds here."""

    def _show_more(self) -> None:
        try:
            found = self._store.sessions(limit=PAGE, before=self._oldest, search=self._search)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        if found:
            self._oldest = found[-1].id
        self.screen.show_sessions(found, more=len(found) == PAGE)

    def _on_search_changed(self, text: str) -> None:
        self._search = text
        self.enter()

    def _on_delete_requested(self, session_id: int) -> None:
        self._deleting.ask(SessionId(session_id), self.screen.window())
