"""Words are shown as they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.paragraph import Paragraph
from ui.widgets.text import Text, set_tool_tip

HOSTILE = "<img src='file:///etc/passwd'><b>bold</b>"


def test_markup_stays_text(qtbot: QtBot) -> None:
    label = Text(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_tool_tip_escapes_markup(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tool_tip(widget, HOSTILE)
    assert "<img" not in widget.toolTip()
    assert widget.accessibleDescription() == HOSTILE
    set_tool_tip(widget, "")
    assert widget.toolTip() == widget.accessibleDescription() == ""


def test_tool_tip_leaves_a_description_as_it_is(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setAccessibleDescription("Key: V")
    set_tool_tip(widget, "Correct the verdict")
    assert widget.accessibleDescription() == "Key: V"


def test_paragraph_grows_as_it_gets_narrower(qtbot: QtBot) -> None:
    paragraph = Paragraph("one two three four five six seven eight nine ten " * 4)
    qtbot.addWidget(paragraph)
    assert paragraph.heightForWidth(120) > 2 * paragraph.heightForWidth(600)


def test_paragraph_breaks_a_word_that_is_too_long(qtbot: QtBot) -> None:
    paragraph = Paragraph("x" * 250)
    qtbot.addWidget(paragraph)
    assert paragraph.heightForWidth(100) > paragraph.heightForWidth(5000)
