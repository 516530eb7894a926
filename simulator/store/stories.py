"""The candidate's stories in the library. What fits which question is `simulator.stories`'."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlite_utils.db import Database

from simulator.store import remains
from simulator.store.backups import BackupFolder
from simulator.store.connection import Connection
from simulator.store.errors import FileError, StoryTracesLeft, UnknownRecord
from simulator.store.records import AnswerId
from simulator.store.remains import value_or
from simulator.store.rows import UNREADABLE, Row, from_json, moment, to_json
from simulator.stories.story import Story, StoryDraft, StoryId

_NEWEST_FIRST: Final = "created_at DESC, id DESC"


class Stories:
    """Kept stories. Every method may raise a StoreError whose text is a sentence for the user.

    A story has a text of its own: deleting the answer it was told in, which goes with its session, leaves the story as
    it is and only drops the link to the sound. Deleting a story is for good: no word of it stays in the library's file.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Story, ...]:
        """Every story, the newest first."""
        with self._connection.reading() as db:
            return tuple(_story_of(row) for row in db.table("stories").rows_where(order_by=_NEWEST_FIRST))

    def count(self) -> int:
        """How many there are."""
        with self._connection.reading() as db:
            return db.table("stories").count

    def story(self, story: StoryId) -> Story:
        """One story. Raises UnknownRecord."""
        with self._connection.reading() as db:
            return _read(db, story)

    def of_answer(self, answer: AnswerId) -> Story | None:
        """The newest story that was told in this answer, None if there is none."""
        with self._connection.reading() as db:
            rows = db.table("stories").rows_where("answer_id = ?", [answer], order_by=_NEWEST_FIRST, limit=1)
            return next((_story_of(row) for row in rows), None)

    def keep(self, draft: StoryDraft, at: datetime) -> Story:
        """Keep a story, durably. Raises UnknownRecord if it was told in an answer that does not exist."""
        with self._connection.writing(durable=True) as db:
            if draft.answer_id is not None and not _has_answer(db, draft.answer_id):
                raise UnknownRecord(f"There is no answer {draft.answer_id}.")
            key = db.table("stories").insert(_columns(draft) | {"created_at": moment(at)}).last_pk
            return _read(db, StoryId(int(str(key))))

    def change(self, story: Story) -> None:
        """Keep, durably, the title, text and tags of a story as they are now. Raises UnknownRecord."""
        with self._connection.writing(durable=True) as db:
            _read(db, story.id)
            columns = {"title": story.title, "text": story.text, "tags": to_json(story.tags)}
            db.table("stories").update(story.id, columns)

    def use(self, story: StoryId, at: datetime) -> None:
        """Note that a story was looked up at a question. Raises UnknownRecord."""
        with self._connection.writing() as db:
            _read(db, story)
            db.table("stories").update(story, {"last_used_at": moment(at)})

    def delete(self, story: StoryId) -> Story:
        """Remove a story for good, and return it so that this may be undone.

        Raises UnknownRecord; StoryTracesLeft once the story is gone but the journal could not be cleared of it.
        """
        with self._connection.writing(durable=True) as db:
            gone = _read(db, story)
            db.table("stories").delete(story)
        try:
            self._connection.empty_journal()
            BackupFolder.beside(self._connection.path).forget_all()
        except FileError as error:
            raise StoryTracesLeft(self._connection.path) from error
        return gone

    def put_back(self, story: Story) -> Story:
        """Undo `delete`, durably: the same story under the same id, without its answer if that is gone by now."""
        with self._connection.writing(durable=True) as db:
            if story.answer_id is not None and not _has_answer(db, story.answer_id):
                story = replace(story, answer_id=None)
            used_at = story.last_used_at
            moments = {"created_at": moment(story.created_at), "last_used_at": used_at and moment(used_at)}
            db.table("stories").insert({"id": story.id} | _columns(story) | moments, replace=True)
            return _read(db, story.id)


def _columns(story: Story | StoryDraft) -> dict[str, object]:
    return {"answer_id": story.answer_id, "title": story.title, "tags": to_json(story.tags), "text": story.text}


def _has_answer(db: Database, answer: AnswerId) -> bool:
    return db.table("answers").count_where("id = ?", [answer]) == 1


def _read(db: Database, story: StoryId) -> Story:
    rows = list(db.table("stories").rows_where("id = ?", [story]))
    if not rows:
        raise UnknownRecord(f"There is no story {story}.")
    return _story_of(rows[0])


def _story_of(row: Row) -> Story:
    """A row of `stories`, or what can still be read of it."""
    try:
        return _whole_story(row)
    except UNREADABLE:
        text = value_or(lambda: remains.text(row["text"]), "")
        return Story(StoryId(row["id"]), "This story cannot be read", text, (), remains.EPOCH)


def _whole_story(row: Row) -> Story:
    return Story(
        id=StoryId(row["id"]),
        title=remains.text(row["title"]),
        text=remains.text(row["text"]),
        tags=from_json(row["tags"], tuple[str, ...]),
        created_at=remains.moment_in(row["created_at"]),
        answer_id=None if row["answer_id"] is None else AnswerId(row["answer_id"]),
        last_used_at=remains.moment_in(row["last_used_at"]) if row["last_used_at"] else None,
    )
