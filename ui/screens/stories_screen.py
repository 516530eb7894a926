"""The candidate's stories: the list on the left, the chosen one beside it. It finds and keeps nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.stories.story import Story, StoryId
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.captioned_rows import CaptionedRows
from ui.widgets.card import Card
from ui.widgets.list_rows import RowList, ValueModel
from ui.widgets.reading_area import GUTTER_PX, ReadingArea
from ui.widgets.search_box import SearchBox
from ui.widgets.story_form import StoryForm
from ui.widgets.text import Text
from ui.words.story_facts import story_spoken, tag_words

_SIDE_PX: Final = 11 * SPACE
_LIST_PX: Final = 320
_NARROWEST_LIST_PX: Final = 168
_SUBTITLE: Final = "Five to eight stories answer most questions about you. One that fits is offered while you practise."
_NOTHING_YET: Final = (
    "No stories yet. After an answer about your own experience, press “Keep as a story”, or write one here."
)
_NOTHING_FOUND: Final = "Nothing found. Try another word; the search covers titles, tags and stories."


class StoriesScreen(QWidget):
    """All stories, or those searched for.

    Signals:
        story_chosen(object): `StoryId` of the one to show in `form`.
        search_changed(str): what to search for, once the user pauses typing.
        new_requested(): a story is to be written.
        undo_requested(): the latest deletion is to be undone.
        back_requested(): back to Practise.
    """

    story_chosen = Signal(object)
    search_changed = Signal(str)
    new_requested = Signal()
    undo_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Your stories")
        self._is_showing = False
        self._back = Button("Practise", look="link", icon_name="arrow-left")
        self._new = Button("Write a story", is_small=True, icon_name="plus")
        self._search = SearchBox("Search your stories")
        self._model: ValueModel[Story] = ValueModel(story_spoken)
        self._list = RowList("Stories")
        self._list_card = Card(padding=2 * SPACE)
        self._empty = Text("", "soft")
        self.form = StoryForm()
        self._area = ReadingArea()
        self._lay_out()
        self._connect()
        self.show_stories(())

    def show_stories(self, stories: Sequence[Story], chosen: StoryId | None = None) -> None:
        """Show these; `chosen` among them, or else the first, is then asked for."""
        self._is_showing = True
        self._model.show(stories)
        self._is_showing = False
        self._empty.setText(_NOTHING_FOUND if self._search.text() else _NOTHING_YET)
        for widget in (self._list_card, self._area):
            widget.setVisible(bool(stories))
        self._empty.setVisible(not stories)
        if stories:
            self._list.choose_row(next((row for row, one in enumerate(stories) if one.id == chosen), 0))
        else:
            self.form.let_go()

    def refresh(self, story: Story) -> None:
        """Show in the list what has become of a story."""
        row = next((row for row, one in enumerate(self._model.values) if one.id == story.id), None)
        if row is not None:
            self._model.change(row, story)

    def clear_search(self) -> None:
        """Show all of them again."""
        self._search.clear()

    def take_focus(self) -> None:
        """To the list, or where there is none to what writes a story."""
        target = self._list if self._model.values else self._new
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(CaptionedRows(self._list, 2, lambda story: story.title, tag_words))
        self._list_card.body.addWidget(self._list)
        self._area.body.addWidget(self.form)
        right = QVBoxLayout()
        right.addWidget(self._area)
        right.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(5 * SPACE)
        halves.addWidget(self._list_card)
        halves.addLayout(right, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(_SIDE_PX, 6 * SPACE, _SIDE_PX - GUTTER_PX, 6 * SPACE)
        page.setSpacing(2 * SPACE)
        page.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        page.addWidget(Text("Your stories", "title"))
        page.addWidget(Text(_SUBTITLE, "soft"))
        page.addSpacing(2 * SPACE)
        page.addLayout(self._search_row())
        page.addSpacing(2 * SPACE)
        page.addWidget(self._empty)
        page.addLayout(halves, 1)

    def _search_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, GUTTER_PX, 0)
        row.setSpacing(3 * SPACE)
        row.addWidget(self._search, 1)
        row.addWidget(self._new)
        return row

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_requested)
        self._new.clicked.connect(self.new_requested)
        self._search.search_changed.connect(self.search_changed)
        self._list.row_chosen.connect(self._on_row_chosen)
        self._list.delete_pressed.connect(lambda row: self.form.delete_requested.emit(self._model.values[row].id))
        for key, act in (("K", self.form.play), ("Ctrl+Z", self.undo_requested.emit)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def _on_row_chosen(self, row: int) -> None:
        if not self._is_showing:
            self._area.show_top()
            self.story_chosen.emit(self._model.values[row].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._list_card.setFixedWidth(min(_LIST_PX, max(_NARROWEST_LIST_PX, event.size().width() * 3 // 10)))
