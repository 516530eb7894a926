"""What is said above the curves of progress. The curves themselves are `trends`."""

from __future__ import annotations

from typing import Final

from ui.words.times import counted

TOO_FEW: Final = "After two interviews your progress appears here, compared only with your own earlier results."


def interviews_left_out(count: int) -> str:
    """How many interviews cannot be read; "" if all can."""
    return (
        f"{counted(count, 'interview')} cannot be read and {'is' if count == 1 else 'are'} left out." if count else ""
    )


def interviews_shown(total: int, shown: int) -> str:
    """Of how many interviews the curves tell."""
    if total > shown:
        return f"Your last {shown} of {total} interviews. Only measured values are shown."
    return f"Your {counted(shown, 'interview')} so far. Only measured values are shown."
