"""A session or an answer gone for good: its recordings first, then all that is said of it in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recordings.take_folder import TakeFolder

if TYPE_CHECKING:
    from simulator.store.records import AnswerId, SessionId
    from simulator.store.store import Store


def delete_session(store: Store, library: TakeFolder, session: SessionId) -> None:
    """Delete a session with its recordings.

    The files go first: should one of them stay, so does the session, and can be deleted again. Raises `LibraryRefused`,
    UnknownRecord or another StoreError.
    """
    store.session(session)
    for record in store.answers(session):
        if record.file_name:
            library.delete(record.file_name)
    store.delete_session(session)


def delete_answer(store: Store, library: TakeFolder, answer: AnswerId) -> None:
    """Delete one answer likewise; its session stays."""
    record = store.answer(answer)
    if record.file_name:
        library.delete(record.file_name)
    store.delete_answer(answer)
