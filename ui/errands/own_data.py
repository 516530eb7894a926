"""Shows how much is kept, deletes copies and cache when asked to, and saves the whole library to a file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from recordings.library_archive import Manifest, write_archive
from simulator.errors import SimulatorError
from simulator.kept_data import KeptKind, what_is_kept
from simulator.store.backups import BackupFolder
from ui.messages import Message, MessageKind
from ui.words.backup_notice import written_line
from ui.words.kept_data import NOT_ADDED_UP, NOT_DELETED, NOT_OPENED, NOT_SAVED

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder
    from ui.messages import Messages
    from ui.widgets.kept_data_list import KeptDataList
    from ui.workers.jobs import Jobs

Choose = Callable[[str], str]
"""Asks for a file to save to, offered a name; empty if the user thinks better of it."""


class OwnData(QObject):
    """Everything that takes a while is done beside the window, and what it came to is told."""

    def __init__(
        self,
        shown: KeptDataList,
        data_folder: DataFolder,
        jobs: Jobs,
        messages: Messages,
        choose: Choose | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._data_folder = data_folder
        self._jobs = jobs
        self._messages = messages
        self._choose = choose or self._asked_for
        shown.delete_requested.connect(self._on_delete_requested)
        shown.folder_requested.connect(self._on_folder_requested)
        shown.backup_requested.connect(self._on_backup_requested)

    def look(self) -> None:
        """Show what is kept by now."""
        folder = self._data_folder
        self._jobs.run(lambda: what_is_kept(folder), self._shown.show_kept, self._on_not_added_up)

    def _on_not_added_up(self, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or error
        self._refuse(error, NOT_ADDED_UP.format(reason=reason))

    def _on_delete_requested(self, kind: KeptKind) -> None:
        deed = self._delete_copies if kind is KeptKind.COPIES else self._empty_cache
        self._jobs.run(deed, lambda _done: self.look(), self._on_not_deleted)

    def _delete_copies(self) -> None:
        BackupFolder.beside(self._data_folder.database).forget_all()

    def _empty_cache(self) -> None:
        """All that lies in it; the folder itself stays, for whoever writes there next."""
        for path in self._data_folder.cache.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
        self._data_folder.prepare()

    def _on_folder_requested(self) -> None:
        folder = self._data_folder.data
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, NOT_OPENED.format(folder=folder)))

    def _on_backup_requested(self) -> None:
        chosen = self._choose(f"viva-voce-{datetime.now().astimezone():%Y-%m-%d}.zip")
        if not chosen:
            return
        target, folder = Path(chosen), self._data_folder
        self._shown.show_backing_up(True)
        self._jobs.run(
            lambda: write_archive(folder, target), lambda made: self._on_backed_up(target, made), self._on_not_saved
        )

    def _on_backed_up(self, target: Path, manifest: Manifest) -> None:
        self._shown.show_backing_up(False)
        self._messages.tell(Message(MessageKind.LIBRARY_BACKED_UP, written_line(target, manifest)))

    def _on_not_deleted(self, error: Exception) -> None:
        self._refuse(error, _told(error, NOT_DELETED))
        self.look()

    def _on_not_saved(self, error: Exception) -> None:
        self._shown.show_backing_up(False)
        self._refuse(error, _told(error, NOT_SAVED))

    def _refuse(self, error: Exception, sentence: str) -> None:
        if not isinstance(error, SimulatorError | OSError):
            raise error
        self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, sentence))

    def _asked_for(self, name: str) -> str:
        chosen, _ = QFileDialog.getSaveFileName(
            self._shown, "Back up to a file", str(Path.home() / name), "Zip (*.zip)"
        )
        return chosen


def _told(error: Exception, sentence: str) -> str:
    """Our own errors are sentences already; the system's become the reason in one."""
    if isinstance(error, OSError):
        return sentence.format(reason=error.strerror or type(error).__name__)
    return str(error)
