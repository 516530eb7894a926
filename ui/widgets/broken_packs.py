"""Packs that could not be loaded, with file, line and reason. `ui.places.questions_place` opens the folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from question_bank.loader import BrokenPack, Problem  # brings YAML, which the window does not wait for

_SHOWN_PROBLEMS: Final = 4


class BrokenPacks(Card):
    """A card in amber that is only there while something is broken.

    Signals:
        folder_requested(): open the folder where the packs lie.
    """

    folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=4 * SPACE)
        self.setAccessibleName("Packs that could not be loaded")
        heading = Text("▲ Not everything could be loaded", "strong")
        heading.set_tone("amber")
        self._words = Text("", "body", selectable=True)
        self._open = Button("Open the folder", is_small=True)
        self._open.clicked.connect(self.folder_requested)
        self.body.addWidget(heading)
        self.body.addWidget(self._words)
        self.body.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)

    def show_packs(self, broken: Sequence[BrokenPack]) -> None:
        """Show these, or nothing at all."""
        self._words.setText("\n\n".join(_words_of(pack) for pack in broken))
        self.setVisible(bool(broken))


def _words_of(pack: BrokenPack) -> str:
    """What is wrong with a pack, by file and line; of many problems the first few."""
    return "\n".join(
        [
            f"{pack.source.name} was left out; the other packs are available.",
            *problem_lines(pack.problems, _SHOWN_PROBLEMS),
        ]
    )


def problem_lines(problems: Sequence[Problem], most: int) -> list[str]:
    """The first of the problems, each with its line, and how many more there are."""
    lines = [f"– {f'line {problem.line}: ' if problem.line else ''}{problem.text}" for problem in problems[:most]]
    more = len(problems) - most
    return [*lines, f"– and {more} more"] if more > 0 else lines
