"""What is deleted is gone: no byte of it is left in the data folder or the temporary folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from question_bank.models import Question
from recordings.mending.findings import check_library
from recordings.mending.mending import mend
from recordings.take import TakeWriter
from simulator.own_work.own_work import OwnWork
from simulator.store.backups import BackupFolder
from simulator.store.records import AnswerId, SessionId
from tests.simulator.store.builders import NOON, a_question, a_report, a_transcript, add_session
from tests.sound import tone
from tests.ui.making import pack_changes, session_deleting
from tests.ui.parts import Room
from ui.errands import session_deleting as deleting_module
from ui.workers import traces

ANSWER, NOTE, TAG, QUESTION, CV = "Quagganswer", "Quaggnote", "Quaggtag", "Quaggquestion", "Quaggvitae"
MARKERS = (ANSWER, NOTE, TAG, QUESTION, CV)


@pytest.fixture
def places(room: Room, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    monkeypatch.setattr(deleting_module, "UNDO_MS", 0)
    monkeypatch.setattr(traces, "PAUSE_MS", 0)
    return room.data_folder.data, temporary


def holding(places: tuple[Path, Path], marker: str) -> list[str]:
    """The files with the word in them, in any case and as text of any width."""
    sought = {form(word) for word in (marker, marker.lower()) for form in (str.encode, _wide)}
    return [path.name for path in _files(places) if any(one in _content(path) for one in sought)]


def _content(path: Path) -> bytes:
    """Nothing of a file that goes while it is looked at, as one does that a copy is made in."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _files(places: tuple[Path, Path]) -> Iterator[Path]:
    for place in places:
        yield from (path for path in place.rglob("*") if path.is_file())


def an_own_question() -> Question:
    return replace(a_question("mine.quagga", f"What is a {QUESTION}?"), pack="mine", topics=("own.mine",))


def add_answer(room: Room, name: str, text: str) -> tuple[SessionId, AnswerId]:
    session = add_session(room.store)
    answer = room.store.begin_answer(session, a_question(), 0, 1, f"{name}.wav", NOON)
    take = TakeWriter.create(room.data_folder.recordings, name)
    take.append(tone(0.5))
    whole = take.close()
    room.store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
    room.store.keep_transcript(answer, a_transcript(text))
    room.store.keep_report(answer, a_report(a_transcript(text)))
    return session, answer


def settle(qtbot: QtBot, room: Room) -> None:
    qtbot.waitUntil(lambda: room.equipment.jobs._running == 0)


def test_no_byte_of_what_was_deleted_is_left(qtbot: QtBot, room: Room, places: tuple[Path, Path]) -> None:
    store, equipment = room.store, room.equipment
    gone, _ = add_answer(room, "gone", f"I would ask {ANSWER} first")
    stays, answer = add_answer(room, "stays", "I would look at the data")
    store.set_note(answer, f"Say {NOTE} sooner.")
    store.labels.tag(stays, ["kept", TAG])
    packs = pack_changes(room)
    packs.save(an_own_question())
    settle(qtbot, room)
    equipment.bank.reload()
    settle(qtbot, room)
    (room.data_folder.voice_cache / "spoken.wav").write_bytes(f"RIFF {QUESTION} {CV}".encode())
    equipment.own_work.change(OwnWork(techniques=(CV,)))
    BackupFolder.beside(room.data_folder.database).make(room.data_folder.database, datetime.now(UTC))
    settle(qtbot, room)
    for marker in MARKERS:
        assert holding(places, marker), marker

    session_deleting(room).delete_session(gone)
    qtbot.waitUntil(lambda: store.session_count() == 1)
    store.set_note(answer, "")
    store.labels.tag(stays, ["kept"])
    packs.delete("mine", "mine.quagga")
    assert equipment.own_work.delete()
    for marker in MARKERS:
        qtbot.waitUntil(lambda marker=marker: not holding(places, marker))  # type: ignore[misc]
    assert store.session(stays).tags == ("kept",)
    assert store.answer(answer).transcript is not None
    settle(qtbot, room)
    assert not [marker for marker in MARKERS if holding(places, marker)]


def test_nor_once_it_was_mended(qtbot: QtBot, room: Room, places: tuple[Path, Path]) -> None:
    """Its recording was replaced, and the replacement moved aside: it goes with the answer."""
    store, folder = room.store, room.data_folder
    session, _ = add_answer(room, "gone", f"I would ask {ANSWER} first")
    take = folder.recordings / "gone.wav"
    take.with_name("renamed.wav").write_bytes(take.read_bytes())
    take.write_bytes(b"RIFF" + ANSWER.encode())
    assert mend(store, folder, equipment_last(room)).aside is not None
    session_deleting(room).delete_session(session)
    qtbot.waitUntil(lambda: store.session_count() == 0)
    qtbot.waitUntil(lambda: not holding(places, ANSWER))
    assert check_library(store, folder).is_sound
    assert not list(folder.data.glob("mended-*"))
    settle(qtbot, room)


def equipment_last(room: Room) -> AnswerId:
    return room.store.mending.latest()
