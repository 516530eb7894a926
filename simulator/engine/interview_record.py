"""What an interview writes into the library: a session and its answers. What is refused is said, not raised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from question_bank.models import Question
from simulator.engine.sound_events import KeptTake
from simulator.errors import SimulatorError
from simulator.gap import Gap
from simulator.interview.plan import SessionPlan
from simulator.interview.session import Session, Step

if TYPE_CHECKING:
    from simulator.store.records import AnswerId, SessionId
    from simulator.store.store import Store

T = TypeVar("T")


class RecordingsFolder(Protocol):
    """Where the takes lie. Both may raise a SimulatorError."""

    def check_space(self) -> None:
        """Raises if there is too little room to begin."""

    def delete(self, file_name: str) -> None:
        """Remove a take for good."""


class InterviewRecord:
    """The rows of one interview at a time.

    `say` gets a sentence whenever the library refuses something; the interview goes on, and a take on disk can be
    recovered later.
    """

    def __init__(self, store: Store, folder: RecordingsFolder, say: Callable[[str], None]) -> None:
        self._store = store
        self._folder = folder
        self._say = say
        self._session_id: SessionId | None = None
        self._answer_id: AnswerId | None = None
        self._draft_id: AnswerId | None = None

    @property
    def session_id(self) -> SessionId | None:
        """The session being held; None between two."""
        return self._session_id

    @property
    def answer_id(self) -> AnswerId | None:
        """The answer being given, or given last; None before the first to a question."""
        return self._answer_id

    def begin_session(self, plan: SessionPlan) -> bool:
        """Whether the interview has its row; without one it cannot be held. Little room on the disk is said first."""
        self._tried(self._folder.check_space)
        self._session_id = self._tried(lambda: self._store.begin_session(plan, datetime.now(UTC)))
        self._answer_id = None
        return self._session_id is not None

    def go_on_session(self, session_id: SessionId) -> None:
        """The interview that has this row is gone on with. Little room on the disk is said first."""
        self._tried(self._folder.check_space)
        self._session_id, self._answer_id = session_id, None

    def end_session(self) -> SessionId | None:
        """Write down when it ended; gives the session that has ended."""
        session_id, self._session_id = self._session_id, None
        if session_id is not None:
            self._tried(lambda: self._store.end_session(session_id, datetime.now(UTC)))
        return session_id

    def begin_answer(self, session: Session, file_name: str = "") -> bool:
        """Whether the answer has its row, as must be before its take is created; without a file it is a typed one."""
        session_id = self._session_id
        assert session_id is not None  # noqa: S101 - an answer belongs to a session
        self._answer_id = self._tried(
            lambda: self._store.begin_answer(
                session_id,
                session.question,
                session.position,
                session.attempt,
                file_name,
                datetime.now(UTC),
                session.rung,
            )
        )
        return self._answer_id is not None

    def save(self, take: KeptTake) -> None:
        """The answer is safe on disk. If this fails its row says "recording", to be recovered."""
        answer_id = self._answer_id
        if answer_id is not None:
            figures = (take.samples, take.byte_count, take.sha256)
            self._tried(lambda: self._store.answer_saved(answer_id, *figures))

    def keep_draft(self, session: Session, text: str) -> None:
        """So much of an answer is typed: it has its row from the first word on, and none while there is no word."""
        if self._draft_id is None and text.strip() and self.begin_answer(session):
            self._draft_id = self._answer_id
        draft_id = self._draft_id
        if draft_id is None:
            return
        self._tried(lambda: self._store.keep_draft(draft_id, text.strip()))
        if not text.strip():
            self._tried(lambda: self._store.forget_draft(draft_id))
            self.forget_answer()

    def save_typed(self, session: Session, text: str) -> bool:
        """Whether the typed answer is kept, with its words."""
        if self._draft_id is None and not self.begin_answer(session):
            return False
        draft_id = self._draft_id = self._answer_id
        assert draft_id is not None  # noqa: S101 - begun above
        try:
            self._store.typed_saved(draft_id, text)
        except SimulatorError as error:
            self._say(str(error))
            return False
        self._draft_id = None
        return True

    def lose(self) -> None:
        """There is nothing of the answer."""
        answer_id = self._answer_id
        if answer_id is not None:
            self._tried(lambda: self._store.answer_lost(answer_id))

    def drop(self, empty: KeptTake) -> None:
        """Not one sample came: the answer is lost, and its file, a header alone, goes."""
        self.lose()
        self._tried(lambda: self._folder.delete(empty.path.name))

    def forget_answer(self) -> None:
        """The next answer is one of its own."""
        self._answer_id = self._draft_id = None

    def note_silence(self, stopped_s: float, went_on_s: float | None) -> None:
        """The silence after the answer was held from `stopped_s` on; a voice came `went_on_s` after that, or none."""
        answer_id = self._answer_id
        if answer_id is not None:
            self._tried(lambda: self._store.drills.keep_silence(answer_id, stopped_s, went_on_s))

    def note_gap(self, gap: Gap) -> None:
        """Time has passed of which the answer's recording has no sound."""
        answer_id = self._answer_id
        if answer_id is not None:
            self._tried(lambda: self._store.gaps.keep(answer_id, gap))

    def skip(self, question: Question, step: Step) -> None:
        """The question, or the follow-up, was passed over."""
        session_id = self._session_id
        if session_id is not None:
            self._tried(lambda: self._store.answer_skipped(session_id, question, step.position, step.rung))

    def _tried(self, write: Callable[[], T]) -> T | None:
        try:
            return write()
        except SimulatorError as error:
            self._say(str(error))
            return None
