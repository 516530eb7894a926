"""What is said below the question in each stage of an interview. Where in it one is: `interview_heading`."""

from __future__ import annotations

from typing import Final

from simulator.interview.session import Stage

WRITING_DOWN: Final = "Transcribing your answer…"

_WORDS: Final = {
    Stage.ASKING: "Reading the question…",
    Stage.READY: "Ready when you are. A moment to think is fine.",
    Stage.ANSWERING: "",
    Stage.HOLDING: "The interviewer is silent. Go on if you like, or leave it there.",
    Stage.CLOSING: WRITING_DOWN,
    Stage.FEEDBACK: "",
    Stage.DECIDING: "One moment…",
    Stage.PAUSED: "Paused. The clock is stopped.",
    Stage.ENDED: "",
}
_TO_SPEAK: Final = "Just start speaking. A moment to think is fine."
_TO_TYPE: Final = "No microphone: type your answer, then press Stop answer."


def stage_words(stage: Stage, *, is_typing: bool, is_hands_free: bool = False) -> str:
    """What the interview is doing; while one may type in place of speaking, that. Empty where nothing need be said."""
    if is_typing and stage in (Stage.ASKING, Stage.READY, Stage.ANSWERING):
        return _TO_TYPE
    return _TO_SPEAK if is_hands_free and stage is Stage.READY else _WORDS[stage]
