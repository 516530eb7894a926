"""The button that leads to a comparison: at once where there is one other answer, else by a menu."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.parts import Told
from ui.widgets.compare_button import CompareButton


def test_it_hides_while_there_is_nothing_to_compare_with(qtbot: QtBot) -> None:
    button = CompareButton("Compare…")
    qtbot.addWidget(button)
    assert button.isHidden()
    button.show_choices([("Yesterday", 3)])
    assert not button.isHidden()
    button.show_choices(())
    assert button.isHidden()


def test_one_choice_needs_no_menu(qtbot: QtBot) -> None:
    button = CompareButton("Compare…")
    qtbot.addWidget(button)
    chosen = Told(button.take_chosen)
    button.show_choices([("Yesterday", 3)])
    button.click()
    assert chosen == [3]


def test_of_several_one_is_chosen(qtbot: QtBot) -> None:
    button = CompareButton("Compare…")
    qtbot.addWidget(button)
    chosen = Told(button.take_chosen)
    button.show_choices([("Yesterday", 3), ("Last week", 2)])
    menu = button.menu_of_choices()
    assert [action.text() for action in menu.actions()] == ["Yesterday", "Last week"]
    menu.actions()[1].trigger()
    assert chosen == [2]
