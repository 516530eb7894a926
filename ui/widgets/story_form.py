"""One kept story to be read, heard, changed and deleted. It keeps nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from simulator.stories.story import LONGEST_TITLE, Story, clean_tags, clean_title
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.own_lists import ChipList
from ui.widgets.text import Text
from ui.widgets.text_line import TextArea, TextLine

_TEXT_PX: Final = 240
_PAUSE_MS: Final = 400


class StoryForm(Card):
    """What is typed is told once the user pauses, and at the latest when another story shows.

    Signals:
        changed(object): the `Story` as it is now.
        play_toggled(): play the answer it was told in, or pause.
        delete_requested(object): its `StoryId`.
    """

    changed = Signal(object)
    play_toggled = Signal()
    delete_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._story: Story | None = None
        self._title = TextLine("Title", longest=LONGEST_TITLE)
        self._tags = ChipList("Tag", "A tag, such as deadline")
        self._text = TextArea("Story", "What was the situation, what did you do, and what came of it?", _TEXT_PX)
        self._facts = Text("", "caption")
        self._play = Button("Play answer", "K", icon_name="play", is_small=True)
        self._delete = Button("Delete story", look="quiet", icon_name="trash-2")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.set_playing(False)

    def show_story(self, story: Story, facts: str, *, can_play: bool) -> None:
        """Show a story, and below it what `facts` say. Emits nothing of it."""
        self.keep()
        self._story = story
        for field, text in ((self._title, story.title), (self._text, story.text)):
            was_blocked = field.blockSignals(True)
            field.setText(text) if isinstance(field, TextLine) else field.setPlainText(text)
            field.blockSignals(was_blocked)
        self._title.setCursorPosition(0)
        self._tags.show_names(story.tags)
        self._facts.setText(facts)
        self._play.setVisible(can_play)
        self.set_playing(False)

    def set_playing(self, is_playing: bool) -> None:
        """Show whether the answer is sounding."""
        self._play.setText("Pause" if is_playing else "Play answer")
        self._play.set_icon("pause" if is_playing else "play")
        self._play.setAccessibleName("Play answer")

    def play(self) -> None:
        """As the button does, where there is something to play."""
        if self._play.isVisible():
            self._play.click()

    def take_focus(self) -> None:
        """Begin with the title, all of it chosen."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.selectAll()

    def keep(self) -> None:
        """Tell what was typed and not told yet."""
        if self._pause.isActive():
            self._pause.stop()
            self._on_pause()

    def let_go(self) -> None:
        """Forget what shows, and what was typed into it."""
        self._pause.stop()
        self._story = None

    def _lay_out(self) -> None:
        self.setAccessibleName("Chosen story")
        self.body.setSpacing(3 * SPACE)
        self.body.addWidget(Field("Title", self._title))
        self.body.addWidget(Text("Tags", "label"))
        self.body.addWidget(self._tags)
        self.body.addWidget(Field("Story", self._text))
        self.body.addWidget(self._facts)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * SPACE)
        buttons.addWidget(self._play)
        buttons.addStretch(1)
        buttons.addWidget(self._delete)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self._title.textEdited.connect(lambda _text: self._pause.start())
        self._text.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._on_pause)
        self._tags.added.connect(lambda tag: self._change_tags((*self._shown_tags, tag)))
        self._tags.removed.connect(lambda tag: self._change_tags(one for one in self._shown_tags if one != tag))
        self._play.clicked.connect(self.play_toggled)
        self._delete.clicked.connect(self._on_delete_clicked)

    @property
    def _shown_tags(self) -> tuple[str, ...]:
        return self._story.tags if self._story else ()

    def _change_tags(self, tags: Iterable[str]) -> None:
        clean = clean_tags(tags)
        self._tags.show_names(clean)
        self._change(clean)

    def _change(self, tags: tuple[str, ...]) -> None:
        self._pause.stop()
        if self._story is None:
            return
        typed = replace(
            self._story, title=clean_title(self._title.text()), text=self._text.toPlainText().strip(), tags=tags
        )
        if typed != self._story:
            self._story = typed
            self.changed.emit(typed)

    def _on_pause(self) -> None:
        self._change(self._shown_tags)

    def _on_delete_clicked(self) -> None:
        if self._story is not None:
            self.keep()
            self.delete_requested.emit(self._story.id)

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)
