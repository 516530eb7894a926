"""The peaks of a take, kept beside it in a small file: a long one shows at once when it is opened again.

The file goes with its take; where it is missing, torn or of another take, it is made anew.
"""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from pathlib import Path
from typing import Final

from recordings.pcm import BYTES_PER_SECOND, HEADER_BYTES, peaks, unreadable
from recordings.take_file import bytes_as_wav, is_sealed, open_take

PEAKS_SUFFIX: Final = ".peaks"
PEAK_S: Final = 0.05  # fine enough to zoom in on a few seconds
FEWEST: Final = 400
MOST: Final = 24_000  # 20 minutes at full resolution, 24 kB

_HEAD: Final = struct.Struct("<8sQqI")  # what it is; the take's size and when it was last written to; how many follow
_MAGIC: Final = b"vvpeaks1"
_LOUDEST: Final = 255


def peaks_path(take: Path) -> Path:
    """Where the peaks of a take are kept, or would be."""
    return take.with_name(take.name + PEAKS_SUFFIX)


def kept_peaks(take: Path) -> list[float]:
    """The peaks (0 to 1) of the WAV `take` in equal stretches of 50 ms, of a very short or long one in 400 or 24,000.

    They are read where they were kept before, else found and kept; where they cannot be kept, they are only found.
    Those of an encrypted take are not kept: they tell when somebody spoke. Raises `SoundUnreadable`.
    """
    try:
        status, sound_bytes, is_secret = take.stat(), bytes_as_wav(take) - HEADER_BYTES, is_sealed(take)
    except OSError as error:
        raise unreadable(take) from error
    stamp = (status.st_size, status.st_mtime_ns)
    kept = _read(peaks_path(take), stamp)
    if kept is None:
        buckets = min(MOST, max(FEWEST, round(max(0, sound_bytes) / BYTES_PER_SECOND / PEAK_S)))
        kept = _as_kept(peaks(take, buckets, open_take))
        if not is_secret:
            _keep(take, stamp, kept)
    return [height / _LOUDEST for height in kept]


def _as_kept(found: list[float]) -> bytes:
    return bytes(round(_LOUDEST * min(1.0, height)) for height in found)


def _read(path: Path, stamp: tuple[int, int]) -> bytes | None:
    """What is kept for a take of that stamp; None if there is nothing, or nothing whole."""
    try:
        content = path.read_bytes()
        magic, size, written_ns, count = _HEAD.unpack_from(content)
    except (OSError, struct.error):
        return None
    is_whole = len(content) == _HEAD.size + count and count > 0
    return content[_HEAD.size :] if magic == _MAGIC and (size, written_ns) == stamp and is_whole else None


def _keep(take: Path, stamp: tuple[int, int], kept: bytes) -> None:
    """A torn file is known by its length. Nothing stays of a take that was deleted meanwhile: the take goes first."""
    path = peaks_path(take)
    with suppress(OSError), open(path, "wb", opener=_for_nobody_else) as file:
        file.write(_HEAD.pack(_MAGIC, *stamp, len(kept)) + kept)
    with suppress(OSError):
        if not take.exists():
            path.unlink(missing_ok=True)


def _for_nobody_else(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
