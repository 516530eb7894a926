"""What is said above the curves of progress. The curves themselves are `trends`."""

from __future__ import annotations

from typing import Final

from ui.words.times import counted

TOO_FEW: Final = "After two interviews you will see here how your figures go. They are compared with your own only."


def interviews_shown(total: int, shown: int) -> str:
    """Of how many interviews the curves tell."""
    if total > shown:
        return f"Your last {shown} interviews of {total}. Only what was measured is drawn."
    return f"Your {counted(shown, 'interview')} so far. Only what was measured is drawn."
