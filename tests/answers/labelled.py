"""The labelled statements, red-flag sentences and whole answers, as values. Each is read from its file once.

Those to a user's own questions are read by `own_labelled`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal

import msgspec

FOLDER: Final = Path(__file__).parent

Verdict = Literal["made", "half", "contrary", "not"]
Style = Literal["textbook", "exchanged", "mistaken", "everyday"]
Kind = Literal["good", "partial", "wrong", "jargon", "off-topic", "hedged", "taken-back", "read-back"]


class Statements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said about one key point: making it, saying its contrary, or saying neither."""

    question: str
    point: str
    claim: str
    made: tuple[str, ...]
    contrary: tuple[str, ...]
    neither: tuple[str, ...]


class OpposedStatements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A key point said, and the contrary said in much the same words."""

    question: str
    point: str
    claim: str
    made: tuple[str, ...]
    contrary: tuple[str, ...]

    def as_statements(self) -> Statements:
        """The same with nothing that says neither."""
        return Statements(self.question, self.point, self.claim, self.made, self.contrary, ())


class RedFlagSentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sentences that make the mistake of a red flag, and sentences that only sound like it."""

    question: str
    red_flag: str
    commits: tuple[str, ...]
    rejects: tuple[str, ...]


class LabelledAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole answer, with a verdict for every key point of its question."""

    question: str
    kind: Kind
    text: str
    labels: Mapping[str, Verdict]


class HeardStatement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A statement as a voice spoke it in noise, `snr` dB below it, and what the program's recogniser wrote down."""

    question: str
    point: str
    label: Literal["made", "contrary"]
    said: str
    heard: str
    voice: Literal["hibari", "system"]
    snr: int


@cache
def statements() -> tuple[Statements, ...]:
    """All statements, pack by pack."""
    return tuple(msgspec.json.decode(line, type=Statements) for line in _lines("statements"))


@cache
def opposed_statements(style: Style) -> tuple[OpposedStatements, ...]:
    """All of one style, pack by pack; there are none of the questions that are kept."""
    return tuple(msgspec.json.decode(line, type=OpposedStatements) for line in _lines(style))


@cache
def red_flag_sentences() -> tuple[RedFlagSentences, ...]:
    """All red-flag sentences, pack by pack."""
    return tuple(msgspec.json.decode(line, type=RedFlagSentences) for line in _lines("red_flags"))


@cache
def labelled_answers() -> tuple[LabelledAnswer, ...]:
    """All whole answers, pack by pack."""
    return tuple(msgspec.json.decode(line, type=LabelledAnswer) for line in _lines("answers"))


@cache
def heard_statements() -> tuple[HeardStatement, ...]:
    """Statements that were spoken and written down again, in the order they were spoken in."""
    return tuple(msgspec.json.decode(line, type=HeardStatement) for line in _lines("heard"))


@cache
def strangers_answers() -> tuple[LabelledAnswer, ...]:
    """Answers to unseen questions by somebody who had seen neither cues nor other answers; only ever measured on."""
    return tuple(msgspec.json.decode(line, type=LabelledAnswer) for line in _lines("strangers"))


@cache
def strangers_development_answers() -> tuple[LabelledAnswer, ...]:
    """The same for the questions that are held back to choose by."""
    return tuple(msgspec.json.decode(line, type=LabelledAnswer) for line in _lines("strangers_development"))


@cache
def strangers_red_flag_sentences() -> tuple[RedFlagSentences, ...]:
    """Sentences about red flags of unseen questions by somebody who had seen no others; only ever measured on."""
    return tuple(msgspec.json.decode(line, type=RedFlagSentences) for line in _lines("strangers_red_flags"))


def _lines(kind: str) -> list[bytes]:
    return [line for path in sorted((FOLDER / kind).glob("*.jsonl")) for line in path.read_bytes().splitlines()]
