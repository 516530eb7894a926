"""A story that fits is one quiet line; its text opens and closes on request."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
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
    opened = Told(hint.opened)
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
    opened = Told(hint.opened)
    hint.toggle()
    assert (hint.is_open, opened) == (False, [])
