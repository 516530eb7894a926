"""A project as a value. `projects` finds them in a CV."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Project:
    """A piece of work of one's own, and the techniques that it was done with."""

    name: str
    techniques: tuple[str, ...] = ()
