"""What a vault file says: its id and the two ways to its key. Making one, opening one, changing one."""

from __future__ import annotations

import hmac
from typing import Final

import msgspec

from simulator.vault.keys import (
    ID_BYTES,
    ByPassphrase,
    ByRecoveryKey,
    VaultKey,
    key_by_passphrase,
    key_by_recovery_key,
    wrapped_by_passphrase,
    wrapped_by_recovery_key,
)

_FORMAT: Final = 1


class VaultHeader(msgspec.Struct, frozen=True):
    """A vault, closed. Bytes are Base64 in the file."""

    format: int
    vault_id: bytes
    proof: bytes
    by_passphrase: ByPassphrase
    by_recovery_key: ByRecoveryKey


def header_for(key: VaultKey, passphrase: str, recovery_key: str) -> VaultHeader:
    """A new vault around `key`."""
    by_passphrase, by_recovery = wrapped_by_passphrase(key, passphrase), wrapped_by_recovery_key(key, recovery_key)
    return VaultHeader(_FORMAT, key.vault_id, key.proof(), by_passphrase, by_recovery)


def opened_by_passphrase(header: VaultHeader, passphrase: str) -> VaultKey:
    """Takes 0.4 s. Raises WrongPassphrase."""
    return key_by_passphrase(header.vault_id, header.by_passphrase, passphrase)


def opened_by_recovery_key(header: VaultHeader, recovery_key: str) -> VaultKey:
    """Raises WrongRecoveryKey."""
    return key_by_recovery_key(header.vault_id, header.by_recovery_key, recovery_key)


def is_key_of(header: VaultHeader, key: VaultKey) -> bool:
    """Whether a key from elsewhere, as the system's keyring, opens what this vault closes."""
    return key.vault_id == header.vault_id and hmac.compare_digest(key.proof(), header.proof)


def with_passphrase(header: VaultHeader, key: VaultKey, passphrase: str) -> VaultHeader:
    """The same vault with another passphrase; the recovery key stays good."""
    return msgspec.structs.replace(header, by_passphrase=wrapped_by_passphrase(key, passphrase))


def with_recovery_key(header: VaultHeader, key: VaultKey, recovery_key: str) -> VaultHeader:
    """The same vault with another recovery key; the one before opens nothing any more."""
    return msgspec.structs.replace(header, by_recovery_key=wrapped_by_recovery_key(key, recovery_key))


def encoded(header: VaultHeader) -> bytes:
    """As it is written."""
    return msgspec.json.format(msgspec.json.encode(header), indent=2)


def decoded(content: bytes) -> VaultHeader:
    """Raises ValueError for what is no vault of ours."""
    try:
        header = msgspec.json.decode(content, type=VaultHeader)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError("not a vault") from error
    if header.format != _FORMAT or len(header.vault_id) != ID_BYTES:
        raise ValueError("not a vault of this version")
    return header
