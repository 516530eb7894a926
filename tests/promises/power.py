"""What a power cut may leave of a folder, after any call of a program that wrote in it.

Of each file: what it held at its last fsync, and any of the writes since, whole or torn. Of the names: those that were
handed to the disk with their folder, and of those since as many as the disk came to, in order.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.power_cut import CALL, STRING, plain, whole_calls

CALLS: Final = (
    "openat,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,rmdir"
)
_NAMING: Final = ("openat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "rmdir")
_SECTOR: Final = 512


@dataclass(eq=False)
class File:
    """`safe` is what the disk has for certain; `pending` are writes (place, bytes) and cuts (length, None) since."""

    seen: bytearray = field(default_factory=bytearray)
    safe: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, at: int, data: bytes) -> None:
        """The program wrote."""
        self.pending.append((at, data))
        _apply(self.seen, at, data)

    def cut(self, length: int) -> None:
        """The program set its length."""
        self.pending.append((length, None))
        _apply(self.seen, length, None)

    def sync(self) -> None:
        """The disk has all of it."""
        self.safe, self.pending = bytes(self.seen), []

    def left(self, chance: random.Random) -> bytes:
        """One of the things that may be left."""
        content = bytearray(self.safe)
        share = chance.random()
        for at, data in self.pending:
            if chance.random() < share:
                torn = data[: chance.randrange(0, len(data), _SECTOR)] if data and chance.random() < share / 4 else data
                _apply(content, at, torn)
        return bytes(content)


@dataclass(frozen=True, eq=False)
class Renaming:
    """A change of names: `old` is now `new`; None where the name comes, or goes."""

    old: str | None
    new: str | None
    file: File | None


class Disk:
    """Files by name, as the programs see them and as the disk has them; folders are names with None."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.seen: dict[str, File | None] = {}
        for path in (folder, *sorted(folder.rglob("*"))):
            content = path.read_bytes() if path.is_file() else b""
            self.seen[str(path)] = File(bytearray(content), content) if path.is_file() else None
        self._safe = dict(self.seen)
        self._pending: list[Renaming] = []
        self._open: dict[str, tuple[str, File | None]] = {}
        self._places: dict[str, int] = {}

    def take_in(self, call: str, arguments: str, result: int) -> bool:
        """One call that succeeded; whether it changed what a power cut may leave."""
        if call not in _NAMING:
            return self._on_file(call, arguments, result)
        names = [plain(text) for text in STRING.findall(arguments)]
        match call:
            case "openat":
                return self._on_open(names[0], arguments, str(result))
            case "rename" | "renameat" | "renameat2":
                return self._rename(names[0], names[1])
            case "unlink" | "unlinkat" | "rmdir":
                return self._rename(names[0], None)
        return self._rename(None, names[0])

    def minimal(self) -> dict[str, bytes | None]:
        """What is there for certain, and nothing else."""
        return {name: None if file is None else file.safe for name, file in self._safe.items()}

    def maximal(self) -> dict[str, bytes | None]:
        """All that was written, as after a kill."""
        return {name: None if file is None else bytes(file.seen) for name, file in self.seen.items()}

    def between(self, chance: random.Random) -> dict[str, bytes | None]:
        """Something in between."""
        names = dict(self._safe)
        for change in self._pending[: chance.randint(0, len(self._pending))]:
            _change(names, change)
        return {name: None if file is None else file.left(chance) for name, file in names.items()}

    def _is_ours(self, name: str | None) -> bool:
        return name is None or Path(name).is_relative_to(self._folder)

    def _on_open(self, name: str, arguments: str, descriptor: str) -> bool:
        self._open.pop(descriptor, None)
        if not self._is_ours(name) or "O_TMPFILE" in arguments:
            return False
        is_new = name not in self.seen
        if is_new:
            self._rename(None, name, File())
        file = self.seen[name]
        self._open[descriptor], self._places[descriptor] = (name, file), 0
        if file is not None and "O_TRUNC" in arguments:
            file.cut(0)
        return is_new

    def _rename(self, old: str | None, new: str | None, file: File | None = None) -> bool:
        if not (self._is_ours(old) and self._is_ours(new)):
            return False
        change = Renaming(old, new, file)
        _change(self.seen, change)
        self._pending.append(change)
        return True

    def _on_file(self, call: str, arguments: str, result: int) -> bool:
        descriptor = arguments.split("<", 1)[0].split(",", 1)[0]
        if descriptor not in self._open:
            return False
        name, file = self._open[descriptor]
        if call in ("fsync", "fdatasync"):
            self._sync(name, file)
        elif call == "lseek":
            self._places[descriptor] = result
            return False
        elif file is not None:
            self._on_content(call, descriptor, file, arguments, result)
        return True

    def _on_content(self, call: str, descriptor: str, file: File, arguments: str, result: int) -> None:
        last = arguments.rpartition(", ")[2]
        if call == "ftruncate":
            file.cut(int(last))
            return
        data = bytes.fromhex(STRING.findall(arguments)[0].replace("\\x", ""))[:result]
        if call == "pwrite64":
            file.write(int(last), data)
        else:
            file.write(self._places[descriptor], data)
            self._places[descriptor] += result

    def _sync(self, name: str, file: File | None) -> None:
        """A file takes its own new name along; a folder all changes of names in it."""
        if file is not None:
            file.sync()
        for change in list(self._pending):
            own = change.file is not None and change.file is file
            if own or (file is None and name in _folders(change)):
                self._commit(change)

    def _commit(self, change: Renaming) -> None:
        """On the disk; what was done before in what is renamed comes first, as in every journal of a file system."""
        if change in self._pending:
            earlier = self._pending[: self._pending.index(change)]
            for one in earlier if change.old is not None else ():
                if one.new is not None and f"{one.new}/".startswith(f"{change.old}/"):
                    self._commit(one)
            _change(self._safe, change)
            self._pending.remove(change)


@dataclass(frozen=True)
class Cut:
    """After the call of this number; `told` is what the program had said by then."""

    number: int
    told: tuple[str, ...]
    disk: Disk


def cuts(disk: Disk, trace: Iterable[str], tell: str) -> Iterator[Cut]:
    """The disk after every call that changed what a power cut may leave, one after the other.

    What was written to the descriptor `tell` is what the program said.
    """
    told = ""
    for number, line in enumerate(whole_calls(trace)):
        found = CALL.match(line)
        if found is None or int(found[3]) < 0:
            continue
        if found[1] == "write" and found[2].startswith(f"{tell}<"):
            told += bytes.fromhex(STRING.findall(found[2])[0].replace("\\x", "")).decode()
        if disk.take_in(found[1], found[2], int(found[3])):
            yield Cut(number, tuple(told.splitlines()), disk)


def put(content: dict[str, bytes | None], folder: Path, into: Path) -> None:
    """Write what is left of `folder` to `into`."""
    for name, data in sorted(content.items()):
        target = into / Path(name).relative_to(folder)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if data is None:
            target.mkdir(mode=0o700, exist_ok=True)
        else:
            target.write_bytes(data)
            target.chmod(0o600)


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        content[:] = content[:at].ljust(at, b"\0")
        return
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(data)] = data


def _change(names: dict[str, File | None], change: Renaming) -> None:
    """A folder takes along what is in it."""
    if change.old is None:
        assert change.new is not None
        names[change.new] = change.file
        return
    for name in [name for name in names if name == change.old or name.startswith(f"{change.old}/")]:
        file = names.pop(name)
        if change.new is not None:
            names[change.new + name[len(change.old) :]] = file


def _folders(change: Renaming) -> set[str]:
    return {str(Path(name).parent) for name in (change.old, change.new) if name is not None}
