"""Stars and hidden questions are kept by id, each for itself."""

from __future__ import annotations

from pathlib import Path

from simulator.store.store import Store


def test_a_star_and_a_hidden_question_are_two_things(store: Store) -> None:
    store.marks.star("one", is_on=True)
    store.marks.hide("one", is_on=True)
    store.marks.hide("two", is_on=True)
    store.marks.star("one", is_on=False)
    assert store.marks.starred_ids() == frozenset()
    assert store.marks.hidden_ids() == {"one", "two"}
    store.marks.hide("one", is_on=False)
    assert store.marks.hidden_ids() == {"two"}


def test_marks_are_there_the_next_time(store: Store, path: Path) -> None:
    store.marks.star("one", is_on=True)
    store.close()
    again = Store.open(path)
    assert again.marks.starred_ids() == {"one"}
    again.close()
