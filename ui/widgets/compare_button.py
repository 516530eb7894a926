"""Offers to hold the answer at hand against another one to the same question. Which there are it is told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.button import Button


class CompareButton(Button):
    """Hidden while there is no other answer. With one it compares at once, with more it asks which.

    Signals:
        take_chosen(int): the answer to compare with.
    """

    take_chosen = Signal(int)

    def __init__(self, text: str, parent: QWidget | None = None, *, is_small: bool = False) -> None:
        super().__init__(text, parent=parent, is_small=is_small)
        self._choices: tuple[tuple[str, int], ...] = ()
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_choices(self, choices: Sequence[tuple[str, int]]) -> None:
        """Offer these (label, answer) and no others."""
        self._choices = tuple(choices)
        self.setVisible(bool(choices))

    def menu_of_choices(self) -> QMenu:
        """The answers to choose from."""
        menu = QMenu(self)
        for label, answer_id in self._choices:
            menu.addAction(label).triggered.connect(partial(self._choose, answer_id))
        return menu

    def _choose(self, answer_id: int, _is_checked: bool = False) -> None:
        self.take_chosen.emit(answer_id)

    def _on_clicked(self) -> None:
        if len(self._choices) == 1:
            self._choose(self._choices[0][1])
            return
        menu = self.menu_of_choices()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
