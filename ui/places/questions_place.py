"""Joins the Questions screen to the bank, its index, the user's marks and packs."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from question_bank.coverage import OWN_PREFIX
from question_bank.models import Question
from simulator.bank_view import BankFilter, UsersView, narrowed, to_practise
from simulator.errors import SimulatorError
from simulator.schedule import local_day
from ui.errands.confirming import is_deletion_wanted
from ui.errands.pack_changes import PackChanges
from ui.errands.planner import RECENT_QUESTIONS
from ui.errands.reading_aloud import ReadingAloud
from ui.messages import Message, MessageKind
from ui.screens.questions_screen import QuestionsScreen
from ui.widgets.question_preview import Standings
from ui.words.times import counted

if TYPE_CHECKING:
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.bank_in_use import BankInUse
    from ui.workers.settings_in_use import SettingsInUse


class QuestionsPlace(QObject):
    """The whole bank, searched as one types.

    Signals:
        practise_requested(object): tuple of question ids, to be asked in this order.
        edit_requested(object), copy_requested(object): `Question` to be edited, or copied and edited.
    """

    practise_requested = Signal(object)
    edit_requested = Signal(object)
    copy_requested = Signal(object)

    def __init__(
        self,
        screen: QuestionsScreen,
        bank: BankInUse,
        store: Store,
        packs: PackChanges,
        reading_aloud: ReadingAloud,
        settings: SettingsInUse,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._bank = bank
        self._store = store
        self._packs = packs
        self._reading_aloud = reading_aloud
        self._settings = settings
        self._messages = messages
        self._text = ""
        self._filter = BankFilter()
        self._view = UsersView()
        self._wanted_id: str | None = None
        self._is_shown = False
        self._connect()

    def look_for(self, question_id: str) -> None:
        """Let this question be the one that is chosen when the user comes here."""
        self._wanted_id = question_id

    def enter(self) -> None:
        """Show what the search field and the lists ask for, at first everything."""
        self._is_shown = True
        self._view = self._users_view()
        bank = self._bank.now
        self.screen.show_broken(bank.broken)
        self.screen.show_usual_count(self._settings.now.question_count)
        own_topics = {topic for one in bank.questions for topic in one.topics if topic.startswith(OWN_PREFIX)}
        self.screen.filters.show_own_topics(sorted(own_topics))
        self._show()

    def leave(self) -> None:
        """Fall silent."""
        self._is_shown = False
        self._wanted_id = None
        self._reading_aloud.stop()

    def _connect(self) -> None:
        screen, preview = self.screen, self.screen.preview
        screen.search_changed.connect(self._on_search_changed)
        screen.filter_changed.connect(self._on_filter_changed)
        screen.question_chosen.connect(self._show_preview)
        screen.practise_requested.connect(self._on_practise_requested)
        screen.folder_requested.connect(self._on_folder_requested)
        screen.undo_requested.connect(self._packs.undo)
        preview.hear_requested.connect(self._reading_aloud.say)
        preview.star_toggled.connect(self._on_star_toggled)
        preview.hide_toggled.connect(self._on_hide_toggled)
        preview.edit_requested.connect(lambda name: self.edit_requested.emit(self._bank.now.get(name)))
        preview.copy_requested.connect(lambda name: self.copy_requested.emit(self._bank.now.get(name)))
        preview.delete_requested.connect(self._on_delete_requested)
        self._bank.changed.connect(self._on_bank_changed)

    def _users_view(self) -> UsersView:
        store, bank = self._store, self._bank.now
        own = frozenset(question.id for pack in bank.own for question in pack.questions)
        try:
            return UsersView(
                records=store.question_records(),
                due=frozenset(store.cards.due(local_day(date.today())[1])),  # noqa: DTZ011 - the user's own day
                starred=store.marks.starred_ids(),
                hidden=store.marks.hidden_ids(),
                own=own,
            )
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return UsersView(own=own)

    def _show(self) -> None:
        found = narrowed(self._found(), self._filter, self._view)
        self.screen.show_questions(found, self._view, self._wanted_id)

    def _found(self) -> tuple[Question, ...]:
        """What the search finds; until the index is there, everything."""
        index = self._bank.index
        return index.search(self._text) if index and self._text.strip() else self._bank.now.questions

    def _show_preview(self, question: Question) -> None:
        self.screen.show_preview(question, self._standings(question))

    def _standings(self, question: Question) -> Standings:
        return Standings(
            origin=self._origin(question),
            record=_record_words(self._view, question),
            is_own=question.id in self._view.own,
            is_starred=question.id in self._view.starred,
            is_hidden=question.id in self._view.hidden,
        )

    def _origin(self, question: Question) -> str:
        pack = self._bank.now.own_pack_of(question.id)
        if pack is None:
            return "Built-in question."
        return f"In your pack {pack.source.name}, line {pack.lines.get(question.id, 1)}."

    def _on_search_changed(self, text: str) -> None:
        self._text = text
        self._wanted_id = None
        self._show()

    def _on_filter_changed(self, wanted: BankFilter) -> None:
        self._filter = wanted
        self._wanted_id = None
        self._show()

    def _on_bank_changed(self) -> None:
        if self._is_shown:
            self.enter()

    def _on_star_toggled(self, question_id: str, is_on: bool) -> None:
        if self._mark(lambda: self._store.marks.star(question_id, is_on=is_on)):
            self._view = replace(self._view, starred=_changed(self._view.starred, question_id, is_on))
            self._show_marks(question_id)

    def _on_hide_toggled(self, question_id: str, is_on: bool) -> None:
        if self._mark(lambda: self._store.marks.hide(question_id, is_on=is_on)):
            self._view = replace(self._view, hidden=_changed(self._view.hidden, question_id, is_on))
            self._show_marks(question_id)

    def _mark(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return False
        return True

    def _show_marks(self, question_id: str) -> None:
        """The question stays in the list and in the preview until the list is made anew: a wrong click is undone."""
        self.screen.show_view(self._view)
        self._show_preview(self._bank.now.get(question_id))

    def _on_practise_requested(self) -> None:
        try:
            avoid = self._store.recent_question_ids(RECENT_QUESTIONS)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            avoid = ()
        count = self._settings.now.question_count
        asked = to_practise(self.screen.shown, self.screen.chosen, count, secrets.randbelow(1 << 31), avoid)
        self.practise_requested.emit(tuple(question.id for question in asked))

    def _on_delete_requested(self, question_id: str) -> None:
        pack = self._bank.now.own_pack_of(question_id)
        if pack is None:
            return
        words = "It will be removed from your own pack. Your answers to it will be kept. Ctrl+Z brings it back."
        if is_deletion_wanted(self.screen, "Delete this question?", words):
            self._packs.delete(pack.name, question_id)

    def _on_folder_requested(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._packs.folder)))


def _changed(ids: frozenset[str], question_id: str, is_on: bool) -> frozenset[str]:
    return ids | {question_id} if is_on else ids - {question_id}


def _record_words(view: UsersView, question: Question) -> str:
    record = view.records.get(question.id)
    if record is None:
        return "Not asked yet."
    if record.share is None:
        return f"{counted(record.times, 'answer')} so far."
    return f"{counted(record.times, 'answer')} so far; {record.share:.0%} of the key points in the latest."
