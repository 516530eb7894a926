"""Files held over the window are welcome where they may be dropped, and what is dropped is handed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.parts import Told
from ui.widgets.drop_target import DropTarget, local_files

NOWHERE = Qt.MouseButton.NoButton
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    QVBoxLayout(shown).addWidget(QLabel("What is there"))
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    shown.show()
    return shown


def files(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def entering(data: QMimeData) -> QDragEnterEvent:
    return QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO_KEY)


def dropped(data: QMimeData) -> QDropEvent:
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    return QDropEvent(QPointF(20, 20), actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)


def test_files_held_over_the_window_are_told_what_will_happen(window: QWidget) -> None:
    target = DropTarget(window)
    assert target.isHidden()
    data = files("file:///answers/a.m4a")
    event = entering(data)
    QApplication.sendEvent(window, event)
    assert event.isAccepted()
    assert target.isVisible()
    assert target.geometry() == window.rect()
    assert not target.grab().isNull()
    move = QDragMoveEvent(QPoint(30, 30), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO_KEY)
    target.dragMoveEvent(move)  # Qt hands these to whatever the system's own pointer is over
    assert move.isAccepted()
    QApplication.sendEvent(target, QDragLeaveEvent())
    assert target.isHidden()


def test_what_is_dropped_is_handed_over_and_never_moved(window: QWidget) -> None:
    target = DropTarget(window)
    told = Told(target.files_dropped)
    data = files("file:///answers/a.m4a", "https://example.com/b.m4a", "file:///answers/c%20d.mp4")
    QApplication.sendEvent(target, entering(data))
    event = dropped(data)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(target, event)
    assert told == [(Path("/answers/a.m4a"), Path("/answers/c d.mp4"))]
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert target.isHidden()


def test_it_may_be_dropped_before_the_pointer_moves_on(window: QWidget) -> None:
    target = DropTarget(window)
    told = Told(target.files_dropped)
    data = files("file:///answers/a.m4a")
    QApplication.sendEvent(window, entering(data))
    QApplication.sendEvent(window, dropped(data))
    assert told == [(Path("/answers/a.m4a"),)]
    assert target.isHidden()


def test_what_can_only_be_moved_is_left_where_it_is(window: QWidget) -> None:
    target = DropTarget(window)
    data = files("file:///answers/a.m4a")
    event = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NO_KEY)
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    assert target.isHidden()


def test_words_and_addresses_are_none_of_its_business(window: QWidget) -> None:
    target = DropTarget(window)
    words = QMimeData()
    words.setText("some words")
    for data in (words, files("https://example.com/b.m4a")):
        event = entering(data)
        QApplication.sendEvent(window, event)
        assert not event.isAccepted()
        assert target.isHidden()
    assert local_files(words) == ()


def test_while_nothing_is_wanted_nothing_can_be_dropped(window: QWidget) -> None:
    target = DropTarget(window, lambda: False)
    data = files("file:///answers/a.m4a")
    event = entering(data)
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    assert target.isHidden()
