"""How the command line writes: plain text to people, JSON lines to programs, one clear line per trouble to stderr."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final

from simulator.errors import SimulatorError

# A pack or a transcript may hold escape sequences; a terminal would obey them.
_CONTROL: Final = {code: " " for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if chr(code) not in "\n\t"}


class OutputRefused(SimulatorError):
    """The standard output takes nothing more: it is closed, or the disk behind it is full."""


class _ClosedOutput(io.TextIOBase):
    """What stands in for a standard output that was closed before the program began."""

    def write(self, _text: str, /) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def prepare_streams() -> None:
    """Write UTF-8 into pipes and files on every system, and escape whatever cannot be written, such as a file's name
    that is no Unicode, or a letter the terminal does not have.
    """
    # The types have it that there always is an output, but Python sets None where the caller closed it.
    sys.stdout = sys.stdout or _ClosedOutput()
    sys.stderr = sys.stderr or io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def to_the_end(call: Callable[[], int]) -> int:
    """The code that `call` ends with, once all it said is handed over; 1, and a line why, if that is refused.

    A reader that has enough (`head`, a pager that was left) is no fault: 0.
    """
    try:
        code = call()
        with _handing_over():
            sys.stdout.flush()
    except BrokenPipeError:
        _say_nothing_more()
        return 0
    except OutputRefused as refused:
        complain(str(refused))
        _say_nothing_more()
        return 1
    return code


def _say_nothing_more() -> None:
    """Python would try, and complain, once more while shutting down."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _handing_over() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputRefused(f"The output could not be written: {error.strerror}.") from error


def say(text: str = "") -> None:
    """A line, or several, for people. Raises OutputRefused."""
    say_as_it_is(text.translate(_CONTROL) + "\n")


def say_as_it_is(text: str) -> None:
    """Text without another line's end, control letters and all. Raises OutputRefused."""
    with _handing_over():
        sys.stdout.write(text)


def say_bytes(content: bytes) -> None:
    """What is no text. Raises OutputRefused."""
    with _handing_over():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def ask(question: str) -> str:
    """What is typed at a terminal after `question`. Raises OutputRefused."""
    with _handing_over():
        sys.stdout.write(question)
        sys.stdout.flush()
    return sys.stdin.readline()


def say_json(value: object) -> None:
    """`value` (dataclasses, dicts, tuples) as one line of JSON, handed over at once. Raises OutputRefused.

    What is no Unicode, as a file's name may be, is written with backslashes: `caf\\udce9.wav`.
    """
    import msgspec

    try:
        line = msgspec.json.encode(value)
    except UnicodeEncodeError:
        line = msgspec.json.encode(_escaped(msgspec.to_builtins(value)))
    with _handing_over():
        sys.stdout.write(line.decode() + "\n")
        sys.stdout.flush()


def _escaped(value: object) -> object:
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode()
        case dict():
            return {_escaped(key): _escaped(entry) for key, entry in value.items()}
        case list() | tuple():
            return [_escaped(entry) for entry in value]
    return value


def complain(sentence: str) -> None:
    """One line about something that went wrong."""
    one_line = " ".join(sentence.split())
    with suppress(OSError):  # where this is refused, nobody can be told
        sys.stderr.write(f"viva-voce: {one_line.translate(_CONTROL)}\n")
        sys.stderr.flush()


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
