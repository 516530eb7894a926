"""What deleting does when something stands in its way; that no word stays is shown in test_store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.store.deletion import copies_beside
from simulator.store.errors import TracesLeft, UnknownRecord
from simulator.store.records import SessionId
from simulator.store.store import Store
from tests.simulator.store.builders import a_report, a_transcript, add_judged, add_session

MARKER = "xylophonquartz"


def test_a_reader_is_said_to_keep_traces_and_the_next_deletion_clears_them(store: Store, path: Path) -> None:
    gone, other = add_session(store), add_session(store)
    add_judged(store, gone, a_report(a_transcript(f"we tried {MARKER}")))
    store._connection._db.execute("PRAGMA busy_timeout = 50").close()
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM answers").fetchone() == (1,)
        with pytest.raises(TracesLeft, match=r"^It has been deleted, .* until Viva Voce is next started"):
            store.delete_session(gone)
    assert [summary.id for summary in store.sessions()] == [other]
    store.delete_session(other)
    assert [file.name for file in path.parent.iterdir() if MARKER[:8].encode() in file.read_bytes()] == []


def test_an_unknown_session_changes_nothing(store: Store) -> None:
    session = add_session(store)
    with pytest.raises(UnknownRecord):
        store.delete_session(SessionId(99))
    assert [summary.id for summary in store.sessions()] == [session]


def test_a_deleted_answer_leaves_no_word_behind(store: Store, path: Path) -> None:
    session = add_session(store)
    kept = add_judged(store, session, a_report(a_transcript("we like marzipan")))
    gone = add_judged(store, session, a_report(a_transcript(f"we tried {MARKER}")), position=1)
    store.set_note(gone, f"never {MARKER} again")
    assert store.delete_answer(gone) == (f"{session}-1-1.wav",)
    assert [record.id for record in store.answers(session)] == [kept]
    assert store.session(session).answer_count == 1
    assert [file.name for file in path.parent.iterdir() if MARKER[:8].encode() in file.read_bytes().lower()] == []
    assert store.search_answers("marzipan")
    assert store.faults() == ()
    with pytest.raises(UnknownRecord):
        store.delete_answer(gone)


def test_many_parts_of_the_index_are_merged(store: Store, path: Path) -> None:
    gone = add_judged(store, add_session(store), a_report(a_transcript(f"we tried {MARKER}")))
    for number in range(40):
        add_judged(store, add_session(store), a_report(a_transcript(" ".join(f"w{number}x{one}" for one in range(60)))))
    store.delete_answer(gone)
    assert [file.name for file in path.parent.iterdir() if MARKER[:8].encode() in file.read_bytes().lower()] == []
    assert len(store.search_answers("w39x59")) == 1


def test_copies_of_the_library_are_listed(path: Path) -> None:
    names = ("library-before-0005_x.db", "library-damaged-20260301T120000000000Z.db")
    for name in (*names, "library-of-birds.db", "settings.json"):
        (path.parent / name).touch()
    assert [copy.name for copy in copies_beside(path.with_name("library.db"))] == list(names)


def test_a_mending_that_took_no_file_away_is_no_copy(path: Path) -> None:
    for name in ("mended-20260301T120000000000Z", "mended-20260302T120000000000Z"):
        (path.parent / name).mkdir()
        (path.parent / name / "mended.json").touch()
    (path.parent / name / "1-take.wav").touch()
    assert [copy.name for copy in copies_beside(path)] == [name]
