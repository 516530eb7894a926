"""A pack as one writes it by hand: its keys and their limits. The loader and the JSON Schema both rest on these types.

Roles and rounds are written without their prefix ("ml-engineer", "final"), or as the single word "all".
"""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal, TypeAlias

import msgspec
from msgspec import Meta, field

from question_bank.models import Role, Round
from question_bank.yaml_tree import MAX_SCALAR_CHARS, Value

ALL: Final = "all"
MAX_QUESTIONS: Final = 2_000
ROLES: Final[dict[str, Role]] = {role.value.removeprefix("role."): role for role in Role}
ROUNDS: Final[dict[str, Round]] = {round_.value.removeprefix("round."): round_ for round_ in Round}

_ID_PATTERN: Final = r"^[a-z0-9]+([.\-][a-z0-9]+)*$"
_MAX_ID_CHARS: Final = 80
_COMMON_NUMBER: Final = re.compile(r"0*(?:[0-9]|10)")

Id: TypeAlias = Annotated[str, Meta(pattern=_ID_PATTERN, max_length=_MAX_ID_CHARS)]
Line: TypeAlias = Annotated[str, Meta(min_length=1, max_length=400)]
Cue: TypeAlias = Annotated[str, Meta(min_length=1, max_length=80)]
Prose: TypeAlias = Annotated[str, Meta(min_length=1, max_length=MAX_SCALAR_CHARS)]
Seconds: TypeAlias = Annotated[float, Meta(gt=0, le=3600)]
RoleName: TypeAlias = Annotated[str, Meta(extra_json_schema={"enum": [ALL, *ROLES]})]
RoundName: TypeAlias = Annotated[str, Meta(extra_json_schema={"enum": [ALL, *ROUNDS]})]


def is_id(text: str) -> bool:
    """Whether a question or a key point may have this id."""
    return len(text) <= _MAX_ID_CHARS and re.fullmatch(_ID_PATTERN, text) is not None


def is_common_number(cue: str) -> bool:
    """Whether a cue is a bare number that is said in any answer: up to ten, or nothing but zeros."""
    return _COMMON_NUMBER.fullmatch(cue) is not None


class WrittenTimes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds that replace those of the question's kind."""

    min_s: Seconds | None = None
    target_s: Seconds | None = None
    max_s: Seconds | None = None


class WrittenKeyPoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing a good answer says, and the words that show it was said."""

    id: Id
    text: Line
    cues: Annotated[list[Cue], Meta(min_length=1, max_length=60)]


class WrittenRedFlag(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something a good answer does not say, and the words that are the mistake itself."""

    text: Line
    cues: Annotated[list[Cue], Meta(max_length=60)] = []


class WrittenFollowUp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A deeper question and what calls it: `about` is a key point's id, or the term that was used."""

    text: Line
    when: Literal["covered", "missed", "half", "term"]
    about: Line


class WrittenQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One question; `text` is what is spoken, `code` is only shown.

    What is not written: a short reply of level 2, for all roles, in technical screening, under a topic of the pack's.
    """

    id: Id
    kind: Literal["quick", "short", "story", "think-aloud"] = "short"
    level: Annotated[int, Meta(ge=1, le=5)] = 2
    text: Annotated[str, Meta(min_length=1, max_length=2_000)]
    roles: Annotated[list[RoleName], Meta(min_length=1, max_length=20)] = field(default_factory=lambda: [ALL])
    rounds: Annotated[list[RoundName], Meta(min_length=1, max_length=20)] = field(
        default_factory=lambda: ["technical-screening"]
    )
    topics: Annotated[list[Line], Meta(min_length=1, max_length=20)] = []
    key_points: Annotated[list[WrittenKeyPoint], Meta(min_length=1, max_length=20)]
    model_answer: Prose
    code: Prose | None = None
    times: WrittenTimes = WrittenTimes()
    follow_ups: Annotated[list[WrittenFollowUp], Meta(max_length=20)] = []
    red_flags: Annotated[list[Line | WrittenRedFlag], Meta(max_length=20)] = []
    shelf: Annotated[list[Line], Meta(max_length=20)] = []


class PackHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands above the questions: the area, and what its facts were checked against, or that they were not."""

    title: Line
    source: Line


class WrittenPack(PackHead, frozen=True, forbid_unknown_fields=True):
    """One whole file."""

    questions: Annotated[list[WrittenQuestion], Meta(min_length=1, max_length=MAX_QUESTIONS)]


SOUND: Final[dict[str, Value]] = {
    "id": "x",
    "kind": "quick",
    "level": "1",
    "text": "?",
    "roles": [ALL],
    "rounds": [ALL],
    "topics": ["own.x"],
    "key_points": [{"id": "x", "text": "x", "cues": ["x"]}],
    "model_answer": "x",
    "code": "x",
    "times": {},
    "follow_ups": [],
    "red_flags": [],
    "shelf": [],
}
"""A question in which nothing is wrong, to check one value at a time."""
