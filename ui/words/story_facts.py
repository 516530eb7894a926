"""What is said of a kept story besides its words. No Qt."""

from __future__ import annotations

from datetime import date, datetime

from simulator.stories.story import Story
from ui.words.times import day_words


def tag_words(story: Story) -> str:
    """ "failure · learning"."""
    return " · ".join(story.tags)


def story_spoken(story: Story) -> str:
    """The row of a story as a screen reader says it."""
    return f"{story.title}. {', '.join(story.tags)}" if story.tags else story.title


def facts_of(story: Story, question: str, today: date) -> str:
    """When it was kept, from an answer to which `question` (empty if that is gone), and when it was last looked up."""
    parts = [f"Kept: {_day(story.created_at, today)}."]
    if story.last_used_at is not None:
        parts.append(f"Last opened during a question: {_day(story.last_used_at, today)}.")
    parts.append(f"From your answer to “{question}”" if question else "There is no recording of it.")
    return " ".join(parts)


def _day(moment: datetime, today: date) -> str:
    return day_words(moment.astimezone().date(), today)
