"""The offer to keep an answer as a story: a button, then title and tags. It keeps nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.stories.story import LONGEST_TITLE, StoryDraft, clean_tags, clean_title
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.own_lists import ChipList
from ui.widgets.text import Text
from ui.widgets.text_line import TextLine

_HINT: Final = "Tags decide which questions the story is offered for. You can edit the text later under Your stories."


class KeepStory(QWidget):
    """Hidden where an answer makes no story.

    Signals:
        kept(object): the `StoryDraft` as the user wants it.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: StoryDraft | None = None
        self._shown_tags: tuple[str, ...] = ()
        self._open = Button("Keep as a story", look="quiet", icon_name="plus")
        self._done = Text("", "soft")
        self._card = Card("Keep as a story", padding=5 * SPACE)
        self._title = TextLine("Title", longest=LONGEST_TITLE)
        self._tags = ChipList("Tag", "A tag, such as deadline")
        self._keep = Button("Keep story", look="primary", is_small=True)
        self._cancel = Button("Cancel", look="quiet")
        self._lay_out()
        self._open.clicked.connect(self._on_opened)
        self._cancel.clicked.connect(self._on_cancelled)
        self._keep.clicked.connect(self._on_kept)
        self._title.returnPressed.connect(self._keep.click)
        self._title.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self._tags.added.connect(lambda tag: self._change_tags((*self._shown_tags, tag)))
        self._tags.removed.connect(self._on_tag_removed)
        self.show_offer(None)

    def show_offer(self, draft: StoryDraft | None, kept_title: str = "") -> None:
        """Offer to keep this, say under which title it is kept already, or show nothing.

        A form that is open for the same answer stays as it is.
        """
        if draft is not None and not kept_title and self._is_open_for(draft):
            return
        self._draft = draft
        self._card.hide()
        self._open.setVisible(draft is not None and not kept_title)
        self._done.setText(f"Kept as a story: {kept_title}")
        self._done.setVisible(bool(kept_title))
        self.setVisible(draft is not None or bool(kept_title))

    def _lay_out(self) -> None:
        body = self._card.body
        body.setSpacing(3 * SPACE)
        body.addWidget(Field("Title", self._title))
        body.addWidget(Text("Tags", "label"))
        body.addWidget(self._tags)
        body.addWidget(Text(_HINT, "caption"))
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * SPACE)
        buttons.addWidget(self._keep)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._done)
        column.addWidget(self._card)

    def _is_open_for(self, draft: StoryDraft) -> bool:
        return self._card.isVisibleTo(self) and self._draft is not None and self._draft.answer_id == draft.answer_id

    def _change_tags(self, tags: Iterable[str]) -> None:
        self._shown_tags = clean_tags(tags)
        self._tags.show_names(self._shown_tags)

    def _on_tag_removed(self, tag: str) -> None:
        self._change_tags(one for one in self._shown_tags if one != tag)

    def _on_opened(self) -> None:
        if self._draft is None:
            return
        self._title.setText(self._draft.title)
        self._change_tags(self._draft.tags)
        self._open.hide()
        self._card.show()
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.selectAll()

    def _on_cancelled(self) -> None:
        self._card.hide()
        self._open.show()
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kept(self) -> None:
        if self._draft is not None:
            self.kept.emit(replace(self._draft, title=clean_title(self._title.text()), tags=self._shown_tags))
