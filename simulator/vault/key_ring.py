"""The keys that this process was given: by vault, for as long as it runs. A child gets those it needs from its parent.

Whoever opens a file of the library asks here for its key, so that nobody else has to hand keys on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.vault.errors import VaultDamaged, VaultLocked
from simulator.vault.vault_places import header_at, vault_near

if TYPE_CHECKING:
    from simulator.vault.header import VaultHeader
    from simulator.vault.keys import VaultKey

Ask = Callable[[Path, "VaultHeader"], "VaultKey"]
"""Asks for the passphrase of a vault, told its folder. Raises a VaultError where nobody answers."""


class KeyRing:
    """Keys by the ids of their vaults."""

    def __init__(self) -> None:
        self._keys: dict[bytes, VaultKey] = {}
        self.ask: Ask | None = None
        """Asked once a key is needed that is not here; None where nobody can be asked in between, as in a window."""

    def add(self, keys: Iterable[VaultKey]) -> None:
        """These vaults are open from now on."""
        self._keys.update((key.vault_id, key) for key in keys)

    def forget(self) -> None:
        """All are closed again."""
        self._keys.clear()

    def keys(self) -> tuple[VaultKey, ...]:
        """All that are here, for a child of this process."""
        return tuple(self._keys.values())

    def of(self, vault_id: bytes) -> VaultKey | None:
        """The key of this vault, if it is here."""
        return self._keys.get(vault_id)

    def near(self, path: Path) -> VaultKey | None:
        """The key for what is to be written at `path`; None where the library there is not encrypted.

        Raises VaultLocked or VaultDamaged.
        """
        place = vault_near(path)
        if place is None:
            return None
        header = header_at(place) or _standing_in(place)
        if header is None:
            raise VaultDamaged(place)
        return self.of(header.vault_id) or self._asked(place.parent, header)

    def _asked(self, folder: Path, header: VaultHeader) -> VaultKey:
        if self.ask is None:
            raise VaultLocked(folder)
        key = self.ask(folder, header)
        self.add([key])
        return key


KEY_RING = KeyRing()
"""The one of this process."""


def _standing_in(place: Path) -> VaultHeader | None:
    """What the other copy says, where this one cannot be read."""
    folder = place.parent
    return header_at(folder / "recordings" / place.name) or header_at(folder.parent / place.name)
