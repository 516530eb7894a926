"""Whether anybody could be understood: an engine writes words for a murmur of voices, too, but doubts them itself."""

from __future__ import annotations

from math import isfinite
from statistics import fmean
from typing import Final

from simulator.transcript import Transcript

LEAST_MEAN_PROBABILITY: Final = 0.55
"""Of the words of several people at once the mean was 0.31 to 0.37; of one speaker in noise it was 0.76 or more."""


def why_not_understood(transcript: Transcript) -> str:
    """Why the words are no basis for anything, in words; empty if they are one, or if the engine rates none of them."""
    rated = (word.probability for word in transcript.words)
    sure = [probability for probability in rated if probability is not None and isfinite(probability)]
    if not sure or fmean(sure) >= LEAST_MEAN_PROBABILITY:
        return ""
    return (
        f"hardly a word could be made out (the speech model was {fmean(sure):.0%} sure of what it heard, and at least"
        f" {LEAST_MEAN_PROBABILITY:.0%} are needed); perhaps others were talking, or the microphone was too far away"
    )
