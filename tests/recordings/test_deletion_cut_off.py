"""A deletion that is killed at any moment at which it waits for the disk is finished at the next start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from recordings.deletion_journal import Deletion, begin, unfinished_deletions
from recordings.session_deletion import delete_answer, delete_session, finish_deletions
from recordings.take import TakeWriter
from recordings.take_folder import TakeFolder
from simulator.data_folder import DataFolder
from simulator.store.backups import BackupFolder
from simulator.store.errors import StoreBusy, TracesLeft
from simulator.store.records import AnswerId, SessionId
from simulator.store.store import Store
from tests.child_program import ROOT
from tests.simulator.store.builders import NOON, a_question, a_transcript, add_session
from tests.sound import tone

WORD = "kumquat"
KILLED = -9
_DELETE = """
import sys
from pathlib import Path
from recordings.session_deletion import delete_session
from recordings.take_folder import TakeFolder
from simulator.store.records import SessionId
from simulator.store.store import Store
data = Path(sys.argv[1])
store = Store.open(data / "library.db")
delete_session(store, TakeFolder(data / "recordings"), SessionId(int(sys.argv[2])))
store.close()
"""
MOST = 60


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder.find(tmp_path / "data")


def fill(folder: DataFolder) -> tuple[SessionId, SessionId]:
    """One session to go and one to stay, both in a copy too."""
    folder.prepare()
    store = Store.open(folder.database)
    sessions = [add_recorded(store, folder, name) for name in ("gone", "stays")]
    store.close()
    BackupFolder.beside(folder.database).make(folder.database, NOON + timedelta(days=4_000))
    return sessions[0], sessions[1]


def add_recorded(store: Store, folder: DataFolder, name: str) -> SessionId:
    session = add_session(store)
    answer = store.begin_answer(session, a_question(), 0, 1, f"{name}.wav", NOON)
    take = TakeWriter.create(folder.recordings, name)
    take.append(tone(0.5))
    whole = take.close()
    store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
    store.keep_transcript(answer, a_transcript(f"{WORD if name == 'gone' else 'apple'} and more"))
    return session


def run_until_killed(folder: DataFolder, session: SessionId, at: int) -> int:
    """The exit code of a deletion that is killed when it waits for the disk for the `at`th time."""
    calls = "fsync,fdatasync"
    watched: Sequence[str] = (
        *("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={calls}"),
        *("-e", f"inject={calls}:signal=SIGKILL:when={at}"),
        *(sys.executable, "-c", _DELETE, str(folder.data), str(session)),
    )
    return subprocess.run(watched, cwd=ROOT, check=False, timeout=120).returncode


def bytes_of(folder: DataFolder) -> bytes:
    return b"".join(path.read_bytes() for path in folder.data.rglob("*") if path.is_file())


def test_killed_at_any_sync_nothing_of_it_is_left_after_the_next_start(tmp_path: Path) -> None:
    finished_later = 0
    for at in range(1, MOST):
        folder = DataFolder.find(tmp_path / f"library-{at}")
        gone, stays = fill(folder)
        assert WORD.encode() in bytes_of(folder)
        code = run_until_killed(folder, gone, at)
        store = Store.open(folder.database)
        finished_later += bool(unfinished_deletions(folder.data))
        finish_deletions(store, TakeFolder(folder.recordings))
        if code == 0:
            break
        assert unfinished_deletions(folder.data) == ()
        left = [summary.id for summary in store.sessions()]
        store.close()
        if gone in left:  # killed before it was written down: then it has not begun
            assert (folder.recordings / "gone.wav").exists()
            continue
        assert left == [stays]
        assert not (folder.recordings / "gone.wav").exists()
        assert (folder.recordings / "stays.wav").exists()
        assert WORD.encode() not in bytes_of(folder)
    else:
        raise AssertionError(f"it still waits for the disk after {MOST} times")
    assert finished_later >= 3


def test_traces_that_could_not_be_cleared_are_cleared_at_the_next_start(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, stays = fill(folder)
    store, library = Store.open(folder.database), TakeFolder(folder.recordings)

    def busy() -> None:
        raise StoreBusy(folder.database)

    monkeypatch.setattr(store._connection, "empty_journal", busy)
    with pytest.raises(TracesLeft):
        delete_session(store, library, gone)
    assert len(unfinished_deletions(folder.data)) == 1
    monkeypatch.undo()
    finish_deletions(store, library)
    assert unfinished_deletions(folder.data) == ()
    assert [summary.id for summary in store.sessions()] == [stays]
    store.close()
    assert WORD.encode() not in bytes_of(folder)


def test_one_answer_is_finished_as_well(folder: DataFolder) -> None:
    gone, _ = fill(folder)
    store, library = Store.open(folder.database), TakeFolder(folder.recordings)
    (answer,) = store.answers(gone)
    begin(folder.data, Deletion(gone, answer.id, answer.started_at.isoformat(), (answer.id,), ("gone.wav",)))
    finish_deletions(store, library)
    assert store.answers(gone) == ()
    assert store.session(gone).answer_count == 0
    assert not (folder.recordings / "gone.wav").exists()
    store.close()


def test_another_interview_under_the_same_number_stays(folder: DataFolder) -> None:
    """The library was restored meanwhile: what has that number now began at another time."""
    kept, _ = fill(folder)
    store, library = Store.open(folder.database), TakeFolder(folder.recordings)
    other = (NOON + timedelta(days=1)).isoformat()
    begin(folder.data, Deletion(kept, None, other, (AnswerId(1),), ("gone.wav",)))
    finish_deletions(store, library)
    assert store.session_count() == 2
    assert (folder.recordings / "gone.wav").exists()  # an answer names it
    assert unfinished_deletions(folder.data) == ()
    store.close()


def test_one_that_cannot_be_finished_keeps_back_no_other(folder: DataFolder) -> None:
    stubborn, gone = fill(folder)
    store, library = Store.open(folder.database), TakeFolder(folder.recordings)
    for session, name in ((stubborn, "gone.wav"), (gone, "stays.wav")):
        (answer,) = store.answers(session)
        begin(
            folder.data, Deletion(session, None, store.session(session).started_at.isoformat(), (answer.id,), (name,))
        )
    (folder.recordings / "gone.wav").unlink()
    (folder.recordings / "gone.wav").mkdir()
    (refusal,) = finish_deletions(store, library)
    assert "gone.wav" in refusal
    assert [summary.id for summary in store.sessions()] == [stubborn]
    store.close()


def test_nothing_is_written_down_once_it_is_done(folder: DataFolder) -> None:
    gone, stays = fill(folder)
    store, library = Store.open(folder.database), TakeFolder(folder.recordings)
    delete_session(store, library, gone)
    (answer,) = store.answers(stays)
    delete_answer(store, library, answer.id)
    assert not (folder.data / "deleting.json").exists()
    store.close()
