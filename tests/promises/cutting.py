"""Acts whose every call is written down, and the next start after a power cut at any of them."""

from __future__ import annotations

import random
import re
import shutil
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from simulator.data_folder import DataFolder
from simulator.store.records import AnswerId
from tests.power_cut import plain
from tests.promises.aftermath import Found, Promised, look
from tests.promises.killing import Kill, Range, ended, strace
from tests.promises.power import CALLS, Cut, Disk, cuts, put

MOST_LOST_S: Final = 2.0
CUT_ACTS: Final = ("record", "stop", "correct", "bring_in", "back_up", "restore", "migrate", "mend", "write_files")
_BETWEEN: Final = 2
_MADE: Final = re.compile(
    r'(?:openat\([^"]*|mkdir\()"(?P<name>[^"]*)"(?:, O_[A-Z_|]*O_CREAT[A-Z_|]*)?, (?P<mode>0[0-7]+)\)'
)


class Mains:
    """Cuts the power of acts, whose libraries are those of a `Range`."""

    def __init__(self, acts: Range, folder: Path) -> None:
        self._acts = acts
        self._folder = folder

    def cut(self, act: str, seed: int, share: float) -> Iterator[Kill]:
        """What is found after a cut at each call of the act, or at this share of them, drawn by lot.

        Of each the least and the most that may be left, and two states between them.
        """
        chance = random.Random(f"{act} {seed}")
        library, running = self._acts.begin(act)
        saved = dict(running.promised.saved)
        disk, trace = Disk(library.data.parent), self._folder / "trace"
        with strace(running.pid, trace, f"trace={CALLS}", "-y", "-xx", "-s", "20000000"):
            ended(running)
        lines = trace.read_text("ascii").splitlines()
        trace.unlink()
        yield Kill(act, seed, "", list(open_to_others(lines, library.data, set(disk.seen))), 0.0)
        for cut in cuts(disk, lines, str(running.tell)):
            if chance.random() < share:
                yield from self._found(act, seed, cut, library, saved, chance)
        shutil.rmtree(library.data.parent)

    def _found(
        self, act: str, seed: int, cut: Cut, library: DataFolder, saved: dict[AnswerId, str], chance: random.Random
    ) -> Iterator[Kill]:
        states = {"least": cut.disk.minimal(), "most": cut.disk.maximal()}
        states |= {f"between {number}": cut.disk.between(chance) for number in range(_BETWEEN)}
        for name, content in states.items():
            into = Path(tempfile.mkdtemp(dir=self._folder))
            put(content, library.data.parent, into)
            promised = Promised(dict(saved))
            for line in cut.told:
                promised.hear(line)
            found = _looked(DataFolder.find(into / library.data.name), promised)
            shutil.rmtree(into)
            yield Kill(act, seed, f"call {cut.number}, {name}", found.faults, found.lost_s)


def open_to_others(lines: list[str], folder: Path, known: set[str]) -> Iterator[str]:
    """What was made in the data folder so that others could read it, be it for a moment; `known` was there before."""
    for line in lines:
        found = _MADE.search(line)
        if found is None or (name := plain(found["name"])) in known or not Path(name).is_relative_to(folder):
            continue
        known.add(name)
        if int(found["mode"], 8) & 0o077:
            yield f"{Path(name).relative_to(folder)} was made with {found['mode']}"


def _looked(library: DataFolder, promised: Promised) -> Found:
    promised.words.clear()  # what was judged since the last Stop may go; it is judged again
    promised.judged.clear()
    try:
        return look(library, promised, MOST_LOST_S, is_killed=False)
    except Exception:  # noqa: BLE001 - whatever stops the next start is what is looked for
        return Found([traceback.format_exc()])
