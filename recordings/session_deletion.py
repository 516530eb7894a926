"""A session gone for good: its recordings from the folder, then all that is said of it from the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recordings.take_folder import TakeFolder

if TYPE_CHECKING:
    from simulator.store.records import SessionId
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
