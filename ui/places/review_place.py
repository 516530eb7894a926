"""Joins the Review screen to the store and the player: one interview, to be read, heard and corrected again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.corrections import Correction
from simulator.drills.drill import Drill
from simulator.errors import SimulatorError
from simulator.follow_ups.ladder_end import ladder_end
from simulator.kept_outcome import outcome_for
from simulator.store.errors import UnknownRecord
from simulator.store.records import AnswerId, AnswerRecord, SessionId
from ui.errands.answer_sound import AnswerSound
from ui.errands.careful_offer import CarefulOffer
from ui.errands.correcting import Correcting
from ui.errands.exporting import Exporting
from ui.errands.listening_volume import ListeningVolume
from ui.errands.looping import Looping
from ui.errands.other_answers import OtherAnswersShown
from ui.errands.rating import Rating
from ui.errands.reading_aloud import ReadingAloud
from ui.errands.session_deleting import SessionDeleting
from ui.errands.story_keeping import StoryKeeping
from ui.errands.term_offer import TermOffer
from ui.messages import Message, MessageKind
from ui.screens.review_screen import ReviewScreen

if TYPE_CHECKING:
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.careful_listening import CarefulListening
    from ui.workers.judging_queue import JudgingQueue
    from ui.workers.settings_in_use import SettingsInUse


class ReviewPlace(QObject):
    """One session at a time, one of its answers chosen.

    Signals:
        opened(): a session is there to be shown.
        closed(): the session shown, or the last answer of it, is being deleted.
        summary_requested(int): the session's id; what it came to is to be shown.
    """

    opened = Signal()
    closed = Signal()
    summary_requested = Signal(int)

    def __init__(
        self,
        screen: ReviewScreen,
        store: Store,
        sound: AnswerSound,
        reading_aloud: ReadingAloud,
        judging_queue: JudgingQueue,
        careful_listening: CarefulListening,
        deleting: SessionDeleting,
        exporting: Exporting,
        settings: SettingsInUse,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._store = store
        self._sound = sound
        self._reading_aloud = reading_aloud
        self._judging_queue = judging_queue
        self._deleting = deleting
        self._exporting = exporting
        self._settings = settings
        self._messages = messages
        self._correcting = Correcting(store, judging_queue, TermOffer(store, settings, messages), messages, self)
        self._careful_offer = CarefulOffer(screen.careful, careful_listening, self)
        self._story_keeping = StoryKeeping(screen.keep_story, store, messages, self)
        self._session: SessionId | None = None
        self._others = OtherAnswersShown(screen.others, store, sound, self)
        self._rating = Rating(screen.rating, store, messages, self)
        self._looping = Looping(sound, self)
        ListeningVolume(screen.volume, sound, settings, self)
        self._open_answer: AnswerRecord | None = None
        self._deleted: AnswerId | None = None
        self._drill: Drill | None = None
        self._found: tuple[int, ...] = ()
        self._connect()

    def open_session(self, session_id: int, answer_id: int | None = None) -> None:
        """Open one session, at its first answer or at this one."""
        self._open(SessionId(session_id), answer_id)

    def open_answer(self, answer_id: int, words: Sequence[int] = ()) -> None:
        """Open the session of an answer at that answer; these of its words are marked, and it plays from the first.

        Nothing happens if it is gone.
        """
        try:
            session = self._store.answer(AnswerId(answer_id)).session_id
        except UnknownRecord:
            return
        self._found = tuple(words)
        self._open(session, answer_id)

    def _open(self, session: SessionId, answer_id: int | None) -> None:
        self._session = session
        self._deleted = None
        answers = self._show_session(session)
        self.opened.emit()
        if answers:
            self._on_answer_selected(answers[0].id if answer_id is None else answer_id)

    def _show_session(self, session: SessionId) -> list[AnswerRecord]:
        """Show it in the list; its answers that are not being deleted."""
        answers = [one for one in self._store.answers(session) if not self._deleting.is_answer_going(one.id)]
        summary = self._store.session(session)
        self._drill = summary.drill
        self.screen.show_session(summary, answers)
        return answers

    def enter(self) -> None:
        """What is open shows already."""

    def leave(self) -> None:
        """Fall silent."""
        self._reading_aloud.stop()
        self._sound.stop()

    def _connect(self) -> None:
        screen, correcting = self.screen, self._correcting
        screen.delete_requested.connect(self._on_delete_requested)
        screen.answer_delete_requested.connect(self._on_answer_delete_requested)
        screen.summary.clicked.connect(self._on_summary_clicked)
        screen.export.clicked.connect(self._on_export_clicked)
        screen.answer_selected.connect(self._on_answer_selected)
        screen.play_requested.connect(self._on_play_requested)
        screen.read_aloud_requested.connect(self._on_read_aloud_requested)
        screen.play_toggled.connect(self._on_play_toggled)
        screen.seek_requested.connect(self._on_play_requested)
        screen.rate_changed.connect(self._sound.set_rate)
        screen.loop_changed.connect(self._looping.change)
        self._looping.again_wanted.connect(self._on_play_requested)
        screen.others.play_toggled.connect(self._reading_aloud.stop)
        screen.others.open_requested.connect(self._on_open_requested)
        screen.note_changed.connect(self._on_note_changed)
        screen.transcribe_again_requested.connect(self._on_transcribe_again_requested)
        screen.corrected.connect(self._on_corrected)
        screen.undo_requested.connect(self._on_undo_requested)
        correcting.answer_corrected.connect(self._on_answer_corrected)
        self._deleting.begun.connect(self._on_deletion_begun)
        self._deleting.brought_back.connect(self._on_brought_back)
        self._reading_aloud.ended.connect(lambda: screen.show_reading(""))
        self._sound.position_changed.connect(self._on_position_changed)
        self._sound.playing_changed.connect(self._on_playing_changed)
        self._judging_queue.answer_judged.connect(self._on_answer_judged)
        self._judging_queue.judging_failed.connect(lambda answer_id, _reason: self._on_answer_judged(answer_id))

    def _on_answer_selected(self, answer_id: int) -> None:
        record = self._store.answer(AnswerId(answer_id))
        if not self._is_open(record):
            self._reading_aloud.stop()
        self._open_answer = record
        self._sound.read_waveform(record, lambda heights: self._show(record, heights), lambda: self._is_open(record))

    def _is_open(self, record: AnswerRecord) -> bool:
        return self._open_answer is not None and self._open_answer.id == record.id

    def _show(self, record: AnswerRecord, heights: list[float]) -> None:
        if self._is_open(record):
            self.screen.show_answer(record, heights)
            self._show_beside(record)
            if self._found:
                self.screen.show_found(self._found)
                self._found = ()

    def _show_beside(self, record: AnswerRecord) -> None:
        self._story_keeping.show(record)
        self._careful_offer.show(record)
        self._others.show(record)
        self._rating.show(record)
        depth = self._settings.now.follow_up_depth
        end = ladder_end(self._store.answers(record.session_id), record, depth)
        self.screen.show_beside(outcome_for(self._store, self._drill, record), end)

    def _on_answer_corrected(self, record: AnswerRecord) -> None:
        """Its words may have taken a while to be judged, and another answer be open by now."""
        if self._is_open(record):
            self._open_answer = record
            self.screen.show_corrected(record)
            self._show_beside(record)
        else:
            self.screen.refresh(record)

    def _on_play_requested(self, start_s: float, end_s: float | None = None) -> None:
        self._reading_aloud.stop()
        end_s = self._looping.begin(start_s, end_s)
        self._sound.play(self._open_answer, start_s, end_s, self.screen.rate)

    def _on_read_aloud_requested(self, words: str) -> None:
        """The voice and the answer share the loudspeaker: whichever is asked for last is heard."""
        self._sound.stop()
        self._looping.leave()
        self._reading_aloud.stop()
        if words:
            self._reading_aloud.say(words, self._sound.volume)
            self.screen.show_reading(self._reading_aloud.text)

    def _on_play_toggled(self) -> None:
        self._reading_aloud.stop()
        if self._others.is_heard:
            self._sound.stop()
        start_s = self._looping.place_to_play(self.screen.position_s)
        self._sound.toggle(self._open_answer, start_s, self.screen.rate, self._looping.begin(start_s, None))

    @property
    def _is_heard(self) -> bool:
        """Whether what plays is the answer."""
        return self.screen.isVisible() and not self._reading_aloud.text and not self._others.is_heard

    def _on_position_changed(self, position_s: float) -> None:
        if self._is_heard:
            self.screen.set_position(position_s)

    def _on_playing_changed(self, is_playing: bool) -> None:
        if self._is_heard:
            self.screen.set_playing(is_playing)

    def _on_note_changed(self, answer_id: int, text: str) -> None:
        try:
            self._store.set_note(AnswerId(answer_id), text)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))

    def _on_transcribe_again_requested(self, answer_id: int) -> None:
        self._judging_queue.transcribe_again(AnswerId(answer_id))

    def _on_answer_judged(self, answer_id: AnswerId) -> None:
        if not self.screen.isVisible() or not self.screen.shows(answer_id):
            return
        self.screen.refresh(self._store.answer(answer_id))
        if self._open_answer is not None and self._open_answer.id == answer_id:
            self._on_answer_selected(answer_id)

    def _on_summary_clicked(self) -> None:
        if self._session is not None:
            self.summary_requested.emit(self._session)

    def _on_open_requested(self, session_id: int, answer_id: int) -> None:
        self._sound.stop()
        self.open_session(session_id, answer_id)

    def _on_export_clicked(self) -> None:
        if self._open_answer is not None:
            self._exporting.offer(self._open_answer.session_id, self._open_answer.id)

    def _on_delete_requested(self, session_id: int) -> None:
        self._deleting.delete_session(SessionId(session_id))

    def _on_answer_delete_requested(self, answer_id: int) -> None:
        """The answer after it shows instead, or else the one before."""
        record = self._store.answer(AnswerId(answer_id))
        answers = [one.id for one in self._store.answers(record.session_id)]
        at = answers.index(record.id)
        others = (*answers[at + 1 :], *reversed(answers[:at]))
        self._sound.stop()
        self._deleting.delete_answer(record.id)
        if not self._deleting.is_answer_going(record.id):
            return
        self._deleted = record.id
        if (beside := next((one for one in others if not self._deleting.is_answer_going(one)), None)) is not None:
            self._show_session(record.session_id)
            self._on_answer_selected(beside)
        else:
            self._open_answer = None
            self.closed.emit()

    def _on_undo_requested(self, answer_id: int) -> None:
        """What was done last is undone: an answer deleted, or one corrected."""
        if self._deleted is not None and self._deleting.can_undo(self._deleted):
            self._deleting.undo()
        else:
            self._correcting.undo(AnswerId(answer_id))

    def _on_corrected(self, answer_id: int, correction: Correction) -> None:
        self._deleted = None
        self._correcting.correct(AnswerId(answer_id), correction)

    def _on_brought_back(self) -> None:
        """It belongs in the list again; where it was deleted here, it is shown again."""
        if not self.screen.isVisible() or self._open_answer is None:
            return
        shown, deleted = self._open_answer.id, self._deleted
        if deleted is not None and not self._deleting.is_answer_going(deleted):
            shown, self._deleted = deleted, None
        self._show_session(self._open_answer.session_id)
        self._on_answer_selected(shown)

    def _on_deletion_begun(self, session: SessionId) -> None:
        """Let go of it first: a note that was just typed would find no answer any more."""
        if self._open_answer is not None and self._open_answer.session_id == session:
            self._sound.stop()
            self._open_answer = None
        if self.screen.isVisible():
            self.closed.emit()
