"""Whoever answers a question once more may look up the key points; whoever answers it first may not."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from simulator.interview.session import Stage
from simulator.settings import Settings
from simulator.verdict_corrections import VerdictCorrection
from tests.ui.names import named
from tests.ui.parts import Room
from ui.errands.points_offer import PointsOffer
from ui.widgets.points_hint import PointsHint


@pytest.fixture
def hint(qtbot: QtBot, room: Room) -> PointsHint:
    view = PointsHint()
    qtbot.addWidget(view)
    PointsOffer(view, room.flow, room.store, room.messages, view)
    room.equipment.settings.change(Settings(follow_ups=False))
    room.equipment.speech_child.start()
    return view


def shown(hint: PointsHint) -> str:
    text = named(hint, "Key points")
    assert isinstance(text, QPlainTextEdit)
    return text.toPlainText()


def test_a_first_try_has_none(qtbot: QtBot, room: Room, hint: PointsHint) -> None:
    room.begin(qtbot)
    assert room.stage() is Stage.READY
    assert hint.isHidden()
    room.answer()
    assert room.stage() is Stage.FEEDBACK
    assert hint.isHidden()


def test_another_try_has_what_the_first_did_not_make(qtbot: QtBot, room: Room, hint: PointsHint) -> None:
    room.begin(qtbot)
    room.answer()
    qtbot.waitUntil(lambda: room.rows()[0].report is not None)
    question = room.flow.question
    assert question is not None
    first, *others = question.key_points
    room.store.correct(room.rows()[0].id, VerdictCorrection(first.id, "made"))
    room.flow.answer_again()
    assert room.stage() is Stage.READY
    assert shown(hint) == "\n".join(f"•  {point.text}" for point in others)
    hint.toggle()
    room.toggle()
    assert room.stage() is Stage.ANSWERING
    assert hint.isHidden()


def test_a_pause_leaves_it_open(qtbot: QtBot, room: Room, hint: PointsHint) -> None:
    room.begin(qtbot)
    room.answer()
    room.flow.answer_again()
    hint.toggle()
    room.flow.toggle_pause()
    room.flow.toggle_pause()
    assert hint.is_open


def test_the_next_question_has_none(qtbot: QtBot, room: Room, hint: PointsHint) -> None:
    room.begin(qtbot)
    room.answer()
    room.flow.answer_again()
    room.answer()
    qtbot.waitUntil(lambda: all(row.report is not None for row in room.rows()))
    room.flow.next_question()
    assert room.stage() is Stage.ASKING
    assert hint.isHidden()


def test_the_next_interview_begins_without_one(qtbot: QtBot, room: Room, hint: PointsHint) -> None:
    room.begin(qtbot)
    room.answer()
    room.flow.end()
    room.begin(qtbot)
    assert room.stage() is Stage.READY
    assert hint.isHidden()
