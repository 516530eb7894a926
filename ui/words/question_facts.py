"""What kind of question one is, in one line: kind, level, topics, for whom; and how it went so far."""

from __future__ import annotations

from typing import Final

from question_bank.labels import kind_label, role_label, round_label, topic_label
from question_bank.models import Question, Role, Round
from simulator.bank_view import UsersView
from simulator.question_record import Standing
from ui.words.times import clock

_STANDINGS: Final = {Standing.WEAK: "needs work", Standing.WELL: "went well", Standing.UNMEASURED: "asked"}


def facts_of(question: Question) -> str:
    """Kind, level and topics."""
    return f"{_kind_and_level(question)} · {_topics(question)}"


def main_facts_of(question: Question) -> str:
    """Kind, level and the first topic."""
    return f"{_kind_and_level(question)} · {topic_label(question.topics[0])}"


def facts_with_target(question: Question) -> str:
    """Kind, level, target time and topics."""
    return f"{_kind_and_level(question)} · target {clock(question.times.target_s)} · {_topics(question)}"


def for_whom(question: Question) -> str:
    """Rounds, and roles below them; all of them in two words."""
    rounds = "Every round" if len(question.rounds) == len(Round) else ", ".join(map(round_label, question.rounds))
    roles = "Every role" if len(question.roles) == len(Role) else ", ".join(map(role_label, question.roles))
    return f"{rounds}\n{roles}"


def marks_of(question: Question, view: UsersView) -> str:
    """What the user has to do with it, in a few words."""
    marks = (
        _STANDINGS.get(view.standing(question), ""),
        "due" if question.id in view.due else "",
        "mine" if question.id in view.own else "",
        "★" if question.id in view.starred else "",
    )
    return " · ".join(filter(None, marks))


def _kind_and_level(question: Question) -> str:
    return f"{kind_label(question.kind).capitalize()} · level {question.level}"


def _topics(question: Question) -> str:
    return ", ".join(map(topic_label, question.topics))
