"""The places where questions are looked after, put together: the list of all of them, and the editor of one's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from ui.equipment import Equipment
from ui.errands.pack_changes import PackChanges
from ui.errands.question_exchange import QuestionExchange
from ui.errands.reading_aloud import ReadingAloud
from ui.places.question_editor_place import QuestionEditorPlace
from ui.places.questions_place import QuestionsPlace
from ui.screens.all_screens import AllScreens


class QuestionPlaces(QObject):
    """Each is made when the user first comes to it.

    Signals:
        editor_shown(object): the `QuestionEditorPlace`, to be shown at Questions.
        editor_left(): back to the list, which looks for what was edited.
    """

    editor_shown = Signal(object)
    editor_left = Signal()

    def __init__(
        self,
        screens: AllScreens,
        equipment: Equipment,
        reading_aloud: ReadingAloud,
        practise: Callable[[tuple[str, ...]], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._screens = screens
        self._equipment = equipment
        self._reading_aloud = reading_aloud
        self._practise = practise

    def write_question(self) -> None:
        """Show an empty form for a question of one's own."""
        self._editor.begin_new()

    @cached_property
    def questions(self) -> QuestionsPlace:
        """The list."""
        equipment, screen = self._equipment, self._screens.questions
        place = QuestionsPlace(
            screen,
            equipment.bank,
            equipment.store,
            self._packs,
            self._reading_aloud,
            equipment.settings,
            equipment.messages,
            self,
        )
        place.practise_requested.connect(self._practise)
        place.edit_requested.connect(lambda question: self._editor.edit(question))
        place.copy_requested.connect(lambda question: self._editor.copy(question))
        screen.new_requested.connect(self.write_question)
        QuestionExchange(screen, equipment.bank, self._packs, equipment.jobs, equipment.messages, self)
        return place

    @cached_property
    def _editor(self) -> QuestionEditorPlace:
        equipment, screen = self._equipment, self._screens.question_editor
        place = QuestionEditorPlace(screen, equipment.bank, self._packs, self._reading_aloud, equipment.settings, self)
        place.shown.connect(lambda: self.editor_shown.emit(place))
        place.left.connect(self._on_editor_left)
        return place

    @cached_property
    def _packs(self) -> PackChanges:
        equipment = self._equipment
        return PackChanges(equipment.data_folder.packs, equipment.jobs, equipment.bank, equipment.messages, self)

    def _on_editor_left(self, question_id: str) -> None:
        self.questions.look_for(question_id)
        self.editor_left.emit()
