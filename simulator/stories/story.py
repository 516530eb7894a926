"""What a story is: something the candidate lived through, told well once, and kept to be told again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NewType

from simulator.store.records import AnswerId

StoryId = NewType("StoryId", int)

LONGEST_TITLE: Final = 90
LONGEST_TAG: Final = 30
UNTITLED: Final = "Untitled story"


@dataclass(frozen=True, slots=True)
class StoryDraft:
    """A story that is not kept yet. `answer_id` is the answer it was told in, None if it was told in none."""

    title: str
    text: str
    tags: tuple[str, ...] = ()
    answer_id: AnswerId | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A kept story.

    `answer_id` is the answer it was told in, whose sound may be played; None if there is none, or none any more.
    `last_used_at` is when it was last looked up at a question, None before that. Both moments are in UTC.
    """

    id: StoryId
    title: str
    text: str
    tags: tuple[str, ...]
    created_at: datetime
    answer_id: AnswerId | None = None
    last_used_at: datetime | None = None


def clean_title(typed: str) -> str:
    """A title on one line, of at most `LONGEST_TITLE` letters, never empty."""
    return " ".join(typed.split())[:LONGEST_TITLE].rstrip() or UNTITLED


def clean_tags(typed: Iterable[str]) -> tuple[str, ...]:
    """Tags in lower case, each once in the order given, of at most `LONGEST_TAG` letters; empty ones are left out."""
    tags = (" ".join(tag.lower().split())[:LONGEST_TAG].rstrip() for tag in typed)
    return tuple(dict.fromkeys(tag for tag in tags if tag))
