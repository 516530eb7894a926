"""Users who press anything at any time: whatever they do, each answer has one row and one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from simulator.drills.drill import Drill
from simulator.drills.guess_first import GUESS_FIRST
from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from simulator.drills.same_question import SAME_QUESTION
from simulator.interview.session import Stage
from simulator.store.records import AnswerStatus
from tests.sound import silence
from tests.ui.ladders import use_ladder
from tests.ui.parts import Room, Told, heard, plan_of


def test_moves_without_an_interview_do_nothing(qtbot: QtBot, room: Room) -> None:
    for name, act in actions(qtbot, room).items():
        if name != "start":
            act()
    assert room.stage() is Stage.ENDED
    assert room.flow.question is None
    assert not room.flow.is_last
    assert room.store.session_count() == 0


def _write_down(qtbot: QtBot, room: Room) -> None:
    """The words of the answer at hand are there, if they are waited for."""
    job, judging_queue = str(room.flow.answer_id), room.equipment.judging_queue
    if job in judging_queue._waiting:
        with qtbot.waitSignal(judging_queue.answer_judged):
            room.equipment.speech_child.transcribed.emit(job, heard())


def actions(qtbot: QtBot, room: Room) -> dict[str, Callable[[], object]]:
    """Everything a user, or a computer, may do."""
    flow, microphone = room.flow, room.microphone
    return {
        "toggle": flow.toggle_answer,
        "toggle again": flow.toggle_answer,
        "wait": lambda: room.clock.pass_by(1.0),
        "speak": lambda: room.say(0.3),
        "speak long": lambda: room.say(1.1),
        "finish reading": lambda: room.player.advance(1.0),
        "fall silent": flow.stop_speaking,
        "replay": flow.replay,
        "skip": flow.skip,
        "next": flow.next_question,
        "leave": flow.leave_question,
        "words": lambda: _write_down(qtbot, room),
        "no words": lambda: room.equipment.speech_child.failed.emit(str(flow.answer_id), "There are none."),
        "be silent": lambda: room.microphone.hear(silence(9.0)),
        "again": flow.answer_again,
        "pause": flow.toggle_pause,
        "listen again": flow.listen_again,
        "type": flow.type_instead,
        "submit": lambda: flow.submit_typed("A typed answer."),
        "unplug": microphone.lose_server,
        "doze": lambda: microphone.woken.emit(9.0),
        "start": lambda: flow.start(plan_of(3)),
        "end": flow.end,
    }


NAMES = [
    *("toggle", "toggle again", "wait", "speak", "speak long", "finish reading", "fall silent", "replay", "skip"),
    *("leave", "words", "words", "no words", "be silent"),
    *("next", "again", "pause", "listen again", "type", "submit", "unplug", "doze", "start", "end"),
]


KINDS = [None, None, HOLD_THE_SILENCE, SAME_QUESTION, GUESS_FIRST]


@given(
    moves=st.lists(st.sampled_from(NAMES), min_size=5, max_size=60), drill=st.sampled_from(KINDS), strict=st.booleans()
)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_one_does_every_answer_has_one_row_and_one_file(
    qtbot: QtBot, bank: Bank, monkeypatch: pytest.MonkeyPatch, moves: list[str], drill: Drill | None, strict: bool
) -> None:
    use_ladder(monkeypatch, follow_ups=2)
    with TemporaryDirectory() as folder, closing(Room(Path(folder), bank)) as room:
        room.flow.start(replace(plan_of(3), drill=drill, strict=strict))
        begun = Told(room.flow.stage_changed)
        possible = actions(qtbot, room)
        for name in moves:
            before = len(_started(room))
            is_ready = room.stage() in (Stage.ASKING, Stage.READY)
            possible[name]()
            started = len(_started(room)) - before
            assert started in ((0, 1) if is_ready or name == "start" else (0,)), name
            assert len(_open(room)) <= 1
            assert (room.stage() is Stage.ENDED) is not room.flow.is_running
        room.flow.end()
        assert begun.count(Stage.ENDED) == 0
        assert not room.microphone.is_open
        _check_library(room)


def _started(room: Room) -> list[int]:
    return [
        row.id
        for session in room.store.sessions()
        for row in room.store.answers(session.id)
        if row.status is not AnswerStatus.SKIPPED
    ]


def _open(room: Room) -> list[str]:
    return [name for name in room.takes() if name.endswith(".part")]


def _check_library(room: Room) -> None:
    """No open take, a file for each spoken answer that was saved and for no other, one row for each attempt."""
    assert room.store.unfinished() == ()
    kept: list[str] = []
    for session in room.store.sessions():
        rows = room.store.answers(session.id)
        attempts = Counter(
            (row.position, row.rung, row.attempt) for row in rows if row.status is not AnswerStatus.SKIPPED
        )
        assert all(count == 1 for count in attempts.values())
        saved = {(row.position, row.rung) for row in rows if row.status is AnswerStatus.SAVED}
        assert all((position, rung - 1) in saved for position, rung in saved if rung), "a rung is missing"
        skipped = Counter((row.position, row.rung) for row in rows if row.status is AnswerStatus.SKIPPED)
        assert all(count == 1 for count in skipped.values())
        assert not saved & set(skipped)
        assert {row.status for row in rows} <= {AnswerStatus.SAVED, AnswerStatus.SKIPPED, AnswerStatus.LOST}
        kept += [row.file_name for row in rows if row.status is AnswerStatus.SAVED and row.file_name]
    assert room.takes() == sorted(kept)
