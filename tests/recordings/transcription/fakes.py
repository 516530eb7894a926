"""An engine that says what it is told to, for tests of everything around one."""

from __future__ import annotations

from collections.abc import Callable

from recordings.transcription.phrases import Manner, Phrase
from recordings.transcription.sound import SAMPLE_RATE, Samples
from simulator.transcript import Word

Hear = Callable[[Samples, Manner], tuple[Phrase, ...]]


def one_word_a_second(samples: Samples, manner: Manner = Manner.FULL) -> tuple[Phrase, ...]:
    seconds = len(samples) // SAMPLE_RATE
    return (Phrase(tuple(Word(f" word{second}", second, second + 0.5) for second in range(seconds))),)


class FakeEngine:
    """Satisfies Engine; remembers how often and in which manner it was asked."""

    name = "fake"
    model = "fake-model"
    manners = (Manner.FULL, Manner.CAREFUL, Manner.PLAIN)

    def __init__(self, hear: Hear = one_word_a_second) -> None:
        self.cannot_hear: dict[str, str] = {}
        self.asked: list[Manner] = []
        self.longest_s = 0.0
        self._hear = hear

    def hear(self, samples: Samples, terms: tuple[str, ...], manner: Manner = Manner.FULL) -> tuple[Phrase, ...]:
        self.asked.append(manner)
        self.longest_s = max(self.longest_s, len(samples) / SAMPLE_RATE)
        return self._hear(samples, manner)

    def language(self, samples: Samples) -> str | None:
        return "en"
