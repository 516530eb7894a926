"""What the feedback says of what comes next, in few words. Chooses nothing: the ladder does. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.follow_ups.ladder import NextStep


def what_next(step: NextStep | None) -> str:
    """ "Next: a follow-up. You did not say how it was measured."; or why the ladder ends; or nothing."""
    if step is None:
        return ""
    return f"Next: a follow-up. {step.why}" if step.question is not None else step.why
