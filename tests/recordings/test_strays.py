"""Recordings that no answer names: which they are, what was one interview, and what a failure half-way leaves."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recordings.errors import LibraryRefused, TakeBroken
from recordings.recovery import find_unfinished
from recordings.strays import Stray, find_strays, sittings_of, take_in
from recordings.take import TakeWriter
from simulator.store.records import AnswerStatus
from simulator.store.store import Store
from simulator.unknown_question import UNKNOWN_QUESTION
from tests.simulator.store.builders import NOON, a_question, add_session
from tests.sound import tone

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "library.db")
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "recordings"
    made.mkdir()
    return made


def add(folder: Path, name: str, at: datetime = MORNING, *, is_closed: bool = True) -> None:
    take = TakeWriter.create(folder, name)
    take.append(tone(1.0))
    take.close() if is_closed else take._file.close()
    os.utime(folder / f"{name}.wav{'' if is_closed else '.part'}", (at.timestamp(), at.timestamp()))


def test_only_what_nobody_names_is_found(store: Store, folder: Path) -> None:
    add(folder, "named")
    add(folder, "stray", is_closed=False)
    answer = store.begin_answer(add_session(store), a_question(), 0, 1, "named.wav", NOON)
    store.answer_saved(answer, 16_000, 32_044, "c0ffee")
    (found,) = find_strays(folder, store)
    assert found == Stray(folder / "stray.wav.part", 16_000, MORNING)
    assert found.began_at == MORNING - timedelta(seconds=1)
    with pytest.raises(LibraryRefused, match="cannot be read"):
        find_strays(folder / "gone", store)


def test_an_hour_parts_two_sittings(store: Store, folder: Path) -> None:
    for number, minutes in enumerate((0, 50, 112)):
        add(folder, f"take-{number}", MORNING + timedelta(minutes=minutes))
    found = find_strays(folder, store)
    assert [len(sitting) for sitting in sittings_of(found)] == [2, 1]
    assert sittings_of(()) == ()


def test_what_fails_half_way_keeps_its_row(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(folder, "fine", is_closed=False)
    add(folder, "stubborn", MORNING + timedelta(minutes=1), is_closed=False)
    found = find_strays(folder, store)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name.startswith("stubborn"):
            raise OSError(5, "Input/output error")
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        with pytest.raises(TakeBroken, match="left as it is"):
            take_in(store, found)
    (session,) = store.sessions()
    fine, stubborn = store.answers(session.id)
    assert (fine.status, fine.question) == (AnswerStatus.SAVED, UNKNOWN_QUESTION)
    assert stubborn.status is AnswerStatus.RECORDING
    assert [take.file_name for take in find_unfinished(folder)] == ["stubborn.wav"]
    assert find_strays(folder, store) == ()
