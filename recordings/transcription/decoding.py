"""A sound file's frames become pieces of numbers, whatever changes on the way. Nothing is chosen here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from recordings.transcription.containers import begins_like_sound, lacks_its_index, links_of, opened
from recordings.transcription.errors import SoundUndecodable
from recordings.transcription.wav_headers import pcm_decoder, wav_length_s

_PIECE_S: Final = 0.25  # frames last 20 ms and less, and numpy's cost is by the call
_SAY_THEIR_LENGTH: Final = ("w64", "aiff", "caf", "au", "flac", "mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm")
_SCALE: Final = {"u8": 128.0, "s16": 32_768.0, "s32": 2_147_483_648.0, "flt": 1.0, "dbl": 1.0}


@dataclass(frozen=True, slots=True)
class Piece:
    """A short piece of one track: samples of shape (channels, length) between −1 and 1, at its own rate."""

    track: int
    rate_hz: int
    layout: str
    samples: NDArray[np.float32]

    @property
    def duration_s(self) -> float:
        return float(self.samples.shape[1] / self.rate_hz)


@dataclass(slots=True)
class FileState:
    """What is noticed of a file while it is decoded. `expected_s` is how long it should be, by what it says itself."""

    track_count: int = 0
    expected_s: float | None = None
    good_count: int = 0
    bad_count: int = 0
    is_cut_off: bool = False
    has_gaps: bool = False


def decoded(file: BinaryIO, name: str, state: FileState) -> Iterator[Piece]:
    """Everything in every track of `file`, whose name is only for sentences. Faults on the way are noted in `state`.

    Raises SoundUndecodable if nothing at all can be decoded.
    """
    import av

    links = links_of(file)
    state.is_cut_off, state.has_gaps = links.is_cut_off, links.has_gaps
    state.expected_s, decoder = wav_length_s(file), pcm_decoder(file)
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


def declared_length_s(file: BinaryIO, name: str) -> float | None:
    """How long the sound is by the word of `file`, roughly; None where it says nothing. Nothing is decoded.

    Raises SoundUndecodable if it is no sound, or of a kind that nothing here decodes.
    """
    import av

    links = links_of(file)
    try:
        with opened(file, *links.stretches[0]) as container:
            _tracks_of(container, pcm_decoder(file), name)
            is_whole = len(links.stretches) == 1
            return (wav_length_s(file) or _longest_s(container)) if is_whole else None
    except av.error.FFmpegError as problem:
        raise _not_sound(file, name) from problem


def _longest_s(container: Any) -> float | None:
    """How long the container's first sound lasts, or all that is in it."""
    stream = container.streams.audio[0]
    if stream.duration is not None and stream.time_base is not None:
        return float(stream.duration * stream.time_base)
    return None if container.duration is None else container.duration / 1_000_000


def _tracks_of(container: Any, decoder: str | None, name: str) -> dict[int, _Track]:
    """The tracks of sound by the index of their stream. Raises SoundUndecodable if there are none to be decoded."""
    streams = container.streams.audio
    if not streams:
        raise SoundUndecodable(f"{name} contains no sound.")
    tracks = {stream.index: _Track(track, _decoder(stream, decoder)) for track, stream in enumerate(streams)}
    if not any(track.has_decoder for track in tracks.values()):
        raise SoundUndecodable(f"{name} contains sound of a kind that cannot be decoded; it may be protected.")
    return tracks


def _link(container: Any, decoder: str | None, name: str, state: FileState) -> Iterator[Piece]:
    import av

    streams = container.streams.audio
    tracks = _tracks_of(container, decoder, name)
    state.track_count = max(state.track_count, len(streams))
    state.expected_s = _expected_s(container) or state.expected_s
    try:
        for packet in container.demux(*streams):
            yield from tracks[packet.stream.index].decode(packet, state)
    except av.error.FFmpegError:
        if not state.good_count:
            raise
        state.is_cut_off = True
    for track in tracks.values():
        yield from track.rest()


def _decoder(stream: Any, decoder: str | None) -> Any:
    """What decodes the packets of `stream`, `decoder` if it is given; None if nothing does."""
    import av

    own = stream.codec_context
    if decoder is None or own is None:
        return own
    context: Any = av.CodecContext.create(decoder, "r")
    context.sample_rate, context.layout = own.sample_rate, own.layout
    return context


def _expected_s(container: Any) -> float | None:
    """How long the sound should be; None if the file does not say, or its pictures may last longer than its sound."""
    if container.format.name not in _SAY_THEIR_LENGTH or len(container.streams) > len(container.streams.audio):
        return None
    return _longest_s(container)


class _Track:
    """One track on its way from packets to pieces."""

    def __init__(self, number: int, decoder: Any) -> None:
        self._number = number
        self._decoder = decoder
        self._kind: tuple[int, str, str] = (0, "", "")
        self._waiting: list[NDArray[Any]] = []
        self._length = 0

    @property
    def has_decoder(self) -> bool:
        return self._decoder is not None

    def decode(self, packet: Any, state: FileState) -> Iterator[Piece]:
        """The pieces that are complete after `packet`."""
        import av

        if self._decoder is None:
            return
        try:
            frames = [(frame, _channels_by_length(frame)) for frame in self._decoder.decode(packet)]
        except (av.error.FFmpegError, ValueError):  # damaged, or of a format that numpy does not have
            state.bad_count += 1
            return
        state.good_count += len(frames)
        for frame, samples in frames:
            yield from self._add((frame.sample_rate, frame.layout.name, frame.format.name), samples)

    def rest(self) -> Iterator[Piece]:
        """What is not yet in a piece."""
        if self._waiting:
            rate_hz, layout, kind = self._kind
            samples = _floats(np.concatenate(self._waiting, axis=1), kind.removesuffix("p"))
            self._waiting, self._length = [], 0
            yield Piece(self._number, rate_hz, layout, samples)

    def _add(self, kind: tuple[int, str, str], samples: NDArray[Any]) -> Iterator[Piece]:
        if kind != self._kind:
            yield from self.rest()
            self._kind = kind
        self._waiting.append(samples)
        self._length += samples.shape[1]
        if self._length >= _PIECE_S * kind[0]:
            yield from self.rest()


def _channels_by_length(frame: Any) -> NDArray[Any]:
    samples: NDArray[Any] = frame.to_ndarray()
    return samples if frame.format.is_planar else samples.reshape(-1, frame.layout.nb_channels).T


def _floats(samples: NDArray[Any], kind: str) -> NDArray[np.float32]:
    numbers = samples.astype(np.float32)
    if kind == "u8":
        numbers -= _SCALE[kind]
    numbers /= _SCALE[kind]
    return np.nan_to_num(numbers, copy=False, posinf=1.0, neginf=-1.0)


def _not_sound(file: BinaryIO, name: str) -> SoundUndecodable:
    if lacks_its_index(file):
        return SoundUndecodable(
            f"{name} is cut off: the part that says where its sound is stored is missing. "
            "Copy it again, or stop and save the recording where it was made."
        )
    if begins_like_sound(file):
        return SoundUndecodable(f"{name} begins like a sound file, but is cut off or damaged: no sound can be read.")
    return SoundUndecodable(f"{name} is not a sound file that can be read.")
