"""The text of a PDF, DOCX or text file, taken out in a child process: where nothing of it can do harm.

A file may be hostile: it may hang, eat memory or crash whatever reads it. So it is read where that hurts nobody, with
little memory, and only its words come back. Nothing in it is carried out, no link in it is followed.
"""

from __future__ import annotations

import contextlib
import logging
import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.child_process import Connection
from simulator.own_work.cv.lines import MOST_CHARACTERS

LARGEST_BYTES: Final = 10_000_000
MOST_PAGES: Final = 60

_LARGEST_UNPACKED: Final = 50_000_000
_MEMORY_BYTES: Final = 1_500_000_000
_LEAST_LETTERS: Final = 20
_PDF_MARK_WITHIN: Final = 1024  # readers accept some bytes before it
_OTHER_CONTROLS: Final = {*range(0x20)} - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B}


@dataclass(frozen=True, slots=True)
class FileText:
    """From the child: the file's text, at most 100,000 characters."""

    text: str


@dataclass(frozen=True, slots=True)
class NoText:
    """From the child: why there is none, as the end of a sentence that begins with the file's name."""

    reason: str


class _Refused(Exception):
    """There is no text, for a reason that the user can do something about."""


def read_in_child(connection: Connection) -> None:
    """The child's side: read the one file whose path is sent, then leave."""
    path = Path(connection.recv())
    _limit_memory()
    logging.disable()  # the libraries complain of each small fault of a file
    with (
        Path(os.devnull).open("w") as nowhere,
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        connection.send(_read(path))


def _read(path: Path) -> FileText | NoText:
    try:
        text = _text_of(path)
    except _Refused as refusal:
        return NoText(str(refusal))
    except OSError as error:
        return NoText(f"cannot be opened ({error.strerror or error})")
    except MemoryError:
        return NoText("needs more memory than a CV should")
    except Exception:  # noqa: BLE001 - a broken file makes the libraries raise anything, and each means the same
        return NoText("is damaged and cannot be read")
    if sum(mark.isalnum() for mark in text) < _LEAST_LETTERS:
        return NoText(_EMPTY.get(path.suffix.lower(), "contains no text"))
    return FileText(text[:MOST_CHARACTERS])


def _text_of(path: Path) -> str:
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise _Refused("is not a supported type of file; save it as PDF, DOCX, Markdown or plain text")
    if not path.is_file():
        raise _Refused("is not a regular file" if path.exists() else "does not exist")
    size = path.stat().st_size
    if size > LARGEST_BYTES:
        raise _Refused(f"is larger than {LARGEST_BYTES // 1_000_000} MB, too large for a CV")
    return read(path)


def _text_of_pdf(path: Path) -> str:
    from simulator.own_work.documents.pdf_text import NoPdfText, pages_of_pdf

    with path.open("rb") as file:
        if b"%PDF-" not in file.read(_PDF_MARK_WITHIN):
            raise _Refused("is named as a PDF but is not one")
    pages = pages_of_pdf(path, MOST_PAGES)
    if pages is NoPdfText.LOCKED:
        raise _Refused("is locked with a password; save a copy without one")
    if pages is NoPdfText.TOO_LONG:
        raise _Refused(f"has more than {MOST_PAGES} pages, too many for a CV")
    return _joined(pages)


def _text_of_docx(path: Path) -> str:
    if not zipfile.is_zipfile(path):
        raise _Refused("is named as a DOCX but is not one, or is locked with a password")
    with zipfile.ZipFile(path) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > _LARGEST_UNPACKED:
            raise _Refused("unpacks to far more than a CV should hold")
    from simulator.own_work.documents.docx_text import blocks_of_docx

    return _joined(blocks_of_docx(path))


def _text_of_plain(path: Path) -> str:
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if not _OTHER_CONTROLS.isdisjoint(content):
        raise _Refused("is named as a text file but contains something else")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _joined(pieces: Iterator[str]) -> str:
    """The pieces on lines of their own, until there is enough."""
    kept: list[str] = []
    room = MOST_CHARACTERS
    for piece in pieces:
        kept.append(piece[:room])
        room -= len(piece)
        if room <= 0:
            break
    return "\n".join(kept)


def _limit_memory() -> None:
    """Let a file that unpacks without end fail here instead of using up the computer; where the system can."""
    try:
        import resource
    except ImportError:  # Windows has none; there the time limit has to do
        return
    with contextlib.suppress(OSError, ValueError):  # macOS refuses a limit below what is mapped already
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))


_READERS: Final[dict[str, Callable[[Path], str]]] = {
    ".pdf": _text_of_pdf,
    ".docx": _text_of_docx,
    ".txt": _text_of_plain,
    ".text": _text_of_plain,
    ".md": _text_of_plain,
    ".markdown": _text_of_plain,
}
SUFFIXES: Final = tuple(_READERS)
_EMPTY: Final = {".pdf": "contains only pictures of text; paste the text instead"}
