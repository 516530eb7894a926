"""P1, P3, P7: killed at any moment of whatever it does, the program loses nothing that it said was kept."""

from __future__ import annotations

import random

from tests.promises.kills import kill

KILLS = 108


def test_nothing_promised_is_missing_after_a_kill() -> None:
    """Over recording, stopping, transcribing, judging, correcting, deleting, taking in, backing up, restoring …"""
    seed = random.SystemRandom().randrange(1_000_000)
    kills = kill(KILLS, seed)
    assert kills.bad == [], f"seed {seed}"
    assert kills.count == KILLS
    assert kills.most_lost_s <= 1.0
