"""The clock stands below the question while both fit, else beside it; nothing of either is cut."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.parts import Told
from ui.widgets.question_body import QuestionBody

CLOCK_PX = 200


class Block(QLabel):
    """Something of a fixed height."""

    def __init__(self, height_px: int) -> None:
        super().__init__("…")
        self.setFixedSize(180, height_px)


@pytest.fixture
def body(qtbot: QtBot) -> QuestionBody:
    made = QuestionBody("Question")
    qtbot.addWidget(made)
    made.clock.addWidget(Block(CLOCK_PX))
    made.question.addWidget(Block(100))
    made.resize(800, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def clock_left(body: QuestionBody) -> int:
    return body.clock.geometry().left()


def is_beside(body: QuestionBody) -> bool:
    return clock_left(body) > 200


def test_what_fits_stands_one_below_the_other(body: QuestionBody) -> None:
    assert not is_beside(body)
    assert body.clock.geometry().top() > 100


def test_the_clock_moves_aside_for_what_does_not_fit(body: QuestionBody, qtbot: QtBot) -> None:
    turned = Told(body.turned)
    body.question.addWidget(Block(150))
    qtbot.waitUntil(partial(is_beside, body))
    assert turned[-1] is True


def test_it_stays_aside_until_the_next_question(body: QuestionBody, qtbot: QtBot) -> None:
    story = Block(150)
    body.question.addWidget(story)
    qtbot.waitUntil(partial(is_beside, body))
    story.hide()
    qtbot.wait(50)
    assert is_beside(body)
    body.fit()
    qtbot.waitUntil(lambda: not is_beside(body))


def test_a_higher_window_has_room_again(body: QuestionBody, qtbot: QtBot) -> None:
    body.resize(800, 250)
    qtbot.waitUntil(partial(is_beside, body))
    body.resize(800, 500)
    qtbot.waitUntil(lambda: not is_beside(body))


def test_a_part_of_the_question_can_be_brought_into_view(body: QuestionBody, qtbot: QtBot) -> None:
    last = Block(100)
    body.question.addWidget(Block(600))
    body.question.addWidget(last)
    qtbot.waitUntil(partial(is_beside, body))
    assert last.visibleRegion().isEmpty()
    body.reveal(last)
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().size() == last.size())
