"""Small JSON files of the user's: read as an object, replaced whole or not at all. What they hold is unknown here.

msgspec is imported when a file is read: the window, which needs the names here, is painted before.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any


def read_object(path: Path) -> dict[str, Any]:
    """The JSON object in `path`. Raises OSError or msgspec.DecodeError."""
    import msgspec

    content = path.read_bytes()
    try:
        return msgspec.json.decode(content, type=dict[str, Any])
    except RecursionError as error:
        raise msgspec.DecodeError("nested too deeply") from error


def set_aside(path: Path) -> None:
    """Give a file that holds no JSON object another name beside it, so that writing does not lose it."""
    import msgspec

    try:
        read_object(path)
    except FileNotFoundError:
        pass
    except msgspec.DecodeError:
        path.replace(path.with_name(path.name + ".unreadable"))


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path` in one step, readable by this user only: mkstemp creates 0600."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
