"""One random key for a library, wrapped twice: by a key made of the passphrase, and by the recovery key.

What seals anything is derived from it. A changed passphrase wraps it anew, and nothing else has to be written again.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from typing import Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from simulator.vault.errors import WrongPassphrase, WrongRecoveryKey
from simulator.vault.recovery_key import bits_of

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
SALT_BYTES: Final = 16
ID_BYTES: Final = 16

# scrypt, RFC 7914, with what OWASP's Password Storage Cheat Sheet recommends: N = 2^17, r = 8, p = 1, which take 128
# MiB and a third of a second.
_SCRYPT_N: Final = 1 << 17
_SCRYPT_R: Final = 8
_SCRYPT_P: Final = 1
_MOST_SCRYPT_BYTES: Final = 1 << 30  # a header that asks for more than 128·N·r bytes of this was not written by us


class ByPassphrase(msgspec.Struct, frozen=True):
    """The key wrapped by a passphrase, with what scrypt needs to make the wrapping key again."""

    salt: bytes
    n: int
    r: int
    p: int
    wrapped: bytes


class ByRecoveryKey(msgspec.Struct, frozen=True):
    """The key wrapped by the recovery key, which is random: no work is needed to slow down those who guess it."""

    salt: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True, repr=False)
class VaultKey:
    """The key of the vault `vault_id` itself. It is never written anywhere as it is."""

    vault_id: bytes
    secret: bytes

    def for_database(self) -> str:
        """The key of SQLCipher, as 64 hexadecimal digits."""
        return _derived(self.secret, self.vault_id, b"viva-voce database 1").hex()

    def proof(self) -> bytes:
        """What only this key gives, and which gives nobody the key: it tells whether a key is the right one."""
        return _derived(self.secret, self.vault_id, b"viva-voce proof 1")

    def for_file(self, file_id: bytes) -> bytes:
        """The key of the one sealed file that has this id."""
        return _derived(self.secret, file_id, b"viva-voce file 1")


def new_key() -> VaultKey:
    """A vault that nobody has yet."""
    return VaultKey(secrets.token_bytes(ID_BYTES), secrets.token_bytes(KEY_BYTES))


def wrapped_by_passphrase(key: VaultKey, passphrase: str) -> ByPassphrase:
    """Takes 128 MiB and about 0.4 s, on purpose."""
    salt = secrets.token_bytes(SALT_BYTES)
    wrapping = _from_passphrase(passphrase, salt, _SCRYPT_N, _SCRYPT_R, _SCRYPT_P)
    return ByPassphrase(salt, _SCRYPT_N, _SCRYPT_R, _SCRYPT_P, _wrapped(wrapping, key))


def wrapped_by_recovery_key(key: VaultKey, recovery_key: str) -> ByRecoveryKey:
    """Raises WrongRecoveryKey for what is none."""
    salt = secrets.token_bytes(SALT_BYTES)
    return ByRecoveryKey(salt, _wrapped(_from_recovery_key(recovery_key, salt), key))


def key_by_passphrase(vault_id: bytes, kept: ByPassphrase, passphrase: str) -> VaultKey:
    """Raises WrongPassphrase."""
    if not _is_reasonable(kept):
        raise WrongPassphrase
    try:
        wrapping = _from_passphrase(passphrase, kept.salt, kept.n, kept.r, kept.p)
        return _unwrapped(wrapping, vault_id, kept.wrapped)
    except InvalidTag as error:
        raise WrongPassphrase from error


def key_by_recovery_key(vault_id: bytes, kept: ByRecoveryKey, recovery_key: str) -> VaultKey:
    """Raises WrongRecoveryKey."""
    try:
        return _unwrapped(_from_recovery_key(recovery_key, kept.salt), vault_id, kept.wrapped)
    except InvalidTag as error:
        raise WrongRecoveryKey from error


def _is_reasonable(kept: ByPassphrase) -> bool:
    is_power = kept.n > 1 and not kept.n & (kept.n - 1)
    return is_power and 0 < kept.p <= 16 and kept.r > 0 and 128 * kept.n * kept.r <= _MOST_SCRYPT_BYTES


def _from_passphrase(passphrase: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    """One passphrase, however a keyboard composes its letters: NFC, as RFC 8265 has it of passwords."""
    return Scrypt(salt=salt, length=KEY_BYTES, n=n, r=r, p=p).derive(unicodedata.normalize("NFC", passphrase).encode())


def _from_recovery_key(recovery_key: str, salt: bytes) -> bytes:
    return _derived(bits_of(recovery_key), salt, b"viva-voce recovery 1")


def _derived(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    """HKDF with SHA-256, RFC 5869."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose).derive(secret)


def _wrapped(wrapping: bytes, key: VaultKey) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(wrapping).encrypt(nonce, key.secret, key.vault_id)


def _unwrapped(wrapping: bytes, vault_id: bytes, wrapped: bytes) -> VaultKey:
    nonce, rest = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
    if len(nonce) != NONCE_BYTES or len(rest) < KEY_BYTES:
        raise InvalidTag
    return VaultKey(vault_id, AESGCM(wrapping).decrypt(nonce, rest, vault_id))
