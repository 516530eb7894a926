"""Sample answers in our own words, in `answers`: tight ones keep to the question, rambling ones lose their thread.

`questions.yaml` holds questions of the built-in packs as they stood when the answers were written, so that an edit of
the packs moves no figure. The answers of the `held_out` files were not looked at until the rules of rambling stood.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from question_bank.loader import Pack, load_pack
from question_bank.models import Question
from tests.simulator.analysis.sample_questions import QUESTIONS

Manner = Literal["tight", "rambling"]

_FOLDER: Final = Path(__file__).parent / "answers"
_WRITTEN: Final = ("", "_more", "_held_out")


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """What somebody might say to a question."""

    name: str
    question: Question
    text: str


def read_answers(manner: Manner) -> tuple[SpokenAnswer, ...]:
    """All written answers of that manner."""
    return tuple(answer for part in _WRITTEN for answer in read_file(f"{manner}{part}"))


def read_file(name: str) -> tuple[SpokenAnswer, ...]:
    """The answers of one file: blocks of a "# question" line and the words."""
    blocks = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return tuple(_answer(f"{name}-{number}", block) for number, block in enumerate(blocks))


def _answer(name: str, block: str) -> SpokenAnswer:
    heading, _, text = block.partition("\n")
    return SpokenAnswer(name, _questions()[heading.removeprefix("# ")], " ".join(text.split()))


@cache
def _questions() -> dict[str, Question]:
    pack = load_pack(_FOLDER / "questions.yaml")
    assert isinstance(pack, Pack), pack.problems
    return {question.id: question for question in (*QUESTIONS.values(), *pack.questions)}
