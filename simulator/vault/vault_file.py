"""`vault.json`: a library's wrapped keys. It lies in the data folder, and once more beside the recordings.

Without it nothing can be opened any more, so it is written whole or not at all, and its copy stands in for it. What it
holds is of no use to anybody who has neither the passphrase nor the recovery key.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.folder_sync import sync_folder
from simulator.private_file import replace_file
from simulator.vault.errors import VaultDamaged, VaultNotWritten
from simulator.vault.vault_places import VAULT_FILE, header_at, is_encrypted, vault_places

if TYPE_CHECKING:
    from simulator.vault.header import VaultHeader

_KEPT_APART: Final = "vault-kept.json"


def read_vault(data: Path) -> VaultHeader:
    """The vault of the library in this data folder; its copy where it is missing or spoilt. Raises VaultDamaged."""
    for path in vault_places(data):
        if (header := header_at(path)) is not None:
            return header
    raise VaultDamaged(data / VAULT_FILE)


def write_vault(data: Path, header: VaultHeader) -> None:
    """Put it in place, safe on disk, and its copy after it. Raises VaultNotWritten."""
    from simulator.vault.header import encoded

    for path in vault_places(data):
        if not path.parent.is_dir():
            continue
        try:
            replace_file(path, encoded(header))
            sync_folder(path.parent)
        except OSError as error:
            raise VaultNotWritten(path, error.strerror or type(error).__name__) from error


def mend_vault(data: Path) -> None:
    """Let both copies say the same again, if a crash came between them or one is gone. Never raises for the disk."""
    if not is_encrypted(data):
        return
    header = read_vault(data)
    if any(header_at(path) != header for path in vault_places(data)):
        with suppress(VaultNotWritten):
            write_vault(data, header)


def remove_vault(data: Path) -> None:
    """Nothing is sealed any more. Raises VaultNotWritten."""
    for path in reversed(vault_places(data)):
        try:
            path.unlink(missing_ok=True)
            if path.parent.is_dir():
                sync_folder(path.parent)
        except OSError as error:
            raise VaultNotWritten(path, error.strerror or type(error).__name__) from error


def keep_apart(data: Path) -> None:
    """The library has no vault any more, but some old file may still need its keys: they stay under another name.

    Raises VaultNotWritten.
    """
    try:
        replace_file(data / _KEPT_APART, (data / VAULT_FILE).read_bytes())
    except OSError as error:
        raise VaultNotWritten(data / _KEPT_APART, error.strerror or type(error).__name__) from error
    remove_vault(data)
