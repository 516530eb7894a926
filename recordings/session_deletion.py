"""A session or an answer gone for good: its recordings first, then all that is said of it in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recordings import deletion_journal
from recordings.deletion_journal import Deletion, unfinished_deletions
from recordings.mending.aside import forget_aside
from recordings.take_folder import TakeFolder
from simulator.errors import SimulatorError
from simulator.store.errors import TracesLeft, UnknownRecord
from simulator.store.records import AnswerId, AnswerRecord, SessionId

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from simulator.store.store import Store


def delete_session(store: Store, library: TakeFolder, session: SessionId) -> None:
    """Delete a session with its recordings.

    The files go first: should one of them stay, so does the session, and can be deleted again. Cut off, it is finished
    by `finish_deletion`. Raises `LibraryRefused`, UnknownRecord or another StoreError.
    """
    began_at = store.session(session).started_at
    _carry_out(store, library, _deletion(session, None, began_at, store.answers(session)))


def delete_answer(store: Store, library: TakeFolder, answer: AnswerId) -> None:
    """Delete one answer likewise; its session stays."""
    record = store.answer(answer)
    _carry_out(store, library, _deletion(record.session_id, answer, record.started_at, [record]))


def finish_deletions(store: Store, library: TakeFolder) -> tuple[str, ...]:
    """Finish every deletion that was cut off; why some could not be, each in a sentence."""
    refusals: list[str] = []
    for deletion in unfinished_deletions(store.path.parent):
        try:
            finish_deletion(store, library, deletion)
        except SimulatorError as error:  # the others are finished all the same
            refusals.append(str(error))
    return tuple(dict.fromkeys(refusals))


def finish_deletion(store: Store, library: TakeFolder, deletion: Deletion) -> None:
    """Do what is left of one that was cut off, perhaps only its traces. Raises `LibraryRefused` or a StoreError."""
    if _is_still_there(store, deletion):
        _carry_out(store, library, deletion)
        return
    for name in set(deletion.files).difference(store.file_names()):
        library.delete(name)
    store.mending.clear_traces()
    deletion_journal.end(store.path.parent, deletion)


def _deletion(
    session: SessionId, answer: AnswerId | None, began_at: datetime, records: Sequence[AnswerRecord]
) -> Deletion:
    names = tuple(record.file_name for record in records if record.file_name)
    return Deletion(session, answer, began_at.isoformat(), tuple(record.id for record in records), names)


def _carry_out(store: Store, library: TakeFolder, deletion: Deletion) -> None:
    data = store.path.parent
    deletion_journal.begin(data, deletion)
    try:
        for name in deletion.files:
            library.delete(name)
        forget_aside(data, _began(store, deletion))
        _delete_rows(store, deletion)
    except TracesLeft:
        raise  # they are cleared at the next start
    except SimulatorError:
        deletion_journal.end(data, deletion)
        raise
    deletion_journal.end(data, deletion)


def _began(store: Store, deletion: Deletion) -> dict[AnswerId, str]:
    records = store.answers(deletion.session)
    return {record.id: record.started_at.isoformat() for record in records if record.id in deletion.answers}


def _delete_rows(store: Store, deletion: Deletion) -> None:
    if deletion.answer is None:
        store.delete_session(deletion.session)
    else:
        store.delete_answer(deletion.answer)


def _is_still_there(store: Store, deletion: Deletion) -> bool:
    try:
        kept = store.session(deletion.session) if deletion.answer is None else store.answer(deletion.answer)
    except UnknownRecord:
        return False
    return kept.started_at.isoformat() == deletion.began_at
