"""The line in which a word is put right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.names import name_of
from tests.ui.parts import Told
from ui.widgets.word_editor import WordEditor

OVER = QRect(300, 40, 60, 20)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 200)
    QVBoxLayout(made).addWidget(QLineEdit())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def editor(page: QWidget) -> WordEditor:
    made = WordEditor(page)
    made.begin("model,", (0, 5), OVER)
    return made


def test_it_stands_over_the_word_with_the_bare_word_chosen(editor: WordEditor) -> None:
    assert (editor.isVisible(), editor.hasFocus(), editor.selectedText()) == (True, True, "model")
    assert editor.geometry().contains(OVER)
    assert name_of(editor) == "Correct the words"
    assert "A space splits a word" in editor.accessibleDescription()


def test_it_grows_with_what_is_typed_and_stays_on_the_page(page: QWidget, editor: WordEditor) -> None:
    narrow = editor.width()
    QTest.keyClicks(editor, "a much longer phrase than that one")
    assert editor.width() > narrow
    assert page.rect().contains(editor.geometry())
    editor.move_over(QRect(10, 100, 60, 20))
    assert editor.geometry().top() > OVER.top()


def test_enter_keeps_and_escape_leaves(editor: WordEditor) -> None:
    kept, left = Told(editor.kept), Told(editor.left)
    QTest.keyClicks(editor, "models")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert (kept, left) == (["models,"], [])
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert len(left) == 1


def test_going_on_elsewhere_keeps_what_was_typed(page: QWidget, editor: WordEditor) -> None:
    kept = Told(editor.kept)
    QTest.keyClicks(editor, "models")
    line = page.findChildren(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)[0]
    line.setFocus(Qt.FocusReason.MouseFocusReason)
    assert kept == ["models,"]
