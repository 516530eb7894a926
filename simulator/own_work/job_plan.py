"""An interview for one advertisement: its demands from the bank, why this company, and what the CV names of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import cycle
from typing import Final

from question_bank.draw import CLOSING_TOPIC, OPENING_TOPIC, Draw, Preference, in_order
from question_bank.models import Question
from simulator.errors import NoQuestions
from simulator.interview.plan import NOTHING_ASKED, Past, SessionPlan
from simulator.own_work.advertisement.demands import Advertisement, Demand, DemandSort
from simulator.own_work.cv.technique_catalogue import technique_named
from simulator.own_work.own_work import Company, OwnWork
from simulator.own_work.questions.company_questions import company_questions
from simulator.own_work.questions.technique_questions import technique_questions

# Our own: the company asks about itself once, twice in a long interview; one question in four is on one's own CV.
_LONG_ENOUGH_FOR_TWO: Final = 7
_SHORTEST_WITH_CV: Final = 4
_QUESTIONS_FOR_ONE_OF_CV: Final = 4
_NO_ADVERTISEMENT: Final = "There is no job advertisement yet. Paste or open one under “Your CV and company”."
_NOTHING_ON_IT: Final = (
    "The question bank has nothing on what this job asks for. "
    "Tick another requirement under “Your CV and company”, or add "
    "questions of your own under Questions."
)


def plan_for_advertisement(
    own_work: OwnWork,
    bank: Iterable[Question],
    count: int,
    seed: int,
    past: Past = NOTHING_ASKED,
    answered: Mapping[str, int] | None = None,
) -> SessionPlan:
    """An interview of about `count` questions for the advertisement in `own_work`; the same arguments, the same one.

    It opens with why this company, then demand after demand: those that were `answered` least (answers by the demand's
    name), of these the most named first. Questions suit the role and its seniority where there are such. Techniques are
    asked about as the user's own only where the CV names them. Raises NoQuestions when no demand has a question.
    """
    advertisement = own_work.advertisement
    if advertisement.is_empty:
        raise NoQuestions(_NO_ADVERTISEMENT)
    why, *more = _of_company(own_work, count, seed)
    own = _of_cv(own_work, count, seed, past)
    left = max(count - 1 - len(more) - len(own), 1)
    asked = tuple(_of_bank(advertisement, bank, left, seed, past, answered or {}))
    if not asked and not own:
        raise NoQuestions(_NOTHING_ON_IT)
    return SessionPlan(advertisement.role, None, (why, *in_order((*more, *own, *asked))), seed)


def company_of(own_work: OwnWork) -> Company:
    """Who is hiring: what the user entered, as far as it is the same company, else what the advertisement says."""
    advertisement, entered = own_work.advertisement, own_work.company
    is_same = not advertisement.company or not entered.name or _is_same(advertisement.company, entered.name)
    name = entered.name if is_same and entered.name else advertisement.company
    wanted = "\n".join(dict.fromkeys(demand.line or demand.name for demand in advertisement.wanted))
    return Company(name, entered.does if is_same else "", (entered.role if is_same else "") or wanted)


def _is_same(name: str, other: str) -> bool:
    one, two = name.casefold(), other.casefold()
    return one in two or two in one


def _of_company(own_work: OwnWork, count: int, seed: int) -> list[Question]:
    """ "Why us" first; in a long interview one more of what companies ask about themselves."""
    why, *others = company_questions(company_of(own_work))
    if count < _LONG_ENOUGH_FOR_TWO:
        return [why]
    return [why, random.Random(seed).choice(others)]  # noqa: S311 - which one is no secret


def _of_cv(own_work: OwnWork, count: int, seed: int, past: Past) -> list[Question]:
    """Questions on techniques that the job demands and the CV names, one for each, those least lately asked first."""
    if count < _SHORTEST_WITH_CV:
        return []
    named = {technique_named(name).name for name in own_work.techniques}
    demanded = [one for one in own_work.advertisement.wanted if one.sort is DemandSort.TECHNIQUE and one.name in named]
    asked: list[Question] = []
    for demand in sorted(demanded, key=lambda one: -one.times)[: max(count // _QUESTIONS_FOR_ONE_OF_CV, 1)]:
        made = technique_questions(demand.name, own_work.projects)
        drawn = Draw(made, seed).next(lambda _one: True, lambda one: _standing(one, past))
        asked.extend([drawn] if drawn is not None else [])
    return asked


def _of_bank(
    advertisement: Advertisement,
    bank: Iterable[Question],
    count: int,
    seed: int,
    past: Past,
    answered: Mapping[str, int],
) -> Iterator[Question]:
    """Up to `count` questions, each demand in turn until none has any left."""
    draw = Draw((one for one in bank if _can_be_asked(one, past.hidden)), seed)
    idle = drawn = 0
    order = _in_turn(advertisement.wanted, answered)
    for demand in cycle(order):
        if drawn == count or idle == len(order):
            return
        question = draw.next(_on(demand), lambda one: _preference(one, advertisement, past))
        idle = 0 if question is not None else idle + 1
        if question is not None:
            drawn += 1
            yield question


def _can_be_asked(question: Question, hidden: Collection[str]) -> bool:
    return question.id not in hidden and not {OPENING_TOPIC, CLOSING_TOPIC} & set(question.topics)


def _in_turn(demands: Sequence[Demand], answered: Mapping[str, int]) -> list[Demand]:
    return sorted(demands, key=lambda one: (answered.get(one.name, 0), -one.times))


def _preference(question: Question, advertisement: Advertisement, past: Past) -> Preference:
    is_of_other_role = advertisement.role is not None and advertisement.role not in question.roles
    today, standing = _standing(question, past)
    return today, is_of_other_role, abs(question.level - advertisement.level), standing


def _standing(question: Question, past: Past) -> tuple[bool, int]:
    is_due, is_late = question.id in past.due, question.id in past.lately
    return question.id in past.today, 0 if is_due else 2 if is_late else 1


def _on(demand: Demand) -> Callable[[Question], bool]:
    topics = frozenset(demand.topics)
    return lambda question: not topics.isdisjoint(question.topics)
