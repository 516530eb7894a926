"""Joins the screen of judging rules to the rules in use and to judging history anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.screens.judging_rules_screen import JudgingRulesScreen
from ui.words.times import counted

if TYPE_CHECKING:
    from ui.workers.rejudging import Rejudging
    from ui.workers.rules_in_use import RulesInUse


class JudgingRulesPlace(QObject):
    """Keeps changed rules, and history judged by them."""

    def __init__(
        self, screen: JudgingRulesScreen, rules: RulesInUse, rejudging: Rejudging, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._rules = rules
        self._rejudging = rejudging
        screen.show_rules(rules.now)
        screen.rules_changed.connect(rules.change)
        screen.judging_anew_requested.connect(self._on_judging_anew_requested)
        screen.cancel_requested.connect(rejudging.cancel)
        rules.changed.connect(screen.show_rules)
        rejudging.progressed.connect(screen.show_progress)
        rejudging.finished.connect(self._on_finished)

    def enter(self) -> None:
        """The rules in use show already."""

    def leave(self) -> None:
        """Judging anew goes on beside the window."""

    def _on_judging_anew_requested(self) -> None:
        self._rejudging.start(self._rules.now)

    def _on_finished(self, count: int, is_complete: bool) -> None:
        done = f"{counted(count, 'answer')} re-analysed"
        self.screen.show_idle(f"{done}." if is_complete else f"{done}; the others are unchanged.")
