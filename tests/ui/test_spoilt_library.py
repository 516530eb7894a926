"""One bad row in the window: shown as such, and in the way of nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from simulator.store.records import AnswerId, AnswerStatus, SessionId
from tests.simulator.store.builders import NOON, a_question, a_report, add_judged, add_session
from tests.ui.names import named
from tests.ui.parts import Room
from tests.ui.screen_text import has_words, press
from tests.ui.wired import Desk, desk, opened
from ui.wiring import HISTORY, PROGRESS
from ui.words.session_summary import session_title

__all__ = ["desk", "opened"]


@pytest.fixture
def sessions(room: Room) -> list[SessionId]:
    """Three judged interviews."""
    made = [add_session(room.store) for _ in range(3)]
    for session in made:
        add_judged(room.store, session, a_report())
    return made


def change(room: Room, sql: str, *values: int) -> None:
    with closing(sqlite3.connect(room.data_folder.database)) as db:
        db.execute(sql, values)
        db.commit()


def shown_rows(desk: Desk) -> list[str]:
    return [row.title for row in desk.wiring.screens.history.rows]


def test_history_and_progress_show_the_rest(qtbot: QtBot, sessions: list[SessionId], desk: Desk) -> None:
    change(desk.room, "UPDATE sessions SET started_at = CAST(x'32ff' AS TEXT) WHERE id = ?", sessions[1])
    desk.wiring.go_to(HISTORY)
    titles = [session_title(one) for one in desk.room.store.sessions()]
    assert titles[1] == f"Interview {sessions[1]} cannot be read"
    qtbot.waitUntil(lambda: len(shown_rows(desk)) == 3)
    assert shown_rows(desk)[1] == titles[1]
    desk.wiring.go_to(PROGRESS)  # goes by the answers' own dates
    qtbot.waitUntil(lambda: has_words(desk.wiring.screens.progress, "Topics that need work"))
    assert desk.room.messages.shown is None
    desk.wiring.open_review(sessions[1])
    assert has_words(desk.wiring.screens.review, titles[1])
    qtbot.waitUntil(lambda: has_words(desk.wiring.screens.review, "What does dropout do?"))


@pytest.mark.parametrize("column", ["question", "report", "transcript"])
def test_a_bad_answer_is_shown_as_such(sessions: list[SessionId], desk: Desk, qtbot: QtBot, column: str) -> None:
    change(desk.room, f"UPDATE answers SET {column} = CAST(x'7bff' AS TEXT) WHERE session_id = ?", sessions[0])  # noqa: S608
    desk.wiring.open_review(sessions[0])
    qtbot.waitUntil(lambda: has_words(desk.wiring.screens.review, "This answer cannot be read"))


def test_what_was_cut_off_is_offered_all_the_same(room: Room, sessions: list[SessionId], opened: Desk) -> None:
    answer = room.store.begin_answer(sessions[0], a_question(), 1, 1, "", NOON)
    room.store.keep_draft(answer, "It drops units")
    change(room, "UPDATE answers SET question = CAST(x'7bff' AS TEXT) WHERE session_id = ?", sessions[0])
    opened.wiring.begin()
    assert "half typed" in opened.notice()
    press(opened.window.notice, "Recover")
    kept = room.store.answer(AnswerId(answer))
    assert (kept.status, kept.typed) == (AnswerStatus.SAVED, "It drops units")


def test_a_search_over_a_damaged_index_finds_what_is_there(qtbot: QtBot, sessions: list[SessionId], desk: Desk) -> None:
    change(desk.room, "UPDATE answers_fts_data SET block = x'ff00ff' WHERE id > 10")
    desk.wiring.go_to(HISTORY)
    search = named(desk.wiring.screens.history, "Search")
    assert isinstance(search, QLineEdit)
    search.setText("dropout")
    qtbot.waitUntil(lambda: [row.has_marks for row in desk.wiring.screens.history.rows] == [True] * 3)
    assert desk.notice() == ""
