"""A power cut: a program runs, and of what it wrote only that is left which it had handed to the disk (fsync).

strace writes down every call; the disk is then built up from them. A file is there by its own fsync, a new name by that
of its folder. Memory-mapped files, as SQLite's index of its log, are not: it makes them anew.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
CALLS = "openat,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,unlink"

CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_UNFINISHED = " <unfinished ...>"
_RESUMED = re.compile(r"^\d+ +<\.\.\. \w+ resumed>(.*)$")
_FILE = re.compile(r"^(\d+)<([^>]*)>")
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass
class Disk:
    """What the programs see (`seen`), and what a power cut leaves (`safe`): contents by path."""

    seen: dict[str, bytearray] = field(default_factory=dict)
    safe: dict[str, bytes] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    renamed: list[tuple[str, str]] = field(default_factory=list)

    def take_in(self, call: str, arguments: str, result: int) -> None:
        """One call that succeeded."""
        if call == "openat":
            self._open(arguments, result)
        elif call == "rename":
            old, new = (plain(text) for text in STRING.findall(arguments))
            self.seen[new] = self.seen.pop(old, bytearray())
            self.renamed.append((old, new))
        elif (found := _FILE.match(arguments)) is not None:
            self._on_file(call, found[1], found[2], arguments, result)

    def _open(self, arguments: str, descriptor: int) -> None:
        path = plain(STRING.findall(arguments)[0])
        self.places[str(descriptor)] = 0
        if "O_TRUNC" in arguments:
            self.seen[path] = bytearray()

    def _on_file(self, call: str, descriptor: str, path: str, arguments: str, result: int) -> None:
        path = _plain_path(path)
        if call == "lseek":
            self.places[descriptor] = result
        elif call == "write":
            self._write(path, self.places.get(descriptor, 0), arguments, result)
            self.places[descriptor] = self.places.get(descriptor, 0) + result
        elif call == "pwrite64":
            self._write(path, int(arguments.rpartition(", ")[2]), arguments, result)
        elif call == "ftruncate":
            size = int(arguments.rpartition(", ")[2])
            content = self.seen.setdefault(path, bytearray())
            content[:] = content[:size].ljust(size, b"\0")
        elif call in ("fsync", "fdatasync"):
            self._sync(path)

    def _write(self, path: str, at: int, arguments: str, count: int) -> None:
        content = self.seen.setdefault(path, bytearray())
        data = bytes.fromhex(STRING.findall(arguments)[0].replace("\\x", ""))[:count]
        content.extend(bytes(max(0, at - len(content))))
        content[at : at + len(data)] = data

    def _sync(self, path: str) -> None:
        if path in self.seen:
            self.safe[path] = bytes(self.seen[path])
        for old, new in [one for one in self.renamed if str(Path(one[1]).parent) == path]:
            self.safe[new] = self.safe.pop(old, b"")
            self.renamed.remove((old, new))


def after_power_cut(script: str, folder: Path, into: Path) -> None:
    """Run `script` (Python; its argument is `folder`) to its end; `into` then holds what a cut at that end leaves."""
    trace = into.with_suffix(".trace")
    watched = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-y",
        "-xx",
        "-s",
        "20000000",
        "-qq",
        "-e",
        f"trace={CALLS}",
        "-o",
        str(trace),
    ]
    program = [*watched, "-e", f"trace={CALLS}", "-o", str(trace), sys.executable, "-c", script, str(folder)]
    subprocess.run(program, cwd=ROOT, check=True, timeout=300)
    disk = Disk()
    for line in whole_calls(trace.read_text("ascii").splitlines()):
        found = CALL.match(line)
        if found is not None and int(found[3]) >= 0:
            disk.take_in(found[1], found[2], int(found[3]))
    trace.unlink()
    for path, content in disk.safe.items():
        if Path(path).is_relative_to(folder):
            target = into / Path(path).relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def whole_calls(lines: Iterable[str]) -> Iterator[str]:
    """The calls in order, also those that another thread's call came between: at their beginning if they succeeded.

    What is synced is surely what was written before a sync began; what is written by a call that is under way is nearly
    always there when it begins.
    """
    calls: list[str] = []
    begun: dict[str, int] = {}
    for line in lines:
        thread = line.split(" ", 1)[0]
        if line.endswith(_UNFINISHED):
            begun[thread] = len(calls)
            calls.append(line.removesuffix(_UNFINISHED))
        elif (resumed := _RESUMED.match(line)) is not None and thread in begun:
            calls[begun.pop(thread)] += resumed[1]
        else:
            calls.append(line)
    return iter(calls)


def plain(text: str) -> str:
    return bytes.fromhex(text.replace("\\x", "")).decode()


def _plain_path(path: str) -> str:
    """strace writes the path of a descriptor in hexadecimal too."""
    return plain(path) if path.startswith("\\x") else path
