"""How each key point and red flag of the bank is said, and how its contrary is.

A judge that reads what was said beside these two, and not beside the claim alone, tells right from wrong more often.
They are found by the claim's text, so that a claim which a user rewords stands alone again.
"""

from __future__ import annotations

from collections.abc import Mapping
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


@cache
def _sayings() -> Mapping[str, Saying]:
    """All of them, by claim; read once, when the first answer is judged."""
    lines = files("question_bank").joinpath(SAYINGS).read_bytes().splitlines()
    read = (msgspec.json.decode(line, type=Saying) for line in lines)
    return {saying.claim: saying for saying in read}
