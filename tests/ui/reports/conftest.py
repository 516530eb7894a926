"""A library with three interviews on three days, for reports to be made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recordings.take import TakeWriter
from recordings.take_folder import TakeFolder
from simulator.data_folder import DataFolder
from simulator.store.records import AnswerId, SessionId
from simulator.store.store import Store
from tests.simulator.store.builders import a_plan, a_question, a_report, a_transcript
from tests.sound import tone

FIRST_DAY = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@dataclass
class Kept:
    """The library, open, with the ids of what is in it."""

    data_folder: DataFolder
    store: Store
    library: TakeFolder
    sessions: list[SessionId]
    answers: list[AnswerId]

    def begin(self, day: int) -> SessionId:
        """A further interview, without answers yet."""
        session = self.store.begin_session(a_plan(), FIRST_DAY + timedelta(days=day))
        self.sessions.append(session)
        return session

    def add(self, session: SessionId, words: str) -> AnswerId:
        """A judged answer of a second, its question named after it."""
        number = len(self.answers)
        name = f"take-{number}"
        question = a_question(f"q{number}", f"Question number {number}?")
        answer = self.store.begin_answer(session, question, number, 1, f"{name}.wav", FIRST_DAY)
        take = TakeWriter.create(self.data_folder.recordings, name)
        take.append(tone(1.0))
        whole = take.close()
        self.store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
        transcript = a_transcript(words)
        self.store.keep_transcript(answer, transcript)
        self.store.keep_report(answer, a_report(transcript))
        self.answers.append(answer)
        return answer


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    data_folder = DataFolder.find(tmp_path / "data")
    data_folder.prepare()
    store = Store.open(data_folder.database)
    made = Kept(data_folder, store, TakeFolder(data_folder.recordings), [], [])
    for day, words in enumerate(("um we tried shrinkage", "we tried dropout", "we tried nothing")):
        made.add(made.begin(day), words)
    yield made
    store.close()
