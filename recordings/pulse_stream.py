"""One microphone heard through libpulse, in our format, as long as it is there. Never waited on, and never moved.

Qt's own stream waits for the server in the window's thread, 30 s when that hangs, and the server may move it to another
microphone. This one is told DONT_MOVE: it ends with its device.
"""

from __future__ import annotations

import ctypes
from ctypes import byref, c_size_t, c_void_p

from recordings.libpulse import (
    ADJUST_LATENCY,
    AS_MUCH_AS_POSSIBLE,
    DONT_MOVE,
    SIGNED_16_LITTLE_ENDIAN,
    STREAM_FAILED,
    STREAM_READY,
    BufferAttributes,
    SampleSpec,
)
from recordings.pcm import BYTES_PER_SECOND, SAMPLE_RATE

_PIECE_BYTES = BYTES_PER_SECOND * 3 // 100  # 30 ms; of what is not fetched the server keeps 4 MB, two minutes


class PulseStream:
    """Begins to record from `source` at once; `context` is a connection that is ready.

    Whoever reads has the main loop of `context` iterated before.
    """

    def __init__(self, pulse: ctypes.CDLL, context: int, source: str) -> None:
        self._pulse = pulse
        spec = SampleSpec(SIGNED_16_LITTLE_ENDIAN, SAMPLE_RATE, 1)
        self._stream: int | None = pulse.pa_stream_new(context, b"Answer", byref(spec), None)
        if self._stream is None:
            return
        buffer = BufferAttributes(*[AS_MUCH_AS_POSSIBLE] * 4, _PIECE_BYTES)
        flags = DONT_MOVE | ADJUST_LATENCY
        if pulse.pa_stream_connect_record(self._stream, source.encode(), byref(buffer), flags) < 0:
            self.stop()

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come: refused, the device is gone, or the server."""
        return self._stream is None or self._state() >= STREAM_FAILED

    def read(self) -> bytes:
        """Whatever has arrived, as whole samples."""
        pieces = []
        while self._stream is not None and self._state() == STREAM_READY:
            data, length = c_void_p(), c_size_t()
            if self._pulse.pa_stream_peek(self._stream, byref(data), byref(length)) < 0 or not length.value:
                break
            if data.value is not None:  # else a hole, which shows as a gap in time
                pieces.append(ctypes.string_at(data.value, length.value))
            self._pulse.pa_stream_drop(self._stream)
        return b"".join(pieces)

    def stop(self) -> None:
        """Let go of the device; the server hears of it when it listens."""
        stream, self._stream = self._stream, None
        if stream is not None:
            self._pulse.pa_stream_disconnect(stream)
            self._pulse.pa_stream_unref(stream)

    def _state(self) -> int:
        return int(self._pulse.pa_stream_get_state(self._stream))
