"""The user's packs on disk: written whole or not at all, and taken back again. How a pack's text is edited is not here.

What a change would lose for good stays beside the pack as `….previous`: the comments in lines that were rewritten, and
the pack that an import replaces. A deleted question is in neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from question_bank.bank import BUILT_IN_PACKS
from question_bank.errors import NotWritten, UnreadablePack
from question_bank.exchange.naming import slug
from question_bank.exchange.pack_writing import pack_yaml
from question_bank.loader import SUFFIXES, text_of
from question_bank.models import Question
from question_bank.pack_editing import Edited, with_added, with_changed, without
from question_bank.pack_format import PackHead
from simulator.private_file import replace_file

SOURCE: Final = "My own questions; not checked against a source."


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to one file, to be taken back; None stands for no file. `previous` was written beside it.

    `earlier` is what lay beside it as `….previous` and went with it.
    """

    path: Path
    before: bytes | None
    after: bytes | None
    previous: Path | None = None
    earlier: bytes | None = None


class OwnPacks:
    """The folder of the user's packs. Every method that writes may raise `NotWritten`; then nothing has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path_of(self, name: str) -> Path:
        """The pack's file: the one that is there, else a new one."""
        paths = [self._folder / f"{name}{suffix}" for suffix in SUFFIXES]
        return next((path for path in paths if path.exists()), paths[0])

    def free_name(self, wanted: str) -> str:
        """A name for a new pack: `wanted` in plain letters, with a number behind it if there is such a pack."""
        name = slug(wanted) or "mine"
        free, number = name, 2
        while free in built_in_names() or self.path_of(free).exists():
            free, number = f"{name}-{number}", number + 1
        return free

    def save(self, question: Question, old_id: str | None = None) -> Change:
        """Write a question into its pack, in the place of `old_id` or at the end; a pack that is new is begun."""
        path = self.path_of(question.pack)
        if not path.exists():
            if question.pack in built_in_names():
                raise NotWritten(f"“{question.pack}” is a built-in pack; choose another name.")
            title = question.pack.replace("-", " ").capitalize()
            return self._put(path, pack_yaml(PackHead(title, SOURCE), [question]).encode())
        text = _text_of(path)
        edited = with_changed(text, path, old_id, question) if old_id else with_added(text, path, question)
        return self._put_edited(path, edited)

    def delete(self, pack: str, question_id: str) -> Change:
        """Take a question out of its pack, and with it the pack's `….previous`: the question may stand there too.

        With the last question the pack's file goes. `take_back` brings all of it back.
        """
        path = self.path_of(pack)
        edited = without(_text_of(path), path, question_id)
        previous = _previous_of(path)
        before, earlier = path.read_bytes(), previous.read_bytes() if previous.is_file() else None
        after = None if edited is None else edited.text.encode()
        _write_or_remove(path, after)
        try:
            if earlier is not None:
                previous.unlink()
        except OSError as error:
            write_whole(path, before)
            raise _not_written(previous, error) from error
        return Change(path, before, after, earlier=earlier)

    def put(self, name: str, content: bytes) -> Change:
        """Write a whole pack; one that had the name before stays beside it as `….previous`."""
        if name in built_in_names():
            raise NotWritten(f"“{name}” is a built-in pack; nothing was written. Choose another name.")
        return self._put(self.path_of(name), content, keeps_previous=True)

    def take_back(self, change: Change) -> None:
        """Put a file back as it was before a change, unless it has been changed again since."""
        now = change.path.read_bytes() if change.path.exists() else None
        if now != change.after:
            raise NotWritten(f"{change.path.name} has changed since then, so it was left as it is.")
        _write_or_remove(change.path, change.before)
        if change.earlier is not None:
            write_whole(_previous_of(change.path), change.earlier)

    def _put_edited(self, path: Path, edited: Edited) -> Change:
        return self._put(path, edited.text.encode(), keeps_previous=edited.has_lost_comments)

    def _put(self, path: Path, content: bytes, *, keeps_previous: bool = False) -> Change:
        before = path.read_bytes() if path.is_file() else None
        previous = None
        if keeps_previous and before is not None and before != content:
            previous = _previous_of(path)
            write_whole(previous, before)
        write_whole(path, content)
        return Change(path, before, content, previous)


def built_in_names() -> set[str]:
    """The names of the program's packs, which are not the user's to write."""
    return {path.stem for path in BUILT_IN_PACKS.iterdir() if path.suffix in SUFFIXES}


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path` in one step. Raises `NotWritten`."""
    try:
        if path.exists() and not path.is_file():
            raise NotWritten(f"{path} is not a regular file; nothing was written.")
        replace_file(path, content)
    except OSError as error:
        raise _not_written(path, error) from error


def _write_or_remove(path: Path, content: bytes | None) -> None:
    if content is not None:
        write_whole(path, content)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _not_written(path, error) from error


def _previous_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.previous")


def _text_of(path: Path) -> str:
    try:
        return text_of(path)
    except UnreadablePack as error:
        raise NotWritten(f"{path}: {error.text} Nothing was written.") from error


def _not_written(path: Path, error: OSError) -> NotWritten:
    return NotWritten(f"{path} could not be written ({error.strerror or error}); the earlier version is unchanged.")
