"""An answer is offered to be kept, under a title and tags that may be changed first."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from simulator.store.records import AnswerId
from simulator.stories.story import StoryDraft
from tests.ui.names import named, nameless
from tests.ui.parts import Told
from tests.ui.screen_text import has_words, press
from ui.widgets.keep_story import KeepStory

DRAFT = StoryDraft("I broke it", "I broke it. Then I mended it.", ("failure", "learning"), AnswerId(3))


@pytest.fixture
def view(qtbot: QtBot) -> KeepStory:
    made = KeepStory()
    qtbot.addWidget(made)
    made.show_offer(DRAFT)
    made.show()
    return made


def title(view: KeepStory) -> QLineEdit:
    field = named(view, "Title")
    assert isinstance(field, QLineEdit)
    return field


def test_it_is_kept_as_proposed(view: KeepStory) -> None:
    kept = Told(view.kept)
    assert not title(view).isVisible()
    press(view, "Keep as a story")
    assert nameless(view) == []
    press(view, "Keep story")
    assert kept == [DRAFT]


def test_title_and_tags_may_be_changed_first(view: KeepStory) -> None:
    kept = Told(view.kept)
    press(view, "Keep as a story")
    title(view).setText("  The column ")
    press(view, "Remove learning")
    QTest.keyClicks(named(view, "Tag"), "On Call")
    press(view, "Add tag")
    press(view, "Keep story")
    assert kept == [StoryDraft("The column", DRAFT.text, ("failure", "on call"), AnswerId(3))]


def test_without_a_title_it_is_not_kept(view: KeepStory) -> None:
    press(view, "Keep as a story")
    title(view).setText(" ")
    assert not named(view, "Keep story").isEnabled()


def test_cancelled_it_is_offered_again(view: KeepStory) -> None:
    press(view, "Keep as a story")
    press(view, "Cancel")
    assert not title(view).isVisible()
    press(view, "Keep as a story")
    assert title(view).text() == "I broke it"


def test_a_form_that_is_open_survives_a_correction_of_its_answer(view: KeepStory) -> None:
    press(view, "Keep as a story")
    title(view).setText("Mine")
    view.show_offer(DRAFT)
    assert title(view).text() == "Mine"
    assert title(view).isVisible()
    view.show_offer(StoryDraft("Other", "Other.", (), AnswerId(4)))
    assert not title(view).isVisible()


def test_a_kept_answer_says_so_and_another_shows_nothing(view: KeepStory) -> None:
    view.show_offer(DRAFT, "The column")
    assert has_words(view, "Kept as a story: The column")
    assert not named(view, "Title").isVisible()
    view.show_offer(None)
    assert not view.isVisible()
