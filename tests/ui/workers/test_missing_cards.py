"""A library from before the schedule: its answers become due, one turn of the loop after another."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlite_utils.db import Database

from simulator.data_folder import DataFolder
from simulator.store.errors import StoreError
from simulator.store.store import Store
from tests.simulator.store.builders import a_question, a_report, add_judged, add_saved, add_session
from tests.ui.parts import HeardMessages, Told
from ui.workers.jobs import Jobs
from ui.workers.missing_cards import MissingCards

NEVER = datetime(2100, 1, 1, tzinfo=UTC)
NAMES = ("dropout", "momentum", "entropy")


@pytest.fixture
def older(tmp_path: Path) -> DataFolder:
    """Three judged answers without a card, beside one that has no report."""
    data_folder = DataFolder.find(tmp_path)
    data_folder.prepare()
    store = Store.open(data_folder.database)
    for name in NAMES:
        add_judged(store, add_session(store), a_report(), a_question(name))
    add_saved(store, add_session(store), a_question("unheard"))
    store.close()
    with closing(Database(data_folder.database, execute_plugins=False)) as db, db.atomic():
        db.execute("DELETE FROM reviews")
        db.execute("DELETE FROM cards")
    return data_folder


@pytest.fixture
def store(older: DataFolder) -> Store:
    return Store.open(older.database)


def test_every_kept_report_makes_its_question_due(qtbot: QtBot, store: Store) -> None:
    own_work, messages = Jobs(), HeardMessages()
    missing_cards = MissingCards(store, own_work, messages)
    assert store.cards.due(NEVER) == ()
    with qtbot.waitSignal(missing_cards.finished):
        missing_cards.start()
    assert set(store.cards.due(NEVER)) == set(NAMES)
    assert store.cards.unreviewed() == ()
    own_work.close()
    store.close()


def test_what_is_known_is_not_reviewed_again(qtbot: QtBot, store: Store) -> None:
    own_work, messages = Jobs(), HeardMessages()
    missing_cards = MissingCards(store, own_work, messages)
    finished = Told(missing_cards.finished)
    missing_cards.start()
    qtbot.waitUntil(lambda: len(finished) == 1)
    before = [store.cards.card(name) for name in NAMES]
    missing_cards.start()
    missing_cards.start()
    assert [store.cards.card(name) for name in NAMES] == before
    assert [card.review_count for card in before if card is not None] == [1, 1, 1]
    assert len(finished) == 1
    own_work.close()
    store.close()


def test_a_follow_up_is_left_alone(store: Store) -> None:
    session = add_session(store)
    answer = store.begin_answer(session, a_question("dropout/1"), 0, 1, "f.wav", datetime.now(UTC), 1)
    store.answer_saved(answer, 1, 46, "c0ffee")
    store.keep_report(answer, a_report())
    assert answer not in store.cards.unreviewed()
    store.close()


def test_a_library_that_refuses_is_told_and_the_rest_waits(
    qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_answer: object) -> None:
        raise StoreError("The disk is full.")

    own_work, messages = Jobs(), HeardMessages()
    missing_cards = MissingCards(store, own_work, messages)
    monkeypatch.setattr(store.cards, "review_kept", refuse)
    missing_cards.start()
    qtbot.waitUntil(lambda: messages.texts == ["The disk is full."])
    assert len(store.cards.unreviewed()) == 3
    own_work.close()
    store.close()
