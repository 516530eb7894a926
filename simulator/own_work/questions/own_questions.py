"""From what the user brought to what an interviewer asks about it. The same background, the same questions."""

from __future__ import annotations

from collections.abc import Sequence

from question_bank.models import Question
from simulator.own_work.own_work import OwnWork
from simulator.own_work.questions.company_questions import company_questions
from simulator.own_work.questions.project_questions import project_questions
from simulator.own_work.questions.technique_questions import technique_questions


def questions_from(own_work: OwnWork, bank: Sequence[Question] = ()) -> tuple[Question, ...]:
    """Projects first, then techniques, then the company; each question once.

    Where `bank` has real questions on a technique, two of those stand for the made one.
    """
    made = (
        *(question for project in own_work.projects for question in project_questions(project)),
        *(
            question
            for technique in own_work.techniques
            for question in technique_questions(technique, own_work.projects, bank)
        ),
        *company_questions(own_work.company),
    )
    return tuple({question.id: question for question in made}.values())
