"""What can go wrong with keys and with what is sealed, each told in a sentence.

VaultError (a SimulatorError)
├── VaultLocked        the library is encrypted, and nobody has given its passphrase yet
├── WrongPassphrase    what was typed opens nothing
├── WrongRecoveryKey   likewise of the recovery key
├── VaultDamaged       the file that holds the wrapped keys is missing or cannot be read
└── VaultNotWritten    it could not be written; what was there before still holds

SealBroken (an OSError) is said of single files: whoever reads one is ready for an OSError.
"""

from __future__ import annotations

import errno
from pathlib import Path

from simulator.errors import SimulatorError


class VaultError(SimulatorError):
    """Anything that keeps an encrypted library from being opened. `str()` is a sentence for the user."""


class VaultLocked(VaultError):
    """It is encrypted, and its key is not here."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The library in {path} is encrypted. Its passphrase is needed to open it; nothing was changed."
        )
        self.path = path


class WrongPassphrase(VaultError):
    """It opens nothing."""

    def __init__(self) -> None:
        super().__init__("That is not the passphrase of this library. Nothing was changed; please try again.")


class WrongRecoveryKey(VaultError):
    """It opens nothing, or is not one at all."""

    def __init__(self) -> None:
        super().__init__("That is not the recovery key of this library. Nothing was changed; check each group, please.")


class VaultDamaged(VaultError):
    """Without it no passphrase opens anything."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} cannot be read. Without it your passphrase cannot open the encrypted library. Nothing was "
            "changed; put the file back from a backup if you can."
        )
        self.path = path


class VaultNotWritten(VaultError):
    """The keys as they were before still hold."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} could not be written ({reason}). Nothing was changed; please try again.")
        self.path = path


class SealBroken(OSError):
    """What is in the file at `path` is not what was put there, or its key is not here."""

    def __init__(self, path: str, reason: str = "it was damaged or changed after it was encrypted") -> None:
        super().__init__(errno.EBADMSG, reason, path)
