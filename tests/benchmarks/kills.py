"""How often something is missing or wrong after a kill or a power cut; the suite does a tenth of it."""

from __future__ import annotations

import sys
from typing import Final

from tests.benchmarks.table import Figure
from tests.promises.kills import Kills, cut_power, kill

KILLS: Final = 1_200
SHARE: Final = 0.25
SEED: Final = 1


def measure() -> list[Figure]:
    """Each act as often as any other."""
    kills = _told(kill(KILLS, SEED))
    detail = f"{kills.count:,} kills, seed {SEED}"
    return [
        Figure("Kills after which something was missing or wrong", len(kills.bad), 0.0, "", detail),
        Figure("Most of a running answer that a kill cost", kills.most_lost_s, 1.0, "s", detail),
        *_power_cuts(),
    ]


def _power_cuts() -> list[Figure]:
    cuts = _told(cut_power(SHARE, SEED))
    detail = f"{cuts.count:,} states of the disk, seed {SEED}"
    return [
        Figure("Power cuts after which something was missing or wrong", len(cuts.bad), 0.0, "", detail),
        Figure("Most of a running answer that a power cut cost", cuts.most_lost_s, 2.0, "s", detail),
    ]


def _told(kills: Kills) -> Kills:
    for line in kills.bad:
        print(line, file=sys.stderr)
    return kills
