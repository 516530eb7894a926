"""The bank is read beside the window, and again whenever a pack of the user's changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from simulator.data_folder import DataFolder
from tests.question_bank.samples import GOOD_PACK, write_pack
from tests.simulator.builders import a_question
from tests.ui.parts import HeardMessages, Told
from ui.workers.bank_watch import BankWatch, LoadedBank
from ui.workers.jobs import Jobs


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    made = DataFolder.find(tmp_path)
    made.prepare()
    return made


@pytest.fixture
def messages() -> HeardMessages:
    return HeardMessages()


@pytest.fixture
def watch(qtbot: QtBot, data_folder: DataFolder, messages: HeardMessages) -> Iterator[BankWatch]:
    own_work = Jobs()
    made = BankWatch(data_folder, own_work, messages, own_work)
    yield made
    made.close()
    own_work.close()


def texts(loaded: LoadedBank, word: str) -> list[str]:
    return [question.text for question in loaded.index.search(word)]


def test_without_packs_of_ones_own_the_bank_at_hand_becomes_searchable(qtbot: QtBot, watch: BankWatch) -> None:
    bank = Bank([a_question(7)])
    with qtbot.waitSignal(watch.loaded) as told:
        watch.begin(bank)
    (loaded,) = told.args
    assert loaded.bank is bank
    assert texts(loaded, "number") == ["What is question number 7?"]


def test_ones_own_packs_are_read_and_followed(qtbot: QtBot, watch: BankWatch, data_folder: DataFolder) -> None:
    path = write_pack(data_folder.packs, GOOD_PACK)
    with qtbot.waitSignal(watch.loaded) as told:
        watch.begin(Bank(()))
    assert "What is a median?" in texts(told.args[0], "median")
    with qtbot.waitSignal(watch.loaded) as told:
        path.write_text(GOOD_PACK.replace("What is a mean?", "What is a zebra?"))
    assert texts(told.args[0], "zebra") == ["What is a zebra?"]
    with qtbot.waitSignal(watch.loaded) as told:  # as editors do it: another file in its place
        write_pack(data_folder.packs, "title: [", "new").replace(path)
    assert [pack.source for pack in told.args[0].bank.broken] == [path]
    with qtbot.waitSignal(watch.loaded) as told:
        path.write_text(GOOD_PACK.replace("What is a mean?", "What is a yak?"))
    assert texts(told.args[0], "yak") == ["What is a yak?"]
    with qtbot.waitSignal(watch.loaded) as told:
        path.unlink()
    assert told.args[0].bank.own == ()


def test_a_change_while_reading_is_read_once_more(qtbot: QtBot, watch: BankWatch) -> None:
    told: list[LoadedBank] = Told(watch.loaded)
    for _ in range(3):
        watch.reload()
    qtbot.waitUntil(lambda: len(told) == 2)


def test_what_cannot_be_read_is_said_and_tried_again(
    qtbot: QtBot, watch: BankWatch, messages: HeardMessages, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Bank, "load", _refuse)
        watch.reload()
        qtbot.waitUntil(lambda: len(messages.told) == 1)
    assert "could not be read" in messages.texts[0]
    with qtbot.waitSignal(watch.loaded):
        watch.reload()


def _refuse(*_arguments: object) -> None:
    raise OSError(5, "Input/output error")


def test_a_pack_that_was_deleted_while_nobody_watched_leaves_no_cache(
    qtbot: QtBot, watch: BankWatch, data_folder: DataFolder
) -> None:
    kept, spoken = data_folder.questions_cache / f"{'0' * 40}.pack.json", data_folder.voice_cache / "asked.wav"
    data_folder.questions_cache.mkdir(exist_ok=True)
    for number in range(100):  # more than there are packs of the program's own
        kept.with_name(f"{number:040}.pack.json").write_text("What is a zebra?")
    spoken.write_bytes(b"RIFF")
    with qtbot.waitSignal(watch.loaded):
        watch.begin(Bank(()))
    assert "zebra" not in "".join(path.read_text() for path in data_folder.questions_cache.iterdir())
    assert not spoken.exists()
