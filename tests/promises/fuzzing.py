"""Spoils good files by a seed and has them read: no bug, no hang, and nothing written outside their folder."""

from __future__ import annotations

import os
import random
import shutil
import signal
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Final

from tests.promises.hostile import TARGETS, Target

HANG_S: Final = 20
_MOST_CHANGES: Final = 6
_IN_PLACE: Final = 0.5
_WORDS: Final = (
    b"\0", b"\xff\xfe", b"<script>alert(1)</script>", b"../../../etc/passwd", b"=cmd|'/C calc'!A0", b"9" * 400, b"-1",
    b"1e999", b"NaN", b"null", b"[" * 2_000, b"{" * 2_000, b"(" * 2_000, b'"', b"'", b"\r", b"\n\n\n", b": ", b"- ",
    b"&a [*a, *a]", b"!!python/object/apply:os.system [id]", b"\xe2\x80\xae", b"\xed\xa0\x80", b"# ", b"fmt ",
    b"{{c1::x}}", b"| a | b |\n|---|---|\n", b"```", b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff", b"RIFF", b"data",
    b"PK\x03\x04", b"PK\x05\x06", b"%PDF-1.7", b"endobj", b" " * 5_000, b"a" * 5_000, b"a," * 2_000,
    b"\xf0\x9f\x98\x80" * 40,
)  # fmt: skip


class Hang(BaseException):
    """A reader that does not come back; nothing catches it but the test."""


@dataclass
class Fuzzed:
    """What came of one target: `refused` of the `inputs` were refused in a sentence."""

    target: str
    inputs: int = 0
    refused: int = 0
    ended: int = 0
    faults: list[str] = field(default_factory=list)


def fuzz(share: float, seed: int) -> Iterator[Fuzzed]:
    """Each target with a thousand times `share` of its weight."""
    signal.signal(signal.SIGALRM, _hang)
    with tempfile.TemporaryDirectory(prefix="vv-", dir=_in_memory()) as folder:
        for target in TARGETS:
            yield _fuzz_one(target, max(1, round(share * target.weight)), seed, Path(folder))


def spoilt(seeds: list[bytes], chance: random.Random) -> bytes:
    """One of these, changed in up to six places; half of them keep their length, as binary files must to be read."""
    content = bytearray(chance.choice(seeds))
    is_in_place = chance.random() < _IN_PLACE
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        at = chance.randint(0, len(content))
        end = min(len(content), at + chance.choice((1, 1, 2, 4, 16, 200)))
        match chance.choice((0, 5)) if is_in_place else chance.randrange(7):
            case 0:
                content[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
            case 1:
                del content[at:end]
            case 2:
                content[at:at] = content[at:end] * chance.choice((1, 2, 50))
            case 3:
                content[at:at] = chance.choice(_WORDS)
            case 4:
                content[at:end] = chance.choice(_WORDS)
            case 5 if content:
                content[at % len(content)] ^= 1 << chance.randrange(8)
            case 6 if not chance.randrange(4):
                del content[at:]
    return bytes(content)


def _fuzz_one(target: Target, count: int, seed: int, folder: Path) -> Fuzzed:
    result = Fuzzed(target.name)
    made = folder / "seeds"
    made.mkdir()
    seeds = target.seeds(made)
    shutil.rmtree(made)
    for number in range(count):
        content = spoilt(seeds, random.Random(f"{target.name} {seed} {number}"))
        room = folder / "room"
        room.mkdir()
        fault = _read(target, content, room, result)
        shutil.rmtree(room)
        if strangers := [path.name for path in folder.iterdir()]:
            fault += f" wrote {strangers}"
        if fault:
            result.faults.append(f"seed {seed}, input {number}: {fault}")
        result.inputs += 1
    return result


def _read(target: Target, content: bytes, room: Path, result: Fuzzed) -> str:
    """What went wrong, "" if nothing."""
    path = room / (target.name if "." in target.name else "file")
    path.write_bytes(content)
    if not target.is_in_child:
        return _attempt(target, path, result)
    read, told = os.pipe()
    pid = os.fork()
    if pid == 0:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 2)
        own = Fuzzed(target.name)
        os.write(told, f"{own.refused}{_attempt(target, path, own)}".encode()[:60_000])
        os._exit(own.refused)
    os.close(told)
    with os.fdopen(read, "rb") as heard:
        fault = heard.read().decode(errors="replace")[1:]
    _, status = os.waitpid(pid, 0)
    result.ended += os.WIFSIGNALED(status)  # in the program, too, a child: it is told that the file is damaged
    result.refused += os.WIFEXITED(status) and bool(os.WEXITSTATUS(status))
    return fault


def _attempt(target: Target, path: Path, result: Fuzzed) -> str:
    signal.alarm(HANG_S)
    try:
        target.read(path)
    except target.errors as refusal:
        result.refused += 1
        return "" if str(refusal).strip() else f"{type(refusal).__name__} without a word"
    except BaseException:  # noqa: BLE001 - whatever else is raised is a bug
        return traceback.format_exc()
    finally:
        signal.alarm(0)
    return ""


def _hang(_number: int, _frame: FrameType | None) -> None:
    raise Hang


def _in_memory() -> Path | None:
    memory = Path("/dev/shm")  # noqa: S108 - a hundred thousand small files
    return memory if memory.is_dir() else None
