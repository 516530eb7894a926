"""A finished sound file of any kind, surveyed once and then read as 16 kHz mono samples. No recognition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from recordings.pcm import RawFormat, Resampler
from recordings.transcription.channels import ChannelSums, Mix, choose_mix, gain_db_for, loud_level_db
from recordings.transcription.containers import begins_like_sound, lacks_its_index, links_of, opened, pcm_decoder
from recordings.transcription.errors import SoundUndecodable
from recordings.transcription.sound import SAMPLE_RATE, Samples
from recordings.transcription.sound_used import SoundUsed

_BLOCK_SAMPLES: Final = 30 * SAMPLE_RATE
_SILENT_BESIDE_DB: Final = 30.0  # this far below another, a track holds hiss
_SHORTER_S: Final = 1.0  # encoders add or take this much at the ends
_SHORTER_SHARE: Final = 0.02
_DAMAGED_SHARE: Final = 0.01
_ENDLESS_BYTES: Final = 0x7FFF_0000  # what a WAV says that was written into a pipe
_SAY_THEIR_LENGTH: Final = ("wav", "w64", "aiff", "caf", "au", "flac", "mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm")
_SCALE: Final = {"u8": 128.0, "s16": 32_768.0, "s32": 2_147_483_648.0, "flt": 1.0, "dbl": 1.0}


@dataclass(frozen=True, slots=True)
class Piece:
    """What one frame of a file holds: samples of shape (channels, length) between −1 and 1, at its own rate."""

    track: int
    rate_hz: int
    layout: str
    samples: NDArray[np.float32]

    @property
    def duration_s(self) -> float:
        return self.samples.shape[1] / self.rate_hz


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
        for piece in self._pieces(_State()):
            if piece.track != survey.track:
                continue
            if resampler is None or piece.rate_hz != rate_hz:
                if resampler is not None:
                    yield _numbers(resampler.flush())
                resampler, rate_hz = Resampler(RawFormat(piece.rate_hz, 1, "float32")), piece.rate_hz
            yield _numbers(resampler.feed((survey.mixes[piece.layout].apply(piece.samples) * loudness).tobytes()))
        if resampler is not None:
            yield _numbers(resampler.flush())

    def _pieces(self, state: _State) -> Iterator[Piece]:
        try:
            with self._path.open("rb") as file:
                yield from _decoded(file, self._path.name, state)
        except FileNotFoundError as problem:
            raise SoundUndecodable(f"{self._path.name} is not there.") from problem
        except OSError as problem:
            raise SoundUndecodable(f"{self._path.name} could not be read: {problem.strerror}.") from problem


@dataclass(slots=True)
class _State:
    """What is noticed of a file while it is decoded."""

    track_count: int = 0
    expected_s: float | None = None
    good_count: int = 0
    bad_count: int = 0
    is_cut_off: bool = False


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
        self.state = _State()
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
            is_damaged=state.bad_count > _DAMAGED_SHARE * state.good_count + 1,
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


def _decoded(file: BinaryIO, name: str, state: _State) -> Iterator[Piece]:
    """Every frame of every track. Raises SoundUndecodable; faults after the first frame are only noted in `state`."""
    import av

    links = links_of(file)
    state.is_cut_off = links.is_cut_off
    decoder = pcm_decoder(file)
    for start, end in links.stretches:
        try:
            with opened(file, start, end) as container:
                yield from _link(container, decoder, name, state)
        except av.error.FFmpegError as problem:
            if not state.good_count:
                raise _not_sound(file, name) from problem
            state.is_cut_off = True
    if state.bad_count and not state.good_count:
        raise _not_sound(file, name)


def _link(container: Any, decoder: str | None, name: str, state: _State) -> Iterator[Piece]:
    streams = container.streams.audio
    if not streams:
        raise SoundUndecodable(f"{name} holds no sound.")
    decoders = {stream.index: _decoder(stream, decoder) for stream in streams}
    if not any(decoders.values()):
        raise SoundUndecodable(f"{name} holds sound of a kind that cannot be decoded; it may be protected.")
    state.track_count = max(state.track_count, len(streams))
    state.expected_s = _expected_s(container)
    tracks = {stream.index: track for track, stream in enumerate(streams)}
    for packet in container.demux(*streams):
        if decoders[packet.stream.index] is not None:
            yield from _frames(packet, decoders[packet.stream.index], tracks[packet.stream.index], state)


def _decoder(stream: Any, decoder: str | None) -> Any:
    """What decodes the packets of `stream`; None if nothing does."""
    import av

    own = stream.codec_context
    if decoder is None or own is None:
        return own
    context: Any = av.CodecContext.create(decoder, "r")
    context.sample_rate, context.layout = own.sample_rate, own.layout
    return context


def _expected_s(container: Any) -> float | None:
    """How long the sound should be, by what the file itself says; None if it is only estimated."""
    stream = container.streams.audio[0]
    if container.format.name not in _SAY_THEIR_LENGTH or len(container.streams) > len(container.streams.audio):
        return None
    if stream.duration is not None and stream.time_base is not None:
        length_s = float(stream.duration * stream.time_base)
    elif container.duration is not None:
        length_s = container.duration / 1_000_000
    else:
        return None
    is_endless = container.format.name == "wav" and length_s * (stream.bit_rate or 0) / 8 >= _ENDLESS_BYTES
    return None if is_endless else length_s


def _frames(packet: Any, decoder: Any, track: int, state: _State) -> Iterator[Piece]:
    import av

    try:
        frames = decoder.decode(packet)
        pieces = [Piece(track, frame.sample_rate, frame.layout.name, _floats(frame)) for frame in frames]
    except (av.error.FFmpegError, ValueError):
        state.bad_count += 1
        return
    state.good_count += len(pieces)
    yield from pieces


def _floats(frame: Any) -> NDArray[np.float32]:
    """The samples of a frame, of shape (channels, length). Raises ValueError for a format that numpy does not have."""
    samples = frame.to_ndarray()
    if not frame.format.is_planar:
        samples = samples.reshape(-1, frame.layout.nb_channels).T
    kind = frame.format.name.removesuffix("p")
    centred = samples.astype(np.float32) - (_SCALE[kind] if kind == "u8" else 0)
    return np.nan_to_num(np.asarray(centred / _SCALE[kind], np.float32), posinf=1.0, neginf=-1.0)


def _not_sound(file: BinaryIO, name: str) -> SoundUndecodable:
    if lacks_its_index(file):
        return SoundUndecodable(
            f"{name} is cut off: the part is missing that says where its sound lies. "
            "Copy it again, or stop and save the recording where it was made."
        )
    if begins_like_sound(file):
        return SoundUndecodable(f"{name} begins like a sound file, but is cut off or damaged: no sound can be read.")
    return SoundUndecodable(f"{name} is not a sound file that can be read.")


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
