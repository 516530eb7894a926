"""The bank as it is on the disk: loaded beside the window, and again whenever a pack of the user's changes."""

from __future__ import annotations

import gc
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from question_bank.bank import Bank
from simulator.own_packs import built_in_names
from simulator.voice.sound_cache import delete_speech
from ui.messages import Message, MessageKind, Messages
from ui.workers.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Callable

    from question_bank.kept_packs import KeptPacks
    from simulator.data_folder import DataFolder
    from simulator.store.question_index import QuestionIndex

_PAUSE_MS: Final = 300
"""Editors write in several steps; a pack is read once they are done."""
_LARGE: Final = 2_000
"""Questions from which a bank is frozen: no search for reference cycles goes through it any more, which took 0.3 s with
ten thousand of them. It is freed all the same when the last reference goes."""


@dataclass(frozen=True, slots=True)
class LoadedBank:
    """A bank with the index to search it."""

    bank: Bank
    index: QuestionIndex


class BankWatch(QObject):
    """Watches the folder of the user's packs. If they cannot be read, that is told, and what was there before stays.

    Signals:
        loaded(object): `LoadedBank`, whenever it has been read anew.
    """

    loaded = Signal(object)

    def __init__(self, data_folder: DataFolder, jobs: Jobs, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = data_folder.packs
        self._cache = data_folder.questions_cache
        self._voice_cache = data_folder.voice_cache
        self._jobs = jobs
        self._messages = messages
        self._kept: KeptPacks | None = None
        self._is_loading = False
        self._is_stale = False
        self._watcher: QFileSystemWatcher | None = QFileSystemWatcher()  # ours alone, to be gone with `close`
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._watcher.fileChanged.connect(self._on_changed)
        self._pause.timeout.connect(self.reload)

    def begin(self, bank: Bank) -> None:
        """Make `bank`, the program's own questions, searchable; read the user's packs if there are any, and watch.

        Where a pack was deleted while nobody watched, all are read too, so that nothing of it stays in the caches.
        """
        self._watch()
        if _packs_in(self._folder) or self._has_remains():
            self.reload()
        else:
            self._run(lambda: _indexed(bank))

    def reload(self) -> None:
        """Read all packs again, now; those that did not change cost little."""
        self._pause.stop()
        self._watch()
        self._run(self._load)

    def close(self) -> None:
        """Follow no more changes. Its watcher must end on this thread, not on whichever collects it: Qt would crash."""
        self._pause.stop()
        self._watcher = None

    def _run(self, job: Callable[[], LoadedBank]) -> None:
        """One job at a time: packs that change meanwhile are read once more."""
        if self._is_loading:
            self._is_stale = True
            return
        self._is_loading = True
        self._jobs.run(job, self._on_loaded, self._on_failed)

    def _load(self) -> LoadedBank:
        from question_bank.kept_packs import KeptPacks

        if self._kept is None:
            self._kept = KeptPacks(self._cache)
        bank = Bank.load(self._folder, self._kept.load)
        if self._kept.forget_unused():
            with suppress(OSError):  # what cannot be deleted now, as it is being played, goes with the cache
                delete_speech(self._voice_cache)
        loaded = _indexed(bank)
        if len(bank.questions) >= _LARGE:
            gc.freeze()
        return loaded

    def _has_remains(self) -> bool:
        from question_bank.kept_packs import KeptPacks

        return KeptPacks(self._cache).kept_count() > len(built_in_names())

    def _watch(self) -> None:
        """Watch the folder and each pack: a file that was replaced is another one, and is watched anew."""
        if self._watcher is None:
            return
        watched = {*self._watcher.files(), *self._watcher.directories()}
        wanted = [str(path) for path in (self._folder, *_packs_in(self._folder))]
        if missing := [path for path in wanted if path not in watched]:
            self._watcher.addPaths(missing)

    def _on_changed(self, _path: str) -> None:
        self._pause.start()

    def _on_loaded(self, loaded: LoadedBank) -> None:
        self._is_loading = False
        self.loaded.emit(loaded)
        self._catch_up()

    def _on_failed(self, error: Exception) -> None:
        self._is_loading = False
        sentence = f"The question packs could not be read ({error}); those loaded earlier are still available."
        self._messages.tell(Message(MessageKind.PACK_REFUSED, sentence))
        self._catch_up()

    def _catch_up(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.reload()


def _indexed(bank: Bank) -> LoadedBank:
    from simulator.store.question_index import QuestionIndex

    return LoadedBank(bank, QuestionIndex(bank.questions))


def _packs_in(folder: Path) -> list[Path]:
    from question_bank.loader import SUFFIXES

    return sorted(path for path in folder.glob("*") if path.suffix in SUFFIXES)
