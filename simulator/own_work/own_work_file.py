"""The user's background in one small JSON file of their own: how it is read, kept and deleted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from simulator.errors import BackgroundNotSaved
from simulator.own_work.own_work import Background, Company, Project
from simulator.private_file import delete, read_object, write_object

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class LoadedBackground:
    """What could be read, and a sentence for each part that could not."""

    background: Background
    problems: tuple[str, ...] = ()


def read_background(path: Path) -> LoadedBackground:
    """The background in `path`; empty if there is none. A part that is not usable falls back alone. Never raises."""
    stored, why = read_object(path)
    if why:
        sentence = f"Your CV and company in {path} cannot be read ({why}); they are shown as empty."
        return LoadedBackground(Background(), (sentence,))
    return _from_stored(stored)


def save_background(background: Background, path: Path) -> None:
    """Keep it in `path`. Raises BackgroundNotSaved."""

    def not_saved(why: str) -> BackgroundNotSaved:
        return BackgroundNotSaved(
            f"Your CV and company could not be saved to {path} ({why}); what was there before is kept."
        )

    write_object(path, background, not_saved)


def delete_background(path: Path) -> None:
    """Leave nothing of it on disk, and nothing of a file that was set aside. Raises BackgroundNotSaved."""

    def not_deleted(why: str) -> BackgroundNotSaved:
        by_hand = "You can delete that file by hand."
        return BackgroundNotSaved(f"Your CV and company could not be deleted from {path} ({why}). {by_hand}")

    delete(path, not_deleted)


def _from_stored(stored: dict[str, Any]) -> LoadedBackground:
    problems: list[str] = []

    def part(name: str, kind: type[Value], default: Value) -> Value:
        try:
            return msgspec.convert(stored.get(name, default), kind)
        except msgspec.ValidationError as error:
            problems.append(f"In your CV and company, “{name}” is not usable ({error}); it is left empty.")
            return default

    # Through the methods that trim and limit: somebody may have written the file by hand.
    background = (
        Background(is_asked=part("is_asked", bool, False))
        .with_techniques(*part("techniques", tuple[str, ...], ()))
        .with_projects(*part("projects", tuple[Project, ...], ()))
        .with_company(part("company", Company, Company()))
    )
    return LoadedBackground(background, tuple(problems))
