"""Offers to judge anew what an earlier analysis judged: Re-analyse, or Not now, which holds for that version."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.errors import SimulatorError
from ui.messages import Message, MessageKind
from ui.words.rejudging import outdated_offer, rejudged_words

if TYPE_CHECKING:
    from simulator.store.outdated import Outdated
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.rejudging import Rejudging
    from ui.workers.rules_in_use import RulesInUse
    from ui.workers.settings_in_use import SettingsInUse


class RejudgingOffer(QObject):
    """What was judged by an earlier version of the analysis cannot be compared with what comes now.

    Signals:
        progress_wanted(): it has begun; how far it is shows with the rules.
    """

    progress_wanted = Signal()

    def __init__(
        self,
        store: Store,
        rejudging: Rejudging,
        rules: RulesInUse,
        settings: SettingsInUse,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._rejudging = rejudging
        self._rules = rules
        self._settings = settings
        self._messages = messages
        self._is_ours = False
        rejudging.finished.connect(self._on_finished)

    def begin(self) -> None:
        """Look for such answers, and offer to judge them anew, unless the user has said no to that."""
        from simulator.analysis.report import ANALYSIS_VERSION

        if self._settings.now.declined_analysis >= ANALYSIS_VERSION:
            return
        try:
            outdated = self._store.outdated.find(ANALYSIS_VERSION)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        if outdated.answers:
            self._offer(outdated, ANALYSIS_VERSION)

    def _offer(self, outdated: Outdated, version: int) -> None:
        actions = (("Re-analyse", lambda: self._start(outdated)), ("Not now", lambda: self._decline(version)))
        self._messages.tell(Message(MessageKind.HISTORY_OUTDATED, outdated_offer(outdated), actions))

    def _start(self, outdated: Outdated) -> None:
        self.progress_wanted.emit()
        self._is_ours = not self._rejudging.is_running
        self._rejudging.start(self._rules.now, outdated.answers)

    def _decline(self, version: int) -> None:
        self._settings.change(replace(self._settings.now, declined_analysis=version))

    def _on_finished(self, count: int, is_complete: bool) -> None:
        """The user has gone elsewhere by now, perhaps."""
        if self._is_ours:
            self._is_ours = False
            words = rejudged_words(count, is_complete=is_complete)
            self._messages.tell(Message(MessageKind.HISTORY_OUTDATED, words))
