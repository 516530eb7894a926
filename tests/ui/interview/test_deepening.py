"""What follows an answer, decided when its report is there and never before, whatever becomes of the words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from simulator.drills.quick import QUICK
from simulator.follow_ups.ladder import NextStep
from simulator.interview.session import Stage
from simulator.settings import Settings
from simulator.store.records import AnswerStatus
from tests.ui.ladders import END, WHY, Ladder, deeper, use_ladder
from tests.ui.parts import ANSWER, Room, Told, heard, plan_of
from ui.interview.deepening import WITHOUT_WORDS


@pytest.fixture
def ladder(monkeypatch: pytest.MonkeyPatch) -> Ladder:
    return use_ladder(monkeypatch)


def write_down(qtbot: QtBot, room: Room, text: str = ANSWER) -> None:
    """The words of the answer at hand are there, and judged."""
    with qtbot.waitSignal(room.equipment.judging_queue.answer_judged):
        room.equipment.speech_child.transcribed.emit(str(room.flow.answer_id), heard(text))


def is_last(room: Room) -> bool:
    """Whether nothing follows, as it is known now."""
    return room.flow.is_last


def fail(room: Room) -> None:
    """They are not, and will not be."""
    room.equipment.speech_child.failed.emit(str(room.flow.answer_id), "The speech engine stopped.")


def test_the_report_decides_and_the_follow_up_is_rendered_at_once(qtbot: QtBot, room: Room, ladder: Ladder) -> None:
    steps: list[NextStep] = Told(room.flow.next_decided)
    room.begin(qtbot)
    room.answer()
    assert steps == []
    write_down(qtbot, room)
    (step,) = steps
    assert room.flow.next_step is step
    assert step.why == WHY
    assert step.question is not None
    text = step.question.text
    qtbot.waitUntil(lambda: text in room.voice.rendered)
    assert room.stage() is Stage.FEEDBACK


def test_a_chain_goes_deeper_and_is_kept_under_its_question(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    ladder = use_ladder(monkeypatch, follow_ups=2)
    asked = Told(room.flow.question_changed)
    room.begin(qtbot)
    for _ in range(3):
        room.answer()
        write_down(qtbot, room)
        room.flow.next_question()
    first, second = plan_of(2).questions
    texts = [first.text, deeper(first, 1).text, deeper(first, 2).text, second.text]
    assert [question.text for question, _, _ in asked] == texts
    assert [number for _, number, _ in asked] == [1, 1, 1, 2]
    assert [(row.position, row.rung, row.attempt) for row in room.rows()] == [(0, 0, 1), (0, 1, 1), (0, 2, 1)]
    assert [len(rungs) for rungs in ladder.climbed] == [1, 2, 3]
    assert [rung.question.text for rung in ladder.climbed[-1]] == texts[:3]


def test_a_second_try_stands_for_its_rung(qtbot: QtBot, room: Room, ladder: Ladder) -> None:
    room.begin(qtbot)
    room.answer()
    write_down(qtbot, room, "Something else was said here, and it was not what I wanted to say at all in the end. " * 2)
    room.flow.answer_again()
    room.answer()
    write_down(qtbot, room)
    room.flow.next_question()
    room.answer()
    write_down(qtbot, room)
    assert [rung.report.transcript.text for rung in ladder.climbed[-1]] == [ANSWER, ANSWER]


def test_who_goes_on_before_the_report_waits_a_moment(qtbot: QtBot, room: Room, ladder: Ladder) -> None:
    room.begin(qtbot)
    room.answer()
    room.flow.next_question()
    assert room.stage() is Stage.DECIDING
    room.flow.next_question()
    assert room.stage() is Stage.DECIDING
    write_down(qtbot, room)
    assert room.stage() is Stage.ASKING
    assert room.flow.session is not None
    assert room.flow.session.step == (0, 1)


@pytest.mark.parametrize("is_waiting", [True, False])
def test_the_follow_up_can_be_passed_over(qtbot: QtBot, room: Room, ladder: Ladder, is_waiting: bool) -> None:
    room.begin(qtbot)
    room.answer()
    if is_waiting:
        room.flow.next_question()
        assert room.stage() is Stage.DECIDING
    else:
        write_down(qtbot, room)
    left = room.flow.answer_id
    room.flow.leave_question()
    assert room.flow.session is not None
    assert room.flow.session.step == (1, 0)
    if is_waiting:
        with qtbot.waitSignal(room.equipment.judging_queue.answer_judged):
            room.equipment.speech_child.transcribed.emit(str(left), heard())
    assert room.flow.session.step == (1, 0)


@pytest.mark.parametrize("is_waiting", [True, False])
def test_words_that_fail_lead_on_and_lose_nothing(qtbot: QtBot, room: Room, ladder: Ladder, is_waiting: bool) -> None:
    room.begin(qtbot)
    room.answer()
    if is_waiting:
        room.flow.next_question()
    fail(room)
    if not is_waiting:
        assert room.flow.next_step is not None
        assert room.flow.next_step.why == WITHOUT_WORDS
        room.flow.next_question()
    assert room.flow.session is not None
    assert room.flow.session.step == (1, 0)
    (row,) = room.rows()
    assert (row.status, row.failure) == (AnswerStatus.SAVED, "The speech engine stopped.")


def test_words_written_down_after_all_decide_anew(qtbot: QtBot, room: Room, ladder: Ladder) -> None:
    steps: list[NextStep] = Told(room.flow.next_decided)
    room.begin(qtbot)
    room.answer()
    fail(room)
    answer_id = room.flow.answer_id
    assert answer_id is not None
    room.equipment.judging_queue.transcribe_again(answer_id)
    write_down(qtbot, room)
    assert [step.question is not None for step in steps] == [False, True]


def test_without_an_engine_the_interview_goes_on(qtbot: QtBot, room: Room, ladder: Ladder) -> None:
    room.equipment.speech_child._no_engine = "There is no engine."
    room.begin(qtbot)
    room.answer()
    assert room.stage() is Stage.FEEDBACK
    room.flow.next_question()
    assert room.stage() is Stage.ASKING
    assert room.rows()[0].failure == "There is no engine."


def test_a_follow_up_that_is_skipped_ends_the_ladder(qtbot: QtBot, room: Room, ladder: Ladder) -> None:
    room.begin(qtbot)
    room.answer()
    write_down(qtbot, room)
    room.flow.next_question()
    room.clock.pass_by(1.0)
    room.flow.skip()
    assert room.flow.session is not None
    assert room.flow.session.step == (1, 0)
    assert [(row.rung, row.status) for row in room.rows()] == [(0, AnswerStatus.SAVED), (1, AnswerStatus.SKIPPED)]


def test_the_last_question_may_have_a_follow_up(qtbot: QtBot, room: Room, ladder: Ladder) -> None:
    room.begin(qtbot, 1)
    assert is_last(room)
    room.answer()
    write_down(qtbot, room)
    assert not is_last(room)
    room.flow.next_question()
    room.answer()
    write_down(qtbot, room)
    assert is_last(room)
    assert room.flow.next_step is not None
    assert room.flow.next_step.why == END
    room.flow.next_question()
    assert len(room.ended) == 1


@pytest.mark.parametrize("settings", [Settings(follow_ups=False), Settings(follow_up_depth=2)])
def test_follow_ups_are_the_users_choice(qtbot: QtBot, room: Room, ladder: Ladder, settings: Settings) -> None:
    room.equipment.change_settings(settings)
    room.begin(qtbot)
    room.answer()
    assert (room.flow.next_step is not None) is not settings.follow_ups
    write_down(qtbot, room)
    assert ladder.depths == ([2] if settings.follow_ups else [])
    room.flow.next_question()
    assert room.flow.session is not None
    assert room.flow.session.rung == int(settings.follow_ups)


def test_drills_and_the_candidates_own_questions_go_no_deeper(qtbot: QtBot, room: Room, ladder: Ladder) -> None:
    question = replace(plan_of(1).questions[0], topics=("you.questions-for-us",))
    for plan in (replace(plan_of(2), drill=QUICK), replace(plan_of(1), questions=(question,) * 2)):
        room.flow.start(plan)
        room.answer()
        room.flow.next_question()
        assert room.stage() is Stage.ASKING
        assert room.flow.session is not None
        assert room.flow.session.step == (1, 0)
        room.flow.end()
    assert ladder.climbed == []


def test_strict_interviews_go_on_by_themselves(qtbot: QtBot, room: Room, ladder: Ladder) -> None:
    stages: list[Stage] = Told(room.flow.stage_changed)
    room.flow.start(plan_of(2, strict=True))
    room.answer()
    assert room.stage() is Stage.DECIDING
    write_down(qtbot, room)
    assert room.stage() is Stage.ASKING
    room.answer()
    write_down(qtbot, room)
    room.answer()
    fail(room)
    assert len(room.ended) == 1
    assert Stage.FEEDBACK not in stages
    assert [(row.position, row.rung) for row in room.rows()] == [(0, 0), (0, 1), (1, 0)]


def test_strict_interviews_without_follow_ups_never_wait(qtbot: QtBot, room: Room) -> None:
    room.equipment.change_settings(Settings(follow_ups=False))
    room.flow.start(plan_of(2, strict=True))
    room.answer()
    assert room.flow.session is not None
    assert (room.stage(), room.flow.session.position) == (Stage.ASKING, 1)
    room.answer()
    assert len(room.ended) == 1


def test_a_strict_typed_interview_goes_deeper_too(qtbot: QtBot, room: Room, ladder: Ladder) -> None:
    room.flow.start(plan_of(1, strict=True))
    room.flow.type_instead()
    room.flow.submit_typed(ANSWER)
    assert room.stage() is Stage.ASKING
    room.clock.pass_by(1.0)
    room.flow.stop_speaking()
    room.flow.submit_typed(ANSWER)
    assert len(room.ended) == 1
    assert [row.rung for row in room.rows()] == [0, 1]


@pytest.mark.parametrize("strict", [True, False])
def test_ending_in_the_middle_asks_nothing_more(qtbot: QtBot, room: Room, ladder: Ladder, strict: bool) -> None:
    room.equipment.change_settings(Settings(follow_ups=not strict))
    room.flow.start(plan_of(2, strict=strict))
    room.flow.stop_speaking()
    played = len(room.player.played)
    room.toggle()
    room.say(2.0)
    room.flow.end()
    assert not room.flow.is_running
    assert len(room.player.played) == played
    assert len(room.rows()) == 1
    assert not room.equipment.question_reader.is_speaking


def test_a_report_that_comes_after_the_end_changes_nothing(qtbot: QtBot, room: Room, ladder: Ladder) -> None:
    room.begin(qtbot)
    room.answer()
    room.flow.next_question()
    room.flow.end()
    write_down(qtbot, room)
    assert not room.flow.is_running
    assert ladder.climbed == []
