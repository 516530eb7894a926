"""A small file of the user's own: read without ever failing, written whole or not at all. What it holds is unknown.

msgspec is imported when a file is read or written: the window, which needs `Settings`, is painted before.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import Field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_type_hints

from simulator.vault.opening import as_kept, content_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_UNREADABLE: Final = ".unreadable"


def read_object(path: Path) -> tuple[dict[str, Any], str]:
    """The JSON object in `path`, and why it cannot be read: {} and "" if there is none. Never raises."""
    import msgspec

    try:
        return _object_in(path), ""
    except FileNotFoundError:
        return {}, ""
    except (OSError, msgspec.DecodeError) as error:
        return {}, str(error)


def usable_values(
    stored: dict[str, Any],
    kind: type[DataclassInstance],
    checked: Callable[[str, object, Any], Any],
    sentence: Callable[[Field[Any], Exception], str],
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Those of the fields of `kind` that are stored and usable, and a sentence for each that is not.

    `checked` gives the value of the field of that name, from what is stored and the type it should have; it raises
    msgspec.ValidationError where it is not usable. Unknown keys are left alone.
    """
    import msgspec

    types = get_type_hints(kind)
    usable: dict[str, Any] = {}
    problems: list[str] = []
    for field in fields(kind):
        if field.name not in stored:
            continue
        try:
            usable[field.name] = checked(field.name, stored[field.name], types[field.name])
        except msgspec.ValidationError as error:
            problems.append(sentence(field, error))
    return usable, tuple(problems)


def write_object(path: Path, value: object, as_error: Callable[[str], Exception], *, is_secret: bool = False) -> None:
    """Write `value` (a dataclass, a dict) as JSON, readable by this user only (0600).

    What `is_secret` is encrypted where the library is.
    A file that holds no JSON object stays beside it as `….unreadable`. A refusal of the system is raised as what
    `as_error` makes of its reason.
    """
    import msgspec

    with _refusal_told(as_error):
        _set_aside(path)
        content = msgspec.json.format(msgspec.json.encode(value), indent=2)
        replace_file(path, as_kept(path, content) if is_secret else content)


def delete(path: Path, as_error: Callable[[str], Exception]) -> None:
    """Leave nothing of it on disk, nor of what was set aside. A refusal is raised as what `as_error` makes of it."""
    with _refusal_told(as_error):
        for file in (path, _aside(path)):
            file.unlink(missing_ok=True)


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


@contextmanager
def _refusal_told(as_error: Callable[[str], Exception]) -> Iterator[None]:
    """What the system refuses inside is raised as an error that says why."""
    try:
        yield
    except OSError as error:
        raise as_error(str(error.strerror or error)) from error


def _object_in(path: Path) -> dict[str, Any]:
    import msgspec

    content = content_of(path)
    try:
        return msgspec.json.decode(content, type=dict[str, Any])
    except RecursionError as error:
        raise msgspec.DecodeError("nested too deeply") from error
    except UnicodeDecodeError as error:
        raise msgspec.DecodeError("it is not UTF-8 text") from error


def _set_aside(path: Path) -> None:
    """Give a file that holds no JSON object another name beside it, so that writing does not lose it."""
    import msgspec

    try:
        _object_in(path)
    except FileNotFoundError:
        pass
    except msgspec.DecodeError:
        path.replace(_aside(path))


def _aside(path: Path) -> Path:
    return path.with_name(path.name + _UNREADABLE)
