"""History, alive: every session and answer ever kept comes in pages, and is found by what was asked, noted and said."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from simulator.store.history_view import Column, Flag, View
from simulator.store.records import AnswerId
from tests.simulator.store.builders import a_report, a_transcript
from tests.ui.making import history_place, review_place, session_deleting
from tests.ui.names import named
from tests.ui.parts import RefusingStore, Room, Told
from tests.ui.places.kept_sessions import add_session
from tests.ui.screen_text import has_words
from ui.places import history_place as module
from ui.places.history_place import HistoryPlace
from ui.screens.history_screen import HistoryScreen
from ui.screens.review_screen import ReviewScreen


@dataclass
class Desk:
    qtbot: QtBot
    room: Room
    history: HistoryScreen
    place: HistoryPlace

    def titles(self) -> list[str]:
        return [row.title for row in self.history.rows]

    def settle(self) -> None:
        """Until everything that was asked for is shown."""
        self.qtbot.waitUntil(lambda: self.room.equipment.jobs._running == 0)

    def enter(self) -> None:
        self.place.enter()
        self.settle()

    def scroll_to_end(self) -> None:
        listed = named(self.history, "Sessions")
        assert isinstance(listed, QTableView)
        if listed.model().canFetchMore(listed.rootIndex()):
            listed.model().fetchMore(listed.rootIndex())
        self.settle()

    def search(self, text: str) -> None:
        field = named(self.history, "Search")
        assert isinstance(field, QLineEdit)
        with self.qtbot.waitSignal(self.history.request_changed):
            field.setText(text)
        self.settle()

    def show_answers(self) -> None:
        self.history._view.chips[1].click()
        self.settle()

    def add(self, text: str, said: str = "it drops units") -> AnswerId:
        session = add_session(self.room, text)
        (answer,) = self.room.store.answers(session)
        self.room.store.keep_transcript(answer.id, a_transcript(said))
        self.room.store.keep_report(answer.id, a_report(a_transcript(said)))
        return answer.id


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    screen = HistoryScreen()
    qtbot.addWidget(screen)
    screen.resize(1000, 800)
    return Desk(qtbot, room, screen, history_place(room, screen, session_deleting(room)))


def test_history_comes_in_pages(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAGE", 3)
    sessions = [add_session(desk.room, f"Question {number}?") for number in range(7)]
    added = []
    monkeypatch.setattr(desk.history, "add_rows", lambda found, *, more: added.append((len(found), more)))
    desk.enter()
    assert [row.id for row in desk.history.rows] == sessions[:3:-1]
    for _ in range(2):
        desk.scroll_to_end()
        desk.place._show_more()
        desk.settle()
    assert added[:2] == [(3, True), (1, False)]
    assert has_words(desk.history, "7 sessions")


def test_who_comes_back_finds_as_much_as_was_shown(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAGE", 3)
    sessions = [add_session(desk.room, f"Question {number}?") for number in range(5)]
    desk.enter()
    while len(desk.history.rows) < 5:
        desk.scroll_to_end()
    desk.enter()
    assert [row.id for row in desk.history.rows] == sessions[::-1]


def test_search_finds_questions_notes_and_words_said(desk: Desk) -> None:
    add_session(desk.room, "What is dropout?")
    answer = desk.add("What is boosting?", "many weak learners")
    desk.room.store.set_note(answer, "gradient")
    desk.enter()
    for text, count in (("dropout", 1), ("gradient", 1), ("weak learn", 1), ("nothing of the kind", 0), ("", 2)):
        desk.search(text)
        assert len(desk.titles()) == count, text


def test_a_search_outlives_a_look_at_what_it_found(desk: Desk) -> None:
    add_session(desk.room, "What is dropout?")
    add_session(desk.room, "What is boosting?")
    desk.enter()
    desk.search("boosting")
    desk.enter()
    assert len(desk.titles()) == 1


def test_a_hit_opens_at_its_word_ready_to_play(desk: Desk, qtbot: QtBot) -> None:
    desk.add("What is dropout?", "it drops units at random and then it drops more")
    review = ReviewScreen()
    qtbot.addWidget(review)
    review.show()
    place = review_place(desk.room, review, session_deleting(desk.room))
    desk.place.answer_wanted.connect(place.open_answer)
    for shows_answers in (False, True):  # a session is opened at its hit, too
        if shows_answers:
            desk.show_answers()
        desk.enter()
        desk.search("random")
        desk.history.opened.emit(desk.history.rows[0].found)
        qtbot.waitUntil(lambda: review.position_s == 2.0)
        transcript = review._report.heard.transcript
        assert transcript.spoken_word == "random"
        assert [mark.look for mark in transcript._laid.marks].count("found") == 1
        place.open_session(desk.history.rows[0].session.id)
        qtbot.waitUntil(lambda: review.position_s == 0.0)
        desk.search("")


def test_without_a_search_a_session_opens_as_a_whole(desk: Desk) -> None:
    answer = desk.add("What is dropout?")
    sessions, answers = Told(desk.place.session_wanted), Told(desk.place.answer_wanted)
    desk.enter()
    desk.history.opened.emit(desk.history.rows[0].found)
    desk.show_answers()
    desk.history.opened.emit(desk.history.rows[0].found)
    assert sessions == [desk.room.store.answer(answer).session_id]
    assert answers == [(answer, ())]


def test_filters_and_order_are_asked_for(desk: Desk) -> None:
    for text in ("What is dropout?", "What is boosting?", "Any?"):
        desk.add(text)
    desk.show_answers()
    desk.enter()
    desk.history._on_heading_pressed(Column.TITLE)
    desk.settle()
    assert desk.titles() == ["Any?", "What is boosting?", "What is dropout?"]
    flag = desk.history.filters.select("flag")
    flag.setCurrentIndex(flag.findData(Flag.FILLERS))
    desk.settle()
    assert desk.titles() == []
    assert has_words(desk.history, "Nothing matches.")
    desk.history.clear_filters()
    desk.settle()
    assert len(desk.titles()) == 3
    question = desk.history.filters.select("question_id")
    assert [question.itemText(row) for row in range(question.count())][1:] == ["Any?"]  # all three have its id


def test_stars_names_and_tags_are_kept_and_shown(desk: Desk) -> None:
    answer = desk.add("What is dropout?")
    session = desk.room.store.answer(answer).session_id
    desk.enter()
    desk.history.starred.emit(desk.history.rows[0].found, True)
    assert desk.history.rows[0].is_starred
    desk.history.labelled.emit(session, "Acme", ("second try",))
    desk.settle()
    summary = desk.room.store.session(session)
    assert (summary.name, summary.tags, summary.is_starred) == ("Acme", ("second try",), True)
    assert desk.titles() == ["Acme"]
    desk.show_answers()
    desk.history.starred.emit(desk.history.rows[0].found, True)
    assert desk.history.rows[0].is_starred
    desk.enter()
    assert desk.history.rows[0].is_starred


def test_a_library_that_keeps_no_star_is_told(desk: Desk) -> None:
    desk.add("What is dropout?")
    desk.enter()
    desk.place._store = RefusingStore(desk.room.store, ())  # type: ignore[assignment]
    desk.place._store.labels = RefusingStore(desk.room.store.labels, {"star"})  # type: ignore[assignment]
    desk.history.starred.emit(desk.history.rows[0].found, True)
    assert not desk.history.rows[0].is_starred
    assert len(desk.room.messages.texts) == 1


def test_an_answer_to_a_question_asked_before_is_dropped(desk: Desk) -> None:
    """What is typed fast asks for more than one page: only the last one is shown."""
    desk.add("What is dropout?")
    desk.add("What is boosting?")
    desk.place.enter()
    desk.history._search.setText("boosting")
    desk.history._search._on_pause()
    desk.history._search.setText("dropout")
    desk.history._search._on_pause()
    desk.settle()
    assert [row.below for row in desk.history.rows] == ["What is \x02dropout\x03?"]
    assert desk.history.view is View.SESSIONS
