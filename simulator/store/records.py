"""What the store hands out: plain values, no database in them, so that screens can import this at no cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal, NewType

from question_bank.models import Question, Role, Round
from simulator.analysis.report import AnswerReport
from simulator.drills.drill import Drill
from simulator.gap import Gap
from simulator.transcript import Transcript
from simulator.unknown_question import UNREADABLE_QUESTION

if TYPE_CHECKING:
    from simulator.word_corrections import WordChange

Mode = Literal["practice", "strict"]
INDEX_FAULT: Final = "the search index is damaged"
"""How `Store.faults` calls that; it costs nothing but the search, and is rebuilt."""
SessionId = NewType("SessionId", int)
AnswerId = NewType("AnswerId", int)


LET_GO: Final = "deleted by setting"
"""What stands for the hash of a recording that was deleted as the user's settings say."""


class AnswerStatus(StrEnum):
    """How far an answer got.

    RECORDING becomes SAVED (the take is closed and safe), DISCARDED (the user threw it away) or LOST (nothing of it was
    found again). SKIPPED never had a take. Only RECORDING ever changes: what is saved stays saved.
    """

    RECORDING = "recording"
    SAVED = "saved"
    SKIPPED = "skipped"
    DISCARDED = "discarded"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """One attempt at one question.

    `question` is the question as it was asked, whatever became of it in the bank since. `position` counts from 0 within
    the session; `rung` is 0 for a question of the plan, else the number of the follow-up to it; `attempt` counts from 1
    within either. `file_name` lies in the recordings folder; `samples` are at 16 kHz. `report` has the user's
    corrections in it, and so has `transcript`: where its words are not the machine's is in `word_changes`. `failure`
    says, for the user, why there is no transcript. `typed` is what was typed so far of an answer without a recording,
    `typed_words` the same as `typed_text.typed_words` has it, both with corrections in it.
    `gaps` are what the recording lacks. Of an answer that cannot be read any more (`is_readable`), only what still can
    is there.
    """

    id: AnswerId
    session_id: SessionId
    position: int
    attempt: int
    question: Question
    status: AnswerStatus
    file_name: str | None
    samples: int | None
    byte_count: int | None
    sha256: str | None
    started_at: datetime
    transcript: Transcript | None = None
    report: AnswerReport | None = None
    failure: str | None = None
    note: str = ""
    rung: int = 0
    word_changes: tuple[WordChange, ...] = ()
    typed: str = ""
    typed_words: Transcript | None = None
    gaps: tuple[Gap, ...] = ()
    is_readable: bool = True

    @property
    def words_in_use(self) -> Transcript | None:
        """The words as they stand, heard or typed; of a typed answer the times mean nothing. None without words."""
        return self.transcript if self.transcript is not None else self.typed_words

    @property
    def can_be_judged(self) -> bool:
        """Whether question and words are there. A report that cannot be read is made anew, no other is spoilt."""
        has_words = self.transcript is not None or bool(self.typed)
        return self.is_readable or (has_words and self.question is not UNREADABLE_QUESTION)


@dataclass(frozen=True, slots=True)
class EarlierReport:
    """A report that was in use before the answer was judged anew, without corrections.

    `judged_at` is None for a report from before such moments were kept.
    """

    judged_at: datetime | None
    analysis_version: int
    rules: str
    report: AnswerReport


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One interview at a glance. Figures are over its saved answers; None where nothing was measured.

    `within_target` counts those of the `timed_answers` whose length was measured that kept to their target.
    `filler_sounds_per_minute` is weighted by speech; `words_per_minute` and `time_to_point_s` are means. `round` is
    None for a drill or a loop across rounds. `question_texts` are those of the plan in the order asked, each once;
    `follow_up_count` follow-ups were answered beside them. `is_loop`: it went from round to round. `mode`: practice has
    feedback after each answer, strict at the end. `name`, `tags` and `is_starred` are the user's. `is_taken_in`: its
    answers are recordings made elsewhere. Of one that cannot be read any more (`is_readable`), only the id and the
    figures count.
    """

    id: SessionId
    started_at: datetime
    ended_at: datetime | None
    role: Role | None
    round: Round | None
    answer_count: int
    question_texts: tuple[str, ...]
    within_target: int
    timed_answers: int
    answered_s: float
    filler_sounds_per_minute: float | None = None
    words_per_minute: float | None = None
    time_to_point_s: float | None = None
    key_points_covered: int = 0
    key_points_asked: int = 0
    follow_up_count: int = 0
    drill: Drill | None = None
    is_loop: bool = False
    mode: Mode = "practice"
    name: str = ""
    tags: tuple[str, ...] = ()
    is_starred: bool = False
    is_taken_in: bool = False
    is_readable: bool = True


@dataclass(frozen=True, slots=True)
class AnswerMatch:
    """An answer found by its words; `excerpt` is the place, plain text."""

    answer_id: AnswerId
    session_id: SessionId
    question_text: str
    excerpt: str
