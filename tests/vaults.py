"""Encrypted libraries for tests: a vault whose passphrase costs next to nothing to try."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar
from unittest.mock import patch

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from simulator.vault import keys
from simulator.vault.header import VaultHeader, header_for
from simulator.vault.key_ring import KEY_RING
from simulator.vault.keys import VaultKey, new_key
from simulator.vault.recovery_key import new_recovery_key
from simulator.vault.vault_file import write_vault

PASSPHRASE = "correct horse battery"  # noqa: S105 - of libraries that last as long as a test
CHEAP_N = 16


def a_vault(passphrase: str = PASSPHRASE, recovery_key: str | None = None) -> tuple[VaultKey, VaultHeader]:
    """A new one; trying a passphrase takes no time."""
    key = new_key()
    with patch.object(keys, "_SCRYPT_N", CHEAP_N):
        return key, header_for(key, passphrase, recovery_key or new_recovery_key())


def encrypted(data: Path) -> VaultKey:
    """Make the library in this folder an encrypted one, which is open: whatever is written now is sealed."""
    key, header = a_vault()
    write_vault(data, header)
    KEY_RING.add([key])
    return key


class FakeKeyring(KeyringBackend):
    """A keyring that keeps what it is given; or one that is locked, or breaks in some way of its own."""

    priority: ClassVar[float] = 1

    def __init__(self, fault: Exception | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.fault = fault

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _fail(self) -> None:
        if self.fault is not None:
            raise self.fault
