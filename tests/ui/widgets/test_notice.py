"""The bar at the top of the window: what stands, with its buttons, until it is done with."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.names import named
from ui.messages import Message, MessageKind, Messages
from ui.widgets.button import Button
from ui.widgets.notice import NoticeBar


@pytest.fixture
def messages() -> Messages:
    return Messages()


@pytest.fixture
def bar(qtbot: QtBot, messages: Messages) -> NoticeBar:
    made = NoticeBar(messages)
    qtbot.addWidget(made)
    return made


def press(bar: NoticeBar, name: str) -> None:
    button = named(bar, name)
    assert isinstance(button, QPushButton)
    button.click()


def buttons(bar: NoticeBar) -> list[str]:
    return [button.text() for button in bar.findChildren(Button) if not button.isHidden()]


def message(text: str, *actions: str) -> Message:
    return Message(MessageKind.LIBRARY_REFUSED, text, tuple((action, lambda: None) for action in actions))


def test_notice_is_shown_acted_upon_and_gone(messages: Messages, bar: NoticeBar) -> None:
    done: list[str] = []
    messages.tell(
        Message(MessageKind.LIBRARY_REFUSED, "The disk is full.", (("Try again", lambda: done.append("again")),))
    )
    assert bar.text == "The disk is full."
    assert bar.accessibleDescription() == "The disk is full."
    press(bar, "Try again")
    assert done == ["again"]
    assert bar.text == ""


def test_a_newer_notice_replaces_the_older_with_its_actions(qtbot: QtBot, messages: Messages, bar: NoticeBar) -> None:
    messages.tell(message("One."))
    messages.tell(message("Two.", "Second"))
    assert bar.text == "Two."
    qtbot.waitUntil(lambda: buttons(bar) == ["Second"])
    messages.tell(message("Three.", "Third"))
    qtbot.waitUntil(lambda: buttons(bar) == ["Third"])


def test_one_that_can_be_acted_upon_is_not_pushed_off(messages: Messages, bar: NoticeBar) -> None:
    messages.tell(message("One.", "First"))
    messages.tell(message("Two."))
    assert (bar.text, buttons(bar)) == ("One.", ["First"])
    press(bar, "First")
    assert (bar.text, buttons(bar)) == ("Two.", [])


def test_what_an_action_has_to_tell_comes_after_it(messages: Messages, bar: NoticeBar) -> None:
    """And the same again may be told: what was acted upon is done with first."""
    again = Message(MessageKind.ANSWER_CUT_OFF, "One.", (("Discard", lambda: messages.tell(message("One.", "Sure"))),))
    messages.tell(again)
    press(bar, "Discard")
    assert (bar.text, buttons(bar)) == ("One.", ["Sure"])


def test_notice_can_be_dismissed(messages: Messages, bar: NoticeBar) -> None:
    messages.tell(message("One."))
    press(bar, "Dismiss notice")
    assert bar.isHidden()


def test_what_was_told_before_there_was_a_window_is_shown(qtbot: QtBot, messages: Messages) -> None:
    messages.tell(message("One."))
    late = NoticeBar(messages)
    qtbot.addWidget(late)
    assert late.text == "One."
