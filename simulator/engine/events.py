"""What an interview tells whoever shows it: plain values, through the one callback of `engine`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from question_bank.models import Question
from simulator.engine.sound_events import ClockChanged, LevelChanged
from simulator.follow_ups.ladder import NextStep
from simulator.interview.session import Stage

if TYPE_CHECKING:
    from simulator.store.records import AnswerId, SessionId


@dataclass(frozen=True, slots=True)
class QuestionChanged:
    """Question `number` of `total`, from 1, is at hand. A follow-up has the number of the question it belongs to."""

    question: Question
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class StageChanged:
    """The interview is at this stage; told once more when a question is read anew."""

    stage: Stage


@dataclass(frozen=True, slots=True)
class CaptionChanged:
    """The words heard last, when captions are on: those that are settled, and those that may still change."""

    settled: str
    tentative: str


@dataclass(frozen=True, slots=True)
class CueChanged:
    """The one cue, "" when it goes."""

    words: str


@dataclass(frozen=True, slots=True)
class AnswerKept:
    """The answer is safe, and its report on the way."""

    answer_id: AnswerId


@dataclass(frozen=True, slots=True)
class NextDecided:
    """What follows the answer just given; told once more if its words are written down anew."""

    step: NextStep


@dataclass(frozen=True, slots=True)
class InterviewProblem:
    """One sentence for the user; the interview goes on."""

    sentence: str


@dataclass(frozen=True, slots=True)
class MicrophoneLost:
    """Likewise; an answer under way waits to be resumed, or for the end."""

    sentence: str


@dataclass(frozen=True, slots=True)
class TypingWanted:
    """There is no microphone for this interview: answers are typed from now on."""


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """The interview is over, and the microphone closed."""

    session_id: SessionId


EngineEvent = (
    QuestionChanged
    | StageChanged
    | LevelChanged
    | ClockChanged
    | CaptionChanged
    | CueChanged
    | AnswerKept
    | NextDecided
    | InterviewProblem
    | MicrophoneLost
    | TypingWanted
    | SessionEnded
)
