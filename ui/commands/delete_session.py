"""`viva-voce sessions delete`: interviews gone for good, once the user is sure."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from recordings.session_deletion import delete_session, finish_deletions
from recordings.take_folder import TakeFolder
from simulator.data_folder import DataFolder
from simulator.errors import SimulatorError
from simulator.store.deletion import copies_beside
from simulator.store.records import SessionId
from ui.commands.output import ask, complain, say
from ui.one_instance import alone
from ui.words.deletion_notice import DELETED, FOR_GOOD, NOBODY_TO_ASK, NOTHING_DELETED, copies_left, what_goes

if TYPE_CHECKING:
    from simulator.store.store import Store

_WRONG_USAGE: Final = 2


def delete_sessions(data_folder: DataFolder, numbers: Sequence[int], *, is_sure: bool) -> int:
    """Delete these interviews; if one is unknown, none. 1 if something stays, which is told. Raises StoreError."""
    from simulator.store.store import Store

    if not is_sure and not sys.stdin.isatty():
        complain(NOBODY_TO_ASK)
        return _WRONG_USAGE
    with alone(data_folder):
        store = Store.open(data_folder.database)
        try:
            return _delete(
                data_folder, store, [SessionId(number) for number in dict.fromkeys(numbers)], is_sure=is_sure
            )
        finally:
            store.close()


def _delete(data_folder: DataFolder, store: Store, sessions: Sequence[SessionId], *, is_sure: bool) -> int:
    for line in [f"{one}  {what_goes(store.session(one), store.answers(one))}" for one in sessions]:
        say(line)
    if not is_sure and not _wants_it():
        say(NOTHING_DELETED)
        return 0
    library = TakeFolder(data_folder.recordings)
    refusals = list(finish_deletions(store, library))  # what was cut off before
    for session in sessions:
        try:
            delete_session(store, library, session)
        except SimulatorError as error:
            refusals.append(f"{session}  {error}")
    for refusal in refusals:
        complain(refusal)
    if refusals:
        return 1
    say(DELETED)
    if left := copies_left(copies_beside(data_folder.database)):
        say(left)
    return 0


def _wants_it() -> bool:
    return ask(f"{FOR_GOOD} [y/N] ").strip().lower() in ("y", "yes")
