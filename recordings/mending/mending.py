"""Does what a check of the library found to be done, and undoes what was taken away or marked."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recordings.errors import LibraryRefused, RecordingError
from recordings.mending.aside import PREFIX, Aside, Marked, is_of, next_to_undo
from recordings.mending.findings import Finding, FindingKind, Remedy, check_library
from recordings.pcm import HEADER_BYTES, SAMPLE_BYTES
from recordings.recovery import read_finished, recover
from recordings.session_deletion import finish_deletions
from recordings.strays import find_strays, sittings_of, take_in
from recordings.take import PART_SUFFIX
from recordings.take_file import bytes_as_wav
from recordings.take_folder import TakeFolder, TakeState
from recordings.taking_in.remains import clear_up
from simulator.data_folder import DataFolder
from simulator.errors import SimulatorError
from simulator.folder_sync import sync_file, sync_folder
from simulator.store.errors import UnknownRecord
from simulator.store.records import AnswerId, AnswerRecord, AnswerStatus

if TYPE_CHECKING:
    from simulator.store.store import Store

_STATES: Final[Mapping[FindingKind, TakeState]] = {
    FindingKind.MISSING: TakeState.MISSING,
    FindingKind.TRUNCATED: TakeState.TRUNCATED,
    FindingKind.REPLACED: TakeState.REPLACED,
}


class Outcome(StrEnum):
    """What became of a finding."""

    DONE = "done"
    BROUGHT_BACK = "brought_back"  # the original recording was found, and is in its place again
    NOTED = "noted"  # no original was found; it is not reported again
    LOST = "lost"  # nothing at all is left of an answer: it is marked so
    WAITING = "waiting"  # to be transcribed, which the window does
    LEFT = "left"  # nothing can be done about it here


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of each finding, why it could not be done, and the folder of what was taken away; None if nothing."""

    outcomes: tuple[tuple[Finding, Outcome], ...]
    refusals: tuple[str, ...]
    aside: Path | None

    @property
    def is_all_done(self) -> bool:
        """Whether the library is in order now, as far as it ever can be."""
        return not self.refusals and all(outcome is not Outcome.LEFT for _, outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class Undone:
    """What came back: so many files and marks. `left` are files whose old place is taken by now."""

    folder: Path
    files: int
    marks: int
    left: tuple[Path, ...]


def mend(store: Store, data_folder: DataFolder, last: AnswerId | None = None) -> Mended:
    """Check the library and put right what can be.

    With `last`, answers begun after that one are being recorded now, and left alone; without, nobody else is at work.

    Nothing is deleted: what is taken away can be brought back by `undo`. What the disk refuses is told, and the rest
    done all the same. Raises a StoreError if the library cannot be read.
    """
    return _Mending(store, data_folder, last).done()


def undo(store: Store, data_folder: DataFolder) -> Undone | None:
    """Take back the latest mending that took anything away; None if there is none. Raises `LibraryRefused`, StoreError.

    What it added, recordings that no answer named and answers that were cut off, stays.
    """
    latest = next_to_undo(data_folder.data)
    if latest is None:
        return None
    marks = sum(_unmark(store, one) for one in latest.contents.marked)
    before = len(latest.contents.moved)
    noted = len(latest.contents.noted)
    left = latest.put_back()
    return Undone(latest.folder, before - len(left), marks + noted, left)


def _unmark(store: Store, marked: Marked) -> bool:
    """Whether the answer was as it was marked; another that has its number by now stays as it is."""
    try:
        began = {marked.answer: store.answer(marked.answer).started_at.isoformat()}
    except UnknownRecord:
        return False
    return is_of(marked, began) and store.mending.mark(marked.answer, marked.before, AnswerStatus.LOST)


class _Mending:
    def __init__(self, store: Store, data_folder: DataFolder, last: AnswerId | None) -> None:
        self._store = store
        self._data_folder = data_folder
        self._last = last
        self._library = TakeFolder(data_folder.recordings)
        self._aside = Aside.new(data_folder.data)
        self._refusals: list[str] = []
        self._originals: set[Path] = set()

    def done(self) -> Mended:
        if self._last is None:
            clear_up(self._store, self._library)
            self._refusals += finish_deletions(self._store, self._library)
        findings = check_library(self._store, self._data_folder, self._last).findings
        outcomes = tuple(self._deal_with(findings))
        return Mended(outcomes, tuple(self._refusals), None if self._aside.is_empty else self._aside.folder)

    def _deal_with(self, findings: tuple[Finding, ...]) -> Iterator[tuple[Finding, Outcome]]:
        """Broken takes come first: an orphan may be the original of one."""
        for finding in findings:
            if finding.remedy is Remedy.TAKE_IN:
                continue
            outcome = self._tried(partial(self._deeds[finding.remedy], self, finding))
            if outcome is not None:
                yield finding, outcome
        orphans = [one for one in findings if one.remedy is Remedy.TAKE_IN and Path(one.place) not in self._originals]
        if orphans and (outcome := self._tried(self._take_in)) is not None:
            yield from ((finding, outcome) for finding in orphans)

    def _tried(self, deed: Callable[[], Outcome]) -> Outcome | None:
        try:
            return deed()
        except SimulatorError as error:
            self._refusals.append(str(error))
            return None

    def _take_in(self) -> Outcome:
        for sitting in sittings_of(find_strays(self._data_folder.recordings, self._store)):
            try:
                take_in(self._store, sitting)
            except SimulatorError as error:  # one unreadable recording keeps back no later sitting
                self._refusals.append(str(error))
        return Outcome.DONE

    def _move_aside(self, finding: Finding) -> Outcome:
        self._aside.move(Path(finding.place))
        return Outcome.DONE

    def _note(self, finding: Finding) -> Outcome:
        """Unless its original is found: under another name, or where an earlier restoration or mending put it."""
        assert finding.answer is not None  # noqa: S101 - recordings are answers'
        record = self._store.answer(finding.answer)
        original = self._original_of(record)
        if original is not None:
            return self._bring_back(original, Path(finding.place), record)
        if finding.kind is FindingKind.MISSING and finding.answer in self._wordless:
            return self._mark_lost(finding)  # nothing at all is left of it
        self._aside.note(record, _STATES[finding.kind])
        return Outcome.NOTED

    def _bring_back(self, original: Path, path: Path, whose: AnswerRecord) -> Outcome:
        if path.exists():
            size = bytes_as_wav(path)
            self._sounds.setdefault(size, []).append(self._aside.move(path, whose))  # it may be another's original
        try:
            _put_in_place(original, path)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise LibraryRefused(f"{path} could not be written ({reason}). Its original is {original}.") from error
        self._originals.add(original)
        return Outcome.BROUGHT_BACK

    def _original_of(self, record: AnswerRecord) -> Path | None:
        if record.samples is None or record.sha256 is None:
            return None
        size = HEADER_BYTES + record.samples * SAMPLE_BYTES
        for path in self._sounds.get(size, ()):
            is_anothers = path.parent == self._library.folder and path.name in self._known
            if not is_anothers and _is_original(path, size, record):
                return path
        return None

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._store.file_names())

    @cached_property
    def _wordless(self) -> frozenset[AnswerId]:
        return self._store.mending.wordless()

    @cached_property
    def _sounds(self) -> dict[int, list[Path]]:
        """Wherever an original may lie, by the size in bytes: looked up once, however many are missing."""
        sounds: dict[int, list[Path]] = {}
        for path in _sound_files(self._data_folder):
            with suppress(OSError):
                sounds.setdefault(bytes_as_wav(path), []).append(path)
        return sounds

    def _finish(self, finding: Finding) -> Outcome:
        """What was recorded or typed is kept; an answer of which nothing is there is marked as lost."""
        assert finding.answer is not None  # noqa: S101 - it is an answer that was cut off
        record = self._store.answer(finding.answer)
        if record.typed.strip():
            self._store.typed_saved(record.id, record.typed)
            return Outcome.DONE
        path = self._library.path_of(record.file_name) if record.file_name else None
        part = path.with_name(path.name.removesuffix(".wav") + PART_SUFFIX) if path else None
        if part is not None and part.is_file():
            whole = recover(part)
        elif path is not None and path.is_file():
            whole = read_finished(path)
        else:
            return self._mark_lost(finding, AnswerStatus.RECORDING)
        self._store.answer_saved(record.id, whole.samples, whole.byte_count, whole.sha256)
        return Outcome.DONE

    def _mark_lost(self, finding: Finding, before: AnswerStatus = AnswerStatus.SAVED) -> Outcome:
        assert finding.answer is not None  # noqa: S101 - it is an answer that is empty
        self._aside.mark(self._store.answer(finding.answer), before)
        self._store.mending.mark(finding.answer, AnswerStatus.LOST, before)
        return Outcome.LOST

    def _make_anew(self, finding: Finding) -> Outcome:
        if finding.kind is FindingKind.INDEX:
            self._store.mend_index()
            return Outcome.DONE
        self._store.mending.make_indexes_anew()
        return Outcome.LEFT if finding.place in self._store.faults() else Outcome.DONE

    def _nothing(self, _finding: Finding) -> Outcome:
        return Outcome.LEFT

    def _transcribe(self, _finding: Finding) -> Outcome:
        """The window does so by itself."""
        return Outcome.WAITING

    _deeds: Final[Mapping[Remedy, Callable[[_Mending, Finding], Outcome]]] = {
        Remedy.MOVE_ASIDE: _move_aside,
        Remedy.NOTE: _note,
        Remedy.FINISH: _finish,
        Remedy.MARK_LOST: _mark_lost,
        Remedy.TRANSCRIBE: _transcribe,
        Remedy.MAKE_ANEW: _make_anew,
        Remedy.NOTHING: _nothing,
    }


def _put_in_place(original: Path, path: Path) -> None:
    """An orphan of the same folder gets its old name; what lies elsewhere stays there, too. Raises OSError."""
    if original.parent != path.parent:
        copy = path.with_name(f"{path.name}.copy")
        shutil.copyfile(original, copy)
        copy.chmod(0o600)
        sync_file(copy)
        original = copy
    original.replace(path)
    sync_folder(path.parent)


def _sound_files(data_folder: DataFolder) -> Iterable[Path]:
    for folder in (
        data_folder.recordings,
        *sorted(data_folder.data.glob("before-restore-*/recordings")),
        *sorted(data_folder.data.glob(f"{PREFIX}*")),
    ):
        yield from sorted(folder.glob("*.wav"))


def _is_original(path: Path, size: int, record: AnswerRecord) -> bool:
    try:
        return bytes_as_wav(path) == size and read_finished(path).sha256 == record.sha256
    except (OSError, RecordingError):
        return False
