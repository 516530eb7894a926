"""What a model that reads answers is to the rest of the child, and how it says that it cannot be had."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class EntailmentModelUnavailable(Exception):
    """There is no model to read with, or it is not the pinned one; the text is a sentence."""


class EntailmentModel(Protocol):
    """A model that has been loaded and verified. It lives in the child process and may take its time."""

    def read(self, pairs: Sequence[tuple[str, str]]) -> tuple[tuple[float, float], ...]:
        """For each claim with something said: how likely this makes it, and how likely it says the contrary, 0 to 1."""
        ...
