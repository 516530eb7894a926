"""What a question is. Values only: `loader` loads and checks, `bank` and `draw` choose."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """How an answer to a question is meant to go."""

    QUICK = "quick"
    SHORT = "short"
    STORY = "story"
    THINK_ALOUD = "think-aloud"


class Role(StrEnum):
    """The job one practises for; the value is the id in the coverage list."""

    DATA_ANALYST = "role.data-analyst"
    DATA_ENGINEER = "role.data-engineer"
    DATA_SCIENTIST = "role.data-scientist"
    ML_ENGINEER = "role.ml-engineer"
    NLP_ENGINEER = "role.nlp-engineer"
    CV_ENGINEER = "role.cv-engineer"
    ROBOTICS_ENGINEER = "role.robotics-engineer"
    RESEARCH_SCIENTIST = "role.research-scientist"


class Round(StrEnum):
    """A part of a hiring loop, in the order in which loops run; the value is the id in the coverage list."""

    INITIAL_SCREENING = "round.initial-screening"
    TECHNICAL_SCREENING = "round.technical-screening"
    MACHINE_LEARNING = "round.machine-learning"
    SYSTEM_DESIGN = "round.system-design"
    PROJECT_PRESENTATION = "round.project-presentation"
    BEHAVIOURAL = "round.behavioural"
    FINAL = "round.final"


@dataclass(frozen=True, slots=True)
class TargetTimes:
    """Length of a good answer in seconds of its own clock: green to `target_s`, amber to `max_s`, then red."""

    min_s: float
    target_s: float
    max_s: float


TARGET_TIMES: Final[dict[Kind, TargetTimes]] = {
    Kind.QUICK: TargetTimes(10, 35, 60),
    Kind.SHORT: TargetTimes(30, 120, 150),
    Kind.STORY: TargetTimes(60, 180, 300),
    Kind.THINK_ALOUD: TargetTimes(60, 300, 600),
}
"""The one definition of the targets, held against the bank: said at 150 words a minute, its model answers end on green.

- Quick: Nemko's traffic light of a conversational turn, green for half a minute and red from a full one (second-hand;
  Harvard Business Review tells it as 20 and 40 s, too short for any model answer). Five seconds more are our own: a
  complete quick fact takes 25 to 35 s.
- Short: one to two minutes in four career sources; Toastmasters give an impromptu reply two minutes and half a minute
  of grace (second-hand). A complete model answer takes 68 to 120 s.
- Story and think-aloud: our own.

The shortest good length stays far below: whoever says it all sooner is praised for it.
"""


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing a good answer says.

    `cues` are words or short phrases, lower case, any one of which shows that the point was made; they match on word
    boundaries and through inflections ("penalise" finds "penalises", "net" never finds "network").
    """

    id: str
    text: str
    cues: tuple[str, ...]


class FollowUpTrigger(StrEnum):
    """What in an answer calls a follow-up."""

    COVERED = "covered"
    MISSED = "missed"
    HALF = "half"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A deeper question: asked when key point `about` was covered, missed or half said, or when term `about` fell."""

    text: str
    when: FollowUpTrigger
    about: str


@dataclass(frozen=True, slots=True)
class RedFlag:
    """Something a good answer does not say.

    `cues` match as those of a key point do, and each of them alone must be the mistake itself: a wrong accusation is
    worse than a miss. Without cues it is only shown, and never looked for.
    """

    text: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the bank.

    `text` is what is spoken and shown in large type; `code` is shown below it and never read aloud.
    `model_answer` is written as one would say it. `shelf` names what to read next (author and title, no links).
    """

    id: str
    pack: str
    kind: Kind
    level: int
    text: str
    roles: tuple[Role, ...]
    rounds: tuple[Round, ...]
    topics: tuple[str, ...]
    key_points: tuple[KeyPoint, ...]
    model_answer: str
    times: TargetTimes
    code: str | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    shelf: tuple[str, ...] = ()
