"""Everything that is kept: sessions, answers, transcripts and reports, in one SQLite file.

Only the light values are found here; `simulator.store.store` costs the database library and is imported late.
"""

from simulator.store.records import (
    AnswerId,
    AnswerMatch,
    AnswerRecord,
    AnswerStatus,
    EarlierReport,
    ProgressPoint,
    SessionId,
    SessionSummary,
)

__all__ = [
    "AnswerId",
    "AnswerMatch",
    "AnswerRecord",
    "AnswerStatus",
    "EarlierReport",
    "ProgressPoint",
    "SessionId",
    "SessionSummary",
]
