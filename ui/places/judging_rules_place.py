"""Joins the screen of judging rules to the rules in use and to judging history anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from simulator.analysis.report import ANALYSIS_VERSION
from simulator.errors import SimulatorError
from ui.messages import Message, MessageKind
from ui.screens.judging_rules_screen import JudgingRulesScreen
from ui.words.rejudging import rejudged_words

if TYPE_CHECKING:
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.rejudging import Rejudging
    from ui.workers.rules_in_use import RulesInUse


class JudgingRulesPlace(QObject):
    """Keeps changed rules, and history judged by them."""

    def __init__(
        self,
        screen: JudgingRulesScreen,
        rules: RulesInUse,
        rejudging: Rejudging,
        store: Store,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._store = store
        self._messages = messages
        self._rules = rules
        self._rejudging = rejudging
        screen.show_rules(rules.now)
        screen.rules_changed.connect(rules.change)
        screen.judging_anew_requested.connect(self._on_judging_anew_requested)
        screen.cancel_requested.connect(rejudging.cancel)
        rules.changed.connect(screen.show_rules)
        rules.changed.connect(self._show_outdated)
        rejudging.progressed.connect(lambda done, total: screen.show_progress(done, total, rejudging.left_s))
        rejudging.finished.connect(self._on_finished)

    def enter(self) -> None:
        """The rules in use show already; answers may have been judged since."""
        self._show_outdated()

    def leave(self) -> None:
        """Judging anew goes on beside the window."""

    def _on_judging_anew_requested(self) -> None:
        self._rejudging.start(self._rules.now)

    def _on_finished(self, count: int, is_complete: bool) -> None:
        self.screen.show_idle(rejudged_words(count, is_complete=is_complete))
        self._show_outdated()

    def _show_outdated(self) -> None:
        try:
            outdated = self._store.outdated.find(ANALYSIS_VERSION, self._rules.now.name)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        self.screen.show_outdated(len(outdated.answers))
