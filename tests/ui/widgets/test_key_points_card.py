from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from question_bank.models import KeyPoint, Question
from simulator.analysis.report import AnswerReport, KeyPointResult, Verdict
from simulator.verdict_corrections import VerdictCorrection
from tests.simulator.store.builders import a_question, a_report
from tests.ui.names import nameless
from tests.ui.parts import Told
from tests.ui.screen_text import has_words
from ui.widgets.button import Button
from ui.widgets.key_points_card import KeyPointsCard

VERDICTS: tuple[Verdict, ...] = ("not", "made", "maybe", "contrary")


def question(*names: str) -> Question:
    points = tuple(KeyPoint(name, f"The point {name}.", (name,)) for name in names)
    return replace(a_question(), key_points=points)


def result(name: str, verdict: Verdict) -> KeyPointResult:
    if verdict == "not":
        return KeyPointResult(name, False, None, verdict="not", probability=0.1)
    return KeyPointResult(name, verdict == "made", 1.0, 2, 2, "meaning", verdict=verdict, probability=0.6)


def report(*points: KeyPointResult) -> AnswerReport:
    return replace(a_report(), key_points=points)


@pytest.fixture
def card(qtbot: QtBot) -> KeyPointsCard:
    """A point for each verdict."""
    shown = KeyPointsCard()
    qtbot.addWidget(shown)
    shown.show_points(question(*VERDICTS), report(*(result(name, name) for name in VERDICTS)))
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def links(card: QWidget) -> list[Button]:
    """What plays, where it can be pressed."""
    buttons = (one for one in card.findChildren(Button) if one.accessibleName().startswith("Hear it"))
    return [one for one in buttons if one.isVisibleTo(card)]


def focused(card: KeyPointsCard) -> str:
    (row,) = (row for row in card.rows if row.has_keyboard)
    return row.point.id


def test_four_verdicts_in_the_questions_order_with_the_opposite_in_ones_own_words(card: KeyPointsCard) -> None:
    assert [row.point.id for row in card.rows] == list(VERDICTS)
    for words in ("✓", "≈", "✗", "○", "not heard", "Right: The point contrary.", "Maybe made."):
        assert has_words(card, words)
    assert has_words(card, "You said the opposite: “drops units”")
    assert nameless(card) == []


def test_all_but_what_was_not_heard_plays(card: KeyPointsCard, qtbot: QtBot) -> None:
    assert [link.accessibleName() for link in links(card)] == ["Hear it at 0:01"] * 3
    with qtbot.waitSignal(card.play_requested) as played:
        links(card)[2].click()
    assert played.args == [1.0]


def test_a_row_says_how_it_was_judged(card: KeyPointsCard) -> None:
    tips = [row.toolTip() for row in card.rows]
    assert "The model is 10% sure that you made this point." in tips[0]
    assert "it heard the opposite" in tips[3]


def test_without_sound_words_stand_in_for_the_place(card: KeyPointsCard) -> None:
    card.show_points(question("maybe"), report(result("maybe", "maybe")), can_play=False)
    assert links(card) == []
    assert has_words(card, "maybe")


def test_a_report_from_before_there_were_verdicts_shows_as_ever(card: KeyPointsCard) -> None:
    old = KeyPointResult("a", True, 12.0, 24, 9, "meaning"), KeyPointResult("b", False, None)
    card.show_points(question("a", "b"), report(*old))
    assert [row.point.mark for row in card.rows] == ["✓", "○"]
    assert "Matched by meaning only" in card.rows[0].toolTip()
    assert card.rows[1].toolTip() == ""


def test_the_pencil_offers_what_is_not_said_already(card: KeyPointsCard) -> None:
    corrected = Told(card.verdict_corrected)
    texts = [action.text() for action in card.rows[1].menu().actions()]
    assert texts == ["I said the opposite", "I did not say this"]
    card.rows[1].menu().actions()[0].trigger()
    assert corrected == [VerdictCorrection("made", "contrary")]


def test_what_the_user_said_can_be_left_as_it_was_judged(card: KeyPointsCard) -> None:
    by_user = replace(result("made", "made"), found_by="user")
    card.show_points(question("made"), report(by_user))
    corrected = Told(card.verdict_corrected)
    card.rows[0].menu().actions()[-1].trigger()
    assert corrected == [VerdictCorrection("made", None)]


def test_the_key_first_goes_to_what_is_most_in_doubt_and_then_turns_it(card: KeyPointsCard) -> None:
    corrected, reached = Told(card.verdict_corrected), Told(card.row_reached)
    card.correct_at_hand()
    assert reached == [card.rows[3]]
    assert focused(card) == "contrary"
    assert corrected == []
    card.correct_at_hand()
    card.rows[1].take_keyboard()
    card.correct_at_hand()
    assert corrected == [VerdictCorrection("contrary", "made"), VerdictCorrection("made", "not")]


def test_the_keyboard_stays_in_the_row_that_is_corrected(card: KeyPointsCard) -> None:
    links(card)[0].setFocus()
    assert focused(card) == "made"
    turned = [result(name, "not" if name == "made" else name) for name in VERDICTS]
    card.show_points(question(*VERDICTS), report(*turned))
    assert focused(card) == "made"


def test_nothing_to_correct_is_no_trouble(card: KeyPointsCard) -> None:
    card.show_points(question(), None)
    card.correct_at_hand()
    assert card.rows == ()
    assert not has_words(card, "press V")


def test_points_and_model_answer_are_read_aloud_and_the_same_key_stops(card: KeyPointsCard) -> None:
    asked = Told(card.read_aloud_requested)
    points = " ".join(f"The point {name}." for name in VERDICTS)
    card.read_aloud()
    card.show_reading(points)
    card.reveal_model_answer(True)
    card.read_aloud()
    card.show_reading("")
    card.read_aloud()
    assert asked == [points, "", question().model_answer]


def test_without_points_that_were_judged_only_the_model_answer_is_read(card: KeyPointsCard) -> None:
    asked = Told(card.read_aloud_requested)
    card.show_points(question(*VERDICTS), None)
    card.read_aloud()
    assert asked == []
    card.reveal_model_answer(True)
    card.read_aloud()
    assert asked == [question().model_answer]
