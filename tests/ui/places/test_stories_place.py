"""The place of stories, alive on a library of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QPlainTextEdit
from pytestqt.qtbot import QtBot

from simulator.stories.story import StoryDraft
from tests.simulator.store.builders import NOON
from tests.simulator.stories.told import DISAGREEMENT, OUTAGE
from tests.ui.making import answer_sound
from tests.ui.names import named, nameless
from tests.ui.parts import RefusingStore, Room
from tests.ui.places.kept_sessions import add_session
from tests.ui.screen_text import has_words, press
from ui.places.stories_place import StoriesPlace
from ui.screens.stories_screen import StoriesScreen


@pytest.fixture
def place(qtbot: QtBot, room: Room) -> StoriesPlace:
    """With a story from an answer, and a newer one that was typed."""
    session = add_session(room, "What went wrong?")
    answer = room.rows(session)[0].id
    room.store.stories.keep(StoryDraft("The release", OUTAGE, ("failure",), answer), NOON)
    room.store.stories.keep(StoryDraft("The tables", DISAGREEMENT, ("conflict",)), NOON)
    screen = StoriesScreen()
    qtbot.addWidget(screen)
    screen.resize(1000, 800)
    screen.show()
    made = StoriesPlace(screen, room.store, answer_sound(room), room.messages)
    made.enter()
    return made


def titles(place: StoriesPlace) -> list[str]:
    return [story.title for story in place.screen._model.values]


def title(place: StoriesPlace) -> QLineEdit:
    field = named(place.screen, "Title")
    assert isinstance(field, QLineEdit)
    return field


def choose(place: StoriesPlace, row: int) -> None:
    rows = named(place.screen, "Stories")
    assert isinstance(rows, QListView)
    rows.setCurrentIndex(rows.model().index(row, 0))


def test_the_newest_is_first_and_chosen(place: StoriesPlace) -> None:
    assert titles(place) == ["The tables", "The release"]
    assert title(place).text() == "The tables"
    assert has_words(place.screen, "There is no recording of it.")
    assert nameless(place.screen) == []


def test_what_is_typed_is_kept_when_another_is_chosen(place: StoriesPlace, room: Room) -> None:
    title(place).selectAll()
    QTest.keyClicks(title(place), "Plain tables")
    text = named(place.screen.form, "Story")
    assert isinstance(text, QPlainTextEdit)
    text.setPlainText("We took the tables.")
    choose(place, 1)
    assert title(place).text() == "The release"
    newest = room.store.stories.all()[0]
    assert (newest.title, newest.text) == ("Plain tables", "We took the tables.")
    assert titles(place) == ["Plain tables", "The release"]


def test_tags_are_put_on_and_taken_off_at_once(place: StoriesPlace, room: Room) -> None:
    press(place.screen, "Remove conflict")
    QTest.keyClicks(named(place.screen, "Tag"), "Teamwork")
    press(place.screen, "Add tag")
    assert room.store.stories.all()[0].tags == ("teamwork",)


def test_looking_at_stories_changes_none(place: StoriesPlace, room: Room) -> None:
    before = room.store.stories.all()
    choose(place, 1)
    choose(place, 0)
    place.leave()
    assert room.store.stories.all() == before


def test_stories_are_searched(place: StoriesPlace) -> None:
    place.screen.search_changed.emit("friday")
    assert titles(place) == ["The release"]
    assert title(place).text() == "The release"
    place.screen.search_changed.emit("nowhere")
    assert titles(place) == []
    assert not title(place).isVisible()


def test_the_answer_plays_if_it_is_still_there(qtbot: QtBot, place: StoriesPlace, room: Room) -> None:
    assert not named(place.screen, "Play answer").isVisible()
    choose(place, 1)
    assert has_words(place.screen, "From your answer to “What went wrong?”")
    press(place.screen, "Play answer")
    qtbot.waitUntil(lambda: room.player.is_playing)
    place.leave()
    assert not room.player.is_playing


def test_a_story_outlasts_its_answer_without_the_sound(place: StoriesPlace, room: Room) -> None:
    room.store.delete_session(room.store.sessions()[0].id)
    place.enter()
    choose(place, 1)
    assert title(place).text() == "The release"
    assert not named(place.screen, "Play answer").isVisible()


def test_a_deleted_story_is_brought_back(place: StoriesPlace, room: Room) -> None:
    before = room.store.stories.all()
    press(place.screen, "Delete story")
    assert titles(place) == ["The release"]
    assert [story.title for story in room.store.stories.all()] == ["The release"]
    assert room.messages.texts == ["“The tables” was deleted. Press Ctrl+Z to undo."]
    QTest.keyClick(named(place.screen, "Stories"), Qt.Key.Key_Delete)
    assert titles(place) == []
    assert has_words(place.screen, "No stories yet.")
    place.screen.undo_requested.emit()
    place.screen.undo_requested.emit()
    place.screen.undo_requested.emit()
    assert room.store.stories.all() == before
    assert title(place).text() == "The tables"


def test_a_story_may_be_written(place: StoriesPlace, room: Room) -> None:
    press(place.screen, "Write a story")
    assert titles(place)[0] == "Untitled story"
    assert title(place).selectedText() == "Untitled story"
    QTest.keyClicks(title(place), "Night shift")
    place.leave()
    assert room.store.stories.all()[0].title == "Night shift"


def test_what_the_library_refuses_is_told(place: StoriesPlace, room: Room) -> None:
    place._store.stories = RefusingStore(room.store, {"delete", "change"})  # type: ignore[assignment]
    press(place.screen, "Remove conflict")
    assert len(room.messages.told) == 1
