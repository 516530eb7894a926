"""How the command line opens an encrypted library: by the keyring, by the environment, or by asking on a terminal."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.vault.errors import VaultLocked, WrongPassphrase
from simulator.vault.key_ring import KEY_RING
from ui.commands.output import complain

if TYPE_CHECKING:
    from simulator.vault.header import VaultHeader
    from simulator.vault.keys import VaultKey

ENVIRONMENT_VARIABLE: Final = "VIVA_VOCE_PASSPHRASE"
_TRIES: Final = 3


class NobodyToAsk(VaultLocked):
    """Nobody sits at a terminal, and nothing else says the passphrase."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.args = (f"{self} Put it into {ENVIRONMENT_VARIABLE}, or call this on a terminal.",)


def may_be_asked() -> None:
    """From now on whoever needs the key of an encrypted library gets it, or one of the errors of `opened`."""
    KEY_RING.ask = opened


def opened(folder: Path, header: VaultHeader) -> VaultKey:
    """The key of the library in `folder`. Raises WrongPassphrase, or NobodyToAsk."""
    from simulator.vault.header import opened_by_passphrase
    from simulator.vault.system_keyring import remembered_key

    if (key := remembered_key(header)) is not None:
        return key
    if passphrase := os.environ.get(ENVIRONMENT_VARIABLE):
        return opened_by_passphrase(header, passphrase)
    if not can_ask():
        raise NobodyToAsk(folder)
    return _asked_for(folder, header)


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def asked(prompt: str) -> str:
    """What is typed, which nobody sees. It is asked on the terminal itself, so that the output may go elsewhere."""
    return getpass.getpass(prompt)


def _asked_for(folder: Path, header: VaultHeader) -> VaultKey:
    from simulator.vault.header import opened_by_passphrase

    for tries_left in reversed(range(_TRIES)):
        try:
            return opened_by_passphrase(header, asked(f"Passphrase for {folder}: "))
        except WrongPassphrase as wrong:
            if not tries_left:
                raise
            complain(str(wrong))
    raise WrongPassphrase
