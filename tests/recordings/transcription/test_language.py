"""Language: English unless the sound says otherwise twice."""

from __future__ import annotations

import numpy as np
import pytest

from recordings.transcription.language import LanguageVote
from recordings.transcription.phrases import Manner, Phrase
from recordings.transcription.sound import SAMPLE_RATE, Samples


class Votes:
    """An engine that says these languages, one after the other, and counts how often it was asked."""

    name = model = "votes"
    manners = (Manner.FULL,)

    def __init__(self, *votes: str | None) -> None:
        self.cannot_hear: dict[str, str] = {}
        self.left = list(votes)
        self.asked = 0

    def hear(self, samples: Samples, terms: tuple[str, ...], manner: Manner = Manner.FULL) -> tuple[Phrase, ...]:
        raise AssertionError("only the language was asked for")

    def language(self, samples: Samples) -> str | None:
        self.asked += 1
        return self.left.pop(0)


def chunk(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), np.int16)


@pytest.mark.parametrize(
    ("votes", "language"),
    [
        (("en",), "en"),
        (("de", "de"), "de"),
        (("de", "en"), "en"),
        ((None, None, None), "en"),
        (("de", "fr", None), "en"),
    ],
)
def test_long_chunks_vote(votes: tuple[str | None, ...], language: str) -> None:
    engine = Votes(*votes)
    vote = LanguageVote(engine)
    for _ in range(5):
        vote.offer(chunk(6.0))
    assert vote.result() == language
    assert engine.asked == len(votes)


def test_a_single_chunk_speaks_for_itself() -> None:
    vote = LanguageVote(Votes("de"))
    vote.offer(chunk(6.0))
    assert vote.result() == "de"


def test_a_short_answer_is_asked_once_at_the_end() -> None:
    engine = Votes("de")
    vote = LanguageVote(engine)
    vote.offer(chunk(2.0))
    assert engine.asked == 0
    assert vote.result() == "de"


def test_a_syllable_is_not_asked_at_all() -> None:
    vote = LanguageVote(Votes())
    vote.offer(chunk(0.5))
    assert vote.result() == "en"
