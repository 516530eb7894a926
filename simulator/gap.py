"""A gap in a recording: time that passed and was not recorded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """After `at_s` seconds of the recording, `lasted_s` seconds passed of which there is no sound."""

    at_s: float
    lasted_s: float
