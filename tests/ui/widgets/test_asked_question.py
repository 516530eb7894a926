"""What was asked, above the answer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.names import named
from tests.ui.samples import MUTABLE_DEFAULT, OVERFITTING
from tests.ui.screen_text import has_words
from ui.widgets.asked_question import AskedQuestion


def code_of(asked: AskedQuestion) -> str:
    code = named(asked, "Code")
    assert isinstance(code, QPlainTextEdit)
    return code.toPlainText() if code.isVisibleTo(asked) else ""


def test_a_follow_up_stands_with_its_question_and_the_code_it_is_about(qtbot: QtBot) -> None:
    asked = AskedQuestion()
    qtbot.addWidget(asked)
    asked.show_asked(OVERFITTING)
    assert has_words(asked, OVERFITTING.text)
    assert not has_words(asked, "Follow-up to")
    assert code_of(asked) == ""
    asked.show_asked(MUTABLE_DEFAULT)
    assert code_of(asked) == MUTABLE_DEFAULT.code
    asked.show_asked(replace(OVERFITTING, text="And why?"), MUTABLE_DEFAULT)
    assert has_words(asked, f"Follow-up to: {MUTABLE_DEFAULT.text}")
    assert code_of(asked) == MUTABLE_DEFAULT.code
