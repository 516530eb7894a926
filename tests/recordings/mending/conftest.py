"""A library in a folder of its own, and a temporary folder that nobody else uses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recordings.take import TakeWriter
from simulator.data_folder import DataFolder
from simulator.store.records import AnswerId
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, a_transcript, add_session
from tests.sound import tone


@pytest.fixture
def data_folder(tmp_path: Path, temporary: Path) -> DataFolder:
    del temporary
    folder = DataFolder.find(tmp_path / "data")
    folder.prepare()
    return folder


@pytest.fixture
def store(data_folder: DataFolder) -> Iterator[Store]:
    opened = Store.open(data_folder.database)
    yield opened
    opened.close()


class Shelf:
    """Recorded answers, whole or not."""

    def __init__(self, store: Store, data_folder: DataFolder) -> None:
        self.store = store
        self.folder = data_folder.recordings

    def write(self, name: str, seconds: float = 0.5, *, is_closed: bool = True) -> Path:
        """A take of which no row knows."""
        take = TakeWriter.create(self.folder, name)
        take.append(tone(seconds))
        if is_closed:
            return take.close().path
        take._file.close()  # the program was cut off
        return self.folder / f"{name}.wav.part"

    def record(self, name: str, seconds: float = 0.5, *, has_words: bool = True) -> AnswerId:
        """An interview of one recorded answer."""
        answer = self.store.begin_answer(add_session(self.store), a_question(), 0, 1, f"{name}.wav", NOON)
        take = TakeWriter.create(self.folder, name)
        take.append(tone(seconds))
        whole = take.close()
        self.store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
        if has_words:
            self.store.keep_transcript(answer, a_transcript())
        return answer

    def begin(self, name: str) -> AnswerId:
        """An answer that is marked as being recorded."""
        return self.store.begin_answer(add_session(self.store), a_question(), 0, 1, name, NOON)


@pytest.fixture
def shelf(store: Store, data_folder: DataFolder) -> Shelf:
    return Shelf(store, data_folder)
