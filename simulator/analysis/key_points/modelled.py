"""Which sentence of a question's model answer makes a key point: one more wording to read answers beside.

A user's own question has no sayings of its claims, but most have a model answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from question_bank.models import KeyPoint, Question
from simulator.analysis.clauses import content_stems
from simulator.analysis.utterance import Utterance

_MOST_WORDS: Final = 45
"""The network reads 96 pieces of words of both texts together."""

# Our own. On questions that the network never learnt from, sentences chosen so did as well as those that the network
# itself found to make the claim most likely (negative log-likelihood 0.280 and 0.282, and 0.294 without any).
_LEAST_SHARED: Final = 0.25
_WHOLE_CUE: Final = 0.5


def modelled(question: Question) -> Mapping[str, str]:
    """By the text of each key point, that sentence of the model answer which shares most with it.

    Points of which the model answer says too little are left out.
    """
    return _modelled(question.model_answer, question.key_points)


@lru_cache(maxsize=64)
def _modelled(answer: str, points: tuple[KeyPoint, ...]) -> Mapping[str, str]:
    sentences = [(content_stems([text]), text) for text in _sentences(answer)]
    found = ((point.text, _closest(point, sentences)) for point in points)
    return {claim: sentence for claim, sentence in found if sentence is not None}


def _sentences(answer: str) -> list[str]:
    utterance = Utterance.typed(answer)
    texts = ([utterance.words[index].text for index in sentence.indexes] for sentence in utterance.sentences)
    return [" ".join(words) for words in texts if len(words) <= _MOST_WORDS]


def _closest(point: KeyPoint, sentences: Sequence[tuple[frozenset[str], str]]) -> str | None:
    claim = content_stems([point.text])
    cues = [content_stems([cue]) for cue in point.cues]

    def shared(stems: frozenset[str]) -> float:
        has_cue = any(cue and cue <= stems for cue in cues)
        return len(claim & stems) / max(1, len(claim)) + _WHOLE_CUE * has_cue

    best = max(sentences, key=lambda sentence: shared(sentence[0]), default=None)
    return best[1] if best is not None and shared(best[0]) >= _LEAST_SHARED else None
