"""Plans the interviews that can be held, from the user's choices, the bank, and what was asked before. No Qt."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from simulator.interview.plan import (
    Past,
    SessionPlan,
    Wish,
    due_questions,
    plan_drill,
    plan_due,
    plan_session,
    plan_these,
)
from simulator.interview.topic_fit import fitting
from simulator.own_work.job_plan import plan_for_advertisement
from simulator.own_work.job_practice import DemandPractice, practice_of
from simulator.own_work.mixed_plan import plan_own_work
from simulator.schedule import local_day

if TYPE_CHECKING:
    from question_bank.models import Question
    from simulator.drills.drill import Drill
    from simulator.store.store import Store
    from ui.workers.bank_in_use import BankInUse
    from ui.workers.kept_own_work import KeptOwnWork
    from ui.workers.settings_in_use import SettingsInUse

RECENT_QUESTIONS: Final = 60  # asked lately: not asked again while there are others


class Planner:
    """Makes plans from `bank`, `settings`, `store` and `own_work`, which are there to be looked at.

    The same wish gives the same plan until one is held, so that what was said of it is true. What cannot be planned
    raises `SimulatorError`.
    """

    def __init__(self, bank: BankInUse, settings: SettingsInUse, store: Store, own_work: KeptOwnWork) -> None:
        self.bank = bank
        self.settings = settings
        self.store = store
        self.own_work = own_work
        self._seed = _any_seed()

    def draw_anew(self) -> None:
        """A plan is being held: the next ones draw other questions."""
        self._seed = _any_seed()

    def session(self, wish: Wish) -> SessionPlan:
        """An interview as wished for, mixed with the user's own work if they want that."""
        past = self._past()
        return self.own_work.mixed_into(plan_session(self.bank.now, wish, self._seed, past), past.lately)

    def drill(self, drill: Drill) -> SessionPlan:
        """One of the drills."""
        settings = self.settings.now
        return plan_drill(self.bank.now, drill, settings.role, self._seed, self._past(), strict=settings.strict)

    def due(self) -> SessionPlan:
        """What is due today."""
        settings = self.settings.now
        return plan_due(self.bank.now, settings.role, self._seed, self._past(), strict=settings.strict)

    def due_questions(self) -> tuple[Question, ...]:
        """All that is due today, also what one interview has no room for."""
        return due_questions(self.bank.now, self._past())

    def these(self, question_ids: tuple[str, ...]) -> SessionPlan:
        """Exactly these questions."""
        questions = tuple(self.bank.now.get(question_id) for question_id in question_ids)
        return plan_these(questions, self.settings.now.role, strict=self.settings.now.strict)

    def this(self, question: Question) -> SessionPlan:
        """One question, as it was asked before; the bank may have another wording of it by now, or none."""
        return plan_these((question,), self.settings.now.role, strict=self.settings.now.strict)

    def choose_topics(self, topics: tuple[str, ...]) -> None:
        """Choose these topics for the next interview, in a round that asks about them."""
        settings = self.settings.now
        role, round_ = fitting(self.bank.now, topics, settings.role, settings.round)
        self.settings.change(replace(settings, topics=topics, role=role, round=round_, is_loop=False))

    def about_own_work(self) -> SessionPlan:
        """Questions on what the user brought, and nothing else."""
        settings, lately = self.settings.now, self.store.recent_question_ids(RECENT_QUESTIONS)
        questions = self.own_work.questions
        plan = plan_own_work(questions, settings.role, settings.question_count, _any_seed(), lately)
        return replace(plan, strict=settings.strict)

    def for_advertisement(self) -> SessionPlan:
        """An interview for the job that the user prepares for."""
        settings, own_work = self.settings.now, self.own_work.own_work
        answered = {one.demand.name: one.times for one in self.job_practice()}
        bank = self.bank.now.questions
        plan = plan_for_advertisement(own_work, bank, settings.question_count, _any_seed(), self._past(), answered)
        return replace(plan, strict=settings.strict)

    def job_practice(self) -> tuple[DemandPractice, ...]:
        """What was practised of that job since its advertisement was read."""
        advertisement = self.own_work.own_work.advertisement
        records = () if advertisement.read_at is None else self.store.topics_since(advertisement.read_at)
        return practice_of(advertisement, records)

    def _past(self) -> Past:
        begin, end = local_day(date.today())  # noqa: DTZ011 - the user's own day is meant
        return Past(
            due=self.store.cards.due(end),
            today=self.store.cards.asked_since(begin),
            lately=self.store.recent_question_ids(RECENT_QUESTIONS),
            hidden=self.store.marks.hidden_ids(),
        )


def _any_seed() -> int:
    return secrets.randbelow(1 << 31)
