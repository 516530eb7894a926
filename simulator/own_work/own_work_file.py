"""The user's background in one small JSON file of their own: how it is read, kept and deleted.

Version 1, which does not name itself, knows no advertisement; each later version only adds.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import UTC
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from simulator.errors import OwnWorkNotSaved
from simulator.own_work.advertisement.demands import NO_ADVERTISEMENT, Advertisement
from simulator.own_work.cv.project import Project
from simulator.own_work.own_work import Company, OwnWork
from simulator.private_file import delete, read_object, write_object

VERSION: Final = 2

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class LoadedOwnWork:
    """What could be read, and a sentence for each part that could not."""

    own_work: OwnWork
    problems: tuple[str, ...] = ()


def read_own_work(path: Path) -> LoadedOwnWork:
    """The background in `path`; empty if there is none. A part that is not usable falls back alone. Never raises."""
    stored, why = read_object(path)
    if why:
        sentence = f"Your CV and company details in {path} cannot be read ({why}); they are shown as empty."
        return LoadedOwnWork(OwnWork(), (sentence,))
    return _from_stored(stored)


def save_own_work(own_work: OwnWork, path: Path) -> None:
    """Keep it in `path`. Raises BackgroundNotSaved."""

    def not_saved(why: str) -> OwnWorkNotSaved:
        return OwnWorkNotSaved(
            f"Your CV and company details could not be saved to {path} ({why}); what was there before has been kept."
        )

    parts = {field.name: getattr(own_work, field.name) for field in fields(own_work)}
    write_object(path, {"version": VERSION, **parts}, not_saved, is_secret=True)


def delete_own_work(path: Path) -> None:
    """Leave nothing of it on disk, and nothing of a file that was set aside. Raises BackgroundNotSaved."""

    def not_deleted(why: str) -> OwnWorkNotSaved:
        by_hand = "You can delete that file by hand."
        return OwnWorkNotSaved(f"Your CV and company details could not be deleted from {path} ({why}). {by_hand}")

    delete(path, not_deleted)


def _from_stored(stored: dict[str, Any]) -> LoadedOwnWork:
    problems: list[str] = []

    def part(name: str, kind: type[Value], default: Value) -> Value:
        try:
            return msgspec.convert(stored.get(name, default), kind)
        except msgspec.ValidationError as error:
            problems.append(f"In your CV and company details, “{name}” cannot be used ({error}); it is left empty.")
            return default

    # Through the methods that trim and limit: somebody may have written the file by hand.
    own_work = (
        OwnWork(is_asked=part("is_asked", bool, False))
        .with_techniques(*part("techniques", tuple[str, ...], ()))
        .with_projects(*part("projects", tuple[Project, ...], ()))
        .with_company(part("company", Company, Company()))
        .with_advertisement(_with_zone(part("advertisement", Advertisement, NO_ADVERTISEMENT)))
    )
    return LoadedOwnWork(own_work, tuple(problems))


def _with_zone(advertisement: Advertisement) -> Advertisement:
    """A moment without a zone, which only a hand can have written, is taken for UTC."""
    read_at = advertisement.read_at
    if read_at is None or read_at.tzinfo is not None:
        return advertisement
    return replace(advertisement, read_at=read_at.replace(tzinfo=UTC))
