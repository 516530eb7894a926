"""A deleted session: neither word nor sound of it is found anywhere in the data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from recordings.errors import LibraryRefused
from recordings.session_deletion import delete_session
from recordings.take import TakeWriter
from recordings.take_folder import TakeFolder
from simulator.data_folder import DataFolder
from simulator.store.records import SessionId
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, a_report, a_transcript, add_session

WORD = "xylophonquartz"
NOTED = "marzipanengine"
SOUND = b"\x01\x92\x03\x94\x05\x96" * 400


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    found = DataFolder.find(tmp_path / "data")
    found.prepare()
    return found


def add_recorded(store: Store, data_folder: DataFolder, name: str) -> SessionId:
    """A session with a judged and noted answer, and one that was cut off."""
    session = add_session(store)
    answer = store.begin_answer(session, a_question(), 0, 1, f"{name}.wav", NOON)
    take = TakeWriter.create(data_folder.recordings, name)
    take.append(SOUND)
    whole = take.close()
    store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
    transcript = a_transcript(f"we tried {WORD} twice")
    store.keep_transcript(answer, transcript)
    store.keep_report(answer, a_report(transcript))
    store.set_note(answer, f"think of {NOTED}")
    store.begin_answer(session, a_question("other"), 1, 1, f"{name}-cut.wav", NOON)
    cut = TakeWriter.create(data_folder.recordings, f"{name}-cut")
    cut.append(SOUND)
    cut._file.close()
    return session


def files_with(folder: Path, marker: bytes) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if marker in path.read_bytes().lower()]


def test_a_search_for_any_of_its_bytes_finds_nothing(data_folder: DataFolder) -> None:
    store = Store.open(data_folder.database)
    session = add_recorded(store, data_folder, "gone")
    markers = (WORD[:8].encode(), NOTED[:8].encode(), SOUND[:24])
    assert all(files_with(data_folder.data, marker) for marker in markers)

    delete_session(store, TakeFolder(data_folder.recordings), session)

    assert [files_with(data_folder.data, marker) for marker in markers] == [[], [], []]
    assert list(data_folder.recordings.iterdir()) == []
    store.close()
    assert [files_with(data_folder.data, marker) for marker in markers] == [[], [], []]


def test_other_sessions_stay_as_they_are(data_folder: DataFolder) -> None:
    store = Store.open(data_folder.database)
    gone, kept = add_recorded(store, data_folder, "gone"), add_recorded(store, data_folder, "kept")
    before = store.answers(kept)
    delete_session(store, TakeFolder(data_folder.recordings), gone)
    assert store.answers(kept) == before
    assert sorted(path.name for path in data_folder.recordings.iterdir()) == ["kept-cut.wav.part", "kept.wav"]
    assert [summary.id for summary in store.sessions(search=WORD)] == [kept]
    store.close()


def test_a_session_whose_recording_cannot_be_deleted_stays(data_folder: DataFolder) -> None:
    store = Store.open(data_folder.database)
    session = add_recorded(store, data_folder, "gone")
    path = data_folder.recordings / "gone.wav"
    path.unlink()
    path.mkdir()
    with pytest.raises(LibraryRefused, match="delete it yourself"):
        delete_session(store, TakeFolder(data_folder.recordings), session)
    assert [summary.id for summary in store.sessions()] == [session]
    path.rmdir()
    delete_session(store, TakeFolder(data_folder.recordings), session)
    assert store.session_count() == 0
    store.close()
