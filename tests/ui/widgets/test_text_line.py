"""What is pasted into several lines is taken whole, or refused with a sentence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from simulator.typed_text import LONGEST_TYPED
from ui.widgets import text_line
from ui.widgets.text_line import TextArea


@pytest.fixture
def tips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: told.append(text))
    return told


def pasted(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_a_page_is_pasted(qtbot: QtBot, tips: list[str]) -> None:
    area = TextArea("CV text")
    qtbot.addWidget(area)
    area.insertFromMimeData(pasted("A page.\n" * 100))
    assert area.toPlainText() == "A page.\n" * 100
    assert tips == []


def test_a_book_is_not(qtbot: QtBot, tips: list[str]) -> None:
    area = TextArea("CV text")
    qtbot.addWidget(area)
    area.setPlainText("mine")
    area.insertFromMimeData(pasted("x" * 10_000_000))
    assert area.toPlainText() == "mine"
    assert tips == [text_line.TOO_LONG.format(count=10_000_000, room=LONGEST_TYPED - 4)]
    assert area.accessibleDescription() == tips[0]
    area.insertFromMimeData(pasted("and this"))
    assert area.accessibleDescription() == ""


def test_what_a_paste_replaces_makes_room(qtbot: QtBot, tips: list[str]) -> None:
    area = TextArea("CV text")
    qtbot.addWidget(area)
    area.setPlainText("x" * (LONGEST_TYPED // 2))
    area.insertFromMimeData(pasted("y" * (LONGEST_TYPED // 2 + 1)))
    half = LONGEST_TYPED // 2
    sentence = f"Nothing was pasted: the text has {half + 1:,} characters, but there is only room for {half:,} more."
    assert tips == [sentence]
    area.selectAll()
    area.insertFromMimeData(pasted("y" * LONGEST_TYPED))
    assert area.toPlainText() == "y" * LONGEST_TYPED
    assert len(tips) == 1
