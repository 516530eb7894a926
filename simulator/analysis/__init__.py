"""Judgement of an answer from its transcript: pure functions from `Transcript` and `Question` to `AnswerReport`."""
