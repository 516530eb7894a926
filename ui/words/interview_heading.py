"""Where in an interview one is, as the screens say it: question, follow-up, try, round. Works nothing out, no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from question_bank.labels import round_label
from simulator.interview.conduct import RoundPlace, round_at, round_place
from simulator.interview.session import Session


@dataclass(frozen=True, slots=True)
class Heading:
    """Question `number` of `total`, from 1; `detail` says which follow-up or try it is. `round_words` name the round
    or the drill; `news` says that a round begins, or what is to be done in the drill.
    """

    number: int
    total: int
    detail: str = ""
    round_words: str = ""
    news: str = ""

    @property
    def words(self) -> str:
        """ "Question 2 of 5 · follow-up 1"."""
        question = f"Question {self.number} of {self.total}"
        return f"{question} · {self.detail}" if self.detail else question


def heading_of(session: Session) -> Heading:
    """Where `session` is now."""
    place = round_place(session.plan, session.position)
    return Heading(
        number=session.position + 1,
        total=len(session.plan.questions),
        detail=_detail(session),
        round_words=_round_words(session, place),
        news="" if session.rung else _news(session, place),
    )


def _detail(session: Session) -> str:
    if session.rung:
        return f"follow-up {session.rung}"
    tries = session.conduct.tries
    return f"try {session.try_number} of {tries}" if tries > 1 else ""


def _news(session: Session, place: RoundPlace | None) -> str:
    if place is not None:
        return place.words if place.is_new else ""
    drill = session.plan.drill
    if drill is None or drill.is_interview_like or session.position:
        return ""
    return drill.line


def _round_words(session: Session, place: RoundPlace | None) -> str:
    if session.plan.drill is not None:
        return session.plan.drill.label
    if place is not None:
        return place.words
    round_ = round_at(session.plan, session.position) or next(iter(session.question.rounds), None)
    return round_label(round_) if round_ else ""
