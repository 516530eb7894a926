"""Any order of beginning, saving, discarding and keeping leaves exactly what a plain model of it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from simulator.store.errors import AnswerAlreadyClosed, UnknownRecord
from simulator.store.records import AnswerId, AnswerStatus, SessionId
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, a_report, a_transcript, add_session


class LibraryMachine(RuleBasedStateMachine):
    """The library beside a dictionary that should always agree with it."""

    sessions = Bundle("sessions")
    answers = Bundle("answers")

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "library.db"
        self.store = Store.open(self.path)
        self.statuses: dict[AnswerId, AnswerStatus] = {}
        self.homes: dict[AnswerId, SessionId] = {}
        self.alive: set[SessionId] = set()
        self.takes = 0

    @rule(target=sessions)
    def begin_session(self) -> SessionId:
        return self._new_session()

    @rule(target=answers, session=sessions, is_skipped=st.booleans())
    def begin_answer(self, session: SessionId, is_skipped: bool) -> AnswerId:
        if session not in self.alive:
            session = self._new_session()
        self.takes += 1
        if is_skipped:
            answer = self.store.answer_skipped(session, a_question(), self.takes)
        else:
            answer = self.store.begin_answer(session, a_question(), self.takes, 1, f"{self.takes}.wav", NOON)
        self.statuses[answer] = AnswerStatus.SKIPPED if is_skipped else AnswerStatus.RECORDING
        self.homes[answer] = session
        return answer

    @rule(answer=answers, status=st.sampled_from([AnswerStatus.SAVED, AnswerStatus.DISCARDED, AnswerStatus.LOST]))
    def close_answer(self, answer: AnswerId, status: AnswerStatus) -> None:
        changes: dict[AnswerStatus, Callable[[AnswerId], None]] = {
            AnswerStatus.SAVED: lambda kept: self.store.answer_saved(kept, 16_000, 32_044, "c0ffee"),
            AnswerStatus.DISCARDED: self.store.answer_discarded,
            AnswerStatus.LOST: self.store.answer_lost,
        }
        change = changes[status]
        if answer not in self.statuses:
            with pytest.raises(UnknownRecord):
                change(answer)
        elif self.statuses[answer] is not AnswerStatus.RECORDING:
            with pytest.raises(AnswerAlreadyClosed):
                change(answer)
        else:
            change(answer)
            self.statuses[answer] = status

    @rule(answer=answers)
    def judge(self, answer: AnswerId) -> None:
        if answer in self.statuses:
            self.store.keep_transcript(answer, a_transcript("a word to find"))
            self.store.keep_report(answer, a_report())

    @rule(session=sessions)
    def delete_session(self, session: SessionId) -> None:
        if session not in self.alive:
            return
        self.store.delete_session(session)
        self.alive.discard(session)
        self.statuses = {answer: status for answer, status in self.statuses.items() if self.homes[answer] != session}

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.path)

    @invariant()
    def library_agrees(self) -> None:
        kept = {record.id: record.status for session in self.alive for record in self.store.answers(session)}
        assert kept == self.statuses
        recording = {answer for answer, status in kept.items() if status is AnswerStatus.RECORDING}
        assert {record.id for record in self.store.unfinished()} == recording
        assert {summary.id for summary in self.store.sessions(limit=1000)} == self.alive
        saved = sum(status is AnswerStatus.SAVED for status in kept.values())
        assert sum(summary.answer_count for summary in self.store.sessions(limit=1000)) == saved

    @invariant()
    def history_agrees(self) -> None:
        with self.store._connection.reading() as db:
            for name in ("answer_facts", "session_facts"):
                kept = list(db.query(f"SELECT * FROM {name} ORDER BY 1"))  # noqa: S608
                assert kept == list(db.query(f"SELECT * FROM {name}_now ORDER BY 1"))  # noqa: S608

    def teardown(self) -> None:
        assert self.store.faults() == ()
        self.store.close()
        self.folder.cleanup()

    def _new_session(self) -> SessionId:
        session = add_session(self.store)
        self.alive.add(session)
        return session


TestLibraryMachine = pytest.mark.timeout(120)(LibraryMachine.TestCase)
LibraryMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
