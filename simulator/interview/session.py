"""An interview as it goes: a state machine that knows which move is possible when. It reads no clock, it does nothing.

    ASKING ──question_spoken──► READY ──start_answer──► ANSWERING ──stop_answer──► CLOSING ──answer_kept──► FEEDBACK
       ▲  ◄──ask_again──────────┘ ▲ ▲                       │                        │                      │  │  │
       │                          │ └──────answer_lost──────┴────────────────────────┘                      │  │  │
       │                          └───────────────────────────answer_again──────────────────────────────────┘  │  │
       ├──────────────────────────next_question (after the last question: ENDED), follow_up────────────────────┘  │
       └──────────────────────────the same from DECIDING ◄────────await_report────────────────────────────────────┘

In strict interviews `answer_kept` leads to DECIDING: what comes next may depend on the words, and no feedback shows.
Where the silence is held, `hold_silence` leads from ANSWERING to HOLDING, and `stop_answer` on from there.
`skip` goes to the next question from ASKING, READY, ANSWERING and DECIDING; `pause` and `resume` leave and re-enter any
stage but CLOSING, HOLDING and DECIDING, which last moments; `end` is always possible.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from question_bank.models import Question
from simulator.interview.conduct import Conduct, as_asked, conduct_of
from simulator.interview.plan import SessionPlan

# Our own. Start and Stop are one button: the second half of a double click (400 ms in Qt) must not end the answer that
# the first began, nor skip a question nobody has seen.
SETTLE_S: Final = 0.4


class Stage(StrEnum):
    """What the interview is doing."""

    ASKING = "asking"
    READY = "ready"
    ANSWERING = "answering"
    HOLDING = "holding"
    CLOSING = "closing"
    FEEDBACK = "feedback"
    DECIDING = "deciding"
    PAUSED = "paused"
    ENDED = "ended"


class Step(NamedTuple):
    """What is asked: a question of the plan by its position, at rung 0, or the follow-up of that number to it."""

    position: int
    rung: int


class Session:
    """One interview, question by question.

    A move takes `now`, in monotonic seconds, and says whether it was made: False means that it is not possible in this
    stage, and that nothing changed. Whoever drives the session acts only on True; so however often a button is pressed,
    an answer has one recording.

    Pausing in the middle of an answer keeps the recording open and its clock still; resuming goes on with it. `skip`
    and `end` leave an open recording behind, which the driver discards or keeps.
    """

    def __init__(self, plan: SessionPlan, position: int = 0, attempt: int = 1) -> None:
        """Begins at the question at `position`, with this try at it: an interview that was cut off goes on there."""
        if not plan.questions:
            raise ValueError("a session needs a question")
        self._plan = plan
        self._conduct = conduct_of(plan)
        self._stage = Stage.ASKING
        self._paused_from: Stage | None = None
        self._step = Step(position, 0)
        self._question = as_asked(plan, position)
        self._attempt = attempt
        self._kept_here = 0
        self._answered: frozenset[Step] = frozenset()
        self._skipped: frozenset[Step] = frozenset()
        self._settled_s = float("-inf")
        self._since_s: float | None = None
        self._paused_s = 0.0

    @property
    def plan(self) -> SessionPlan:
        return self._plan

    @property
    def conduct(self) -> Conduct:
        return self._conduct

    @property
    def stage(self) -> Stage:
        return self._stage

    @property
    def since_s(self) -> float | None:
        """When this stage was entered, in monotonic seconds; None before the first move."""
        return self._since_s

    @property
    def paused_from(self) -> Stage | None:
        """The stage that `resume` returns to, None unless paused."""
        return self._paused_from

    @property
    def position(self) -> int:
        """Index of the question in the plan, from 0; after the end, that of the last one asked."""
        return self._step.position

    @property
    def rung(self) -> int:
        """0 at a question of the plan, else the number of the follow-up to it."""
        return self._step.rung

    @property
    def step(self) -> Step:
        return self._step

    @property
    def question(self) -> Question:
        """The question as it is asked here; the follow-up if one is asked."""
        return self._question

    @property
    def is_last(self) -> bool:
        """Whether no question of the plan follows."""
        return self.position == len(self._plan.questions) - 1

    @property
    def is_kept(self) -> bool:
        """Whether the answer at hand is given, and safe."""
        stage = self._paused_from or self._stage
        return stage in (Stage.FEEDBACK, Stage.DECIDING)

    @property
    def tries_left(self) -> int:
        """How many more answers to this question its drill wants."""
        return max(0, self._conduct.tries - self._kept_here)

    @property
    def try_number(self) -> int:
        """Which of the answers that the drill wants is on, or was just kept, from 1; any beyond them is the last."""
        return min(self._conduct.tries, self._kept_here + (0 if self.is_kept else 1))

    @property
    def is_last_try(self) -> bool:
        """Whether nothing of the plan follows the answer at hand: no question, and no other try at this one."""
        return self.is_last and self.try_number == self._conduct.tries

    @property
    def attempt(self) -> int:
        """Which try at this question is on, or comes next, from 1. A lost recording uses up its number."""
        return self._attempt

    @property
    def answered(self) -> frozenset[Step]:
        """The questions and follow-ups with at least one answer kept."""
        return self._answered

    @property
    def skipped(self) -> frozenset[Step]:
        """The questions and follow-ups left without an answer by `skip`."""
        return self._skipped

    def is_settling(self, now: float) -> bool:
        """Whether what is pressed now was meant for what stood there before: a question or an answer has just begun."""
        return now < self._settled_s

    def paused_s(self, now: float) -> float:
        """Seconds spent paused up to `now`."""
        if self._stage is not Stage.PAUSED or self._since_s is None:
            return self._paused_s
        return self._paused_s + max(0.0, now - self._since_s)

    def question_spoken(self, now: float) -> bool:
        """The question has been read out, or its reading was cut short."""
        return self._go(now, Stage.READY, Stage.ASKING)

    def ask_again(self, now: float) -> bool:
        """Read the question out once more, before the answer."""
        return self._go(now, Stage.ASKING, Stage.READY)

    def start_answer(self, now: float) -> bool:
        """The answer begins: open its recording."""
        if not self._go(now, Stage.ANSWERING, Stage.READY):
            return False
        self._settled_s = now + SETTLE_S
        return True

    def hold_silence(self, now: float) -> bool:
        """The answer seems over, and the interviewer stays quiet; only where the conduct says so."""
        is_possible = self._conduct.holds_silence and not self.is_settling(now)
        if not is_possible or not self._go(now, Stage.HOLDING, Stage.ANSWERING):
            return False
        self._settled_s = now + SETTLE_S
        return True

    def stop_answer(self, now: float) -> bool:
        """The answer is over: close its recording. Not possible within 0.4 s of its start, or of the silence after it,
        as in a double click.
        """
        return not self.is_settling(now) and self._go(now, Stage.CLOSING, Stage.ANSWERING, Stage.HOLDING)

    def answer_kept(self, now: float) -> bool:
        """The recording is safe on disk."""
        if not self._go(now, Stage.DECIDING if self._conduct.is_strict else Stage.FEEDBACK, Stage.CLOSING):
            return False
        self._answered |= {self._step}
        self._kept_here += 1
        return True

    def answer_lost(self, now: float) -> bool:
        """The recording could not be kept; the question can be answered anew. While paused, it is resumed at READY."""
        if self._paused_from is Stage.ANSWERING:
            self._paused_from = Stage.READY
        elif not self._go(now, Stage.READY, Stage.ANSWERING, Stage.HOLDING, Stage.CLOSING):
            return False
        self._attempt += 1
        return True

    def answer_again(self, now: float) -> bool:
        """Try the same question once more; the answers before it stay."""
        if not self._go(now, Stage.READY, Stage.FEEDBACK):
            return False
        self._attempt += 1
        return True

    def await_report(self, now: float) -> bool:
        """Go on as soon as it is known what follows."""
        return self._go(now, Stage.DECIDING, Stage.FEEDBACK)

    def follow_up(self, question: Question, now: float) -> bool:
        """Go deeper: ask `question` about the answer just given."""
        if not self._may_go_on:
            return False
        self._take_step(Step(self.position, self.rung + 1), question, now)
        return True

    def next_question(self, now: float) -> bool:
        """Go on to the next question of the plan, or to the end after the last; in a drill that wants more tries at
        the same one, to the next try.
        """
        if not self._may_go_on:
            return False
        if self.tries_left:
            self._attempt += 1
            self._enter(Stage.READY, now)
        else:
            self._advance(now)
        return True

    def skip(self, now: float) -> bool:
        """Leave the question, even during an answer. Not possible within 0.4 s of its coming up or of Start."""
        leavable = (Stage.ASKING, Stage.READY, Stage.ANSWERING, Stage.DECIDING)
        if self._stage not in leavable or self.is_settling(now):
            return False
        if self._step not in self._answered:
            self._skipped |= {self._step}
        self._advance(now)
        return True

    def pause(self, now: float) -> bool:
        """Stand still: nothing is read, nothing is recorded."""
        before = self._stage
        if not self._go(now, Stage.PAUSED, Stage.ASKING, Stage.READY, Stage.ANSWERING, Stage.FEEDBACK):
            return False
        self._paused_from = before
        return True

    def resume(self, now: float) -> bool:
        """Go on where `pause` left off; a question that was being read is read from its beginning."""
        if self._paused_from is None:
            return False
        self._leave_pause(now, self._paused_from)
        return True

    def end(self, now: float) -> bool:
        """End the interview, whatever it is doing."""
        if self._stage is Stage.ENDED:
            return False
        self._leave_pause(now, Stage.ENDED)
        return True

    @property
    def _may_go_on(self) -> bool:
        return self._stage in (Stage.FEEDBACK, Stage.DECIDING)

    def _go(self, now: float, to: Stage, *possible_from: Stage) -> bool:
        if self._stage not in possible_from:
            return False
        self._enter(to, now)
        return True

    def _advance(self, now: float) -> None:
        if self.is_last:
            self._enter(Stage.ENDED, now)
            return
        position = self.position + 1
        self._take_step(Step(position, 0), as_asked(self._plan, position), now)

    def _take_step(self, step: Step, question: Question, now: float) -> None:
        self._step, self._question = step, question
        self._attempt = 1
        self._kept_here = 0
        self._enter(Stage.ASKING, now)
        self._settled_s = now + SETTLE_S

    def _leave_pause(self, now: float, to: Stage) -> None:
        self._paused_s = self.paused_s(now)
        self._paused_from = None
        self._enter(to, now)

    def _enter(self, stage: Stage, now: float) -> None:
        self._stage = stage
        self._since_s = now
