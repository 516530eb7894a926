"""P2, P3: whatever a power cut leaves of the writes under way, finished answers are whole and two seconds are the most.

`tests.promises.power` says what may be left. Without the syncs that the program makes, a tenth to a half of these fail.
"""

from __future__ import annotations

import random

from tests.promises.kills import cut_power

SHARE = 0.02
LEAST = 60


def test_nothing_promised_is_missing_after_a_power_cut() -> None:
    """At calls drawn by lot, of recording, stopping, correcting, taking in, backing up, restoring and migrating."""
    seed = random.SystemRandom().randrange(1_000_000)
    cuts = cut_power(SHARE, seed)
    assert cuts.bad == [], f"seed {seed}"
    assert cuts.count >= LEAST
    assert cuts.most_lost_s <= 2.0
