"""Finding kept stories by their words."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.stories.story import Story


def stories_with(stories: Sequence[Story], typed: str) -> tuple[Story, ...]:
    """The stories with every word typed somewhere in title, tags or text, as it is or unfinished, in the same order."""
    wanted = typed.lower().split()
    return tuple(story for story in stories if all(_has(story, word) for word in wanted))


def _has(story: Story, wanted: str) -> bool:
    words = f"{story.title} {' '.join(story.tags)} {story.text}".lower().split()
    return any(word.lstrip("\"'“‘(").startswith(wanted) for word in words)
