"""Which words of a question the recogniser is told beforehand. No engine, no Qt."""

from __future__ import annotations

from typing import Final

from question_bank.models import Question

MOST_TERMS: Final = 12  # a long prompt makes Whisper drop whole sentences


def terms_of(question: Question) -> tuple[str, ...]:
    """Words of the question's field that the recogniser should know how to spell: its key points' longer cues."""
    cues = (cue for point in question.key_points for cue in point.cues)
    chosen = dict.fromkeys(cue for cue in cues if len(cue) > 5)
    return tuple(chosen)[:MOST_TERMS]
