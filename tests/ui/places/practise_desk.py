"""Practise as a user finds it: what shows, and what is pressed and chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QLabel

from simulator.interview.plan import SessionPlan
from tests.ui.names import named
from tests.ui.parts import Room
from ui.places.practise_place import PractisePlace
from ui.screens.practise_screen import PractiseScreen
from ui.widgets.select import Select


@dataclass
class Desk:
    room: Room
    screen: PractiseScreen
    place: PractisePlace
    plans: list[SessionPlan]

    def words(self) -> list[str]:
        """Every word the screen shows."""
        return [label.text() for label in self.screen.findChildren(QLabel) if label.isVisibleTo(self.screen)]

    def has_words(self, words: str) -> bool:
        return any(words in text for text in self.words())

    def label(self, words: str) -> QLabel:
        (found,) = (label for label in self.screen.findChildren(QLabel) if label.text() == words)
        return found

    def press(self, name: str) -> None:
        button = named(self.screen, name)
        assert isinstance(button, QAbstractButton)
        button.click()

    def select(self, name: str) -> Select:
        select = named(self.screen, name)
        assert isinstance(select, Select)
        return select

    def choose(self, name: str, data: object) -> None:
        """As a user does: choose an entry, which activates it."""
        select = self.select(name)
        index = select.findData(data)
        select.setCurrentIndex(index)
        select.activated.emit(index)
