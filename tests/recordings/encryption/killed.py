"""`python -m tests.recordings.encryption.killed FOLDER encrypt|decrypt [FIRST STEP]`: killed, and gone on with.

At each step in turn a child of this process is killed by SIGKILL as it comes to its next call to the disk; another one
then opens the library as a start of the program does, looks at everything, goes on, and looks again. Prints the step at
which nothing was left to be killed at; whatever was lost ends it with an error.
"""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from recordings.encryption import migration, one_file, plan
from recordings.encryption.migration import begin_decrypting, begin_encrypting, go_on, pending
from simulator.data_folder import DataFolder
from simulator.store import reciphering
from simulator.vault import sealed_file, vault_file
from simulator.vault.header import VaultHeader
from simulator.vault.key_ring import KEY_RING
from simulator.vault.keys import VaultKey
from simulator.vault.vault_places import is_encrypted
from tests.recordings.encryption.stock import Kept, fill, found, showing
from tests.vaults import a_vault

_SEAMS: tuple[tuple[Any, str], ...] = (
    (plan, "replace_file"),
    (plan, "sync_folder"),
    (vault_file, "replace_file"),
    (vault_file, "sync_folder"),
    (migration, "write_plan"),
    (migration, "remove_plan"),
    (migration, "remove_vault"),
    (one_file, "sync_file"),
    (one_file, "sync_folder"),
    (one_file, "write_other_form"),
    (one_file, "write_whole"),
    (sealed_file, "write_whole"),
    (reciphering, "_settle"),
    (reciphering, "_is_same"),
    (Path, "replace"),
    (Path, "unlink"),
    (os, "utime"),
)


def _die_at(number: int) -> None:
    """Be killed at the call of that number to any of the seams."""
    calls = itertools.count()

    def dying(seam: Callable[..., object]) -> Callable[..., object]:
        def call(*values: Any, **options: Any) -> object:
            if next(calls) == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return seam(*values, **options)

        return call

    for place, name in _SEAMS:
        setattr(place, name, dying(getattr(place, name)))


def _in_child(deed: Callable[[], None]) -> int:
    """The signal that ended a child which does this; 0 if it came to its end. An error ends this process, too."""
    pid = os.fork()
    if pid == 0:
        try:
            deed()
        except BaseException:  # noqa: BLE001 - whatever it is, it is told and not lost with the child
            sys.excepthook(*sys.exc_info())
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("what a child found is not what was there")
    return os.WTERMSIG(status)


def main(folder: Path, direction: str, first: int = 0, step: int = 1) -> int:
    """Kill until nothing is left to be killed at: at the step `first`, and at each so many steps on."""
    key, header = a_vault()
    KEY_RING.add([key])
    stock = DataFolder.find(folder / "stock")
    _in_child(lambda: _prepare(stock, direction, header, key))
    before = DataFolder.find(folder / "before")
    shutil.copytree(stock.data, before.data, copy_function=shutil.copy2)
    expected = found(before)
    for number in itertools.count(first, step):
        copy = DataFolder.find(folder / f"{number}")
        shutil.copytree(stock.data, copy.data, copy_function=shutil.copy2)
        killed = _in_child(lambda copy=copy, number=number: _change(copy, direction, header, key, number))  # type: ignore[misc]
        _in_child(lambda copy=copy: _look(copy, expected, header, key))  # type: ignore[misc]
        shutil.rmtree(copy.data)
        if not killed:
            print(number)
            return 0
    return 1


def _prepare(stock: DataFolder, direction: str, header: VaultHeader, key: VaultKey) -> None:
    fill(stock)
    if direction == "decrypt":
        begin_encrypting(stock, header, key)
        go_on(stock)


def _change(copy: DataFolder, direction: str, header: VaultHeader, key: VaultKey, number: int) -> None:
    _die_at(number)
    begin_encrypting(copy, header, key) if direction == "encrypt" else begin_decrypting(copy)
    go_on(copy)


def _look(copy: DataFolder, expected: Kept, header: VaultHeader, key: VaultKey) -> None:
    """Everything is there half-way, goes on to its end, and can be had back from there, too."""
    assert found(copy) == expected
    pending(copy)
    go_on(copy)
    assert found(copy) == expected
    assert pending(copy) is None
    if is_encrypted(copy.data):
        assert showing(copy) == []
        begin_decrypting(copy)
    else:
        begin_encrypting(copy, header, key)
    go_on(copy)
    assert found(copy) == expected


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:])))
