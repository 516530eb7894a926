"""The next start after a kill or a power cut: what it finds, and whether that is what was promised."""

from __future__ import annotations

import os
import re
import wave
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from recordings.integrity import take_stock
from recordings.library_archive import ArchiveError, LibraryArchive, write_archive
from recordings.pcm import BYTES_PER_SECOND
from recordings.recovery import find_unfinished, read_finished, recover
from recordings.session_deletion import finish_deletions
from recordings.strays import find_strays, sittings_of, take_in
from recordings.take import FinishedTake
from recordings.take_folder import TakeFolder, TakeState
from recordings.taking_in.remains import clear_up
from simulator.data_folder import DataFolder
from simulator.own_work.own_work_file import read_own_work
from simulator.settings import read_settings
from simulator.store.errors import UnknownRecord
from simulator.store.records import AnswerId, AnswerStatus
from simulator.store.store import Store
from tests.promises.stock import PCM, target
from ui.opening import open_store

_LONG_AGO_S: Final = 3_600.0
_OURS: Final = re.compile(
    r"library\.db(-wal|-shm)?|settings\.json|background\.json|rules\.json|running\.lock"
    r"|library-damaged-[^/]*|before-restore-[^/]*(/.*)?|backups(/library-\d+T\d+Z\.db)?"
    r"|recordings(/[^/]+\.(wav|peaks))?|(models|questions|cache)(/.*)?"
)


@dataclass
class Promised:
    """What was said before the end."""

    saved: dict[AnswerId, str] = field(default_factory=dict)
    clock_s: float = 0.0
    words: set[AnswerId] = field(default_factory=set)
    judged: set[AnswerId] = field(default_factory=set)
    corrected: dict[AnswerId, int] = field(default_factory=dict)
    children: list[int] = field(default_factory=list)

    def hear(self, line: str) -> None:
        """Take in a line of an act."""
        match line.split():
            case ["saved", answer, sha256]:
                self.saved[AnswerId(int(answer))] = sha256
                self.clock_s = 0.0
            case ["clock", seconds]:
                self.clock_s = float(seconds)
            case ["words", answer]:
                self.words.add(AnswerId(int(answer)))
            case ["judged", answer]:
                self.judged.add(AnswerId(int(answer)))
            case ["corrected", answer, count]:
                self.corrected[AnswerId(int(answer))] = int(count)
            case ["deleting", *answers]:
                for answer in answers:
                    self.saved.pop(AnswerId(int(answer)), None)
            case ["child", pid]:
                self.children.append(int(pid))


@dataclass
class Found:
    """What the next start found: `faults` in words, and how much of the running take was missing."""

    faults: list[str] = field(default_factory=list)
    lost_s: float = 0.0


def look(folder: DataFolder, promised: Promised, most_lost_s: float, *, is_killed: bool = True) -> Found:
    """Start as the program does, recover what is offered, and hold it against what was promised.

    After a kill nothing may lie about that nobody knows; after a power cut it may, if it is offered.
    """
    found = Found()
    _let_time_pass(folder.data.parent)
    store, _ = open_store(folder)
    try:
        found.faults += [f"the database: {fault}" for fault in store.faults()]
        library = TakeFolder(folder.recordings)
        clear_up(store, library)
        found.faults += finish_deletions(store, library)
        found.lost_s = _recover(store, library, promised, found.faults)
        if found.lost_s > most_lost_s:
            found.faults.append(f"{found.lost_s:.2f} s of the running take are missing")
        strays = find_strays(folder.recordings, store)
        if strays and is_killed:
            found.faults.append(f"takes that no answer names: {[stray.path.name for stray in strays]}")
        for sitting in sittings_of(strays):
            take_in(store, sitting)
        found.faults += _kept(store, library, promised)
        found.faults += _unsound(store, library)
    finally:
        store.close()
    found.faults += _unknown_files(folder)
    found.faults += [*read_settings(folder.settings_file).problems, *read_own_work(folder.own_work_file).problems]
    found.faults += _backup(folder)
    return found


def _let_time_pass(folder: Path) -> None:
    """The next start is an hour later: what still runs is known by being young."""
    for path in (folder, *folder.rglob("*")):
        seen = path.stat()
        os.utime(path, (seen.st_atime - _LONG_AGO_S, seen.st_mtime - _LONG_AGO_S))


def _recover(store: Store, library: TakeFolder, promised: Promised, faults: list[str]) -> float:
    """As the window does when one presses Recover; gives how many seconds of what the clock showed are missing."""
    parts = {take.file_name: take for take in find_unfinished(library.folder)}
    clock_s = promised.clock_s
    lost_s = clock_s
    for record in store.unfinished():
        name = record.file_name or ""
        whole: FinishedTake | None = None
        if name in parts:
            whole = recover(parts[name].path)
        elif name and library.path_of(name).is_file():
            whole = read_finished(library.path_of(name))
        if whole is None:
            store.answer_lost(record.id)
            continue
        store.answer_saved(record.id, whole.samples, whole.byte_count, whole.sha256)
        if clock_s:
            lost_s = min(lost_s, clock_s - _whole_s(whole, faults))
    return max(0.0, lost_s)


def _whole_s(take: FinishedTake, faults: list[str]) -> float:
    """Any player can play it; so many seconds of it, from the beginning, are what was said."""
    with wave.open(str(take.path), "rb") as sound:
        pcm = sound.readframes(sound.getnframes())
    if len(pcm) != 2 * take.samples:
        faults.append(f"{take.path.name} does not say how long it is")
    same = (number for number, (one, other) in enumerate(zip(pcm, PCM, strict=False)) if one != other)
    return next(same, min(len(pcm), len(PCM))) / BYTES_PER_SECOND


def _kept(store: Store, library: TakeFolder, promised: Promised) -> Iterator[str]:
    for answer, sha256 in promised.saved.items():
        try:
            record = store.answer(answer)
        except UnknownRecord:
            yield f"the saved answer {answer} is gone"
            continue
        if record.status is not AnswerStatus.SAVED or record.sha256 != sha256:
            yield f"the saved answer {answer} is {record.status}"
        elif library.check(record.file_name or "", record.samples or 0, sha256) is not TakeState.WHOLE:
            yield f"the recording of the saved answer {answer} is not whole"
        if answer in promised.words and record.transcript is None:
            yield f"the words of answer {answer} are gone"
        if answer in promised.judged and record.report is None:
            yield f"the report of answer {answer} is gone"
        if len(store.corrections(answer)) + len(record.word_changes) < promised.corrected.get(answer, 0):
            yield f"a correction of answer {answer} is gone"


def _unsound(store: Store, library: TakeFolder) -> Iterator[str]:
    """A session that was being deleted may lack its recordings; deleting it again is all that is left to do."""
    stock = take_stock(store, library)
    if stock.unreadable_sessions or stock.unreadable_answers:
        yield "something in the library cannot be read"
    if stock.orphans or stock.stray_parts:
        yield f"files that nobody knows: {stock.orphans + stock.stray_parts}"
    if stock.unfinished:
        yield f"{stock.unfinished} answers are neither saved nor lost"


def _unknown_files(folder: DataFolder) -> Iterator[str]:
    for path in sorted(folder.data.rglob("*")):
        name = path.relative_to(folder.data).as_posix()
        if not _OURS.fullmatch(name):
            yield f"left lying: {name}"
        elif not name.startswith(("cache", "before-restore")) and path.stat().st_mode & 0o077:
            yield f"others may read {name}"


def _backup(folder: DataFolder) -> Iterator[str]:
    """The older one is there until the new one is whole."""
    backup = target(folder)
    if not backup.parent.is_dir():
        return
    try:
        LibraryArchive(backup).check()
        write_archive(folder, backup)  # the next one clears away what this one may have left
    except ArchiveError as error:
        yield str(error)
    others = sorted(path.name for path in backup.parent.iterdir() if path != backup)
    if others:
        yield f"left beside the backup: {others}"
