"""In which role and round some topics can be practised. What is asked there: `plan`."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product
from typing import TYPE_CHECKING

from question_bank.models import Role, Round

if TYPE_CHECKING:
    from question_bank.bank import Bank


def fitting(bank: Bank, topics: Collection[str], role: Role, round_: Round) -> tuple[Role, Round]:
    """The round that asks most about these topics: in this role, in another only if this one is never asked about any.

    Where nothing is asked about them, role and round stay as they are; so does a round that asks as much as any.
    """
    wanted = set(topics)
    asked = [question for question in bank.questions if not wanted.isdisjoint(question.topics)]
    roles = [role, *(other for other in Role if other is not role)]
    rounds = [round_, *(other for other in Round if other is not round_)]
    own = [question for question in asked if role in question.roles]
    counts = {
        (one, at): sum(one in question.roles and at in question.rounds for question in own or asked)
        for one, at in product([role] if own else roles, rounds)
    }
    return max(counts, key=counts.__getitem__)
