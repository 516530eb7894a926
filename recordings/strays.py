"""Recordings that no answer names, after a power cut or beside a library that is gone: found, and taken in again.

What the library does name is `recovery`'s.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from question_bank.models import Question
from recordings.errors import LibraryRefused, RecordingError
from recordings.kept_peaks import peaks_path
from recordings.pcm import HEADER_BYTES, seconds_of, wav_header
from recordings.recovery import discard, read_finished, recover
from recordings.take import PART_SUFFIX, WAV_SUFFIX, FinishedTake
from recordings.take_file import is_sealed_take, samples_in
from simulator.interview.plan import SessionPlan
from simulator.unknown_question import UNKNOWN_QUESTION

if TYPE_CHECKING:
    from simulator.store.records import AnswerId, SessionId
    from simulator.store.store import Store

_SITTING: Final = timedelta(hours=1)  # our own: what lies closer together was one interview
_FORMAT: Final = slice(8, 36)  # of a header: all of it but the two sizes


@dataclass(frozen=True, slots=True)
class Stray:
    """A take that belongs to no answer: a `.part` or a whole `.wav`, with `samples` whole samples.

    `ended_at` is when it was last written to, in UTC.
    """

    path: Path
    samples: int
    ended_at: datetime

    @property
    def is_unfinished(self) -> bool:
        return self.path.name.endswith(PART_SUFFIX)

    @property
    def duration_s(self) -> float:
        return seconds_of(self.samples)

    @property
    def began_at(self) -> datetime:
        """When it began, as far as the file tells."""
        return self.ended_at - timedelta(seconds=self.duration_s)


def find_strays(folder: Path, store: Store) -> tuple[Stray, ...]:
    """Every take in `folder` that no answer names, oldest first; of the unfinished, that none is being recorded into.

    Files that are not ours, or hold no sound, are left out. Raises `LibraryRefused` if the folder cannot be read, or a
    StoreError.
    """
    try:
        with os.scandir(folder) as entries:  # names alone: at every start, beside perhaps 100,000 takes that are known
            names = {entry.name for entry in entries}
        unfinished = {f"{record.file_name}.part" for record in store.unfinished()}  # its row is there before a file is
        unknown = names.difference(store.file_names(), unfinished)
        found = [_stray(folder / name) for name in unknown if name.endswith((WAV_SUFFIX, PART_SUFFIX))]
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise LibraryRefused(f"The recordings in {folder} cannot be read ({reason}). Nothing was changed.") from error
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.ended_at, one.path.name)))


def sittings_of(strays: Iterable[Stray]) -> tuple[tuple[Stray, ...], ...]:
    """The strays, oldest first, parted where more than an hour lies between two of them."""
    sittings: list[list[Stray]] = []
    for stray in strays:
        if sittings and stray.began_at - sittings[-1][-1].ended_at <= _SITTING:
            sittings[-1].append(stray)
        else:
            sittings.append([stray])
    return tuple(tuple(sitting) for sitting in sittings)


def take_in(store: Store, sitting: Sequence[Stray]) -> tuple[SessionId, tuple[AnswerId, ...]]:
    """Keep the strays of one sitting as a session of their own, and give it with the answers that were made whole.

    Each has its row before its file is touched: what fails half-way is offered as a take that was cut off. Raises a
    StoreError, or the `RecordingError` of the last stray that could not be read once the others are kept.
    """
    plan = SessionPlan(None, None, (UNKNOWN_QUESTION,) * len(sitting), seed=0)
    session = store.begin_session(plan, sitting[0].began_at)
    kept: list[AnswerId] = []
    refusal: RecordingError | None = None
    for position, stray in enumerate(sitting):
        try:
            kept.append(_take_in_one(store, session, UNKNOWN_QUESTION, position, stray))
        except RecordingError as error:
            refusal = error
    store.end_session(session, sitting[-1].ended_at)
    if refusal is not None:
        raise refusal
    return session, tuple(kept)


def throw_away(strays: Iterable[Stray]) -> None:
    """Delete them for good. Raises `LibraryRefused`."""
    for stray in strays:
        discard(stray.path)


def _take_in_one(store: Store, session: SessionId, question: Question, position: int, stray: Stray) -> AnswerId:
    path = _with_free_name(stray.path, set(store.file_names()))
    answer = store.begin_answer(session, question, position, 1, _final_name(path), stray.began_at)
    whole: FinishedTake = recover(path) if stray.is_unfinished else read_finished(path)
    store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
    return answer


def _with_free_name(path: Path, taken: Collection[str]) -> Path:
    """The file under a name that neither an answer nor another file has; it keeps its own if it can."""
    name = _final_name(path)
    if name not in taken and (not _is_part(path) or not path.with_name(name).exists()):
        return path
    free = path.with_name(f"{uuid4()}{PART_SUFFIX if _is_part(path) else WAV_SUFFIX}")
    try:
        peaks_path(path).unlink(missing_ok=True)
        return path.rename(free)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise LibraryRefused(f"{path} could not be renamed ({reason}). It was left as it is.") from error


def _stray(path: Path) -> Stray | None:
    status, samples = path.stat(), samples_in(path)
    if not samples or not (_is_part(path) or _is_ours(path)):
        return None
    return Stray(path, samples, datetime.fromtimestamp(status.st_mtime, UTC))


def _is_ours(path: Path) -> bool:
    if is_sealed_take(path):
        return True
    with path.open("rb") as file:
        return file.read(HEADER_BYTES)[_FORMAT] == wav_header(0)[_FORMAT]


def _is_part(path: Path) -> bool:
    return path.name.endswith(PART_SUFFIX)


def _final_name(path: Path) -> str:
    return path.with_suffix("").name if _is_part(path) else path.name
