"""Good questions for a candidate to ask, kept as data beside the packs. They are practised, never asked by us."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from question_bank.models import Round

_FILE: Final = Path(__file__).with_name("questions_to_ask.yaml")


class QuestionToAsk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question, what its answer tells, and the rounds where it is at home."""

    text: str
    why: str
    rounds: tuple[Round, ...] = tuple(Round)


@cache
def questions_to_ask() -> tuple[QuestionToAsk, ...]:
    """All of them, in the order in which they are worth most."""
    return msgspec.yaml.decode(_FILE.read_bytes(), type=tuple[QuestionToAsk, ...])


def worth_asking(round_: Round | None) -> tuple[QuestionToAsk, ...]:
    """Those at home in a round; all of them if it is not known."""
    return tuple(question for question in questions_to_ask() if round_ is None or round_ in question.rounds)
