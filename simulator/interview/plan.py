"""Which questions an interview or a drill will ask, settled before it begins. It neither asks nor remembers any."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count, cycle
from typing import TYPE_CHECKING, Final

from question_bank.draw import CLOSING_TOPIC, OPENING_TOPIC, Draw, Preference, in_order, shuffled
from question_bank.models import Question, Role, Round, TargetTimes
from simulator.drills.drill import Drill
from simulator.errors import NoQuestions

if TYPE_CHECKING:
    from question_bank.bank import Bank

LEAST_IN_LOOP: Final = len(Round)  # a whole loop has a question of every round
MOST_DUE_AT_ONCE: Final = 10  # our own: what is due beyond that waits for the next interview

# Our own. A loop that has more questions than rounds goes deeper where hiring loops do: first in the technical parts.
_DEEPER: Final = (
    Round.TECHNICAL_SCREENING,
    Round.MACHINE_LEARNING,
    Round.SYSTEM_DESIGN,
    Round.BEHAVIOURAL,
    Round.PROJECT_PRESENTATION,
    Round.INITIAL_SCREENING,
    Round.FINAL,
)
# What a round of some length is not complete without, and what a loop has only there.
_PARTS: Final = {Round.INITIAL_SCREENING: OPENING_TOPIC, Round.FINAL: CLOSING_TOPIC}
_LEAST_FOR_PARTS: Final = 3
_LEAST_MINUTES_FOR_PARTS: Final = 10
# Of a bank of thousands, so many questions of a round are looked at more closely: enough to spread topics, and with
# 10,000 questions the plan of a two-hour interview takes 40 ms of the 60 that the window has to spare.
_MOST_PER_ROUND: Final = 200
# An order in which any first few levels are spread from easy to hard; asked, they stand in rising order.
_CLIMB: Final = (1, 5, 3, 2, 4)
_HIGHEST_LEVEL: Final = 5

# For the expected length, roughly and our own: the voice's usual speed, a look at the feedback, and one follow-up for
# a question that has any, answered in half the time of the question and within a minute.
_READING_WPM: Final = 165
_FEEDBACK_S: Final = 30.0
# A target is where an answer ends at the latest: the bank's quick and short model answers take five sixths of theirs.
_ANSWER_SHARE: Final = 5 / 6
_FOLLOW_UP_SHARE: Final = 0.5
_LONGEST_FOLLOW_UP_S: Final = 60.0


class Level(StrEnum):
    """How hard the questions are: one level of the bank's five, or rising through the interview."""

    ANY = "any"
    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    CLIMB = "climb"

    @property
    def exact(self) -> int | None:
        """The one level that is wanted, None if there is none."""
        return int(self) if self.isdigit() else None


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants to practise. `role` None is any role; `round` None is a whole loop, round after round.

    As many questions as `count` says, at least one for each round of a loop; or, if `minutes` is given, as many as
    are answered in that time. `topics` are the only ones allowed, none means all.
    """

    role: Role | None = None
    round: Round | None = None
    count: int = 5
    minutes: int | None = None
    level: Level = Level.ANY
    topics: tuple[str, ...] = ()
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """Ids of the questions that are due, were asked today, were asked lately, and are never to be asked."""

    due: Collection[str] = ()
    today: Collection[str] = ()
    lately: Collection[str] = ()
    hidden: Collection[str] = ()


NOTHING_ASKED: Final = Past()


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """An interview to come. `round` is None for a drill or a loop across rounds, `role` is None for any role.

    `strict`: answers are stopped at their maximum, after a warning. The same `seed` gives the same questions again.
    `drill` names the exercise if it is one. `rounds` holds the round of each question in a loop, else nothing.
    """

    role: Role | None
    round: Round | None
    questions: tuple[Question, ...]
    seed: int
    strict: bool = False
    drill: Drill | None = None
    rounds: tuple[Round, ...] = ()


def plan_session(bank: Bank, wish: Wish, seed: int, past: Past = NOTHING_ASKED) -> SessionPlan:
    """The interview that was wished for; the same arguments give the same one. Raises NoQuestions when none fits.

    What is due comes first, what was asked lately comes last; what was asked today only when nothing else is left.
    """
    filling = _Filling(wish, past)
    filling.fill(Draw(_closer(_pool(bank, wish.role, past.hidden, wish.topics), seed, filling), seed))
    asked = filling.asked()
    questions = _some(tuple(question for _, question in asked))
    rounds = tuple(round_ for round_, _ in asked) if wish.round is None else ()
    return SessionPlan(wish.role, wish.round, questions, seed, wish.strict, rounds=rounds)


def plan_due(bank: Bank, role: Role | None, seed: int, past: Past, *, strict: bool = False) -> SessionPlan:
    """What is due, those that waited longest first, at most ten at once. Raises NoQuestions when nothing is."""
    due = due_questions(bank, past)[:MOST_DUE_AT_ONCE]
    return SessionPlan(role, None, _some(in_order(due)), seed, strict)


def due_questions(bank: Bank, past: Past) -> tuple[Question, ...]:
    """The questions that are due, in the order of `past.due`, without those that are hidden or gone from the bank."""
    known = {question.id: question for question in bank.questions if question.id not in past.hidden}
    return tuple(known[question_id] for question_id in past.due if question_id in known)


def plan_these(questions: Sequence[Question], role: Role | None, *, strict: bool = False) -> SessionPlan:
    """Exactly these questions, in this order, whenever they were asked. Raises NoQuestions when there are none."""
    return SessionPlan(role, None, _some(tuple(questions)), seed=0, strict=strict)


def plan_drill(
    bank: Bank, drill: Drill, role: Role | None, seed: int, past: Past = NOTHING_ASKED, *, strict: bool = False
) -> SessionPlan:
    """The questions of a drill, from any round. Raises NoQuestions when none fits."""
    asks = drill.questions
    order = _Filling(Wish(role), past).order
    draw = Draw(_pool(bank, role, past.hidden), seed)
    drawn = [
        draw.next(lambda question: question.kind in asks.kinds and CLOSING_TOPIC not in question.topics, order)
        for _ in range(asks.count)
    ]
    questions = in_order(_timed(question, asks.times) for question in drawn if question is not None)
    return SessionPlan(role, None, _some(questions), seed, strict, drill)


def expected_minutes(plan: SessionPlan) -> int:
    """Whole minutes the session takes, rounded up: questions read, answers of their usual length, and roughly what
    comes after them.
    """
    tries = 1 if plan.drill is None else plan.drill.tries
    has_follow_ups = plan.drill is None
    return math.ceil(
        tries * sum(_expected_s(question, plan.strict, has_follow_ups) for question in plan.questions) / 60
    )


@dataclass(frozen=True, slots=True)
class _Turn:
    """The next question: from which round, the part it should play there, the level a climb has reached."""

    round: Round
    part: str | None = None
    climb_to: int = 1


class _Filling:
    """Fills an interview turn by turn until it is as long as was wished for, or nothing is left that fits."""

    def __init__(self, wish: Wish, past: Past) -> None:
        self._wish = wish
        self._today = frozenset(past.today)
        self._standing = dict.fromkeys(past.lately, 2) | dict.fromkeys(past.due, 0)
        self._budget_s = 60.0 * wish.minutes if wish.minutes is not None else math.inf
        self._most = math.inf if wish.minutes is not None else max(wish.count, LEAST_IN_LOOP if self._is_loop else 1)
        self._asked: list[tuple[Round, Question]] = []

    @property
    def _is_loop(self) -> bool:
        return self._wish.round is None

    def asked(self) -> list[tuple[Round, Question]]:
        """The questions with their rounds, in the order in which to ask them."""
        return [
            (round_, question)
            for round_ in Round
            for question in in_order(question for of_round, question in self._asked if of_round is round_)
        ]

    def fill(self, draw: Draw) -> None:
        """Draw the questions: first one for each round, then further ones as long as there is room."""
        first = self._first_turns()
        for index, turn in enumerate(first):
            self._add_one(draw, turn, turns_left=len(first) - index)
        idle = 0
        for turn in self._further_turns():
            if len(self._asked) >= self._most or idle == len(_DEEPER):
                return
            idle = 0 if self._add(draw, turn, self._budget_s) else idle + 1

    def order(self, question: Question) -> Preference:
        """What to draw first, whatever the turn: smaller comes first."""
        wanted = self._wish.level.exact
        off_level = abs(question.level - wanted) if wanted else 0
        return question.id in self._today, off_level, self._standing.get(question.id, 1)

    def _first_turns(self) -> list[_Turn]:
        rounds = tuple(Round) if self._wish.round is None else (self._wish.round,)
        steps = max(len(rounds) - 1, 1)
        levels = (1 + round((_HIGHEST_LEVEL - 1) * index / steps) for index in range(len(rounds)))
        has_parts = self._is_loop or self._has_room_for_parts()
        return [
            _Turn(round_, _PARTS.get(round_) if has_parts else None, level)
            for round_, level in zip(rounds, levels, strict=True)
        ]

    def _has_room_for_parts(self) -> bool:
        minutes = self._wish.minutes
        return self._wish.count >= _LEAST_FOR_PARTS if minutes is None else minutes >= _LEAST_MINUTES_FOR_PARTS

    def _further_turns(self) -> Iterator[_Turn]:
        if self._wish.round is not None:
            for index in count(1):
                yield _Turn(self._wish.round, climb_to=_CLIMB[index % len(_CLIMB)])
        levels = {turn.round: turn.climb_to for turn in self._first_turns()}
        for round_ in cycle(_DEEPER):
            yield _Turn(round_, climb_to=levels[round_])

    def _add_one(self, draw: Draw, turn: _Turn, turns_left: int) -> None:
        """A question within this turn's share of the time that is left; the shortest there is if none is so short."""
        spent_s = self._spent_s()
        if self._add(draw, turn, spent_s + (self._budget_s - spent_s) / turns_left):
            return
        shortest = min((self._seconds(question) for question in draw.fitting(self._belongs(turn))), default=None)
        if shortest is not None:
            self._add(draw, turn, spent_s + shortest)

    def _add(self, draw: Draw, turn: _Turn, until_s: float) -> bool:
        """Draw a question that ends by `until_s` of the interview; False if there is none."""
        room_s = until_s - self._spent_s()
        belongs = self._belongs(turn)
        question = draw.next(
            lambda question: belongs(question) and self._seconds(question) <= room_s,
            lambda question: self._preference(question, turn),
        )
        if question is not None:
            self._asked.append((turn.round, question))
        return question is not None

    def _belongs(self, turn: _Turn) -> _Fits:
        """In a loop, the candidate is introduced once and asks once, each where it is due."""
        elsewhere = {topic for round_, topic in _PARTS.items() if self._is_loop and round_ is not turn.round}
        return lambda question: turn.round in question.rounds and elsewhere.isdisjoint(question.topics)

    def _preference(self, question: Question, turn: _Turn) -> Preference:
        today, off_level, standing = self.order(question)
        lacks_part = turn.part is not None and turn.part not in question.topics
        off_climb = abs(question.level - turn.climb_to) if self._wish.level is Level.CLIMB else 0
        return today, lacks_part, off_level, standing, off_climb

    def _spent_s(self) -> float:
        return sum(self._seconds(question) for _, question in self._asked)

    def _seconds(self, question: Question) -> float:
        return _expected_s(question, self._wish.strict, has_follow_ups=True)


def _pool(bank: Bank, role: Role | None, hidden: Collection[str], topics: Collection[str] = ()) -> list[Question]:
    return [
        question
        for question in bank.matching(role)
        if question.id not in hidden and (not topics or not set(topics).isdisjoint(question.topics))
    ]


def _closer(pool: list[Question], seed: int, filling: _Filling) -> list[Question]:
    """Of a large pool those that come into question first: for each round so many, and what opens or closes one."""
    if len(pool) <= _MOST_PER_ROUND * len(Round):
        return pool
    ordered = sorted(shuffled(pool, seed), key=filling.order)
    left = dict.fromkeys(Round, _MOST_PER_ROUND)
    return [question for question in ordered if _is_taken(question, left)]


def _is_taken(question: Question, left: dict[Round, int]) -> bool:
    wanting = [round_ for round_ in question.rounds if left[round_] > 0]
    for round_ in wanting:
        left[round_] -= 1
    return bool(wanting) or not set(_PARTS.values()).isdisjoint(question.topics)


def _timed(question: Question, times: TargetTimes | None) -> Question:
    return question if times is None else replace(question, times=times)


def _expected_s(question: Question, is_strict: bool, has_follow_ups: bool) -> float:
    """Seconds from the first word of a question to the next question; in strict mode feedback waits for the end."""
    reading_s = 60 * len(question.text.split()) / _READING_WPM
    answer_s = _ANSWER_SHARE * question.times.target_s
    follow_up_s = (
        min(_FOLLOW_UP_SHARE * answer_s, _LONGEST_FOLLOW_UP_S) if has_follow_ups and question.follow_ups else 0
    )
    return reading_s + answer_s + follow_up_s + (0 if is_strict else _FEEDBACK_S)


def _some(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    if not questions:
        raise NoQuestions("No question fits this role and round. Choose another round, or add a pack under Questions.")
    return questions


if TYPE_CHECKING:
    from collections.abc import Callable

    _Fits = Callable[[Question], bool]
