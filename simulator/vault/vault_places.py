"""Where a vault file lies, and what is in it: in the data folder, and beside the recordings. Nothing is written.

Asked for each file that is opened, so that it imports nothing but what it needs where there is a vault.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from simulator.vault.header import VaultHeader

VAULT_FILE: Final = "vault.json"
_RECORDINGS: Final = "recordings"


def is_encrypted(data: Path) -> bool:
    """Whether the library in this data folder has a vault."""
    return any(path.exists() for path in vault_places(data))


def vault_near(path: Path) -> Path | None:
    """The vault that a file at `path` belongs to: in its own folder, or in the one above. None where there is none."""
    for folder in (path.parent, path.parent.parent):
        if (folder / VAULT_FILE).exists():
            return folder / VAULT_FILE
        if (folder / _RECORDINGS / VAULT_FILE).exists():
            return folder / _RECORDINGS / VAULT_FILE
    return None


def header_at(path: Path) -> VaultHeader | None:
    """What is in the vault file at `path`; None where there is none that can be read."""
    from simulator.vault.header import decoded

    try:
        return decoded(path.read_bytes())
    except (OSError, ValueError):
        return None


def vault_places(data: Path) -> tuple[Path, Path]:
    """Both, the first of which counts."""
    return data / VAULT_FILE, data / _RECORDINGS / VAULT_FILE
