"""The questions there are now, with the index to search them; how they are read and followed: ui.workers.bank_watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from question_bank.bank import Bank
from ui.workers.bank_watch import BankWatch, LoadedBank

if TYPE_CHECKING:
    from simulator.store.question_index import QuestionIndex


class BankInUse(QObject):
    """The program's own questions at first, then the user's packs as well. `index` is None until there is one.

    Signals:
        changed(): `now` and `index` are as the packs are.
    """

    changed = Signal()

    def __init__(self, bank: Bank, watch: BankWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        self.now = bank
        self.index: QuestionIndex | None = None
        watch.loaded.connect(self._on_loaded)

    def begin(self) -> None:
        """Have the questions made searchable and the user's packs read beside the window; `changed` follows."""
        self._watch.begin(self.now)

    def reload(self) -> None:
        """Have the packs read again; `changed` follows."""
        self._watch.reload()

    def close(self) -> None:
        """Follow no more changes."""
        self._watch.close()

    def _on_loaded(self, loaded: LoadedBank) -> None:
        if self.index is not None:
            self.index.close()
        self.now, self.index = loaded.bank, loaded.index
        self.changed.emit()
