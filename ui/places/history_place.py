"""Joins the History screen to the store: every session and answer ever kept, to be found, opened, named and deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from simulator.errors import SimulatorError
from simulator.store.history_view import Found, FoundSession, Page, Place, Request
from simulator.store.records import AnswerId, SessionId
from ui.errands.exporting import Exporting
from ui.errands.session_deleting import SessionDeleting
from ui.messages import Message, MessageKind
from ui.screens.history_screen import HistoryScreen, starred

if TYPE_CHECKING:
    from simulator.store.history import History
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.jobs import Jobs
    from ui.workers.rules_in_use import RulesInUse

PAGE: Final = 50  # rows fetched at a time: memory does not grow with history
_MOST_AGAIN: Final = 500  # rows brought back at once when one comes back to the place

T = TypeVar("T")


class HistoryPlace(QObject):
    """What is asked for, page by page. The library is read beside the window, so that a long history stalls nothing.

    Signals:
        session_wanted(int): the user opens a session, by its id.
        answer_wanted(int, object): or one of its answers, with the numbers of the words said in it that were found.
    """

    session_wanted = Signal(int)
    answer_wanted = Signal(int, object)

    def __init__(
        self,
        screen: HistoryScreen,
        store: Store,
        jobs: Jobs,
        deleting: SessionDeleting,
        rules: RulesInUse,
        exporting: Exporting,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._store = store
        self._jobs = jobs
        self._deleting = deleting
        self._rules = rules
        self._exporting = exporting
        self._messages = messages
        self._next: Place | None = None
        self._asked = 0
        self._connect()

    def enter(self) -> None:
        """Show what was asked for last, as it is now, and as much of it as was shown."""
        self._read(lambda history: history.choices(), self.screen.show_choices)
        self._show_first(min(max(PAGE, len(self.screen.rows)), _MOST_AGAIN))

    def leave(self) -> None:
        """Nothing sounds here."""

    def _connect(self) -> None:
        screen, deleting = self.screen, self._deleting
        screen.request_changed.connect(self._show_first)
        screen.more_requested.connect(self._show_more)
        screen.opened.connect(self._on_opened)
        screen.starred.connect(self._on_starred)
        screen.labelled.connect(self._on_labelled)
        screen.delete_requested.connect(self._on_delete_requested)
        screen.undo_requested.connect(deleting.undo)
        screen.export_requested.connect(self._exporting.offer)
        screen.copy_requested.connect(self._exporting.copy_session)
        deleting.begun.connect(screen.remove)
        deleting.answer_begun.connect(screen.remove)
        deleting.deleted.connect(self._count)
        deleting.brought_back.connect(lambda: self._show_first(max(PAGE, len(screen.rows))))

    def _show_first(self, limit: int | None = None) -> None:
        self._asked += 1
        request = self._request(limit=limit)
        is_awaited = partial(self._is_awaited, self._asked)
        self._read(
            lambda history: history.page(request), lambda page: self._show(page, self.screen.show_rows), is_awaited
        )
        self._count()

    def _show_more(self) -> None:
        if self._next is None:
            return
        request = self._request(after=self._next)
        is_awaited = partial(self._is_awaited, self._asked)
        self._read(
            lambda history: history.page(request), lambda page: self._show(page, self.screen.add_rows), is_awaited
        )

    def _count(self) -> None:
        request = self._request()
        self._read(
            lambda history: history.count(request), self.screen.show_count, partial(self._is_awaited, self._asked)
        )

    def _request(self, *, limit: int | None = None, after: Place | None = None) -> Request:
        request = self.screen.request
        wanted = replace(request.wanted, fillers_above=self._rules.now.unremarkable_per_minute)
        return replace(request, wanted=wanted, limit=limit or PAGE, after=after)

    def _is_awaited(self, asked: int) -> bool:
        return asked == self._asked

    def _show(self, page: Page, show: Callable[..., None]) -> None:
        self._next = page.next
        show([found for found in page.rows if not self._is_going(found)], more=page.next is not None)

    def _is_going(self, found: Found) -> bool:
        if isinstance(found, FoundSession):
            return self._deleting.is_going(found.summary.id)
        return self._deleting.is_going(found.session.id) or self._deleting.is_answer_going(found.id)

    def _read(
        self, ask: Callable[[History], T], show: Callable[[T], None], is_awaited: Callable[[], bool] = lambda: True
    ) -> None:
        """Ask the library beside the window; an answer that nobody waits for any more is dropped."""
        database = self._store.path

        def work() -> T:
            from simulator.store.history import History

            with History.beside(database) as history:
                return ask(history)

        def done(found: T) -> None:
            if is_awaited():
                show(found)

        self._jobs.run(work, done, self._tell)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, SimulatorError):
            raise error
        self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))

    def _try(self, change: Callable[[], None]) -> bool:
        """Whether a change could be kept; why not is told."""
        try:
            change()
        except SimulatorError as error:
            self._tell(error)
            return False
        return True

    def _on_opened(self, found: Found) -> None:
        if isinstance(found, FoundSession) and found.hit is None:
            self.session_wanted.emit(found.summary.id)
            return
        answer = AnswerId((found.hit or 0) if isinstance(found, FoundSession) else found.id)
        search = self.screen.request.search
        if not search:
            self.answer_wanted.emit(answer, ())
            return
        self._read(
            lambda history: history.found_words(answer, search), lambda found: self.answer_wanted.emit(answer, found)
        )

    def _on_starred(self, found: Found, is_on: bool) -> None:
        labels = self._store.labels
        if isinstance(found, FoundSession):
            is_kept = self._try(lambda: labels.star(found.summary.id, is_on=is_on))
        else:
            is_kept = self._try(lambda: labels.star_answer(found.id, is_on=is_on))
        if is_kept:
            self.screen.change(starred(found, is_on=is_on))

    def _on_labelled(self, session_id: int, name: str, tags: tuple[str, ...]) -> None:
        session = SessionId(session_id)

        def keep() -> None:
            self._store.labels.name(session, name)
            self._store.labels.tag(session, tags)

        if self._try(keep):
            self.enter()

    def _on_delete_requested(self, found: Found) -> None:
        if isinstance(found, FoundSession):
            self._deleting.delete_session(found.summary.id)
        else:
            self._deleting.delete_answer(AnswerId(found.id))
