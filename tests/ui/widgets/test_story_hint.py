"""A story that fits is one quiet line; its text opens and closes on request."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.simulator.stories.told import DISAGREEMENT, OUTAGE, a_story
from tests.ui.names import named, nameless
from tests.ui.parts import Told
from tests.ui.screen_text import has_words
from ui.widgets.story_hint import StoryHint

FIRST, SECOND = a_story(1, OUTAGE, title="R&D on a Friday"), a_story(2, DISAGREEMENT)


@pytest.fixture
def hint(qtbot: QtBot) -> StoryHint:
    made = StoryHint()
    qtbot.addWidget(made)
    made.show()
    made.show_stories((FIRST, SECOND))
    return made


def test_it_opens_and_closes(hint: StoryHint) -> None:
    opened = Told(hint.story_opened)
    assert not hint.is_open
    hint.toggle()
    text = named(hint, "Story")
    assert isinstance(text, QPlainTextEdit)
    assert text.isReadOnly()
    assert text.toPlainText() == OUTAGE
    assert has_words(hint, "Also: Story 2")
    assert nameless(hint) == []
    hint.toggle()
    assert not hint.is_open
    assert opened == [FIRST.id]


def test_its_name_is_the_title_as_it_is(hint: StoryHint) -> None:
    assert named(hint, "You have a story for this: R&D on a Friday").isVisible()


def test_other_stories_begin_closed_and_none_hides_it(hint: StoryHint) -> None:
    hint.toggle()
    hint.show_stories((SECOND,))
    assert not hint.is_open
    hint.show_stories(())
    assert not hint.isVisible()
    opened = Told(hint.story_opened)
    hint.toggle()
    assert (hint.is_open, opened) == (False, [])


def test_a_story_has_all_the_room_that_there_is_and_no_more(hint: StoryHint, qtbot: QtBot) -> None:
    hint.show_stories((a_story(1, OUTAGE * 20),))
    hint.toggle()
    text = named(hint, "Story")
    hint.set_room(None)
    hint.resize(500, hint.heightForWidth(500))
    qtbot.waitUntil(lambda: text.height() == 150)
    hint.set_room(400)
    hint.resize(500, hint.heightForWidth(500))
    qtbot.waitUntil(lambda: 300 < text.height() <= 400)


def test_in_a_narrow_window_its_line_is_cut_and_not_the_window(hint: StoryHint, qtbot: QtBot) -> None:
    hint.show_stories((a_story(1, OUTAGE, title="A long title that goes on " * 6),))
    hint.resize(300, 60)
    line = next(button for button in hint.findChildren(QPushButton))
    qtbot.waitUntil(lambda: line.text().endswith("…") and line.width() <= 300)
    assert line.accessibleName().endswith("goes on ")
