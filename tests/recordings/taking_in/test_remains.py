"""After the program was cut off while it took recordings in, nothing half done is left, and the rest is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recordings.take import TakeWriter
from recordings.take_folder import TakeFolder, TakeState
from recordings.taking_in.remains import clear_up
from simulator.store.records import AnswerStatus
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_plan, a_question
from tests.sound import tone


@pytest.fixture
def library(tmp_path: Path) -> TakeFolder:
    (tmp_path / "recordings").mkdir()
    return TakeFolder(tmp_path / "recordings")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "library.db")
    yield opened
    opened.close()


def write(library: TakeFolder, name: str, *, is_closed: bool) -> None:
    take = TakeWriter.create(library.folder, name)
    take.append(tone(1.0))
    take.close() if is_closed else take._let_go()


def test_what_was_whole_is_kept_and_what_was_not_is_gone_and_named(store: Store, library: TakeFolder) -> None:
    questions = [a_question()] * 3
    session = store.taken_in.begin_session(a_plan(*questions), ("whole.m4a", "half.mp4", "none.mov"), NOON)
    whole = store.taken_in.begin_answer(session, 0, a_question(), "whole.wav", NOON)
    write(library, "whole", is_closed=True)
    store.taken_in.begin_answer(session, 1, a_question(), "half.wav", NOON)
    write(library, "half", is_closed=False)
    assert clear_up(store, library) == ("half.mp4", "none.mov")
    (kept,) = store.answers(session)
    assert (kept.id, kept.status) == (whole, AnswerStatus.SAVED)
    assert library.check("whole.wav", kept.samples or 0, kept.sha256) is TakeState.WHOLE
    assert [path.name for path in library.folder.iterdir()] == ["whole.wav"]
    assert store.session(session).ended_at is not None
    assert clear_up(store, library) == ()


def test_a_session_of_which_nothing_was_whole_goes(store: Store, library: TakeFolder) -> None:
    session = store.taken_in.begin_session(a_plan(), ("half.mp4",), NOON)
    store.taken_in.begin_answer(session, 0, a_question(), "half.wav", NOON)
    assert clear_up(store, library) == ("half.mp4",)
    assert store.sessions() == ()
    assert store.unfinished() == ()


def test_an_interview_that_was_cut_off_is_left_alone(store: Store, library: TakeFolder) -> None:
    session = store.begin_session(a_plan(), NOON)
    answer = store.begin_answer(session, a_question(), 0, 1, "take.wav", NOON)
    write(library, "take", is_closed=False)
    assert clear_up(store, library) == ()
    assert [record.id for record in store.unfinished()] == [answer]
    assert store.session(session).ended_at is None
    assert [path.name for path in library.folder.iterdir()] == ["take.wav.part"]
