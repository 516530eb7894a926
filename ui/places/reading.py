"""Joins History, Review and Progress to the store and the player."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from recordings.errors import RecordingError
from recordings.pcm import peaks
from simulator.drills.drill import Drill
from simulator.drills.outcome import outcome_for
from simulator.errors import SimulatorError
from simulator.follow_ups.ladder_end import ladder_end
from simulator.store.records import AnswerId, AnswerRecord, SessionId
from ui.equipment import Equipment
from ui.places.flag_corrections import FlagCorrections
from ui.places.session_deleting import SessionDeleting
from ui.screens.history_screen import HistoryScreen
from ui.screens.progress_screen import ProgressScreen
from ui.screens.review_screen import ReviewScreen

PAGE: Final = 50  # sessions fetched at a time: memory does not grow with history
WAVEFORM_BUCKETS: Final = 400


class ReadingPlace(QObject):
    """Everything that was ever said, to be found, read and heard again.

    Signals:
        review_shown(): one session is open for review.
        review_closed(): what was open for review is being deleted.
        problem(str): one sentence for the user.
    """

    review_shown = Signal()
    review_closed = Signal()
    problem = Signal(str)

    def __init__(
        self,
        screens: tuple[HistoryScreen, ReviewScreen, ProgressScreen],
        equipment: Equipment,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._history, self._review, self._progress = screens
        self._equipment = equipment
        self._oldest: SessionId | None = None
        self._search = ""
        self._open_answer: AnswerRecord | None = None
        self._drill: Drill | None = None
        self._deleting = SessionDeleting(equipment, self)
        self._correcting = FlagCorrections(equipment.store, self)
        self._connect()

    def enter_history(self) -> None:
        """Show the newest sessions."""
        self._oldest = None
        self._history.clear_sessions()
        self._show_more()

    def enter_progress(self) -> None:
        """Show how the figures went from session to session."""
        self._progress.show_progress(self._equipment.store.progress(), self._equipment.rules)

    def leave(self) -> None:
        """Fall silent."""
        self._equipment.devices.player.stop()

    def open_session(self, session_id: int) -> None:
        """Open one session for review, at its first answer."""
        session = SessionId(session_id)
        answers = self._equipment.store.answers(session)
        summary = self._equipment.store.session(session)
        self._drill = summary.drill
        self._review.show_session(summary, answers)
        self.review_shown.emit()
        if answers:
            self._on_answer_selected(answers[0].id)

    def _connect(self) -> None:
        self._history.session_opened.connect(self.open_session)
        self._history.search_changed.connect(self._on_search_changed)
        self._history.more_requested.connect(self._show_more)
        self._history.delete_requested.connect(self._on_delete_requested)
        self._review.delete_requested.connect(self._on_delete_requested)
        self._deleting.deleted.connect(self._history.remove_session)
        self._deleting.problem.connect(self.problem)
        self._review.answer_selected.connect(self._on_answer_selected)
        self._review.play_requested.connect(self._on_play_requested)
        self._review.play_toggled.connect(self._on_play_toggled)
        self._review.seek_requested.connect(self._on_seek_requested)
        self._review.rate_changed.connect(self._equipment.devices.player.set_rate)
        self._review.note_changed.connect(self._on_note_changed)
        self._review.transcribe_again_requested.connect(self._on_transcribe_again_requested)
        self._review.flag_corrected.connect(self._correcting.correct)
        self._review.undo_requested.connect(self._correcting.undo)
        self._correcting.answer_corrected.connect(self._review.show_corrected)
        self._correcting.problem.connect(self.problem)
        self._equipment.devices.player.position_changed.connect(self._on_position_changed)
        self._equipment.devices.player.playing_changed.connect(self._on_playing_changed)
        self._equipment.judging_queue.answer_judged.connect(self._on_answer_judged)
        self._equipment.judging_queue.judging_failed.connect(
            lambda answer_id, _reason: self._on_answer_judged(answer_id)
        )

    def _show_more(self) -> None:
        found = self._equipment.store.sessions(limit=PAGE, before=self._oldest, search=self._search)
        if found:
            self._oldest = found[-1].id
        self._history.show_sessions(found, more=len(found) == PAGE)

    def _on_search_changed(self, text: str) -> None:
        self._search = text
        self.enter_history()

    def _on_delete_requested(self, session_id: int) -> None:
        session = SessionId(session_id)
        if not self._deleting.is_wanted(session, self._review.window()):
            return
        if self._open_answer is not None and self._open_answer.session_id == session:
            self._equipment.devices.player.stop()
            self._open_answer = None
        if self._review.isVisible():
            self.review_closed.emit()
        self._deleting.delete(session)

    def _on_answer_selected(self, answer_id: int) -> None:
        record = self._equipment.store.answer(AnswerId(answer_id))
        self._open_answer = record
        path = self._path()
        if path is None:
            self._show(record, [])
            return
        self._equipment.jobs.run(
            lambda: peaks(path, WAVEFORM_BUCKETS),
            lambda heights: self._show(record, heights),
            lambda error: self._show_without_sound(record, error),
        )

    def _show(self, record: AnswerRecord, heights: list[float]) -> None:
        if self._open_answer is not None and self._open_answer.id == record.id:
            self._review.show_answer(record, heights)
            store = self._equipment.store
            end = ladder_end(store.answers(record.session_id), record, self._equipment.settings.follow_up_depth)
            self._review.show_beside(outcome_for(store, self._drill, record), end)

    def _show_without_sound(self, record: AnswerRecord, error: Exception) -> None:
        if not isinstance(error, RecordingError):
            raise error
        if self._open_answer is None:  # deleted meanwhile
            return
        self._show(record, [])
        self.problem.emit(str(error))

    def _path(self) -> Path | None:
        record = self._open_answer
        return self._equipment.library.path_of(record.file_name) if record and record.file_name else None

    def _on_play_requested(self, start_s: float, end_s: float | None) -> None:
        path = self._path()
        if path is not None:
            self._equipment.devices.player.play(path, start_s, end_s, self._review.rate)

    def _on_play_toggled(self) -> None:
        if self._equipment.devices.player.is_playing:
            self._equipment.devices.player.toggle_pause()
        else:
            self._on_play_requested(self._review.position_s, None)

    def _on_seek_requested(self, position_s: float) -> None:
        self._on_play_requested(position_s, None)

    def _on_position_changed(self, position_s: float) -> None:
        if self._review.isVisible():
            self._review.set_position(position_s)

    def _on_playing_changed(self, is_playing: bool) -> None:
        if self._review.isVisible():
            self._review.set_playing(is_playing)

    def _on_note_changed(self, answer_id: int, text: str) -> None:
        try:
            self._equipment.store.set_note(AnswerId(answer_id), text)
        except SimulatorError as error:
            self.problem.emit(str(error))

    def _on_transcribe_again_requested(self, answer_id: int) -> None:
        self._equipment.judging_queue.transcribe_again(AnswerId(answer_id))

    def _on_answer_judged(self, answer_id: AnswerId) -> None:
        if not self._review.isVisible() or not self._review.shows(answer_id):
            return
        self._review.refresh(self._equipment.store.answer(answer_id))
        if self._open_answer is not None and self._open_answer.id == answer_id:
            self._on_answer_selected(answer_id)
