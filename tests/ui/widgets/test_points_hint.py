"""The hint lists what is still missing, and beside it what was made already."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.names import named, nameless
from tests.ui.screen_text import has_words
from ui.widgets.points_hint import PointsHint


@pytest.fixture
def hint(qtbot: QtBot) -> PointsHint:
    made = PointsHint()
    qtbot.addWidget(made)
    return made


def test_it_opens_on_what_is_missing(hint: PointsHint) -> None:
    hint.show_points(["Small weights make a smoother function.", "It lowers variance."], ["A penalty is added."])
    assert named(hint, "Hint: what to say this time").isVisibleTo(hint)
    assert not hint.is_open
    hint.toggle()
    text = named(hint, "Key points")
    assert isinstance(text, QPlainTextEdit)
    assert text.toPlainText() == "•  Small weights make a smoother function.\n•  It lowers variance."
    assert has_words(hint, "Made last time: A penalty is added.")
    assert nameless(hint) == []


def test_where_nothing_was_made_nothing_is_beside_it(hint: PointsHint) -> None:
    hint.show_points(["It lowers variance."], [])
    hint.toggle()
    assert not has_words(hint, "Made last time")


def test_an_answer_that_made_everything_needs_none(hint: PointsHint) -> None:
    hint.show_points(["It lowers variance."], [])
    hint.show_points([], ["It lowers variance."])
    assert hint.isHidden()
