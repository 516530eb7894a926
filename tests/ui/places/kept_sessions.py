"""Sessions with recorded answers, as an earlier interview left them."""

from __future__ import annotations

from recordings.take import TakeWriter
from simulator.store.records import AnswerId, SessionId
from tests.simulator.store.builders import NOON, a_plan, a_question
from tests.sound import tone
from tests.ui.parts import Room


def add_session(room: Room, *texts: str) -> SessionId:
    """A session with a recorded answer to each question."""
    asked = tuple(a_question(f"q{number}", text) for number, text in enumerate(texts))
    session = room.store.begin_session(a_plan(*asked), NOON)
    for position, question in enumerate(asked):
        record(room, session, position, question.text)
    return session


def record(room: Room, session: SessionId, position: int, text: str) -> AnswerId:
    """One answer of three seconds."""
    name = f"{session}-{position}"
    answer = room.store.begin_answer(session, a_question(f"q{position}", text), position, 1, f"{name}.wav", NOON)
    take = TakeWriter.create(room.data_folder.recordings, name)
    take.append(tone(3.0))
    whole = take.close()
    room.store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
    return answer
