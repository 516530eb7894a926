"""How an interview is conducted: what its plan, and the drill it may be, ask of each question. Pure rules, no clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from question_bank.draw import is_candidates_turn
from question_bank.labels import round_label
from question_bank.models import Question, Round
from simulator.interview.plan import SessionPlan
from simulator.settings import Settings


@dataclass(frozen=True, slots=True)
class Conduct:
    """What a session does around an answer.

    `is_strict`: no feedback before the end, answers are stopped at their limit, there is no second try. `tries`: how
    often each question is to be answered. `holds_silence`: the interviewer stays quiet after the answer.
    `guesses_first`: the candidate says how long it was before the report shows. `may_follow_up`: answers may lead to
    deeper questions.
    """

    is_strict: bool = False
    tries: int = 1
    holds_silence: bool = False
    guesses_first: bool = False
    may_follow_up: bool = True


def conduct_of(plan: SessionPlan) -> Conduct:
    """What `plan` asks of its session."""
    drill = plan.drill
    if drill is None:
        return Conduct(is_strict=plan.strict)
    return Conduct(
        is_strict=plan.strict and not drill.needs_feedback,
        tries=drill.tries,
        holds_silence=drill.holds_silence,
        guesses_first=drill.guesses_first,
        may_follow_up=False,
    )


def as_asked(plan: SessionPlan, position: int) -> Question:
    """The question at `position` as this interview asks it: belonging to the round at hand alone.

    What is in place in the last talk may be out of place in a technical one.
    """
    question = plan.questions[position]
    round_ = round_at(plan, position)
    return replace(question, rounds=(round_,)) if round_ in question.rounds else question


def asks_follow_ups(plan: SessionPlan, question: Question, settings: Settings) -> bool:
    """Whether an answer to `question` may lead deeper."""
    return settings.follow_ups and conduct_of(plan).may_follow_up and not is_candidates_turn(question)


@dataclass(frozen=True, slots=True)
class RoundPlace:
    """Where in a loop one is: `number` from 1 of `count`; `is_new` at the first question of the round."""

    round: Round
    number: int
    count: int
    is_new: bool

    @property
    def announcement(self) -> str:
        """A short sentence for the voice."""
        lead = "Let's start with" if self.number == 1 else "Let's move on to"
        return f"{lead} {_SPOKEN[self.round]}."

    @property
    def words(self) -> str:
        """As it is shown: "Machine learning · round 3 of 7"."""
        return f"{round_label(self.round)} · round {self.number} of {self.count}"


_SPOKEN: Final = {
    Round.INITIAL_SCREENING: "the initial screening",
    Round.TECHNICAL_SCREENING: "the technical screening",
    Round.MACHINE_LEARNING: "machine learning",
    Round.SYSTEM_DESIGN: "system design",
    Round.PROJECT_PRESENTATION: "your project",
    Round.BEHAVIOURAL: "how you work with others",
    Round.FINAL: "the final part",
}


def round_at(plan: SessionPlan, position: int) -> Round | None:
    """The round in which a question is asked; None in a drill across rounds."""
    return plan.rounds[position] if plan.rounds else plan.round


def round_place(plan: SessionPlan, position: int) -> RoundPlace | None:
    """Where in the loop a question stands; None if the plan is no loop."""
    if not plan.rounds:
        return None
    starts = [at for at, round_ in enumerate(plan.rounds) if at == 0 or round_ is not plan.rounds[at - 1]]
    number = sum(start <= position for start in starts)
    return RoundPlace(plan.rounds[position], number, len(starts), position in starts)


def spoken_text(plan: SessionPlan, position: int) -> str:
    """What the voice says for a question of the plan: a new round is announced first."""
    place = round_place(plan, position)
    text = plan.questions[position].text
    return f"{place.announcement} {text}" if place is not None and place.is_new else text
