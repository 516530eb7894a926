"""Changed rules are kept and used at once; history follows when it is asked to, and only then."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from question_bank.models import Kind
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.rules import DEFAULT_RULES
from simulator.corrections import put_on
from simulator.rules_file import load_rules
from simulator.store.records import AnswerId
from tests.simulator.store.builders import NOON, a_plan, a_question
from tests.ui.parts import RefusingStore, Room, Told, heard
from tests.ui.screen_text import has_words, press
from ui.places.judging_rules_place import JudgingRulesPlace
from ui.screens.judging_rules_screen import JudgingRulesScreen
from ui.workers.rejudging import Rejudging

SPOKEN = "I would, you know, look at the data and then train a simple model that I can compare with the others. " * 3
CHANGED = DEFAULT_RULES.with_switch("you know", is_on=False)


def add_answers(room: Room, count: int) -> list[AnswerId]:
    session = room.store.begin_session(a_plan(), NOON)
    answers = []
    for position in range(count):
        answer = room.store.begin_answer(session, a_question(), position, 1, "", NOON)
        room.store.answer_saved(answer, 48_000, 96_044, "c0ffee")
        room.store.keep_transcript(answer, heard(SPOKEN))
        room.store.keep_report(answer, analyse(heard(SPOKEN), a_question()))
        answers.append(answer)
    return answers


def shown(qtbot: QtBot, room: Room) -> JudgingRulesScreen:
    screen = JudgingRulesScreen()
    qtbot.addWidget(screen)
    equipment = room.equipment
    JudgingRulesPlace(screen, equipment.rules, equipment.rejudging, room.store, room.messages, equipment)
    screen.show()
    return screen


def names(room: Room, answers: list[AnswerId]) -> list[str]:
    return [report.rules for answer in answers if (report := room.store.answer(answer).report) is not None]


def test_a_change_is_kept_and_holds_for_the_next_answer(qtbot: QtBot, room: Room) -> None:
    (answer,) = add_answers(room, 1)
    screen = shown(qtbot, room)
    screen.rules_changed.emit(CHANGED)
    assert load_rules(room.data_folder.rules_file) == CHANGED
    assert room.equipment.rules.now == CHANGED
    assert names(room, [answer]) == ["default"]
    room.equipment.judging_queue.judge_typed(answer, a_question(), SPOKEN)
    assert names(room, [answer]) == [CHANGED.name]


def test_an_interview_is_timed_by_the_users_targets(room: Room) -> None:
    room.equipment.rules.change(DEFAULT_RULES.with_times(Kind.SHORT, 30, 40))
    assert room.equipment.flow.rules.asked(a_question()).times.target_s == 30


def test_history_is_judged_anew_and_earlier_values_stay(qtbot: QtBot, room: Room) -> None:
    answers = add_answers(room, 3)
    typed = room.store.begin_answer(room.store.answer(answers[0]).session_id, a_question(), 9, 1, "", NOON)
    room.store.answer_saved(typed, 0, 0, "")
    room.store.keep_report(typed, analyse_text(SPOKEN, a_question()))
    report = room.store.answer(answers[0]).report
    assert report is not None
    room.store.correct(answers[0], put_on(report, 9))
    screen = shown(qtbot, room)
    room.equipment.rules.change(CHANGED)
    with qtbot.waitSignal(room.equipment.rejudging.finished) as finished:
        press(screen, "Re-analyse history")
        room.equipment.rejudging.start(DEFAULT_RULES)  # a second press changes nothing
    assert finished.args == [4, True]
    assert names(room, [*answers, typed]) == [CHANGED.name] * 4
    assert has_words(screen, "4 answers re-analysed.")
    for answer in (*answers, typed):
        now = room.store.answer(answer).report
        (earlier,) = room.store.earlier_reports(answer)
        assert earlier.rules == "default"
        assert [filler.text for filler in earlier.report.fillers] == ["you know"] * 3
        assert now is not None
        assert not any(filler.text == "you know" for filler in now.fillers)
    corrected = room.store.answer(answers[0]).report
    assert corrected is not None
    assert [filler.by_user for filler in corrected.fillers] == [True]


def test_it_stops_when_told_and_the_window_never_waits(qtbot: QtBot, room: Room) -> None:
    answers = add_answers(room, 6)
    judging_queue = room.equipment.rejudging
    judging_queue.progressed.connect(lambda done, _total: judging_queue.cancel() if done == 2 else None)
    ticks = Told((timer := QTimer()).timeout)
    timer.start(0)
    with qtbot.waitSignal(judging_queue.finished) as finished:
        judging_queue.start(CHANGED)
    assert finished.args == [2, False]
    assert ticks
    assert names(room, answers).count("default") == 4
    assert not judging_queue.is_running


def test_a_library_that_refuses_is_told(qtbot: QtBot, room: Room) -> None:
    add_answers(room, 2)
    for count, refused in enumerate(("judgeable", "answer", "keep_report"), start=1):
        judging_queue = Rejudging(RefusingStore(room.store, {refused}), room.equipment.jobs, room.messages)  # type: ignore[arg-type]  # as a store would
        judging_queue.start(CHANGED)
        qtbot.waitUntil(lambda: len(room.messages.told) == count)  # noqa: B023 - called before the next round
        assert not judging_queue.is_running


def test_an_empty_history_is_done_at_once(qtbot: QtBot, room: Room) -> None:
    screen = shown(qtbot, room)
    press(screen, "Re-analyse history")
    assert has_words(screen, "0 answers re-analysed.")
