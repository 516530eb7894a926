"""The rules that answers are judged by now: changed in one place, kept on the disk, told to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.analysis.rules import JudgingRules
from simulator.errors import RulesNotSaved
from simulator.rules_file import read_rules, save_rules
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from pathlib import Path

    from ui.messages import Messages


class RulesInUse(QObject):
    """The user's judging rules. If they cannot be kept, that is told, and they hold for this run.

    Signals:
        changed(object): `JudgingRules`, already saved. They hold from the next answer on, and for history once it is
            judged anew.
    """

    changed = Signal(object)

    def __init__(self, file: Path, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._messages = messages
        loaded = read_rules(file)
        self.now = loaded.rules
        self.problems = loaded.problems
        """A sentence for each rule on the disk that could not be read."""

    def change(self, rules: JudgingRules) -> None:
        """Keep the user's rules and let everybody know; nothing happens if they hold already."""
        if rules == self.now:
            return
        self.now = rules
        try:
            save_rules(rules, self._file)
        except RulesNotSaved as error:
            self._messages.tell(Message(MessageKind.CHOICES_NOT_KEPT, str(error)))
        self.changed.emit(rules)
