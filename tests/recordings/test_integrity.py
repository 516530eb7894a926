"""Everything that can be wrong with recordings is found, and looking at it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recordings import integrity as stocktaking
from recordings.integrity import take_stock
from recordings.take import TakeWriter
from recordings.take_folder import TakeFolder, TakeState
from simulator.store.records import AnswerId
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, add_session
from tests.sound import tone


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "library.db")
    yield opened
    opened.close()


@pytest.fixture
def library(tmp_path: Path) -> TakeFolder:
    folder = tmp_path / "recordings"
    folder.mkdir()
    return TakeFolder(folder)


def record(store: Store, library: TakeFolder, name: str) -> AnswerId:
    """An interview of one recorded answer."""
    answer = store.begin_answer(add_session(store), a_question(), 0, 1, f"{name}.wav", NOON)
    take = TakeWriter.create(library.folder, name)
    take.append(tone(0.5))
    whole = take.close()
    store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
    return answer


def test_a_sound_library_of_many_pages(store: Store, library: TakeFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stocktaking, "_PAGE", 2)
    for number in range(5):
        record(store, library, f"take-{number}")
    typed = store.begin_answer(add_session(store), a_question(), 0, 1, "", NOON)
    store.answer_saved(typed, 0, 0, "")
    stock = take_stock(store, library)
    assert stock.is_sound
    assert (stock.sessions, stock.recordings, stock.unfinished) == (6, 5, 0)


def test_each_fault_is_told_apart(store: Store, library: TakeFolder) -> None:
    answers = {name: record(store, library, name) for name in ("fine", "missing", "cut", "other")}
    (library.folder / "missing.wav").unlink()
    cut, other = library.folder / "cut.wav", library.folder / "other.wav"
    cut.write_bytes(cut.read_bytes()[:-2])
    content = bytearray(other.read_bytes())
    content[-1] ^= 1
    other.write_bytes(content)
    (library.folder / "nobody.wav").write_bytes(b"RIFF")
    before = {path.name: path.read_bytes() for path in library.folder.iterdir()}

    stock = take_stock(store, library)

    assert not stock.is_sound
    assert {one.answer: one.state for one in stock.broken} == {
        answers["missing"]: TakeState.MISSING,
        answers["cut"]: TakeState.TRUNCATED,
        answers["other"]: TakeState.REPLACED,
    }
    assert stock.orphans == ("nobody.wav",)
    assert {path.name: path.read_bytes() for path in library.folder.iterdir()} == before


def test_an_answer_that_was_cut_off_is_no_fault(store: Store, library: TakeFolder) -> None:
    store.begin_answer(add_session(store), a_question(), 0, 1, "cut-off.wav", NOON)
    stock = take_stock(store, library)
    assert stock.is_sound
    assert stock.unfinished == 1


def test_a_take_that_was_cut_off_and_has_no_row_is_a_fault(store: Store, library: TakeFolder) -> None:
    take = TakeWriter.create(library.folder, "stray")
    take.append(tone(0.5))
    take._file.close()  # the program was cut off
    stock = take_stock(store, library)
    assert not stock.is_sound
    assert stock.stray_parts == ("stray.wav.part",)
