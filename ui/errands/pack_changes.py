"""Writes the user's packs beside the window, one change after the other, and takes the latest back on request."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from question_bank.errors import BankError
from question_bank.models import Question
from simulator.own_packs import Change, OwnPacks
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from pathlib import Path

    from ui.messages import Messages
    from ui.workers.bank_in_use import BankInUse
    from ui.workers.jobs import Jobs

_UNDO = "Press Ctrl+Z to undo."


class PackChanges(QObject):
    """The only one that writes to the folder of packs while the window is open. What was done, or why not, is told.

    Signals:
        changed(): a pack was written; the bank is being read again.
        failed(): nothing was written.
    """

    changed = Signal()
    failed = Signal()

    def __init__(
        self, folder: Path, jobs: Jobs, bank: BankInUse, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self._jobs = jobs
        self._bank = bank
        self._messages = messages
        self._packs = OwnPacks(folder)
        self._changes: list[Change] = []
        self._is_writing = False

    @property
    def packs(self) -> OwnPacks:
        """The packs in `folder`."""
        return self._packs

    def save(self, question: Question, old_id: str | None = None) -> None:
        """Write a question, in the place of `old_id` if one is given."""
        self._run(lambda: self._packs.save(question, old_id), "Saved in {pack}.")

    def delete(self, pack: str, question_id: str) -> None:
        """Take a question out of its pack."""
        self._run(lambda: self._packs.delete(pack, question_id), "Deleted from {pack}.")

    def put(self, name: str, content: bytes, count: str) -> None:
        """Write a whole pack; `count` says in words what is in it."""
        self._run(lambda: self._packs.put(name, content), f"{count} imported into {{pack}}.")

    def undo(self) -> None:
        """Put the pack that was changed last back as it was."""
        if self._changes and not self._is_writing:
            change = self._changes.pop()
            self._is_writing = True
            self._jobs.run(
                lambda: self._packs.take_back(change),
                lambda _: self._on_written(_taken_back(change)),
                self._on_failed,
            )

    def _run(self, write: Callable[[], Change], sentence: str) -> None:
        """Ignored while another change is on its way: it comes from a second click on the same button."""
        if self._is_writing:
            return
        self._is_writing = True
        self._jobs.run(write, lambda change: self._on_changed(change, sentence), self._on_failed)

    def _on_changed(self, change: Change, sentence: str) -> None:
        self._changes.append(change)
        kept = f" The earlier text, with your comments, is in {change.previous.name}." if change.previous else ""
        if change.earlier is not None:
            kept = f" The earlier version beside it, {change.path.name}.previous, was deleted too."
        self._on_written(f"{sentence.format(pack=change.path.name)}{kept} {_UNDO}")

    def _on_written(self, sentence: str) -> None:
        self._is_writing = False
        self._bank.reload()
        self._messages.tell(Message(MessageKind.PACK_CHANGED, sentence))
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._is_writing = False
        if not isinstance(error, BankError | OSError):
            raise error
        self._messages.tell(Message(MessageKind.PACK_REFUSED, str(error)))
        self.failed.emit()


def _taken_back(change: Change) -> str:
    name = change.path.name
    return f"{name} was removed again." if change.before is None else f"{name} is as it was before."
