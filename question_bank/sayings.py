"""How each key point and red flag of the bank is said, and how its contrary is.

A judge that reads what was said beside these two, and not beside the claim alone, tells right from wrong more often.
They are found by the claim's text, so that a claim which a user rewords stands alone again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

SAYINGS: Final = "sayings.jsonl"


class Saying(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence that makes the claim, and one that says its contrary."""

    claim: str
    made: str
    contrary: str


def saying_of(claim: str) -> Saying | None:
    """That of the claim with this text; None for a claim that is not the bank's."""
    return _sayings().get(claim)


def sayings_of(claims: Iterable[str]) -> tuple[str, ...]:
    """How these claims and their contraries are said, in their order."""
    known = (saying for saying in map(saying_of, claims) if saying is not None)
    return tuple(text for saying in known for text in (saying.made, saying.contrary))


@cache
def _sayings() -> Mapping[str, Saying]:
    """All of them, by claim; read once, when the first answer is judged."""
    lines = files("question_bank").joinpath(SAYINGS).read_bytes().splitlines()
    read = (msgspec.json.decode(line, type=Saying) for line in lines)
    return {saying.claim: saying for saying in read}
