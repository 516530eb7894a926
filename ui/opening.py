"""Opening the library: folders, database and bank; each fault met with words and a way on. Lock: ui.one_instance."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.data_folder import DataFolder
from simulator.leftovers import RESTORE_PLAN, clear_spoken
from simulator.vault.vault_places import VAULT_FILE, is_encrypted

if TYPE_CHECKING:
    from question_bank.bank import Bank
    from simulator.store.store import Store

LIBRARY_MODULES: Final = (
    "simulator.store.store",
    "simulator.voice.voice",
    "simulator.own_packs",
    "simulator.own_work.documents.reading",
    "simulator.own_work.questions.own_questions",
    "simulator.own_work.advertisement.reading",
    "simulator.own_work.job_plan",
    "recordings.transcription.service",
    "recordings.recovery",
    "recordings.strays",
)
"""What is behind the screens and knows no Qt, so that a thread may import it."""
WINDOW_MODULES: Final = (
    "recordings.microphone",
    "ui.player",
    "ui.equipment",
    "ui.places.practise_place",
    "ui.places.interview_place",
    "ui.places.feedback_place",
    "ui.places.history_place",
    "ui.places.review_place",
    "ui.places.progress_place",
    "ui.places.questions_place",
    "ui.places.question_editor_place",
    "ui.errands.question_exchange",
    "ui.places.own_work_place",
    "ui.places.stories_place",
    "ui.places.settings_place",
    "ui.recordings_door",
    "ui.wiring",
)
"""The rest of the program, in portions. The GUI thread imports them: PySide6 makes its types as they are needed."""


@dataclass(frozen=True, slots=True)
class OpenedLibrary:
    """A library that this instance alone may write to. `news` are sentences for the user."""

    data_folder: DataFolder
    store: Store
    bank: Bank
    news: tuple[str, ...] = ()


def open_library(data_folder: DataFolder) -> OpenedLibrary:
    """The library at `data_folder`, its folders prepared, and the program's own questions.

    A damaged database is moved aside, never deleted. Raises `SimulatorError` with a sentence for what cannot be mended.
    """
    store, news = open_store(data_folder)
    return OpenedLibrary(data_folder, store, load_bank(data_folder), news)


def may_be_locked(data_folder: DataFolder) -> bool:
    """Whether somebody has to be asked for a passphrase, perhaps, before the library can be opened."""
    return is_encrypted(data_folder.data) or (data_folder.data / RESTORE_PLAN).exists()


def is_half_encrypted(data_folder: DataFolder) -> bool:
    """Whether encrypting it, or the way back, was begun and is not finished."""
    from recordings.encryption.plan import planned

    return is_encrypted(data_folder.data) and planned(data_folder) is not None


def forget_spoken(data_folder: DataFolder) -> None:
    """Of an encrypted library no question stays on the disk as it was read aloud: some quote the user's CV."""
    if is_encrypted(data_folder.data):
        clear_spoken(data_folder)


def import_library() -> None:
    """Import what a thread may: a third of a second, which the window does not have."""
    for name in LIBRARY_MODULES:
        import_module(name)


def load_bank(data_folder: DataFolder) -> Bank:
    """The program's own questions. The user's packs may be large: they are read later (see ui.workers.bank_watch)."""
    from question_bank.bank import Bank
    from question_bank.kept_packs import KeptPacks

    return Bank.load(load=KeptPacks(data_folder.questions_cache).load)


def open_store(data_folder: DataFolder) -> tuple[Store, tuple[str, ...]]:
    """The history at `data_folder`, and sentences for the user. It belongs to the thread that calls this.

    A damaged database is moved aside, never deleted, and the newest backup of it takes its place. Raises
    `SimulatorError` with a sentence for what cannot be mended.
    """
    from simulator.store.store import Store

    news = (*clear_the_way(data_folder), *look_over(data_folder.database))
    return Store.open_beside(data_folder.database), news


def clear_the_way(data_folder: DataFolder) -> tuple[str, ...]:
    """Finish what an earlier run was at, so that the history can be opened; sentences for the user."""
    from recordings.restoring import finish_restoring
    from simulator.leftovers import remove_leftovers
    from simulator.store.damaged import finish_replacing

    finish_restoring(data_folder)
    forget_spoken(data_folder)
    finish_replacing(data_folder.database)
    _expect_its_vault(data_folder)
    remove_leftovers(data_folder)
    return _without_history(data_folder)


def look_over(database: Path) -> tuple[str, ...]:
    """Have the history checked, begun if there is none, and brought up to date if older; sentences for the user.

    A damaged one is moved aside, never deleted, and the newest backup of it takes its place. All of it is read, which
    takes long if it is: on any thread. Raises as `Store.open`, but not for one that is damaged.
    """
    from simulator.store.errors import DatabaseDamaged
    from simulator.store.store import Store

    try:
        Store.open(database).close()
    except DatabaseDamaged:
        return _begun_anew(database)
    return ()


def _expect_its_vault(data_folder: DataFolder) -> None:
    """Raises VaultDamaged for an encrypted library whose keys are gone: it would look like a damaged one."""
    from recordings.take_file import is_sealed
    from simulator.store.cipher import is_plain
    from simulator.vault.errors import VaultDamaged

    database = data_folder.database
    if is_encrypted(data_folder.data) or not database.exists():
        return
    with suppress(OSError):  # whatever cannot be read is told by whoever needs it
        if not is_plain(database) and any(is_sealed(take) for take in data_folder.recordings.glob("*.wav*")):
            raise VaultDamaged(data_folder.data / VAULT_FILE)


def _begun_anew(database: Path) -> tuple[str, ...]:
    """Put the newest whole backup in place of a damaged history, or else an empty one; what is said of it."""
    from simulator.store.damaged import replace_damaged
    from simulator.store.store import Store
    from ui.words.backup_notice import history_begun_anew, history_from_backup

    aside, made_at = replace_damaged(database)
    news = history_from_backup(aside, made_at) if made_at else history_begun_anew(aside)
    Store.open(database).close()
    return (news,)


def _without_history(data_folder: DataFolder) -> tuple[str, ...]:
    """What is to be said where recordings lie, but no history beside them."""
    from recordings.take_folder import TakeFolder
    from ui.words.stray_words import history_gone

    if data_folder.database.exists() or not TakeFolder(data_folder.recordings).holds_takes():
        return ()
    return (history_gone(data_folder.database),)
