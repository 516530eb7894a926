"""A finished sound file of any kind, surveyed once and then read as 16 kHz mono samples. No recognition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np

from recordings.pcm import RawFormat, Resampler
from recordings.take_file import open_take
from recordings.transcription.channels import ChannelSums, Mix, choose_mix, gain_db_for, loud_level_db
from recordings.transcription.decoding import FileState, Piece, declared_length_s, decoded
from recordings.transcription.errors import SoundUndecodable
from recordings.transcription.sound import SAMPLE_RATE, Samples
from recordings.transcription.sound_used import SoundUsed

_BLOCK_SAMPLES: Final = 30 * SAMPLE_RATE
_SILENT_BESIDE_DB: Final = 30.0  # this far below another, a track holds hiss
_SHORTER_S: Final = 1.0  # encoders add or take this much at the ends
_SHORTER_SHARE: Final = 0.02
_DAMAGED_SHARE: Final = 0.01


def declared_s(path: Path) -> float | None:
    """How long the sound of the file at `path` is, roughly and by its own word; None where it says nothing.

    Quick: nothing is decoded. Raises SoundUndecodable, in a sentence for the user, for what holds no sound.
    """
    with _open_file(path) as file:
        return declared_length_s(file, path.name)


class SoundFile:
    """The sound in a file, mixed to mono and resampled. Its rate and its channels may change on the way.

    The whole file is decoded twice: once for `used`, which only the whole can tell, and once for its samples. All raise
    SoundUndecodable, in a sentence for the user, if the file is missing or holds no sound.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def used(self) -> SoundUsed:
        """What of the file is listened to."""
        return self._survey.used

    def blocks(self) -> Iterator[Samples]:
        """The sound in blocks of about half a minute. Pieces that are damaged are left out."""
        return _in_blocks(self._samples())

    @cached_property
    def _survey(self) -> _Survey:
        survey = _Survey()
        for piece in self._pieces(survey.state):
            survey.add(piece)
        survey.choose()
        return survey

    def _samples(self) -> Iterator[Samples]:
        survey = self._survey
        loudness = np.float32(10 ** (survey.used.gain_db / 20))
        resampler, rate_hz = None, 0
        for piece in self._pieces(FileState()):
            if piece.track != survey.track:
                continue
            if resampler is None or piece.rate_hz != rate_hz:
                if resampler is not None:
                    yield _numbers(resampler.flush())
                resampler, rate_hz = Resampler(RawFormat(piece.rate_hz, 1, "float32")), piece.rate_hz
            yield _numbers(resampler.feed((survey.mixes[piece.layout].apply(piece.samples) * loudness).tobytes()))
        if resampler is not None:
            yield _numbers(resampler.flush())

    def _pieces(self, state: FileState) -> Iterator[Piece]:
        with _open_file(self._path) as file:
            yield from decoded(file, self._path.name, state)


@contextmanager
def _open_file(path: Path) -> Iterator[BinaryIO]:
    """The file, to be read. Trouble with the disk, then or later, becomes SoundUndecodable."""
    try:
        with open_take(path) as file:
            yield file
    except FileNotFoundError as problem:
        raise SoundUndecodable(f"{path.name} is not there.") from problem
    except OSError as problem:
        raise SoundUndecodable(f"{path.name} could not be read: {problem.strerror}.") from problem


@dataclass(slots=True)
class _Track:
    """What a survey finds in one track."""

    sums: dict[str, ChannelSums] = field(default_factory=dict)
    peaks: list[tuple[float, float]] = field(default_factory=list)
    duration_s: float = 0.0

    def add(self, piece: Piece) -> None:
        if piece.layout not in self.sums:
            self.sums[piece.layout] = ChannelSums(len(piece.samples))
        self.sums[piece.layout].add(piece.samples)
        self.peaks.append((float(np.abs(piece.samples).max(initial=0.0)), piece.duration_s))
        self.duration_s += piece.duration_s


class _Survey:
    """The levels of every track and channel, and what they make us choose."""

    def __init__(self) -> None:
        self.state = FileState()
        self.track = 0
        self.mixes: dict[str, Mix] = {}
        self.used = SoundUsed(0.0)
        self._tracks: dict[int, _Track] = defaultdict(_Track)

    def add(self, piece: Piece) -> None:
        self._tracks[piece.track].add(piece)

    def choose(self) -> None:
        """To be called once all pieces were added."""
        if not self._tracks:
            return
        levels = {number: loud_level_db(track.peaks) for number, track in sorted(self._tracks.items())}
        self.track = _first_with_sound(levels)
        track, state = self._tracks[self.track], self.state
        self.mixes = {layout: choose_mix(sums.covariance(), _bass(layout)) for layout, sums in track.sums.items()}
        main = max(track.sums, key=lambda layout: track.sums[layout].count)
        self.used = SoundUsed(
            duration_s=track.duration_s,
            track=self.track + 1,
            track_count=state.track_count,
            channels=tuple(index + 1 for index in self.mixes[main].channels),
            channel_count=len(track.sums[main].covariance()),
            channel_choice=self.mixes[main].choice,
            level_db=levels[self.track],
            gain_db=gain_db_for(levels[self.track]),
            expected_s=state.expected_s,
            is_cut_off=state.is_cut_off or _is_shorter(track.duration_s, state.expected_s),
            is_damaged=state.has_gaps or state.bad_count > _DAMAGED_SHARE * state.good_count + 1,
        )


def _first_with_sound(levels: dict[int, float | None]) -> int:
    known = [level for level in levels.values() if level is not None]
    least = max(known, default=0.0) - _SILENT_BESIDE_DB
    return next((track for track, level in levels.items() if level is not None and level >= least), min(levels))


def _is_shorter(duration_s: float, expected_s: float | None) -> bool:
    return expected_s is not None and duration_s < expected_s * (1 - _SHORTER_SHARE) - _SHORTER_S


@lru_cache
def _bass(layout: str) -> tuple[int, ...]:
    """The indexes of the channels for low frequencies in a layout of that name."""
    import av

    try:
        return tuple(at for at, channel in enumerate(av.AudioLayout(layout).channels) if channel.name == "LFE")
    except ValueError:  # so many channels without a meaning
        return ()


def _numbers(pcm: bytes) -> Samples:
    return np.frombuffer(pcm, "<i2").astype(np.int16)


def _in_blocks(pieces: Iterator[Samples]) -> Iterator[Samples]:
    waiting: list[Samples] = []
    count = 0
    for piece in pieces:
        waiting.append(piece)
        count += len(piece)
        if count >= _BLOCK_SAMPLES:
            yield np.concatenate(waiting)
            waiting, count = [], 0
    if waiting:
        yield np.concatenate(waiting)
