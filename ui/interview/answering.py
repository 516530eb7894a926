"""One answer at a time, from Start to a take that is safe and whose words are asked for. It asks no questions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from recordings.errors import RecordingError
from recordings.take import FinishedTake
from recordings.transcription.expected_terms import terms_of
from simulator.analysis.rules import DEFAULT_RULES
from simulator.interview.session import SETTLE_S, Session, Stage
from simulator.settings import Settings
from simulator.transcript import Word, join_words
from ui.interview.cueing import Cueing
from ui.interview.keeping import Keeping
from ui.interview.listening import Listening
from ui.interview.parts import Parts

if TYPE_CHECKING:
    from simulator.store.records import AnswerId

NOTHING_HEARD: Final = "The microphone gave no sound, so nothing was recorded. Check it, then answer again."
_CAPTION_WORDS: Final = 24


class Answering(QObject):
    """The answers of one session at a time; makes the session's moves between Start and the kept answer.

    Signals:
        level_changed(float), clock_changed(float): for the meter and the timer.
        caption_changed(str, str): settled and tentative words, when captions are on.
        cue_changed(str): the one cue word, "" when it goes.
        stage_changed(): the session was moved.
        answer_kept(object): `AnswerId`; the recording is safe and the report is on its way.
        problem(str): one sentence for the user.
        microphone_lost(str): the answer waits for `resume` or for the end.
    """

    level_changed = Signal(float)
    clock_changed = Signal(float)
    caption_changed = Signal(str, str)
    cue_changed = Signal(str)
    stage_changed = Signal()
    answer_kept = Signal(object)
    problem = Signal(str)
    microphone_lost = Signal(str)

    def __init__(self, parts: Parts, keeping: Keeping, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._keeping = keeping
        self._settings = settings
        self.rules = DEFAULT_RULES
        self.is_typing = False
        self._session: Session | None = None
        self._stopped_s: float | None = None
        self._cueing = Cueing(self)
        self._listening = Listening(parts.microphone, lambda: parts.question_reader.is_audible, self)
        self._connect()

    def use_settings(self, settings: Settings) -> None:
        """Take over changed settings; they hold from the next answer on."""
        has_other_microphone = settings.microphone_id != self._settings.microphone_id
        self._settings = settings
        if has_other_microphone and not self._listening.is_recording:
            self._parts.microphone.close()  # the next question or answer opens the one that was chosen

    def begin_session(self, session: Session) -> None:
        """The answers to come belong to this interview."""
        self._session = session

    def end_session(self) -> None:
        """The interview is over: nobody listens any more."""
        self._session = None
        self.is_typing = False
        self._cueing.end()
        self._parts.microphone.close()

    def open_microphone(self) -> None:
        """Listen, unless answers are typed."""
        if not self.is_typing and not self._parts.microphone.is_open:
            self._parts.microphone.open(self._settings.microphone_id)

    def start(self) -> bool:
        """Begin an answer; whether one is under way now."""
        session = self._session
        if session is None or self.is_typing or not session.start_answer(self._parts.clock()):
            return False
        self.open_microphone()
        name = str(uuid4())
        if not self._keeping.begin_answer(session, f"{name}.wav"):
            self._lose()
            return False
        try:
            path = self._listening.start(self._parts.library.folder, name)
        except RecordingError as error:
            self._keeping.lose()
            self._lose(str(error))
            return False
        self._stopped_s = None
        terms = terms_of(session.question)
        self._parts.speech_child.follow(self._job, path, terms, captions=self._settings.captions)
        self._cueing.begin(
            self.rules.asked(session.question), replace(self._settings, strict=session.conduct.is_strict)
        )
        self.stage_changed.emit()
        return True

    def stop(self) -> None:
        """The answer is over; in one drill the interviewer stays quiet first, and a second Stop ends that."""
        session = self._session
        if session is None:
            return
        now = self._parts.clock()
        if session.hold_silence(now):
            self._stopped_s = self._listening.duration_s
            self._cueing.end()
            self.stage_changed.emit()
            self._listening.hold()
        elif session.stop_answer(now):
            self.stage_changed.emit()
            self._listening.stop()

    def stop_now(self) -> None:
        """Close an open take at once and keep it."""
        self._listening.stop_now()

    def type(self, text: str) -> bool:
        """Keep a typed answer; whether there was room for one."""
        session = self._session
        now = self._parts.clock()
        if session is None or not text.strip() or not session.start_answer(now):
            return False
        session.stop_answer(now + SETTLE_S)
        if not self._keeping.begin_answer(session):
            self._lose()
            return False
        self._keeping.save(None)
        session.answer_kept(now)
        answer_id = self._keeping.answer_id
        assert answer_id is not None  # noqa: S101 - begun above
        self._parts.judging_queue.judge_typed(answer_id, session.question, text)
        self._announce(answer_id)
        return True

    def type_instead(self) -> None:
        """Answers are typed from now on. What was said of an open answer is kept."""
        self.is_typing = True
        if self._session is not None and self._listening.is_recording:
            self._session.resume(self._parts.clock())
            self._listening.stop_now()

    def pause(self) -> None:
        """An answer under way stays open, its clock stands still."""
        self._listening.pause()

    def can_resume(self) -> bool:
        """Whether there is a microphone to go on with, or none is needed."""
        self.open_microphone()
        return self.is_typing or self._parts.microphone.is_open

    def resume(self) -> None:
        """Go on with the answer."""
        self._listening.resume()
        self._cueing.resume()

    def _connect(self) -> None:
        listening, cueing = self._listening, self._cueing
        self._parts.speech_child.heard.connect(self._on_heard)
        listening.level_changed.connect(self.level_changed)
        listening.clock_changed.connect(self.clock_changed)
        listening.clock_changed.connect(cueing.tick)
        listening.voice_changed.connect(cueing.hear)
        cueing.cue_changed.connect(self.cue_changed)
        cueing.time_is_up.connect(self.stop)
        listening.take_finished.connect(self._keep)
        listening.take_broken.connect(self._on_take_broken)
        listening.microphone_lost.connect(self._on_microphone_lost)
        listening.only_silence.connect(self.problem)

    @property
    def _job(self) -> str:
        """What the speech child calls the answer."""
        return str(self._keeping.answer_id)

    def _lose(self, sentence: str = "") -> None:
        """There is no take to go on with: back to before the answer."""
        if self._session is not None:
            self._session.answer_lost(self._parts.clock())
        self._parts.speech_child.cancel(self._job)
        self._keeping.forget_answer()
        self._cueing.end()
        if sentence:
            self.problem.emit(sentence)
        self.stage_changed.emit()

    def _keep(self, take: FinishedTake) -> None:
        """The take is safe on disk: write that down, ask for its words, and let the user go on."""
        session, answer_id = self._session, self._keeping.answer_id
        if session is None or answer_id is None:
            return
        now = self._parts.clock()
        session.stop_answer(now + SETTLE_S)  # a take that closed by itself has nothing of a double click
        if not take.samples:
            self._keeping.drop(take)
            self._lose(NOTHING_HEARD)
            return
        self._keeping.save(take)
        if self._stopped_s is not None:
            self._keeping.note_silence(self._stopped_s, self._listening.went_on_s)
        self._parts.judging_queue.expect(answer_id, session.question)
        session.answer_kept(now)
        self._cueing.end()
        self._parts.speech_child.finish(self._job, take.path)
        self._announce(answer_id)

    def _announce(self, answer_id: AnswerId) -> None:
        self.stage_changed.emit()
        self.answer_kept.emit(answer_id)

    def _on_heard(self, job: str, settled: tuple[Word, ...], tentative: tuple[Word, ...]) -> None:
        if job == self._job and self._settings.captions:
            self.caption_changed.emit(join_words(settled[-_CAPTION_WORDS:]), join_words(tentative))

    def _on_take_broken(self, sentence: str, take: FinishedTake | None) -> None:
        if self._session is not None:
            self._session.stop_answer(self._parts.clock() + SETTLE_S)
        if take is None:  # what was written is still there, and so is its row: the next start offers to recover it
            self._lose(sentence)
        else:
            self._keep(take)
            self.problem.emit(sentence)

    def _on_microphone_lost(self, sentence: str) -> None:
        session = self._session
        if session is None or self.is_typing:
            return
        if session.stage is Stage.ANSWERING:
            session.pause(self._parts.clock())
            self.stage_changed.emit()
        self.microphone_lost.emit(sentence)
