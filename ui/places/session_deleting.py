"""Deletes a session once the user is sure, and whatever still works on its answers lets go of them first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from recordings.errors import RecordingError
from recordings.session_deletion import delete_session
from simulator.errors import SimulatorError
from simulator.store.deletion import copies_beside
from simulator.store.errors import TracesLeft
from simulator.store.records import SessionId
from ui.equipment import Equipment
from ui.words.deletion_notice import copies_left, what_goes

UNDER_WAY = "This interview is under way. End it first; then it can be deleted."


class SessionDeleting(QObject):
    """The question before, and the deed.

    Signals:
        deleted(object): `SessionId`, gone for good.
        problem(str): one sentence for the user.
    """

    deleted = Signal(object)
    problem = Signal(str)

    def __init__(self, equipment: Equipment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._equipment = equipment

    def is_wanted(self, session: SessionId, window: QWidget) -> bool:
        """Whether the user, told what goes, wants it gone. The interview under way is not asked about."""
        if self._equipment.flow.session_id == session:
            self.problem.emit(UNDER_WAY)
            return False
        store = self._equipment.store
        try:
            words = what_goes(store.session(session), store.answers(session))
        except SimulatorError as error:
            self.problem.emit(str(error))
            return False
        return _is_sure(f"{words}.\n\nAll of it goes for good, here and on the disk.", window)

    def delete(self, session: SessionId) -> None:
        """Delete it; nothing that still transcribes or judges its answers brings them back."""
        equipment = self._equipment
        try:
            answers = [record.id for record in equipment.store.answers(session)]
            for worker in (equipment.judging_queue, equipment.rejudging, equipment.missing_cards):
                worker.forget(answers)
            delete_session(equipment.store, equipment.library, session)
        except TracesLeft as error:
            self.problem.emit(str(error))
        except (SimulatorError, RecordingError) as error:
            self.problem.emit(str(error))
            return
        self.deleted.emit(session)
        if left := copies_left(copies_beside(equipment.data_folder.database)):
            self.problem.emit(left)


def _is_sure(words: str, window: QWidget) -> bool:
    answer = QMessageBox.question(
        window,
        "Delete this interview?",
        words,
        QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
        QMessageBox.StandardButton.Cancel,
    )
    return answer == QMessageBox.StandardButton.Discard
