"""What is said of an advertised job and of how far one has practised for it. Wording only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from question_bank.labels import role_label
from simulator.own_work.advertisement.demands import Advertisement
from simulator.own_work.job_practice import DemandPractice, practised
from ui.words.times import counted

_UNTITLED: Final = "Untitled job"
_NEVER: Final = "never practised"
_NOTHING_IN_BANK: Final = "no questions on this in the bank"


def job_words(advertisement: Advertisement) -> str:
    """ "Senior Data Scientist at Nordwind"; with the role it was taken for where the title does not say it."""
    role = role_label(advertisement.role) if advertisement.role else ""
    title = advertisement.title or role or _UNTITLED
    at = f" at {advertisement.company}" if advertisement.company else ""
    as_role = f" ({role.lower() if not role[:2].isupper() else role} questions)" if _adds(role, title) else ""
    return f"{title}{at}{as_role}"


def practised_words(practice: Sequence[DemandPractice]) -> str:
    """ "7 of 11 demands practised"; what the bank has nothing on, or is ticked off, is not counted."""
    done, count = practised(practice)
    return f"{done} of {counted(count, 'requirement')} practised" if count else "Nothing in it can be practised here."


def practice_words(one: DemandPractice) -> str:
    """ "2 answers, 67% of the key points in the latest", "never practised"."""
    if not one.can_be_practised:
        return _NOTHING_IN_BANK
    if not one.times:
        return _NEVER
    share = "" if one.share is None else f", {one.share:.0%} of the key points in the latest"
    return f"{counted(one.times, 'answer')}{share}"


def _adds(role: str, title: str) -> bool:
    return bool(role) and role.casefold() not in title.casefold()
