"""One's own pronunciations: added, said anew, heard and removed."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.names import named, nameless
from tests.ui.parts import Told
from tests.ui.screen_text import has_words, press
from ui.widgets.pronunciations import Pronunciations


@pytest.fixture
def words(qtbot: QtBot) -> Pronunciations:
    shown = Pronunciations()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_words((("SQL", "sequel"),))
    return shown


def add(words: Pronunciations, written: str, said: str) -> None:
    for name, text in (("Word", written), ("Said as", said)):
        field = named(words, name)
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, text)
    press(words, "Add")


def test_every_control_has_a_name(words: Pronunciations) -> None:
    assert nameless(words) == []


def test_a_word_is_added_and_said_anew(words: Pronunciations, qtbot: QtBot) -> None:
    told = Told(words.changed)
    add(words, " ROI ", "R  O I")
    add(words, "SQL", "ess queue ell")
    assert told == [(("SQL", "sequel"), ("ROI", "R O I")), (("ROI", "R O I"), ("SQL", "ess queue ell"))]
    qtbot.waitUntil(lambda: has_words(words, "ess queue ell"))
    assert not has_words(words, "sequel")


def test_half_a_pair_is_not_added(words: Pronunciations) -> None:
    told = Told(words.changed)
    field = named(words, "Word")
    QTest.keyClicks(field, "ROI\r")
    assert told == []


def test_a_word_is_heard_and_removed(words: Pronunciations) -> None:
    changed, heard = Told(words.changed), Told(words.hear_requested)
    press(words, "Hear SQL")
    press(words, "Remove SQL")
    assert (heard, changed) == (["SQL"], [()])
