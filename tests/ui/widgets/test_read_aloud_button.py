"""One button starts and stops; its name says which."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.parts import Told
from ui.widgets.read_aloud_button import ReadAloudButton


def test_it_asks_for_its_words_and_when_they_are_read_for_silence(qtbot: QtBot) -> None:
    button = ReadAloudButton("the model answer")
    qtbot.addWidget(button)
    button.set_words("First the log.")
    asked = Told(button.read_requested)
    assert button.accessibleName() == "Read aloud: the model answer"
    button.click()
    button.show_reading("First the log.")
    assert button.accessibleName() == "Stop reading: the model answer"
    button.click()
    assert asked == ["First the log.", ""]


def test_words_of_another_are_none_of_its_own(qtbot: QtBot) -> None:
    button = ReadAloudButton("the model answer")
    qtbot.addWidget(button)
    button.show_reading("")
    assert not button.is_reading
    button.set_words("First the log.")
    button.show_reading("The key points.")
    assert not button.is_reading
