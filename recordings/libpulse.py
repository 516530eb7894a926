"""The part of libpulse that we call, with its types: the server and its devices, and streams that record. Linux only.

Nothing here waits: with a main loop that is only ever iterated without blocking, every call returns at once, whatever
the server does (https://freedesktop.org/software/pulseaudio/doxygen/async.html).
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_size_t, c_uint8, c_uint32, c_void_p
from typing import Final

CONTEXT_READY, CONTEXT_FAILED = 4, 5  # pa_context_state
OPERATION_RUNNING = 0  # pa_operation_state
STREAM_READY, STREAM_FAILED = 2, 3  # pa_stream_state; after FAILED comes TERMINATED
NO_AUTOSPAWN: Final = 1
NO_INDEX: Final = 0xFFFF_FFFF
AS_MUCH_AS_POSSIBLE: Final = 0xFFFF_FFFF
SIGNED_16_LITTLE_ENDIAN: Final = 3  # pa_sample_format
DONT_MOVE: Final = 0x0200  # pa_stream_flags: another device never takes the place of this one
ADJUST_LATENCY: Final = 0x2000


class BufferAttributes(Structure):
    """`pa_buffer_attr`, all in bytes."""

    _fields_ = (
        ("maxlength", c_uint32),
        ("tlength", c_uint32),
        ("prebuf", c_uint32),
        ("minreq", c_uint32),
        ("fragsize", c_uint32),
    )


class SampleSpec(Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class ChannelMap(Structure):
    _fields_ = (("channels", c_uint8), ("map", c_int * 32))


class Volume(Structure):
    _fields_ = (("channels", c_uint8), ("values", c_uint32 * 32))


class DeviceInfo(Structure):
    """The beginning of `pa_source_info` and of `pa_sink_info`, which are alike so far (pulse/introspect.h)."""

    _fields_ = (
        ("name", c_char_p),
        ("index", c_uint32),
        ("description", c_char_p),
        ("sample_spec", SampleSpec),
        ("channel_map", ChannelMap),
        ("owner_module", c_uint32),
        ("volume", Volume),
        ("mute", c_int),
        ("monitor", c_uint32),
    )


class ServerInfo(Structure):
    """The beginning of `pa_server_info`."""

    _fields_ = (
        ("user_name", c_char_p),
        ("host_name", c_char_p),
        ("server_version", c_char_p),
        ("server_name", c_char_p),
        ("sample_spec", SampleSpec),
        ("default_sink_name", c_char_p),
        ("default_source_name", c_char_p),
    )


DeviceCallback = CFUNCTYPE(None, c_void_p, POINTER(DeviceInfo), c_int, c_void_p)
ServerCallback = CFUNCTYPE(None, c_void_p, POINTER(ServerInfo), c_void_p)


def library() -> ctypes.CDLL | None:
    """libpulse with the signatures we call, or None where there is none."""
    if sys.platform != "linux":
        return None
    try:
        pulse = ctypes.CDLL("libpulse.so.0")
    except OSError:
        return None
    pointers = ("pa_mainloop_new", "pa_mainloop_get_api", "pa_context_new")
    requests = ("pa_context_get_source_info_list", "pa_context_get_sink_info_list", "pa_context_get_server_info")
    for name in (*pointers, *requests):
        getattr(pulse, name).restype = c_void_p
    pulse.pa_mainloop_get_api.argtypes = [c_void_p]
    pulse.pa_mainloop_prepare.argtypes = [c_void_p, c_int]
    pulse.pa_mainloop_iterate.argtypes = [c_void_p, c_int, c_void_p]
    pulse.pa_context_new.argtypes = [c_void_p, c_char_p]
    pulse.pa_context_connect.argtypes = [c_void_p, c_char_p, c_int, c_void_p]
    for name in ("pa_mainloop_poll", "pa_mainloop_dispatch", "pa_context_get_state", "pa_context_disconnect"):
        getattr(pulse, name).argtypes = [c_void_p]
    for name in ("pa_context_unref", "pa_operation_get_state", "pa_operation_unref"):
        getattr(pulse, name).argtypes = [c_void_p]
    for name in requests:
        getattr(pulse, name).argtypes = [c_void_p, c_void_p, c_void_p]
    _declare_streams(pulse)
    return pulse


def _declare_streams(pulse: ctypes.CDLL) -> None:
    pulse.pa_stream_new.restype = c_void_p
    pulse.pa_stream_new.argtypes = [c_void_p, c_char_p, POINTER(SampleSpec), c_void_p]
    pulse.pa_stream_connect_record.argtypes = [c_void_p, c_char_p, POINTER(BufferAttributes), c_int]
    pulse.pa_stream_peek.argtypes = [c_void_p, POINTER(c_void_p), POINTER(c_size_t)]
    for name in ("pa_stream_drop", "pa_stream_get_state", "pa_stream_disconnect", "pa_stream_unref"):
        getattr(pulse, name).argtypes = [c_void_p]
