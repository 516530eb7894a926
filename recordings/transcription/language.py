"""Which language an answer is in, asked of the engine as seldom as a safe reply allows."""

from __future__ import annotations

import numpy as np

from recordings.transcription.engines import Engine
from recordings.transcription.sound import SAMPLE_RATE, Samples

EXPECTED = "en"
_GOOD_SAMPLE = 5 * SAMPLE_RATE
_LEAST_SAMPLE = 3 * SAMPLE_RATE // 2
_MOST_VOTES = 3


class LanguageVote:
    """English unless two chunks say the same other language; one is enough when there is only one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._votes: list[str | None] = []
        self._longest: Samples = np.empty(0, np.int16)
        self._decided: str | None = None

    def offer(self, samples: Samples) -> None:
        """A chunk of speech, to be judged if the language is still open and it is long enough."""
        if self._decided is not None:
            return
        if len(samples) < _GOOD_SAMPLE:
            self._longest = max(self._longest, samples, key=len)
            return
        vote = self._engine.language(samples)
        if vote == EXPECTED or (vote is not None and vote in self._votes):
            self._decided = vote
        self._votes.append(vote)
        if len(self._votes) >= _MOST_VOTES:
            self._decided = self._decided or EXPECTED

    def result(self) -> str:
        """The language as a two-letter code."""
        if self._decided is not None:
            return self._decided
        if not self._votes and len(self._longest) >= _LEAST_SAMPLE:
            self._votes.append(self._engine.language(self._longest))
        named = [vote for vote in self._votes if vote is not None]
        return named[0] if named else EXPECTED
