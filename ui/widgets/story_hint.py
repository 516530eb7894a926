"""A kept story that fits the question, offered in one quiet line under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.stories.story import Story
from ui.widgets.look_up import LookUp

STORY_KEY: Final = "T"


class StoryHint(LookUp):
    """The first of the stories that fit, closed at first; the titles of the others once it is open.

    Signals:
        story_opened(object): `StoryId` of the story that the user looks up.
    """

    story_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(STORY_KEY, "Story", parent)
        self._stories: Sequence[Story] = ()
        self.opened.connect(self._on_opened)

    def show_stories(self, stories: Sequence[Story]) -> None:
        """Offer the first of these; hide without any."""
        self._stories = stories
        if not stories:
            self.withdraw()
            return
        others = " · ".join(story.title for story in stories[1:])
        first = stories[0]
        self.offer(f"You have a story for this: {first.title}", first.text, f"Also: {others}" if others else "")

    def _on_opened(self) -> None:
        self.story_opened.emit(self._stories[0].id)
