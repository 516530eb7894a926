"""What is left when the program was cut off while it took recordings in: nothing half done stays."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from recordings.recovery import read_finished

if TYPE_CHECKING:
    from recordings.take_folder import TakeFolder
    from simulator.store.store import Store
    from simulator.store.taken_in import Unfinished


def clear_up(store: Store, library: TakeFolder) -> tuple[str, ...]:
    """Keep what was whole by then, remove the rest, and give the names of the files that are not taken in.

    Their originals were only read. Raises a StoreError or a `RecordingError`; what is left then is cleared up by the
    next call.
    """
    names = [one.source_name for one in store.taken_in.unfinished() if not _is_kept(store, library, one)]
    for session in store.taken_in.open_sessions():
        store.taken_in.close_session(session, datetime.now(UTC))
    return tuple(names)


def _is_kept(store: Store, library: TakeFolder, one: Unfinished) -> bool:
    """Whether its take was closed, and only the figures were not in the library yet; else it is removed."""
    if one.answer_id is not None and one.file_name is not None:
        path = library.path_of(one.file_name)
        if path.is_file():
            whole = read_finished(path)
            store.answer_saved(one.answer_id, whole.samples, whole.byte_count, whole.sha256)
            return True
        library.delete(one.file_name)
    store.taken_in.leave_out(one.session_id, {one.position})
    return False
