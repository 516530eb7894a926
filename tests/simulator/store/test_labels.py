"""Names, tags and stars: kept, tidied, and gone with what they are of."""

from __future__ import annotations

import pytest

from simulator.store.errors import UnknownRecord
from simulator.store.history_view import LONGEST_NAME, MOST_TAGS
from simulator.store.records import AnswerId, SessionId
from simulator.store.store import Store
from tests.simulator.store.builders import add_saved, add_session


def test_a_session_keeps_name_tags_and_star(store: Store) -> None:
    session = add_session(store)
    store.labels.name(session, "  Acme,   final round ")
    store.labels.tag(session, ["acme", " second  try ", "", "acme"])
    store.labels.star(session, is_on=True)
    summary = store.session(session)
    assert (summary.name, summary.tags, summary.is_starred) == ("Acme, final round", ("acme", "second try"), True)
    store.labels.name(session, "")
    store.labels.tag(session, [])
    store.labels.star(session, is_on=False)
    summary = store.session(session)
    assert (summary.name, summary.tags, summary.is_starred) == ("", (), False)


def test_too_much_is_cut(store: Store) -> None:
    session = add_session(store)
    store.labels.name(session, "a" * 500)
    store.labels.tag(session, map(str, range(100)))
    summary = store.session(session)
    assert (len(summary.name), len(summary.tags)) == (LONGEST_NAME, MOST_TAGS)


def test_what_there_is_not_takes_no_label(store: Store) -> None:
    with pytest.raises(UnknownRecord):
        store.labels.name(SessionId(9), "Acme")
    with pytest.raises(UnknownRecord):
        store.labels.star_answer(AnswerId(9), is_on=True)


def test_they_go_with_the_session(store: Store) -> None:
    session = add_session(store)
    answer = add_saved(store, session)
    store.labels.name(session, "Acme")
    for _ in range(2):
        store.labels.star_answer(answer, is_on=True)
    store.delete_session(session)
    with store._connection.reading() as db:
        assert db.table("session_labels").count == db.table("answer_stars").count == 0
