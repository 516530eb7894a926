"""A CV in a file: its text, read by a child process that is killed when it takes too long. Finds nothing in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from simulator.child_process import Child, ChildDied, Connection
from simulator.errors import UnreadableDocument
from simulator.own_work.documents.file_text import FileText, NoText, read_in_child

TIMEOUT_S: Final = 20.0

_KEPT: Final = "Nothing was taken from it."


def read_document(
    path: Path, timeout_s: float = TIMEOUT_S, in_child: Callable[[Connection], None] = read_in_child
) -> str:
    """The text of a PDF, DOCX, Markdown or text file. Blocks for at most `timeout_s` seconds.

    Raises UnreadableDocument with one sentence for a file that is locked, scanned, damaged, too large or of another
    kind. `in_child` does the child's part; tests put theirs in its place.
    """
    child = Child(in_child, name="reader")
    try:
        child.start()
        child.send(str(path.absolute()))
        answer = child.receive(timeout_s)
    except TimeoutError as error:
        raise _unreadable(path, f"could not be read within {timeout_s:g} s") from error
    except ChildDied as error:
        raise _unreadable(path, "is damaged and cannot be read") from error
    finally:
        child.kill()
    match answer:
        case FileText(text):
            return text
        case NoText(reason):
            raise _unreadable(path, reason)
    raise TypeError(f"the reader's child said {answer!r}")


def _unreadable(path: Path, reason: str) -> UnreadableDocument:
    return UnreadableDocument(f"“{path.name}” {reason}. {_KEPT}")
