"""What a check of the library found, one by one, each with what would be done about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recordings.integrity import Stock, take_stock
from recordings.mending.aside import Noted, is_of, noted_in
from recordings.mending.leftovers import find_leftovers
from recordings.strays import find_strays
from recordings.take_folder import TakeFolder, TakeState
from simulator.store.records import INDEX_FAULT, AnswerId, AnswerRecord, SessionId

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder
    from simulator.store.store import Store


class FindingKind(StrEnum):
    """What is not as it should be."""

    ORPHAN = "orphan"  # a recording that no answer names
    NO_SOUND = "no_sound"  # a file among the recordings without any sound of ours
    MISSING = "missing"  # an answer's recording
    TRUNCATED = "truncated"
    REPLACED = "replaced"
    CUT_OFF = "cut_off"  # an answer that is still marked as being recorded
    EMPTY = "empty"  # an answer without sound, words or a note
    NO_WORDS = "no_words"  # a recorded answer that was not transcribed
    UNREADABLE = "unreadable"  # an interview or an answer
    INDEX = "index"  # of words
    DATABASE = "database"
    LEFTOVER = "leftover"  # half made when the program was cut off


class Remedy(StrEnum):
    """What mending does about it."""

    TAKE_IN = "take_in"  # as an interview of its own
    MOVE_ASIDE = "move_aside"
    NOTE = "note"  # nothing better is left: it is not reported again
    FINISH = "finish"  # what there is of it is kept
    MARK_LOST = "mark_lost"
    TRANSCRIBE = "transcribe"  # once the window is open
    MAKE_ANEW = "make_anew"  # out of the rows
    NOTHING = "nothing"


REMEDIES: Final[Mapping[FindingKind, Remedy]] = {
    FindingKind.ORPHAN: Remedy.TAKE_IN,
    FindingKind.NO_SOUND: Remedy.MOVE_ASIDE,
    FindingKind.MISSING: Remedy.NOTE,
    FindingKind.TRUNCATED: Remedy.NOTE,
    FindingKind.REPLACED: Remedy.NOTE,
    FindingKind.CUT_OFF: Remedy.FINISH,
    FindingKind.EMPTY: Remedy.MARK_LOST,
    FindingKind.NO_WORDS: Remedy.TRANSCRIBE,
    FindingKind.UNREADABLE: Remedy.NOTHING,
    FindingKind.INDEX: Remedy.MAKE_ANEW,
    FindingKind.DATABASE: Remedy.MAKE_ANEW,
    FindingKind.LEFTOVER: Remedy.MOVE_ASIDE,
}
NO_FAULTS: Final = frozenset({FindingKind.CUT_OFF, FindingKind.NO_WORDS, FindingKind.LEFTOVER})
"""By these nothing is lost: the window deals with the first two by itself."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One of them. `place` is a file's full path, or what the database says; `session` and `answer` are whose it is."""

    kind: FindingKind
    remedy: Remedy
    place: str = ""
    session: SessionId | None = None
    answer: AnswerId | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, and what was found."""

    stock: Stock
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing needs to be done."""
        return all(finding.kind in NO_FAULTS for finding in self.findings)

    @property
    def counts(self) -> Counter[FindingKind]:
        """How many there are of each kind."""
        return Counter(finding.kind for finding in self.findings)


def check_library(store: Store, data_folder: DataFolder, last: AnswerId | None = None) -> Check:
    """Look at everything, recordings byte by byte; nothing is changed.

    With `last`, answers begun after that one are taken for being recorded now, by whoever asks.

    Raises a StoreError, or `LibraryRefused` if the recordings cannot be read.
    """
    library = TakeFolder(data_folder.recordings)
    stock = take_stock(store, library)
    found = [
        *_takes(store, data_folder, stock),
        *_rows(store, stock, last),
        *_orphans(store, data_folder.recordings, stock),
        *_unreadable(stock),
        *_database(stock),
        *(_of(FindingKind.LEFTOVER, str(path)) for path in find_leftovers(data_folder)),
    ]
    return Check(stock, tuple(found))


def _of(
    kind: FindingKind, place: str = "", session: SessionId | None = None, answer: AnswerId | None = None
) -> Finding:
    return Finding(kind, REMEDIES[kind], place, session, answer)


def _takes(store: Store, data_folder: DataFolder, stock: Stock) -> Iterator[Finding]:
    noted: dict[tuple[AnswerId, TakeState], list[Noted]] = {}
    for one in noted_in(data_folder.data):
        noted.setdefault((one.answer, one.state), []).append(one)
    for broken in stock.broken:
        if not _is_noted(store, broken.answer, noted.get((broken.answer, broken.state), [])):
            place = str(data_folder.recordings / broken.file_name)
            yield _of(FindingKind(broken.state.value), place, broken.session, broken.answer)


def _is_noted(store: Store, answer: AnswerId, noted: list[Noted]) -> bool:
    """In a library that was restored meanwhile the number may be another answer's."""
    if not noted:
        return False
    began = {answer: store.answer(answer).started_at.isoformat()}
    return any(is_of(one, began) for one in noted)


def _rows(store: Store, stock: Stock, last: AnswerId | None) -> Iterator[Finding]:
    broken = {one.answer for one in stock.broken}
    wordless = (store.answer(answer) for answer in sorted(store.mending.wordless() - broken))
    for kind_of, records in ((_cut_off, store.unfinished()), (_kind_of_wordless, wordless)):
        for record in records:
            if last is None or record.id <= last:
                yield _of(kind_of(record), record.file_name or "", record.session_id, record.id)


def _cut_off(_record: AnswerRecord) -> FindingKind:
    return FindingKind.CUT_OFF


def _kind_of_wordless(record: AnswerRecord) -> FindingKind:
    return FindingKind.NO_WORDS if record.file_name else FindingKind.EMPTY


def _orphans(store: Store, recordings: Path, stock: Stock) -> Iterator[Finding]:
    if not recordings.is_dir():
        return
    with_sound = {stray.path.name for stray in find_strays(recordings, store)}
    for name in (*stock.orphans, *stock.stray_parts):
        kind = FindingKind.ORPHAN if name in with_sound else FindingKind.NO_SOUND
        yield _of(kind, str(recordings / name))


def _unreadable(stock: Stock) -> Iterator[Finding]:
    for session in stock.unreadable_sessions:
        yield _of(FindingKind.UNREADABLE, session=session)
    for session, answer in stock.unreadable_answers:
        yield _of(FindingKind.UNREADABLE, session=session, answer=answer)


def _database(stock: Stock) -> Iterator[Finding]:
    for fault in stock.database_faults:
        yield _of(FindingKind.INDEX if fault == INDEX_FAULT else FindingKind.DATABASE, fault)
