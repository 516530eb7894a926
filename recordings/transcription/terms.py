"""Which words of a question the recogniser is told beforehand. No engine, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from question_bank.models import Question
from simulator.background.made import PACK

MOST_TERMS: Final = 12  # a long prompt makes Whisper drop whole sentences

_SHORT: Final = 5  # letters; shorter cues are everyday words


def terms_of(question: Question, own: Sequence[str] = ()) -> tuple[str, ...]:
    """Words that the recogniser should know how to spell: the user's own, and the question's key points' longer cues.

    Those of `own` that the question says come first. The others come first too where the question was made from the
    user's background, whose cues are everyday words; else last, if there is room.
    """
    cues = (cue for point in question.key_points for cue in point.cues if len(cue) > _SHORT)
    said = (term for term in own if term.casefold() in question.text.casefold())
    ordered = (*said, *own, *cues) if question.pack == PACK else (*said, *cues, *own)
    return tuple(dict.fromkeys(ordered))[:MOST_TERMS]
