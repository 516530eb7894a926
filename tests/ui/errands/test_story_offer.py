"""At a behavioural question the story that fits is offered until the answer begins, and at no other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from question_bank.models import Kind, Question
from simulator.interview.session import Stage
from simulator.stories.story import StoryDraft
from tests.simulator.store.builders import NOON
from tests.simulator.stories.told import OUTAGE
from tests.ui.parts import Room, plan_of
from ui.errands.story_offer import StoryOffer
from ui.widgets.story_hint import StoryHint

ASKED = "Tell me about something that went wrong because of you."


@pytest.fixture
def hint(qtbot: QtBot, room: Room) -> StoryHint:
    room.store.stories.keep(StoryDraft("The release", OUTAGE, ("failure",)), NOON)
    view = StoryHint()
    qtbot.addWidget(view)
    StoryOffer(view, room.flow, room.store, room.messages, view)
    return view


def begin(qtbot: QtBot, room: Room, text: str = ASKED, topic: str = "you.failure", *, strict: bool = False) -> None:
    plan = plan_of(2, Kind.STORY if topic.startswith("you.") else Kind.SHORT, strict=strict)
    questions: tuple[Question, ...] = tuple(replace(one, text=text, topics=(topic,)) for one in plan.questions)
    room.flow.start(replace(plan, questions=questions))
    qtbot.waitUntil(lambda: room.player.is_playing)


def test_it_is_offered_from_the_question_to_the_answer(qtbot: QtBot, room: Room, hint: StoryHint) -> None:
    begin(qtbot, room)
    assert hint.isVisible()
    hint.toggle()
    room.player.advance(1.0)
    assert room.stage() is Stage.READY
    assert hint.is_open
    room.toggle()
    assert room.stage() is Stage.ANSWERING
    assert not hint.isVisible()


def test_opening_it_is_noted_as_use_and_seeing_it_is_not(qtbot: QtBot, room: Room, hint: StoryHint) -> None:
    begin(qtbot, room)
    assert room.store.stories.all()[0].last_used_at is None
    hint.toggle()
    assert room.store.stories.all()[0].last_used_at is not None


def test_nothing_of_it_is_read_aloud(qtbot: QtBot, room: Room, hint: StoryHint) -> None:
    begin(qtbot, room)
    assert hint.isVisible()
    hint.toggle()
    assert not any("release" in said or "Friday" in said for said in map(str, vars(room.voice).values()))


def test_a_strict_interview_offers_nothing(qtbot: QtBot, room: Room, hint: StoryHint) -> None:
    begin(qtbot, room, strict=True)
    assert not hint.isVisible()


def test_a_question_that_none_fits_offers_nothing(qtbot: QtBot, room: Room, hint: StoryHint) -> None:
    begin(qtbot, room, "Describe a colleague who taught you patience.", "you.teamwork")
    assert not hint.isVisible()


def test_a_question_of_the_trade_offers_nothing(qtbot: QtBot, room: Room, hint: StoryHint) -> None:
    begin(qtbot, room, "What is a failure mode?", "found.statistics")
    assert not hint.isVisible()


def test_a_follow_up_offers_nothing(qtbot: QtBot, room: Room, hint: StoryHint, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(qtbot, room)
    session = room.flow.session
    assert session is not None
    assert hint.isVisible()
    monkeypatch.setattr(type(session), "rung", 1)
    room.flow.question_changed.emit(session.question, 1, 2)
    assert not hint.isVisible()
