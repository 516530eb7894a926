"""What is said across the top of the window, and what becomes of it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from recordings.microphone_faults import NOT_THERE, SERVER_GONE
from recordings.take import TakeWriter
from recordings.transcription.messages import NoEngine, Ready
from simulator.interview.session import Stage
from simulator.store.records import AnswerStatus
from tests.simulator.store.builders import NOON, a_plan, a_question
from tests.sound import silence, tone
from tests.ui.parts import plan_of
from tests.ui.screen_text import has_words, press
from tests.ui.wired import Desk, desk, opened
from ui.messages import Message, MessageKind
from ui.player import STALLED
from ui.wiring import SETTINGS, UNDER_WAY

__all__ = ["desk", "opened"]


def cut_off(desk: Desk) -> None:
    """As a run that was killed in an answer leaves it."""
    session = desk.room.store.begin_session(a_plan(), NOON)
    desk.room.store.begin_answer(session, a_question(), 0, 1, "cut-off.wav", NOON)
    take = TakeWriter.create(desk.room.data_folder.recordings, "cut-off")
    take.append(tone(2.0))
    take._file.close()


def test_news_are_told(opened: Desk) -> None:
    opened.wiring.begin(("The history could not be read.",))
    assert opened.notice() == "The history could not be read."


def test_a_poorer_engine_is_told_and_named(qtbot: QtBot, desk: Desk) -> None:
    desk.room.speech.events.put(Ready("sphinx", "US English", "Fillers cannot be heard."))
    qtbot.waitUntil(lambda: desk.notice() == "Fillers cannot be heard.")
    desk.wiring.go_to(SETTINGS)
    assert has_words(desk.wiring.screens.settings, "US English")


def test_no_engine_at_all_is_told(qtbot: QtBot, desk: Desk) -> None:
    desk.room.speech.events.put(NoEngine("There is no speech model."))
    qtbot.waitUntil(lambda: desk.notice() == "There is no speech model.")


def test_an_answer_cut_off_last_time_is_offered_and_its_interview_goes_on(qtbot: QtBot, opened: Desk) -> None:
    cut_off(opened)
    opened.wiring.begin()
    assert "cut off last time" in opened.notice()
    press(opened.window.notice, "Recover")
    qtbot.waitUntil(lambda: opened.screen() is opened.wiring.screens.review)
    qtbot.waitUntil(lambda: "The interview was cut off" in opened.notice())
    press(opened.window.notice, "Continue this interview")
    assert opened.screen() is opened.wiring.screens.interview
    assert opened.room.flow.question == a_plan().questions[0]
    assert opened.room.store.session_count() == 1
    assert opened.notice() == ""


def test_another_interview_waits_for_the_one_under_way(qtbot: QtBot, desk: Desk) -> None:
    """A typed one stays typed: an offer that stands across it does not reach the screen."""
    desk.room.microphone.unplug()
    desk.wiring.hold(plan_of(1))
    qtbot.waitUntil(lambda: has_words(desk.wiring.screens.interview, "type your answer"))
    desk.wiring.hold(plan_of(2))
    assert desk.notice() == UNDER_WAY
    assert has_words(desk.wiring.screens.interview, "type your answer")


def test_a_microphone_lost_in_an_answer_can_be_listened_to_again(qtbot: QtBot, desk: Desk) -> None:
    desk.begin(qtbot, plan_of(1))
    desk.room.toggle()
    desk.room.say(1.0)
    desk.room.microphone.unplug()
    assert desk.room.stage() is Stage.PAUSED
    desk.room.microphone.plug_in()
    press(desk.window.notice, "Listen again")
    assert desk.room.stage() is Stage.ANSWERING
    desk.room.say(1.0)
    assert len(desk.room.takes()) == 1


def test_another_microphone_takes_the_place_of_a_lost_one_only_by_choice(qtbot: QtBot, desk: Desk) -> None:
    desk.begin(qtbot, plan_of(1))
    desk.room.toggle()
    desk.room.say(1.0)
    desk.room.microphone.unplug()
    desk.room.microphone.plug_in("Headset")
    press(desk.window.notice, "Listen again")
    qtbot.waitUntil(lambda: desk.room.stage() is Stage.PAUSED)
    assert desk.notice() == NOT_THERE
    press(desk.window.notice, "Use Headset")
    assert desk.room.stage() is Stage.ANSWERING
    desk.room.say(1.0)
    assert desk.room.microphone.device_id == "Headset"
    assert len(desk.room.takes()) == 1


def test_a_microphone_lost_during_a_question_is_back_once_it_is_plugged_in(qtbot: QtBot, desk: Desk) -> None:
    desk.begin(qtbot, plan_of(1))
    desk.room.microphone.hear(silence(0.2))
    desk.room.microphone.unplug()
    assert "unplugged" in desk.notice()
    assert desk.room.stage() is Stage.READY
    desk.room.microphone.plug_in()
    desk.room.say(0.2)
    assert desk.notice() == ""
    desk.room.toggle()
    desk.room.say(1.0)
    assert len(desk.room.takes()) == 1


def test_a_microphone_lost_in_an_answer_can_be_done_without(qtbot: QtBot, desk: Desk) -> None:
    desk.begin(qtbot, plan_of(2))
    desk.room.toggle()
    desk.room.say(1.0)
    desk.room.microphone.unplug()
    press(desk.window.notice, "Type answers instead")
    assert desk.screen() is desk.wiring.screens.feedback
    assert [row.status for row in desk.room.rows()] == [AnswerStatus.SAVED]


def test_without_any_microphone_answers_are_typed(qtbot: QtBot, desk: Desk) -> None:
    desk.room.microphone.unplug()
    desk.wiring.hold(plan_of(1))
    qtbot.waitUntil(lambda: has_words(desk.wiring.screens.interview, "type your answer"))
    assert "microphone" in desk.notice()


def test_that_the_speakers_are_silent_too_does_not_take_the_place_of_why(qtbot: QtBot, desk: Desk) -> None:
    speakers = desk.room.equipment.question_reader.voice_missing
    desk.begin(qtbot, plan_of(1))
    speakers.emit(STALLED)
    assert desk.notice() == STALLED
    desk.room.microphone.lose_server()
    assert desk.notice() == SERVER_GONE
    speakers.emit(STALLED)
    assert desk.notice() == SERVER_GONE


def test_news_wait_behind_the_offer(opened: Desk) -> None:
    cut_off(opened)
    opened.wiring.begin(("The history could not be read.",))
    assert "cut off last time" in opened.notice()
    press(opened.window.notice, "Later")
    assert opened.notice() == "The history could not be read."


def test_an_offer_stays_until_it_is_answered(qtbot: QtBot, opened: Desk) -> None:
    cut_off(opened)
    opened.wiring.begin()
    ready = opened.room.equipment.speech_child.ready
    with qtbot.waitSignal(ready, check_params_cb=lambda engine: bool(engine.degraded)):
        opened.room.speech.events.put(Ready("sphinx", "US English", "Fillers cannot be heard."))
    assert "cut off last time" in opened.notice()
    press(opened.window.notice, "Later")
    assert opened.notice() == "Fillers cannot be heard."


def test_that_the_microphone_was_lost_goes_once_there_is_sound_again(qtbot: QtBot, desk: Desk) -> None:
    """Its buttons would hold back what is told after it."""
    desk.begin(qtbot, plan_of(1))
    desk.room.toggle()
    desk.room.say(1.0)
    desk.room.microphone.unplug()
    assert "unplugged" in desk.notice()
    desk.room.microphone.plug_in()
    press(desk.wiring.screens.interview, "Resume")
    desk.room.say(1.0)
    assert desk.notice() == ""


def test_an_interview_begins_without_the_notice_that_was_read(desk: Desk) -> None:
    for text in ("One.", "Two."):
        desk.room.messages.tell(Message(MessageKind.ANSWER_CUT_OFF, text, (("Later", lambda: None),)))
    desk.wiring.hold(plan_of(1))
    assert desk.notice() == "One."
