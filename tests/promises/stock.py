"""A library with something in it: what a kill or a power cut must not take away."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from question_bank.models import Question
from recordings.take import TakeWriter
from simulator.data_folder import DataFolder
from simulator.own_work.own_work import OwnWork
from simulator.own_work.own_work_file import save_own_work
from simulator.settings import Settings, save_settings
from simulator.store.records import AnswerId, AnswerStatus, SessionId
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, a_report, a_transcript, add_session
from tests.sound import noise, write_wav

SESSIONS = 2
ANSWERS_EACH = 2
PCM = noise(4.0, level_db=-30)
"""What is spoken into the microphone wherever somebody speaks: no second of it is like another."""

Tell = Callable[[str], None]


def fill(folder: DataFolder) -> None:
    """Sessions with judged answers and their takes, settings, own work, a pack, and a recording made elsewhere."""
    folder.prepare()
    store = Store.open(folder.database)
    for number in range(SESSIONS):
        session = add_session(store, *(a_question(f"q{place}") for place in range(ANSWERS_EACH)))
        for position in range(ANSWERS_EACH):
            answer = add_take(store, folder, session, position, f"stock-{number}-{position}")
            store.keep_transcript(answer, a_transcript(f"um it drops units at random, answer {answer}"))
            store.keep_report(answer, a_report())
        store.end_session(session, NOON)
    store.close()
    save_settings(Settings(), folder.settings_file)
    save_own_work(OwnWork(techniques=("dropout",)), folder.own_work_file)
    write_wav(brought(folder), PCM)


def brought(folder: DataFolder) -> Path:
    """Where a recording made elsewhere lies."""
    return folder.data.parent / "brought.wav"


def target(folder: DataFolder) -> Path:
    """Where the user has backups put."""
    return folder.data.parent / "backups of mine" / "library.zip"


def add_take(store: Store, folder: DataFolder, session: SessionId, position: int, name: str) -> AnswerId:
    """A saved answer with a take that is really there."""
    question: Question = a_question(f"q{position}")
    answer = store.begin_answer(session, question, position, 1, f"{name}.wav", NOON)
    take = TakeWriter.create(folder.recordings, name)
    take.append(PCM[: 3_200 * random.Random(name).randint(1, 10)])
    whole = take.close()
    store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
    return answer


def saved(store: Store) -> dict[AnswerId, str]:
    """The hash of each saved answer's samples."""
    return {
        record.id: record.sha256 or ""
        for session in store.sessions()
        for record in store.answers(session.id)
        if record.status is AnswerStatus.SAVED
    }
