"""Spoken passages marked by what they put into words; how they are marked stands in thinking_aloud/GUIDELINE.md."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

import msgspec

_FOLDER: Final = Path(__file__).parent / "thinking_aloud"

State = Literal["assumptions", "alternatives", "checks", "conclusion"]


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A few sentences, and what they state."""

    states: tuple[State, ...]
    text: str


def passages(part: Literal["open", "kept"]) -> tuple[Passage, ...]:
    """The passages to write rules by, or the kept ones."""
    lines = (_FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(msgspec.json.decode(line, type=Passage) for line in lines)
