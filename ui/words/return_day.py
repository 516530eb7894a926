"""When a question comes back, as one says it. When that is: `simulator.schedule`."""

from __future__ import annotations

from datetime import date, datetime

from ui.words.times import counted, full_day


def return_words(due_at: datetime, today: date) -> str:
    """ "This question comes back on Thursday 3 December, in 4 days." """
    day = due_at.astimezone().date()
    days = (day - today).days
    if days <= 0:
        return "This question is due today." if days == 0 else "This question is due now."
    if days == 1:
        return "This question comes back tomorrow."
    named = full_day(day)
    named = named.removesuffix(f" {day.year}") if day.year == today.year else named
    return f"This question comes back on {named}, in {counted(days, 'day')}."
