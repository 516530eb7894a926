"""Waits for the report of the answer just given, and asks the ladder what follows. It never looks at a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from simulator.errors import SimulatorError
from simulator.follow_ups.ladder import NextStep, Rung, next_step
from simulator.interview.conduct import asks_follow_ups
from simulator.interview.session import Session
from simulator.settings import Settings
from ui.workers.judging_queue import JudgingQueue

if TYPE_CHECKING:
    from simulator.analysis.report import AnswerReport
    from simulator.store.records import AnswerId, AnswerRecord
    from simulator.store.store import Store

WITHOUT_WORDS: Final = "Without the words of this answer there is no follow-up."


class Deepening(QObject):
    """The ladder of one question at a time.

    Signals:
        decided(object): `NextStep`; what follows the answer at hand. Once more if its words are written down anew.
    """

    decided = Signal(object)

    def __init__(self, store: Store, judging_queue: JudgingQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._session: Session | None = None
        self._settings = Settings()
        self._answer_id: AnswerId | None = None
        self._rungs: dict[int, Rung] = {}
        self.step: NextStep | None = None
        judging_queue.answer_judged.connect(self._on_answer_closed)
        judging_queue.judging_failed.connect(lambda answer_id, _reason: self._on_answer_closed(answer_id))

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is there, and what follows it is not known yet."""
        return self._answer_id is not None and self.step is None

    def forget(self) -> None:
        """There is no answer at hand; whatever is still to be told of the last one changes nothing any more."""
        self._answer_id = self.step = None

    def expect(self, session: Session, answer_id: AnswerId, settings: Settings) -> None:
        """An answer is kept; `decided` follows, at once if it needs no report or there is one."""
        self._session, self._settings = session, settings
        self._answer_id, self.step = answer_id, None
        if session.rung == 0:
            self._rungs.clear()
        if not asks_follow_ups(session.plan, session.plan.questions[session.position], settings):
            self._decide(NextStep(None, "", session.rung, None))
            return
        record = self._record()
        if record is None or record.report is not None or record.failure is not None:
            self._on_answer_closed(answer_id)

    def _on_answer_closed(self, answer_id: AnswerId) -> None:
        session = self._session
        if session is None or answer_id != self._answer_id:
            return
        record = self._record()
        if not asks_follow_ups(session.plan, session.plan.questions[session.position], self._settings):
            return
        if record is None or record.report is None:
            self._decide(NextStep(None, WITHOUT_WORDS, session.rung, None))
        else:
            self._decide(self._climb(session.rung, record, record.report))

    def _climb(self, rung: int, record: AnswerRecord, report: AnswerReport) -> NextStep:
        self._rungs[rung] = Rung(record.question, report)
        rungs = [self._rungs[number] for number in range(rung + 1)]
        return next_step(rungs, self._settings.follow_up_depth)

    def _record(self) -> AnswerRecord | None:
        """The answer at hand; None if the library cannot give it, which is no reason not to go on."""
        assert self._answer_id is not None  # noqa: S101 - only asked while there is one
        try:
            return self._store.answer(self._answer_id)
        except SimulatorError:
            return None

    def _decide(self, step: NextStep) -> None:
        self.step = step
        self.decided.emit(step)
