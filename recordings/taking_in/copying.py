"""The sound of a file, whatever its kind, becomes a take of the library. In the child alone: FFmpeg reads the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from recordings.errors import RecordingError
from recordings.take import FinishedTake, TakeWriter
from recordings.take_folder import TakeFolder
from recordings.taking_in.messages import Copied, Copy, Look, Looked, NoSound, NotCopied, Order, Outcome
from recordings.transcription.errors import SoundUndecodable
from recordings.transcription.sound import Samples
from recordings.transcription.sound_file import SoundFile, declared_s


def carried_out(order: Order) -> Outcome:
    """What comes of it. Never raises for anything that a file or a disk may do."""
    match order:
        case Look(path):
            return _looked(path)
        case Copy():
            return _copied(order)


def _looked(path: Path) -> Outcome:
    try:
        return Looked(path, declared_s(path))
    except SoundUndecodable as problem:
        return NoSound(path, str(problem))


def _copied(order: Copy) -> Outcome:
    try:
        sound = SoundFile(order.path)
        used = sound.used
        TakeFolder(order.folder).check_space(used.duration_s)
        take = _write(sound.blocks(), TakeWriter.create(order.folder, order.name), order.path.name)
    except (SoundUndecodable, RecordingError) as problem:
        return NotCopied(order.number, str(problem))
    return Copied(order.number, take.samples, take.byte_count, take.sha256, used)


def _write(blocks: Iterator[Samples], take: TakeWriter, name: str) -> FinishedTake:
    """The closed take; what fails half-way leaves none. Raises SoundUndecodable or a TakeError."""
    try:
        for block in blocks:
            take.append(block.astype("<i2").tobytes())
        if not take.samples:
            raise SoundUndecodable(f"{name} contains no sound.")
        return take.close()
    except (SoundUndecodable, RecordingError):
        take.discard()
        raise
