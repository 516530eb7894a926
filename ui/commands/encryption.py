"""`viva-voce sessions encrypt`, `decrypt` and `passphrase`: the library encrypted, plain again, with other keys."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from simulator.data_folder import DataFolder
from simulator.errors import SimulatorError
from simulator.vault.errors import VaultLocked
from simulator.vault.vault_file import read_vault, write_vault
from simulator.vault.vault_places import is_encrypted
from ui.commands.output import complain, progress_line, say
from ui.commands.unlocking import ENVIRONMENT_VARIABLE, asked, can_ask, opened
from ui.one_instance import alone
from ui.words.backup_notice import share_line
from ui.words.encryption import (
    ALREADY,
    KEY_CHANGED,
    LEAST_CHARACTERS,
    NO_WAY_BACK,
    NOT_ENCRYPTED,
    NOT_REMEMBERED,
    NOT_THE_SAME,
    OLD_TRACES,
    RECOVERY_KEY,
    RECOVERY_KEY_CHANGED,
    TOO_SHORT,
    WHAT_STAYS,
    changed_line,
)

if TYPE_CHECKING:
    from recordings.encryption.migration import Changed
    from simulator.vault.header import VaultHeader
    from simulator.vault.keys import VaultKey

_WRONG_USAGE: Final = 2
NOBODY_TO_ASK: Final = f"A passphrase cannot be typed here: set it in {ENVIRONMENT_VARIABLE}."


class NotUsable(SimulatorError):
    """What was typed cannot be a passphrase."""


def encrypt_library(data_folder: DataFolder, *, is_remembered: bool) -> int:
    """Encrypt it with a passphrase that is asked for; what was cut off is gone on with. Raises SimulatorError."""
    from recordings.encryption.migration import begin_encrypting, pending
    from recordings.encryption.plan import Direction, write_plan
    from recordings.restoring import finish_restoring

    data_folder.prepare()
    with alone(data_folder, or_empty=True):
        finish_restoring(data_folder)
        if is_encrypted(data_folder.data):
            if pending(data_folder) is None:
                complain(ALREADY)
                return 1
            write_plan(data_folder, Direction.ENCRYPT)
            return _gone_on_with(data_folder)
        if not can_ask() and not os.environ.get(ENVIRONMENT_VARIABLE):
            complain(NOBODY_TO_ASK)
            return _WRONG_USAGE
        say(f"{NO_WAY_BACK} {WHAT_STAYS}")
        key, header, recovery_key = _new_vault(_new_passphrase())
        _show_recovery_key(recovery_key)
        begin_encrypting(data_folder, header, key)
        code = _gone_on_with(data_folder)
        say(OLD_TRACES)
        if is_remembered:
            _remember(key)
        return code


def decrypt_library(data_folder: DataFolder) -> int:
    """Store it as plain files again. Raises SimulatorError."""
    from recordings.encryption.migration import begin_decrypting
    from simulator.vault.system_keyring import forget

    if not is_encrypted(data_folder.data):
        complain(NOT_ENCRYPTED)
        return 1
    with alone(data_folder, or_empty=True):
        header = read_vault(data_folder.data)
        begin_decrypting(data_folder)
        code = _gone_on_with(data_folder)
        forget(header.vault_id)
        return code


def change_passphrase(data_folder: DataFolder, *, makes_recovery_key: bool, by_recovery_key: bool) -> int:
    """Wrap the key anew: by another passphrase, or by a new recovery key that is shown. Raises SimulatorError."""
    from simulator.vault.header import with_passphrase, with_recovery_key
    from simulator.vault.recovery_key import new_recovery_key

    if not is_encrypted(data_folder.data):
        complain(NOT_ENCRYPTED)
        return 1
    if not can_ask():
        complain("Change the passphrase in a terminal, where you can type it.")
        return _WRONG_USAGE
    header = read_vault(data_folder.data)
    key = _opened_by_recovery_key(header) if by_recovery_key else opened(data_folder.data, header)
    if makes_recovery_key:
        recovery_key = new_recovery_key()
        write_vault(data_folder.data, with_recovery_key(header, key, recovery_key))
        say(f"{RECOVERY_KEY_CHANGED}\n\n    {recovery_key}\n")
        return 0
    write_vault(data_folder.data, with_passphrase(header, key, _typed_twice()))
    say(KEY_CHANGED)
    return 0


def _opened_by_recovery_key(header: VaultHeader) -> VaultKey:
    from simulator.vault.header import opened_by_recovery_key

    return opened_by_recovery_key(header, asked("Recovery key: "))


def _new_vault(passphrase: str) -> tuple[VaultKey, VaultHeader, str]:
    from simulator.vault.header import header_for
    from simulator.vault.keys import new_key
    from simulator.vault.recovery_key import new_recovery_key

    key, recovery_key = new_key(), new_recovery_key()
    return key, header_for(key, passphrase, recovery_key), recovery_key


def _new_passphrase() -> str:
    given = os.environ.get(ENVIRONMENT_VARIABLE)
    if given is None or can_ask():
        return _typed_twice()
    if len(given) < LEAST_CHARACTERS:
        raise NotUsable(TOO_SHORT)
    return given


def _typed_twice() -> str:
    typed = asked("New passphrase: ")
    if len(typed) < LEAST_CHARACTERS:
        raise NotUsable(TOO_SHORT)
    if asked("The same again: ") != typed:
        raise NotUsable(NOT_THE_SAME)
    return typed


def _show_recovery_key(recovery_key: str) -> None:
    say(f"{RECOVERY_KEY}\n\n    {recovery_key}\n")


def _remember(key: VaultKey) -> None:
    from simulator.vault.system_keyring import remember

    if not remember(key):
        complain(NOT_REMEMBERED)


def _gone_on_with(data_folder: DataFolder) -> int:
    from recordings.encryption.migration import go_on

    with progress_line() as line:
        changed: Changed | None = go_on(data_folder, lambda done, whole: line.show(share_line(done, max(1, whole))))
    if changed is None:
        raise VaultLocked(data_folder.data)
    say(changed_line(changed))
    return 0
