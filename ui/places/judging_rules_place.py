"""Joins the screen of judging rules to the rules in use and to judging history anew."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.equipment import Equipment
from ui.screens.judging_rules_screen import JudgingRulesScreen
from ui.words.times import counted


class JudgingRulesPlace(QObject):
    """Keeps changed rules, and history judged by them."""

    def __init__(self, screen: JudgingRulesScreen, equipment: Equipment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.screen = screen
        self._equipment = equipment
        screen.show_rules(equipment.rules)
        screen.rules_changed.connect(equipment.change_rules)
        screen.judging_anew_requested.connect(self._on_judging_anew_requested)
        screen.cancel_requested.connect(equipment.rejudging.cancel)
        equipment.rules_changed.connect(screen.show_rules)
        equipment.rejudging.progressed.connect(screen.show_progress)
        equipment.rejudging.finished.connect(self._on_finished)

    def _on_judging_anew_requested(self) -> None:
        self._equipment.rejudging.start(self._equipment.rules)

    def _on_finished(self, count: int, is_complete: bool) -> None:
        done = f"{counted(count, 'answer')} judged anew"
        self.screen.show_idle(f"{done}." if is_complete else f"{done}; the others are as they were.")
