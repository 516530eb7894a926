"""Joins the screen of stories to the library and the player: found, read, heard, changed, deleted and brought back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from simulator.errors import SimulatorError
from simulator.store.errors import StoryTracesLeft
from simulator.stories.finding import stories_with
from simulator.stories.story import UNTITLED, Story, StoryDraft, StoryId
from ui.errands.answer_sound import AnswerSound
from ui.messages import Message, MessageKind
from ui.screens.stories_screen import StoriesScreen
from ui.words.answer_line import duration_of
from ui.words.story_facts import facts_of

if TYPE_CHECKING:
    from simulator.store.records import AnswerRecord
    from simulator.store.store import Store
    from ui.messages import Messages


class StoriesPlace(QObject):
    """All stories, one of them chosen. What was deleted here can be brought back until the program ends."""

    def __init__(
        self, screen: StoriesScreen, store: Store, sound: AnswerSound, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._store = store
        self._sound = sound
        self._messages = messages
        self._search = ""
        self._open_answer: AnswerRecord | None = None
        self._position_s = 0.0
        self._deleted: list[Story] = []
        self._connect()

    def enter(self) -> None:
        """Show the stories among those searched for, the newest first."""
        self._show()

    def leave(self) -> None:
        """Keep what was typed, and fall silent."""
        self.screen.form.keep()
        self._sound.stop()

    def _connect(self) -> None:
        screen, form = self.screen, self.screen.form
        screen.search_changed.connect(self._on_search_changed)
        screen.story_chosen.connect(self._on_story_chosen)
        screen.new_requested.connect(self._on_new_requested)
        screen.undo_requested.connect(self._on_undo_requested)
        form.changed.connect(self._on_changed)
        form.delete_requested.connect(self._on_delete_requested)
        form.play_toggled.connect(lambda: self._sound.toggle(self._open_answer, self._position_s))
        self._sound.position_changed.connect(self._on_position_changed)
        self._sound.playing_changed.connect(self._on_playing_changed)

    def _show(self, chosen: StoryId | None = None) -> None:
        self.screen.show_stories(stories_with(self._store.stories.all(), self._search), chosen)

    def _on_search_changed(self, text: str) -> None:
        self.screen.form.keep()
        self._search = text
        self._show()

    def _on_story_chosen(self, story_id: StoryId) -> None:
        self.screen.form.keep()
        self._sound.stop()
        self._position_s = 0.0
        story = self._store.stories.story(story_id)
        answer = self._open_answer = None if story.answer_id is None else self._store.answer(story.answer_id)
        facts = facts_of(story, answer.question.text if answer else "", date.today())  # noqa: DTZ011 - the user's own day
        self.screen.form.show_story(story, facts, can_play=answer is not None and duration_of(answer) > 0)

    def _on_changed(self, story: Story) -> None:
        try:
            self._store.stories.change(story)
        except SimulatorError as error:
            self._tell(MessageKind.LIBRARY_REFUSED, str(error))
        else:
            self.screen.refresh(story)

    def _on_new_requested(self) -> None:
        try:
            story = self._store.stories.keep(StoryDraft(UNTITLED, ""), datetime.now(UTC))
        except SimulatorError as error:
            self._tell(MessageKind.LIBRARY_REFUSED, str(error))
            return
        self.screen.clear_search()
        self._show(story.id)
        self.screen.form.take_focus()

    def _on_delete_requested(self, story_id: StoryId) -> None:
        self.screen.form.keep()
        self._sound.stop()
        try:
            story = self._store.stories.story(story_id)
            self._store.stories.delete(story_id)
        except StoryTracesLeft as error:
            self._tell(MessageKind.STORY_DELETED, str(error))
        except SimulatorError as error:
            self._tell(MessageKind.LIBRARY_REFUSED, str(error))
            return
        else:
            self._tell(MessageKind.STORY_DELETED, f"“{story.title}” was deleted. Press Ctrl+Z to undo.")
        self._deleted.append(story)
        self.screen.form.let_go()
        self._show()
        self.screen.take_focus()

    def _on_undo_requested(self) -> None:
        if not self._deleted:
            return
        try:
            story = self._store.stories.put_back(self._deleted[-1])
        except SimulatorError as error:
            self._tell(MessageKind.LIBRARY_REFUSED, str(error))
            return
        self._deleted.pop()
        self._messages.settle(MessageKind.STORY_DELETED)
        self._show(story.id)

    def _on_position_changed(self, position_s: float) -> None:
        if self.screen.isVisible():
            self._position_s = position_s

    def _on_playing_changed(self, is_playing: bool) -> None:
        if self.screen.isVisible():
            self.screen.form.set_playing(is_playing)

    def _tell(self, kind: MessageKind, sentence: str) -> None:
        self._messages.tell(Message(kind, sentence))
