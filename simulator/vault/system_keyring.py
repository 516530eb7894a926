"""The keyring of the system, where a vault's key may be kept so that nobody has to type the passphrase each time.

A keyring that is missing, locked or gone costs nothing but the typing: nothing here ever raises.
"""

from __future__ import annotations

import logging
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Final, TypeVar

from simulator.vault.header import VaultHeader, is_key_of
from simulator.vault.keys import VaultKey

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

T = TypeVar("T")

SERVICE: Final = "Viva Voce"


def remembered_key(header: VaultHeader) -> VaultKey | None:
    """The key of this vault, if the keyring has it and it is the right one. The system may ask the user something."""
    import keyring

    kept = _tried(lambda: keyring.get_password(SERVICE, _name_of(header.vault_id)))
    if kept is None:
        return None
    try:
        key = VaultKey(header.vault_id, b64decode(kept, validate=True))
    except ValueError:
        return None
    return key if is_key_of(header, key) else None


def remember(key: VaultKey) -> bool:
    """Whether the keyring has it now."""
    import keyring

    secret = b64encode(key.secret).decode("ascii")

    def keep() -> bool:
        keyring.set_password(SERVICE, _name_of(key.vault_id), secret)
        return keyring.get_password(SERVICE, _name_of(key.vault_id)) == secret

    return _tried(keep) or False


def forget(vault_id: bytes) -> bool:
    """Whether the keyring has it no more."""
    import keyring

    def remove() -> bool:
        if keyring.get_password(SERVICE, _name_of(vault_id)) is not None:
            keyring.delete_password(SERVICE, _name_of(vault_id))
        return True

    return _tried(remove) or False


def _name_of(vault_id: bytes) -> str:
    return f"library {vault_id.hex()}"


def _tried(deed: Callable[[], T]) -> T | None:
    try:
        return deed()
    except Exception as error:  # noqa: BLE001 - each system's keyring has errors of its own kind
        log.info("the keyring cannot be used: %s", type(error).__name__)
        return None
