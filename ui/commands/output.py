"""How the command line writes: plain text to people, JSON lines to programs, one clear line per trouble to stderr."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

# A pack or a transcript may hold escape sequences; a terminal would obey them.
_CONTROL: Final = {code: " " for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if chr(code) not in "\n\t"}


def prepare_streams() -> None:
    """Write UTF-8 into pipes and files on every system, and never fail for a letter the terminal does not have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def say(text: str = "") -> None:
    """A line, or several, for people."""
    sys.stdout.write(text.translate(_CONTROL) + "\n")


def say_json(value: object) -> None:
    """`value` (dataclasses, dicts, tuples) as one line of JSON, handed over at once."""
    import msgspec

    sys.stdout.write(msgspec.json.encode(value).decode() + "\n")
    sys.stdout.flush()


def complain(sentence: str) -> None:
    """One line about something that went wrong."""
    one_line = " ".join(sentence.split())
    sys.stderr.write(f"viva-voce: {one_line.translate(_CONTROL)}\n")


class ProgressLine:
    """A line on the terminal that is written over and over; nothing at all when stderr is not a terminal."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty()

    def show(self, text: str) -> None:
        """Replace what the line says."""
        if self._is_shown:
            sys.stderr.write(f"\r\x1b[K{text.translate(_CONTROL)}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave no trace."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


@contextmanager
def progress_line() -> Iterator[ProgressLine]:
    """A progress line that is gone afterwards."""
    line = ProgressLine()
    try:
        yield line
    finally:
        line.clear()
