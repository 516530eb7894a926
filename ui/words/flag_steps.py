"""From flag to flag through an answer that is played. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ui.words.marked_transcript import LEAD_IN_S

_AGAIN_S: Final = 0.5
"""So soon after a flag has sounded, one wants the one before it, not the same again."""


def flag_after(starts: Sequence[float], here_s: float, at_hand_s: float | None) -> float | None:
    """The next of the `starts`, which are in order; None if there is none.

    `here_s` is where the playback stands, `at_hand_s` where the chosen flag starts, which is played from before that:
    two flags may lie closer together than this lead.
    """
    from_s = _from(here_s, at_hand_s)
    return next((start for start in starts if start > from_s), None)


def flag_before(starts: Sequence[float], here_s: float, at_hand_s: float | None) -> float | None:
    """The one before, likewise."""
    from_s = _from(here_s, at_hand_s)
    latest_s = here_s + LEAD_IN_S - _AGAIN_S if from_s == here_s else from_s
    return next((start for start in reversed(starts) if start < latest_s), None)


def _from(here_s: float, at_hand_s: float | None) -> float:
    """The chosen flag itself while what leads to it is played."""
    is_led_to = at_hand_s is not None and at_hand_s - LEAD_IN_S <= here_s <= at_hand_s
    return here_s if at_hand_s is None or not is_led_to else at_hand_s
