"""A user's own questions and the labelled answers to them, as values: for measuring only. Each file is read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from question_bank.loader import BrokenPack, load_pack
from question_bank.models import Question
from tests.answers.labelled import LabelledAnswer

FOLDER: Final = Path(__file__).parent / "own_questions"
PACK: Final = FOLDER / "own_questions.yaml"


@cache
def own_questions() -> tuple[Question, ...]:
    """The questions, as the program's own loader reads them."""
    pack = load_pack(PACK)
    if isinstance(pack, BrokenPack):
        raise ValueError("\n".join(map(str, pack.problems)))
    return pack.questions


@cache
def own_answers() -> tuple[LabelledAnswer, ...]:
    """Nine answers to each of the questions."""
    lines = (FOLDER / "answers.jsonl").read_bytes().splitlines()
    return tuple(msgspec.json.decode(line, type=LabelledAnswer) for line in lines)
