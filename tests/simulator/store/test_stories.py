"""Stories are kept, changed and deleted each for itself, and outlast the answer they were told in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from simulator.store.errors import StoryTracesLeft, UnknownRecord
from simulator.store.records import AnswerId
from simulator.store.store import Store
from simulator.stories.story import Story, StoryDraft, StoryId
from tests.simulator.store.builders import NOON, a_report, add_judged, add_session

MARKER = "xylophonquartz"
HOUR = timedelta(hours=1)
DRAFT = StoryDraft("The index I dropped", "I dropped the wrong index. We restored it in an hour.", ("failure",))


def told(store: Store) -> tuple[AnswerId, Story]:
    """A story kept from an answer."""
    answer = add_judged(store, add_session(store), a_report())
    return answer, store.stories.keep(replace(DRAFT, answer_id=answer), NOON)


def test_a_story_is_there_the_next_time(store: Store, path: Path) -> None:
    answer, kept = told(store)
    assert kept == Story(kept.id, DRAFT.title, DRAFT.text, ("failure",), NOON, answer, None)
    store.close()
    again = Store.open(path)
    assert again.stories.all() == (kept,)
    assert again.stories.story(kept.id) == kept
    again.close()


def test_the_newest_comes_first(store: Store) -> None:
    first, third = store.stories.keep(DRAFT, NOON), store.stories.keep(DRAFT, NOON + 2 * HOUR)
    second = store.stories.keep(DRAFT, NOON + HOUR)
    assert [story.id for story in store.stories.all()] == [third.id, second.id, first.id]
    assert store.stories.count() == 3


def test_a_story_is_found_by_its_answer(store: Store) -> None:
    answer, kept = told(store)
    assert store.stories.of_answer(answer) == kept
    assert store.stories.of_answer(AnswerId(answer + 1)) is None


def test_title_text_and_tags_may_be_changed(store: Store) -> None:
    answer, kept = told(store)
    other = store.stories.keep(DRAFT, NOON)
    changed = replace(kept, title="Lost index", text="It was mine.", tags=("failure", "learning"))
    store.stories.change(changed)
    assert store.stories.story(kept.id) == changed
    assert store.stories.story(other.id) == other
    assert store.stories.of_answer(answer) == changed


def test_when_it_was_last_used_comes_back_in_utc(store: Store) -> None:
    kept = store.stories.keep(DRAFT, NOON)
    store.stories.use(kept.id, datetime(2026, 3, 2, 9, 0, tzinfo=timezone(HOUR)))
    assert store.stories.story(kept.id) == replace(kept, last_used_at=NOON + 20 * HOUR)


def test_deleting_the_answer_keeps_the_story_without_its_sound(store: Store) -> None:
    answer, kept = told(store)
    store.delete_session(store.answer(answer).session_id)
    assert store.stories.all() == (replace(kept, answer_id=None),)
    assert store.stories.of_answer(answer) is None


def test_a_deleted_story_is_gone_and_its_answer_stays(store: Store) -> None:
    answer, kept = told(store)
    other = store.stories.keep(DRAFT, NOON)
    assert store.stories.delete(kept.id) == kept
    assert store.stories.all() == (other,)
    assert store.answer(answer).report is not None


def test_no_word_of_a_deleted_story_stays(store: Store, path: Path) -> None:
    text = f"I kept calm. {MARKER} " * 400
    kept = store.stories.keep(StoryDraft(f"On {MARKER}", text, (MARKER,)), NOON)
    store.stories.change(replace(kept, title="Another"))
    store.stories.delete(kept.id)
    assert [file.name for file in path.parent.iterdir() if MARKER.encode() in file.read_bytes()] == []


def test_a_reader_is_said_to_keep_traces(store: Store, path: Path) -> None:
    kept = store.stories.keep(DRAFT, NOON)
    store._connection._db.execute("PRAGMA busy_timeout = 50").close()
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM stories").fetchone() == (1,)
        with pytest.raises(StoryTracesLeft, match="The story has been deleted"):
            store.stories.delete(kept.id)
    assert store.stories.all() == ()


def test_deleting_is_undone(store: Store) -> None:
    _, kept = told(store)
    store.stories.use(kept.id, NOON + HOUR)
    gone = store.stories.delete(kept.id)
    assert store.stories.put_back(gone) == gone
    assert store.stories.all() == (gone,)


def test_undone_after_the_answer_went_it_has_no_sound(store: Store) -> None:
    answer, kept = told(store)
    gone = store.stories.delete(kept.id)
    store.delete_session(store.answer(answer).session_id)
    assert store.stories.put_back(gone) == replace(kept, answer_id=None)


def test_what_is_not_there_changes_nothing(store: Store) -> None:
    kept = store.stories.keep(DRAFT, NOON)
    nobody = StoryId(kept.id + 1)
    with pytest.raises(UnknownRecord):
        store.stories.keep(replace(DRAFT, answer_id=AnswerId(9)), NOON)
    with pytest.raises(UnknownRecord):
        store.stories.change(replace(kept, id=nobody))
    with pytest.raises(UnknownRecord):
        store.stories.use(nobody, NOON)
    with pytest.raises(UnknownRecord):
        store.stories.delete(nobody)
    with pytest.raises(UnknownRecord):
        store.stories.story(nobody)
    assert store.stories.all() == (kept,)


def test_a_moment_needs_its_zone(store: Store) -> None:
    with pytest.raises(ValueError, match="zone"):
        store.stories.keep(DRAFT, datetime(2026, 3, 1, 12, 0))  # noqa: DTZ001 - that it has none is the point
    assert store.stories.count() == 0
