"""A local address at which every caller is answered and hung up on at once. Linux only; it knows nothing of sound."""

from __future__ import annotations

import contextlib
import os
import socket
import tempfile
import threading
from functools import cache
from pathlib import Path
from typing import Final

_BACKLOG: Final = 8


@cache
def dead_end() -> str:
    """The path of this process's dead end, "" if the system gives none.

    The socket has no name in any folder, so nothing is left behind after a crash and nobody else finds it: the path
    leads over our own descriptor. In another process it leads nowhere, and is refused.
    """
    try:
        listener, descriptor = _nameless_listener()
    except OSError:
        return ""
    threading.Thread(target=_hang_up, args=(listener,), name="dead end", daemon=True).start()
    return f"/proc/self/fd/{descriptor}"


def _nameless_listener() -> tuple[socket.socket, int]:
    with tempfile.TemporaryDirectory(prefix="vv-") as folder:
        path = Path(folder) / "end"
        listener = socket.socket(socket.AF_UNIX)
        try:
            listener.bind(str(path))
            listener.listen(_BACKLOG)
            return listener, os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            listener.close()
            raise


def _hang_up(listener: socket.socket) -> None:
    """For ever; but without a descriptor left it is over, and callers are refused instead of left waiting."""
    with listener, contextlib.suppress(OSError):
        while True:
            listener.accept()[0].close()
