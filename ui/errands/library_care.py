"""Checks the library when asked to, puts right what was found, and takes that back: all of it beside the window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject

from recordings.errors import RecordingError
from simulator.errors import SimulatorError
from ui.messages import MessageKind
from ui.words.library_check import (
    NOTHING_TO_UNDO,
    can_be_mended,
    check_sentences,
    mended_sentences,
    undone_sentence,
)

if TYPE_CHECKING:
    from recordings.mending.findings import Check
    from recordings.mending.mending import Mended, Undone
    from simulator.data_folder import DataFolder
    from simulator.store.records import AnswerId
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.widgets.library_check import LibraryCheck
    from ui.workers.jobs import Jobs
    from ui.workers.judging_queue import JudgingQueue

CHECKING: Final = "Checking every recording and answer…"
MENDING: Final = "Repairing…"
UNDOING: Final = "Undoing…"

_DEALT_WITH: Final = (MessageKind.RECORDINGS_FOUND, MessageKind.ANSWER_CUT_OFF, MessageKind.DRAFT_CUT_OFF)
"""What is offered at the start and done by mending: an offer that stayed would act on what is an answer's by now."""

T = TypeVar("T")


class LibraryCare(QObject):
    """One thing at a time. `last` is the latest answer from before this run: later ones may be being recorded."""

    def __init__(
        self,
        shown: LibraryCheck,
        data_folder: DataFolder,
        last: AnswerId,
        jobs: Jobs,
        judging_queue: JudgingQueue,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._data_folder = data_folder
        self._last = last
        self._jobs = jobs
        self._judging_queue = judging_queue
        self._messages = messages
        shown.check_requested.connect(self._on_check_requested)
        shown.mend_requested.connect(self._on_mend_requested)
        shown.undo_requested.connect(self._on_undo_requested)
        shown.show_undo(can_undo=self._can_undo())

    def _on_check_requested(self) -> None:
        from recordings.mending.findings import check_library

        self._do(CHECKING, lambda store: check_library(store, self._data_folder, self._last), self._on_checked)

    def _on_mend_requested(self) -> None:
        from recordings.mending.mending import mend

        self._do(MENDING, lambda store: mend(store, self._data_folder, self._last), self._on_mended)

    def _on_undo_requested(self) -> None:
        from recordings.mending.mending import undo

        self._do(UNDOING, lambda store: undo(store, self._data_folder), self._on_undone)

    def _do(self, words: str, deed: Callable[[Store], T], on_done: Callable[[T], None]) -> None:
        """With a connection of its own, on a thread of its own."""
        from simulator.store.store import Store

        self._shown.show_working(words)
        database = self._data_folder.database

        def work() -> T:
            with closing(Store.open_beside(database)) as store:
                return deed(store)

        self._jobs.run(work, on_done, self._on_failed)

    def _on_checked(self, check: Check) -> None:
        self._show(check_sentences(check), can_mend=can_be_mended(check))

    def _on_mended(self, mended: Mended) -> None:
        self._messages.settle(*_DEALT_WITH)
        self._judging_queue.catch_up()
        self._show(mended_sentences(mended))

    def _on_undone(self, undone: Undone | None) -> None:
        self._show(undone_sentence(undone) if undone else NOTHING_TO_UNDO)

    def _on_failed(self, error: Exception) -> None:
        self._show(str(error))
        if not isinstance(error, SimulatorError | RecordingError):
            raise error

    def _show(self, sentences: str, *, can_mend: bool = False) -> None:
        self._shown.show_result(sentences, can_mend=can_mend, can_undo=self._can_undo())

    def _can_undo(self) -> bool:
        from recordings.mending.aside import can_undo

        return can_undo(self._data_folder.data)
