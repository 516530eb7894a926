from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from simulator.analysis.report import KeyPointResult
from tests.simulator.store.builders import a_question, a_report
from ui.widgets.button import Button
from ui.widgets.key_points_card import KeyPointsCard


def _link(qtbot: QtBot, point: KeyPointResult) -> Button:
    """What plays the one point of an answer."""
    card = KeyPointsCard()
    qtbot.addWidget(card)
    card.show_points(a_question(), replace(a_report(), key_points=(point,)))
    return next(button for button in card.findChildren(Button) if button.accessibleName().startswith("Hear it"))


def test_a_point_heard_by_its_meaning_says_so_and_plays_from_there(qtbot: QtBot) -> None:
    link = _link(qtbot, KeyPointResult("thins", True, 12.0, 24, 9, "meaning"))
    assert link.accessibleName() == "Hear it at 0:12"
    assert "by its meaning" in link.toolTip()


def test_a_point_heard_by_its_words_needs_no_word_of_warning(qtbot: QtBot) -> None:
    assert _link(qtbot, KeyPointResult("thins", True, 12.0, 24, 1, "words")).toolTip() == ""
