"""The one door to files that may be sealed: plain ones are given as they are, sealed ones as what is in them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from simulator.vault.errors import SealBroken, VaultError
from simulator.vault.key_ring import KEY_RING

if TYPE_CHECKING:
    from simulator.vault.keys import VaultKey
    from simulator.vault.sealed_file import SealedHead, SealedReader, Sealer

_MAGIC: Final = b"VVSEAL1\n"  # as in `sealed_file`, which is imported only where something is sealed
_NO_KEY: Final = "it is encrypted, and its library has not been opened"


def is_sealed(beginning: bytes) -> bool:
    """Whether a file that begins like this may be sealed."""
    return beginning.startswith(_MAGIC)


def head_of(file: BinaryIO) -> SealedHead | None:
    """The head of an open file; None if it is plain. The file stands at its beginning then. Raises OSError."""
    file.seek(0)
    beginning = file.read(len(_MAGIC))
    head = None
    if is_sealed(beginning):
        from simulator.vault.sealed_file import HEAD_BYTES, head_in

        head = head_in(beginning + file.read(HEAD_BYTES - len(beginning)))
    file.seek(0)
    return head


def sealer_for(head: SealedHead, name: str) -> Sealer:
    """What opens the chunks of the sealed file of that name. Raises SealBroken where its key is not here."""
    from simulator.vault.sealed_file import Sealer

    key = KEY_RING.of(head.vault_id) or _near(name)
    if key is None or key.vault_id != head.vault_id:
        raise SealBroken(name, _NO_KEY)
    return Sealer(head, key)


def unsealed(file: BinaryIO, head: SealedHead, name: str, *, whole_only: bool = False) -> SealedReader:
    """What is in a sealed file, which is closed with it. Raises SealBroken, also where its key is not here."""
    from simulator.vault.sealed_file import SealedReader

    return SealedReader(file, name, sealer_for(head, name), whole_only=whole_only)


def as_kept(path: Path, content: bytes) -> bytes:
    """What is to be written at `path` so that `content_of` gives `content`. Raises VaultLocked or VaultDamaged."""
    key = KEY_RING.near(path)
    if key is None:
        return content
    from simulator.vault.sealed_file import Sealed, SealedWriter

    kept = io.BytesIO()
    writer = SealedWriter(kept, Sealed.FILE, key)
    writer.begin()
    writer.write(content)
    writer.finish()
    return kept.getvalue()


def _near(name: str) -> VaultKey | None:
    """Whoever can be asked is asked; a file that stays closed is one that cannot be read."""
    try:
        return KEY_RING.near(Path(name))
    except VaultError:
        return None


def open_content(path: Path) -> BinaryIO:
    """The contents of the file at `path`, whether it is sealed or not. Raises OSError, SealBroken."""
    file = path.open("rb")
    try:
        head = head_of(file)
        if head is None:
            return file
        return cast(BinaryIO, io.BufferedReader(unsealed(file, head, str(path))))
    except BaseException:
        file.close()
        raise


def content_of(path: Path) -> bytes:
    """All of it. Raises OSError, SealBroken."""
    with open_content(path) as file:
        return file.read()
