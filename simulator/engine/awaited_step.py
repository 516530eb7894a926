"""What follows the answer just given: waits for its report, then asks the ladder. It never looks at a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.errors import SimulatorError
from simulator.follow_ups.ladder import NextStep, Rung, next_step
from simulator.interview.conduct import asks_follow_ups
from simulator.interview.session import Session
from simulator.settings import Settings

if TYPE_CHECKING:
    from simulator.store.records import AnswerId, AnswerRecord
    from simulator.store.store import Store

WITHOUT_WORDS: Final = "There is no follow-up because this answer could not be transcribed."


class AwaitedStep:
    """The ladder of one question at a time. `step` is what follows the answer at hand, None while it is not known."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._session: Session | None = None
        self._settings = Settings()
        self._answer_id: AnswerId | None = None
        self._rungs: dict[int, Rung] = {}
        self.step: NextStep | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is there, and what follows it is not known yet."""
        return self._answer_id is not None and self.step is None

    def forget(self) -> None:
        """There is no answer at hand; whatever is still to be told of the last one changes nothing any more."""
        self._answer_id = self.step = None

    def expect(self, session: Session, answer_id: AnswerId, settings: Settings) -> bool:
        """An answer is kept; whether what follows is known at once, as it needs no report or there is one."""
        self._session, self._settings = session, settings
        self._answer_id, self.step = answer_id, None
        if session.rung == 0:
            self._rungs.clear()
        if not self._asks_follow_ups(session):
            self.step = NextStep(None, "", session.rung, None)
            return True
        record = self._record(answer_id)
        is_closed = record is None or record.report is not None or record.failure is not None
        return is_closed and self.on_answer_closed(answer_id)

    def on_answer_closed(self, answer_id: AnswerId) -> bool:
        """The report of an answer is there, or never will be; whether that tells, or tells anew, what follows."""
        session = self._session
        if session is None or answer_id != self._answer_id or not self._asks_follow_ups(session):
            return False
        record = self._record(answer_id)
        if record is None or record.report is None:
            self.step = NextStep(None, WITHOUT_WORDS, session.rung, None)
        else:
            self._rungs[session.rung] = Rung(record.question, record.report)
            self.step = self._climb(session.rung)
        return True

    def _asks_follow_ups(self, session: Session) -> bool:
        return asks_follow_ups(session.plan, session.plan.questions[session.position], self._settings)

    def _climb(self, rung: int) -> NextStep:
        rungs = [self._rungs[number] for number in range(rung + 1)]
        return next_step(rungs, self._settings.follow_up_depth)

    def _record(self, answer_id: AnswerId) -> AnswerRecord | None:
        """None if the library cannot give it, which is no reason not to go on."""
        try:
            return self._store.answer(answer_id)
        except SimulatorError:
            return None
