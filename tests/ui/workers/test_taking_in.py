"""Recordings made elsewhere become answers like any other, one by one; what fails costs itself alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from question_bank.models import Kind
from recordings.take_folder import TakeState
from recordings.taking_in.batch import Brought, Stage
from simulator.store.records import AnswerStatus
from simulator.unknown_question import unasked_question
from tests.recordings.taking_in.fakes import FakeRecordingReader
from tests.simulator.store.builders import a_question
from tests.sound import tone, write_wav
from tests.ui.parts import Room, Told
from ui.words.session_summary import session_title


@pytest.fixture(autouse=True)
def gate() -> Iterator[None]:
    """Nothing is held up, unless a test wants it to be."""
    FakeRecordingReader.held.set()
    yield
    FakeRecordingReader.held.set()


@pytest.fixture
def listening(room: Room) -> Room:
    room.equipment.speech_child.start()
    return room


def brought(folder: Path, *names: str, seconds: float = 2.0) -> list[Brought]:
    """Files with sound in them, but for those whose name says “broken”."""
    made = []
    for name in names:
        path = folder / name
        path.write_text("no sound") if "broken" in name else write_wav(path, tone(seconds))
        made.append(Brought(path, a_question(), seconds))
    return made


def stages(room: Room) -> list[Stage]:
    assert room.equipment.taking_in.batch is not None
    return [item.stage for item in room.equipment.taking_in.batch.items]


def test_recordings_are_answers_of_a_session_of_their_own(qtbot: QtBot, listening: Room, tmp_path: Path) -> None:
    taking_in = listening.equipment.taking_in
    with qtbot.waitSignal(taking_in.finished):
        taking_in.start(brought(tmp_path, "one.wav", "two.wav"))
    (session,) = listening.store.sessions()
    assert session.id == taking_in.session_id
    assert session_title(session).startswith("Recordings added, ")
    assert session.ended_at is not None
    for record in listening.rows():
        assert record.status is AnswerStatus.SAVED
        assert record.report is not None
        assert record.report.key_points
        assert record.file_name is not None
        check = listening.equipment.library.check(record.file_name, record.samples or 0, record.sha256)
        assert check is TakeState.WHOLE
    assert [record.position for record in listening.rows()] == [0, 1]
    assert stages(listening) == [Stage.ADDED, Stage.ADDED]
    assert not taking_in.is_running


def test_without_a_question_all_but_the_key_points_is_measured(qtbot: QtBot, listening: Room, tmp_path: Path) -> None:
    (one,) = brought(tmp_path, "one.wav")
    question = unasked_question("1", "Recording “one.wav”", Kind.THINK_ALOUD)
    with qtbot.waitSignal(listening.equipment.taking_in.finished):
        listening.equipment.taking_in.start([Brought(one.path, question, 2.0)])
    (record,) = listening.rows()
    assert record.report is not None
    assert (record.report.key_points, record.report.red_flags) == (None, None)
    assert record.report.length is not None
    assert record.report.length.target_s == question.times.target_s
    assert record.report.think_aloud is not None
    assert record.report.fillers


def test_what_cannot_be_read_costs_itself_alone(qtbot: QtBot, listening: Room, tmp_path: Path) -> None:
    taking_in = listening.equipment.taking_in
    with qtbot.waitSignal(taking_in.finished):
        taking_in.start(brought(tmp_path, "broken.wav", "deadly.wav", "good.wav"))
    assert stages(listening) == [Stage.REFUSED, Stage.REFUSED, Stage.ADDED]
    assert taking_in.batch is not None
    broken, deadly, _ = taking_in.batch.items
    assert broken.sentence == "broken.wav is not a sound file that can be read."
    assert deadly.sentence.startswith("deadly.wav could not be read: The reader of recordings stopped unexpectedly")
    (record,) = listening.rows()
    assert record.position == 2
    assert listening.takes() == [record.file_name]
    assert listening.store.taken_in.unfinished() == ()


def test_of_nothing_but_refused_ones_no_session_is_left(qtbot: QtBot, listening: Room, tmp_path: Path) -> None:
    with qtbot.waitSignal(listening.equipment.taking_in.finished):
        listening.equipment.taking_in.start(brought(tmp_path, *(f"broken {number}.wav" for number in range(30))))
    assert listening.store.sessions() == ()
    assert listening.equipment.taking_in.session_id is None


def test_cancelling_keeps_what_was_added_and_nothing_of_the_rest(qtbot: QtBot, listening: Room, tmp_path: Path) -> None:
    taking_in = listening.equipment.taking_in
    taking_in.start(brought(tmp_path, "one.wav", "two.wav", "three.wav"))
    qtbot.waitUntil(lambda: stages(listening)[0] is Stage.ADDED)
    FakeRecordingReader.held.clear()
    if Stage.READING in stages(listening) or Stage.WAITING in stages(listening):
        taking_in.cancel()
    added = [number for number, stage in enumerate(stages(listening)) if stage is Stage.ADDED]
    qtbot.waitUntil(lambda: not taking_in.is_running)
    assert [record.position for record in listening.rows()] == added
    kept = sorted(str(record.file_name) for record in listening.rows())
    qtbot.waitUntil(lambda: listening.takes() == kept)  # what was being written is taken away beside the window
    assert listening.store.taken_in.unfinished() == ()
    assert len(list(tmp_path.glob("*.wav"))) == 3


def test_cancelled_while_the_words_are_awaited_it_is_gone_as_well(
    qtbot: QtBot, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody listens here: the speech child was never started."""
    taking_in, finished = room.equipment.taking_in, Told(room.equipment.taking_in.finished)
    monkeypatch.setattr(room.speech, "send", room.speech.commands.append)
    taking_in.start(brought(tmp_path, "one.wav"))
    qtbot.waitUntil(lambda: stages(room) == [Stage.LISTENING])
    taking_in.cancel()
    assert len(finished) == 1
    assert (room.store.sessions(), room.takes(), stages(room)) == ((), [], [Stage.LEFT_OUT])


def test_deleting_its_session_ends_it(
    qtbot: QtBot, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taking_in = room.equipment.taking_in
    monkeypatch.setattr(room.speech, "send", room.speech.commands.append)
    FakeRecordingReader.held.set()
    taking_in.start(brought(tmp_path, "one.wav"))
    qtbot.waitUntil(lambda: stages(room) == [Stage.LISTENING])
    (record,) = room.rows()
    taking_in.forget([record.id])
    room.store.delete_session(record.session_id)
    assert not taking_in.is_running
    assert stages(room) == [Stage.LEFT_OUT]
    assert room.store.taken_in.unfinished() == ()


def test_closed_meanwhile_the_rest_is_left_for_the_next_start(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    FakeRecordingReader.held.clear()
    room.equipment.taking_in.start(brought(tmp_path, "one.wav", "two.wav"))
    qtbot.waitUntil(lambda: stages(room)[0] is Stage.READING)
    room.equipment.taking_in.close()
    names = [one.source_name for one in room.store.taken_in.unfinished()]
    assert names == ["one.wav", "two.wav"]


def test_an_engine_that_is_not_there_costs_the_words_and_not_the_recording(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    room.equipment.speech_child._no_engine = "There is no speech engine."
    with qtbot.waitSignal(room.equipment.taking_in.finished):
        room.equipment.taking_in.start(brought(tmp_path, "one.wav"))
    assert room.equipment.taking_in.batch is not None
    (item,) = room.equipment.taking_in.batch.items
    assert (item.stage, item.sentence) == (Stage.ADDED, "Added, but not transcribed: There is no speech engine.")
    (record,) = room.rows()
    assert (record.status, record.failure) == (AnswerStatus.SAVED, "There is no speech engine.")


def test_files_are_looked_at_before_they_are_taken_in(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    taking_in = room.equipment.taking_in
    good, bad = write_wav(tmp_path / "good.wav", tone(2.0)), tmp_path / "notes.txt"
    bad.write_text("no sound")
    looked, refused = Told(taking_in.looked), Told(taking_in.refused)
    taking_in.look([good, bad])
    qtbot.waitUntil(lambda: len(refused) == 1)
    assert looked == [(good, 2.0)]
    assert refused == [(bad, "notes.txt is not a sound file that can be read.")]
    assert room.store.sessions() == ()
