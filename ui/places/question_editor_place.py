"""Joins the question editor to the loader's own check, to the voice and to the user's packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from question_bank.drafting import Checked, Draft, check, draft_of
from question_bank.exchange.naming import slug
from question_bank.models import Question
from simulator.voice.spoken_text import spoken_text
from ui.errands.pack_changes import PackChanges
from ui.errands.reading_aloud import ReadingAloud
from ui.screens.question_editor_screen import QuestionEditorScreen

if TYPE_CHECKING:
    from ui.workers.bank_in_use import BankInUse
    from ui.workers.settings_in_use import SettingsInUse

FIRST_PACK = "mine"


class QuestionEditorPlace(QObject):
    """One question at a time: a new one, one of the user's own, or a copy of one of the program's.

    Signals:
        shown(): the form is filled; show it.
        left(str): it is done with; the id of the question that was saved, or that the form began with, perhaps empty.
    """

    shown = Signal()
    left = Signal(str)

    def __init__(
        self,
        screen: QuestionEditorScreen,
        bank: BankInUse,
        packs: PackChanges,
        reading_aloud: ReadingAloud,
        settings: SettingsInUse,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._bank = bank
        self._packs = packs
        self._reading_aloud = reading_aloud
        self._settings = settings
        self._old: Question | None = None
        self._began_with = ""
        self._saving = ""
        self._checked = Checked(None, {})
        screen.draft_changed.connect(self._check)
        screen.save_requested.connect(self._on_save_requested)
        screen.cancel_requested.connect(lambda: self.left.emit(self._began_with))
        screen.hear_requested.connect(self._reading_aloud.say)
        packs.changed.connect(self._on_packs_changed)
        packs.failed.connect(self._on_packs_failed)

    def enter(self) -> None:
        """The form is as the user left it."""

    def leave(self) -> None:
        """Fall silent."""
        self._reading_aloud.stop()

    def begin_new(self) -> None:
        """An empty form."""
        self._old, self._began_with = None, ""
        self._show(Draft(), "New question")

    def edit(self, question: Question) -> None:
        """One of the user's own questions."""
        self._old, self._began_with = question, question.id
        self._show(draft_of(question), "Edit question")

    def copy(self, question: Question) -> None:
        """One of the program's questions, to become the user's own."""
        self._old, self._began_with = None, question.id
        self._show(draft_of(question, is_copy=True), "Copy of a question")

    def _show(self, draft: Draft, title: str) -> None:
        names = [pack.name for pack in self._bank.now.own]
        pack = self._old.pack if self._old else next(iter(names), "")
        self._saving = ""
        self.screen.show_draft(draft, title, names, pack, is_fixed=self._old is not None)
        self.screen.show_saving(is_saving=False)
        self._check(draft)
        self.shown.emit()

    def _pack_name(self) -> str:
        """The pack the question goes to; a new one gets a name that is free."""
        name, is_new = self.screen.pack
        return self._packs.packs.free_name(name.strip() or FIRST_PACK) if is_new else name

    def _check(self, draft: Draft) -> None:
        name, is_new = self.screen.pack
        pack = (slug(name) or FIRST_PACK) if is_new else name  # whether it is free is looked up once it is saved
        self._checked = check(draft, pack, self._taken_ids())
        self.screen.show_faults(self._checked.faults)
        self.screen.show_spoken(spoken_text(draft.text, self._settings.now.pronunciations))

    def _taken_ids(self) -> frozenset[str]:
        mine = self._old.id if self._old else ""
        return frozenset(self._bank.now.ids - {mine})

    def _on_save_requested(self) -> None:
        checked = check(self.screen.draft, self._pack_name(), self._taken_ids())
        if checked.question is None:
            self.screen.show_all_faults(checked.faults)
            return
        self._saving = checked.question.id
        self.screen.show_saving(is_saving=True)
        self._packs.save(checked.question, self._old.id if self._old else None)

    def _on_packs_changed(self) -> None:
        if self._saving:
            saved, self._saving = self._saving, ""
            self.screen.show_saving(is_saving=False)
            self.left.emit(saved)

    def _on_packs_failed(self) -> None:
        """The form stays as it is: nothing that was typed is lost."""
        self._saving = ""
        self.screen.show_saving(is_saving=False)
