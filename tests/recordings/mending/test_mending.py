"""Whatever a check finds is put right, is found no more, and can be brought back where something was taken away."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from recordings import strays
from recordings.errors import LibraryRefused, TakeBroken
from recordings.mending import mending as module
from recordings.mending.aside import Aside, asides, can_undo
from recordings.mending.findings import FindingKind, Remedy, check_library
from recordings.mending.mending import Outcome, mend, undo
from recordings.recovery import read_finished
from recordings.take import FinishedTake
from simulator.data_folder import DataFolder
from simulator.private_file import replace_file
from simulator.store.records import AnswerStatus
from simulator.store.store import Store
from tests.recordings.mending.conftest import Shelf
from tests.simulator.store.builders import NOON, a_plan, a_question


def kinds(store: Store, data_folder: DataFolder) -> dict[FindingKind, int]:
    return dict(check_library(store, data_folder).counts)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_sound_library_is_left_as_it_is(store: Store, data_folder: DataFolder, shelf: Shelf) -> None:
    shelf.record("whole")
    before = files(data_folder.recordings)
    mended = mend(store, data_folder)
    assert (mended.outcomes, mended.refusals, mended.aside) == ((), (), None)
    assert mended.is_all_done
    assert files(data_folder.recordings) == before
    assert undo(store, data_folder) is None


def test_recordings_without_an_answer_become_an_interview(store: Store, data_folder: DataFolder, shelf: Shelf) -> None:
    shelf.write("whole")
    shelf.write("cut-off", is_closed=False)
    assert kinds(store, data_folder) == {FindingKind.ORPHAN: 2}
    mended = mend(store, data_folder)
    assert [outcome for _, outcome in mended.outcomes] == [Outcome.DONE] * 2
    (session,) = store.sessions()
    assert session.answer_count == 2
    assert kinds(store, data_folder) == {FindingKind.NO_WORDS: 2}


def test_files_without_sound_are_moved_aside_and_back(store: Store, data_folder: DataFolder) -> None:
    empty, foreign = data_folder.recordings / "empty.wav", data_folder.recordings / "song.wav"
    empty.touch()
    foreign.write_bytes(b"OggS" + bytes(400))
    assert kinds(store, data_folder) == {FindingKind.NO_SOUND: 2}
    mended = mend(store, data_folder)
    assert mended.aside is not None
    assert not empty.exists()
    assert not foreign.exists()
    assert kinds(store, data_folder) == {}
    undone = undo(store, data_folder)
    assert undone is not None
    assert (undone.files, undone.left) == (2, ())
    assert foreign.read_bytes() == b"OggS" + bytes(400)
    assert empty.exists()
    assert not mended.aside.exists()


@pytest.mark.parametrize("kind", [FindingKind.MISSING, FindingKind.TRUNCATED, FindingKind.REPLACED])
def test_a_recording_that_cannot_be_found_again_is_reported_once(
    store: Store, data_folder: DataFolder, shelf: Shelf, kind: FindingKind
) -> None:
    shelf.record("take")
    spoil(data_folder.recordings / "take.wav", kind)
    before = files(data_folder.recordings)
    assert kinds(store, data_folder) == {kind: 1}
    assert mend(store, data_folder).is_all_done
    assert kinds(store, data_folder) == {}
    assert files(data_folder.recordings) == before
    assert undo(store, data_folder) is not None
    assert kinds(store, data_folder) == {kind: 1}


@pytest.mark.parametrize("kind", [FindingKind.MISSING, FindingKind.TRUNCATED, FindingKind.REPLACED])
def test_the_original_is_found_under_another_name(
    store: Store, data_folder: DataFolder, shelf: Shelf, kind: FindingKind
) -> None:
    shelf.record("take")
    take = data_folder.recordings / "take.wav"
    original = take.read_bytes()
    take.with_name("renamed.wav").write_bytes(original)
    spoil(take, kind)
    ((finding, outcome),) = [one for one in mend(store, data_folder).outcomes if one[0].kind is kind]
    assert (finding.remedy, outcome) == (Remedy.NOTE, Outcome.BROUGHT_BACK)
    assert take.read_bytes() == original
    assert not take.with_name("renamed.wav").exists()
    assert kinds(store, data_folder) == {}


def test_what_was_moved_aside_may_be_the_original_of_another(
    store: Store, data_folder: DataFolder, shelf: Shelf
) -> None:
    shelf.record("two", 0.75)
    shelf.record("one", 0.5)  # the latest is looked at first
    one, two = data_folder.recordings / "one.wav", data_folder.recordings / "two.wav"
    first, second = one.read_bytes(), two.read_bytes()
    one.with_name("renamed.wav").write_bytes(first)
    two.replace(one)
    mend(store, data_folder)
    assert (one.read_bytes(), two.read_bytes()) == (first, second)


def test_however_many_are_missing_the_folders_are_read_once(
    store: Store, data_folder: DataFolder, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two", "three"):
        shelf.record(name)
        (data_folder.recordings / f"{name}.wav").unlink()
    looked_up: list[int] = []
    real = module._sound_files

    def counted(folder: DataFolder) -> Iterable[Path]:
        looked_up.append(1)
        return real(folder)

    monkeypatch.setattr(module, "_sound_files", counted)
    assert {outcome for _, outcome in mend(store, data_folder).outcomes} == {Outcome.NOTED}
    assert looked_up == [1]


def test_the_original_is_found_where_a_restoration_left_it(store: Store, data_folder: DataFolder, shelf: Shelf) -> None:
    shelf.record("take")
    take, before = data_folder.recordings / "take.wav", data_folder.data / "before-restore-20260101T000000Z/recordings"
    before.mkdir(parents=True)
    take.rename(before / "take.wav")
    mend(store, data_folder)
    assert take.read_bytes() == (before / "take.wav").read_bytes()
    assert take.stat().st_mode & 0o077 == 0


def spoil(take: Path, kind: FindingKind) -> None:
    content = bytearray(take.read_bytes())
    if kind is FindingKind.MISSING:
        take.unlink()
    elif kind is FindingKind.TRUNCATED:
        take.write_bytes(content[:-100])
    else:
        content[-1] ^= 1
        take.write_bytes(content)


def test_an_answer_that_was_cut_off_is_kept(store: Store, data_folder: DataFolder, shelf: Shelf) -> None:
    recording, closed, typed, nothing = (shelf.begin(name) for name in ("a.wav", "b.wav", "", "d.wav"))
    shelf.write("a", is_closed=False)
    shelf.write("b")
    store.keep_draft(typed, "I would look at the data.")
    assert kinds(store, data_folder) == {FindingKind.CUT_OFF: 4}
    mend(store, data_folder)
    for answer in (recording, closed, typed):
        assert store.answer(answer).status is AnswerStatus.SAVED
    assert store.answer(nothing).status is AnswerStatus.LOST
    assert store.answer(typed).typed == "I would look at the data."
    assert kinds(store, data_folder) == {FindingKind.NO_WORDS: 2}
    undone = undo(store, data_folder)
    assert undone is not None
    assert undone.marks == 1
    assert store.answer(nothing).status is AnswerStatus.RECORDING


def test_what_is_under_way_is_left_alone(store: Store, data_folder: DataFolder, shelf: Shelf) -> None:
    last = store.mending.latest()
    answer = shelf.begin("now.wav")
    shelf.write("now", is_closed=False)
    assert check_library(store, data_folder, last).counts == {}
    assert mend(store, data_folder, last).outcomes == ()
    assert store.answer(answer).status is AnswerStatus.RECORDING


def test_an_answer_without_anything_is_marked_and_can_be_unmarked(
    store: Store, data_folder: DataFolder, shelf: Shelf
) -> None:
    typed = shelf.begin("")
    store.typed_saved(typed, " ")
    gone = shelf.record("gone", has_words=False)
    noted = shelf.begin("")
    store.typed_saved(noted, "")
    store.set_note(noted, "Say it in one sentence.")
    (data_folder.recordings / "gone.wav").unlink()
    assert kinds(store, data_folder) == {FindingKind.MISSING: 1, FindingKind.EMPTY: 1}
    assert mend(store, data_folder).is_all_done
    assert {store.answer(one).status for one in (typed, gone)} == {AnswerStatus.LOST}
    assert store.answer(noted).status is AnswerStatus.SAVED
    assert kinds(store, data_folder) == {}
    undo(store, data_folder)
    assert {store.answer(one).status for one in (typed, gone)} == {AnswerStatus.SAVED}


def test_a_damaged_index_of_words_is_made_anew(store: Store, data_folder: DataFolder, shelf: Shelf) -> None:
    shelf.record("take")
    change(data_folder, "UPDATE answers_fts_data SET block = x'ff00ff' WHERE id > 10")
    assert kinds(store, data_folder) == {FindingKind.INDEX: 1}
    assert mend(store, data_folder).is_all_done
    assert kinds(store, data_folder) == {}
    assert store.search_answers("random")


def test_an_index_of_the_database_is_made_anew(store: Store, data_folder: DataFolder, shelf: Shelf) -> None:
    shelf.record("take")
    store.close()
    with closing(sqlite3.connect(data_folder.database)) as db:
        db.execute("PRAGMA writable_schema = ON")
        changed = "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'answers_in_the_air'"
        assert db.execute(changed, ["'recording'", "'saved'"]).rowcount == 1
        db.commit()
    again = Store.open(data_folder.database)
    assert set(kinds(again, data_folder)) == {FindingKind.DATABASE}
    assert mend(again, data_folder).is_all_done
    assert kinds(again, data_folder) == {}
    again.close()


def test_what_cannot_be_read_is_told_and_left(store: Store, data_folder: DataFolder, shelf: Shelf) -> None:
    shelf.record("take")
    change(data_folder, "UPDATE answers SET question = CAST(x'7bff' AS TEXT)")
    assert kinds(store, data_folder) == {FindingKind.UNREADABLE: 1}
    mended = mend(store, data_folder)
    assert [outcome for _, outcome in mended.outcomes] == [Outcome.LEFT]
    assert not mended.is_all_done


def test_a_recording_that_was_cut_off_while_taken_in_is_cleared_up(store: Store, data_folder: DataFolder) -> None:
    session = store.taken_in.begin_session(a_plan(), ["song.mp3"], NOON)
    store.taken_in.begin_answer(session, 0, a_question(), "song.wav", NOON)
    assert mend(store, data_folder).is_all_done
    assert store.session_count() == 0


def test_what_the_disk_refuses_is_told_and_the_rest_is_done(
    store: Store, data_folder: DataFolder, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data_folder.recordings / "empty.wav").touch()
    shelf.write("whole")

    def refused(_aside: Aside, path: Path, _answer: object = None) -> None:
        raise LibraryRefused(f"{path} could not be moved (Input/output error).")

    monkeypatch.setattr(Aside, "move", refused)
    mended = mend(store, data_folder)
    assert len(mended.refusals) == 1
    assert not mended.is_all_done
    assert store.session_count() == 1


def test_one_recording_that_cannot_be_read_keeps_back_no_later_one(
    store: Store, data_folder: DataFolder, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    early, late = shelf.write("early"), shelf.write("late")
    os.utime(early, (1_700_000_000, 1_700_000_000))

    def read(path: Path) -> FinishedTake:
        if path == early:
            raise TakeBroken("early.wav cannot be read.", path)
        return read_finished(path)

    monkeypatch.setattr(strays, "read_finished", read)
    mended = mend(store, data_folder)
    assert mended.refusals == ("early.wav cannot be read.",)
    assert late.name in {record.file_name for one in store.sessions() for record in store.answers(one.id)}


def test_an_undo_never_writes_over_what_came_since(store: Store, data_folder: DataFolder) -> None:
    empty = data_folder.recordings / "empty.wav"
    empty.touch()
    mend(store, data_folder)
    empty.write_bytes(b"something new")
    undone = undo(store, data_folder)
    assert undone is not None
    assert [path.name for path in undone.left] == ["1-empty.wav"]
    assert empty.read_bytes() == b"something new"
    empty.unlink()
    assert undo(store, data_folder) is not None
    assert empty.read_bytes() == b""


def test_a_file_that_cannot_come_back_bars_no_earlier_undo(store: Store, data_folder: DataFolder, shelf: Shelf) -> None:
    typed = shelf.begin("")
    store.typed_saved(typed, " ")
    mend(store, data_folder)
    assert store.answer(typed).status is AnswerStatus.LOST
    empty = data_folder.recordings / "empty.wav"
    empty.touch()
    mend(store, data_folder)
    empty.write_bytes(b"something new")
    assert can_undo(data_folder.data)
    undone = undo(store, data_folder)
    assert undone is not None
    assert undone.marks == 1
    assert store.answer(typed).status is AnswerStatus.SAVED
    assert not can_undo(data_folder.data)
    assert len(asides(data_folder.data)) == 1  # the file is still there


def test_another_answer_under_the_same_number_is_left_alone(
    store: Store, data_folder: DataFolder, shelf: Shelf
) -> None:
    """The library was restored meanwhile: what has the number now began at another time."""
    typed, taken = shelf.begin(""), shelf.record("take")
    store.typed_saved(typed, " ")
    (data_folder.recordings / "take.wav").unlink()
    mend(store, data_folder)
    assert kinds(store, data_folder) == {}
    change(data_folder, "UPDATE answers SET started_at = '2026-05-05T05:05:05+00:00'")
    assert store.answer(taken).started_at != NOON
    assert kinds(store, data_folder) == {FindingKind.MISSING: 1}
    undo(store, data_folder)
    assert store.answer(typed).status is AnswerStatus.LOST


@pytest.mark.parametrize("steps", range(4))
def test_a_mending_that_was_cut_off_can_be_undone(
    store: Store, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    """It dies after so many steps; every file is then where it was, or in a place that is known."""
    for name in ("a", "b"):
        (data_folder.recordings / f"{name}.wav").touch()
    left = iter(range(steps))

    def or_dies(real: Callable[..., object]) -> Callable[..., object]:
        def deed(*values: object) -> object:
            if next(left, None) is None:
                raise KeyboardInterrupt
            return real(*values)

        return deed

    monkeypatch.setattr("recordings.mending.aside.replace_file", or_dies(replace_file))
    monkeypatch.setattr(shutil, "move", or_dies(shutil.move))
    with pytest.raises(KeyboardInterrupt):
        mend(store, data_folder)
    monkeypatch.undo()
    undo(store, data_folder)
    assert sorted(path.name for path in data_folder.recordings.iterdir()) == ["a.wav", "b.wav"]
    assert asides(data_folder.data) == ()


def test_nothing_of_a_deleted_answer_stays_aside(store: Store, data_folder: DataFolder, shelf: Shelf) -> None:
    answer = shelf.record("take")
    take = data_folder.recordings / "take.wav"
    take.with_name("renamed.wav").write_bytes(take.read_bytes())
    spoil(take, FindingKind.REPLACED)
    folder = mend(store, data_folder).aside
    assert folder is not None
    (aside,) = asides(data_folder.data)
    assert [moved.answer for moved in aside.contents.moved] == [answer]
    aside.forget({answer: (NOON + timedelta(days=1)).isoformat()})  # another answer's that has its number
    assert len(aside.contents.moved) == 1
    aside.forget({answer: NOON.isoformat()})
    assert asides(data_folder.data) == ()
    assert not folder.exists()


def test_every_remedy_has_a_deed() -> None:
    assert set(module._Mending._deeds) == set(Remedy) - {Remedy.TAKE_IN}


def change(data_folder: DataFolder, sql: str) -> None:
    with closing(sqlite3.connect(data_folder.database)) as db:
        db.execute(sql)
        db.commit()
