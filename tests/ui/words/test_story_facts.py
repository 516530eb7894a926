"""What is said of a story besides its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.simulator.store.builders import NOON
from tests.simulator.stories.told import OUTAGE, a_story
from ui.words.story_facts import facts_of, story_spoken, tag_words

STORY = a_story(1, OUTAGE, "failure", "learning", title="On a Friday")
TODAY = date(2026, 3, 1)


def test_tags_are_named() -> None:
    assert tag_words(STORY) == "failure · learning"
    assert story_spoken(STORY) == "On a Friday. failure, learning"
    assert story_spoken(replace(STORY, tags=())) == "On a Friday"


def test_where_it_comes_from() -> None:
    assert facts_of(STORY, "What went wrong?", TODAY) == "Kept: Today. From your answer to “What went wrong?”"
    assert facts_of(STORY, "", TODAY) == "Kept: Today. There is no recording of it."


def test_when_it_was_last_opened() -> None:
    used = replace(STORY, last_used_at=NOON + timedelta(days=1))
    assert "Last opened during a question: Today." in facts_of(used, "", TODAY + timedelta(days=1))
    assert "Last opened" not in facts_of(STORY, "", TODAY)
