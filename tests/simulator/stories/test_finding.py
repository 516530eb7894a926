"""Stories are found by any of their words, all of those typed."""

from __future__ import annotations

from simulator.stories.finding import stories_with
from tests.simulator.stories.told import DISAGREEMENT, OUTAGE, a_story

FIRST = a_story(1, OUTAGE, "failure", title="The Friday release")
SECOND = a_story(2, DISAGREEMENT, "conflict")


def test_title_tags_and_text_are_searched() -> None:
    assert stories_with((FIRST, SECOND), "friday RELEASE") == (FIRST,)
    assert stories_with((FIRST, SECOND), "conf") == (SECOND,)
    assert stories_with((FIRST, SECOND), "i") == (FIRST, SECOND)
    assert stories_with((FIRST, SECOND), " ") == (FIRST, SECOND)


def test_a_word_that_is_missing_or_only_within_another_finds_nothing() -> None:
    assert stories_with((FIRST, SECOND), "friday conflict") == ()
    assert stories_with((FIRST, SECOND), "lease") == ()
