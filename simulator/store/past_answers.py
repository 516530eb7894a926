"""How each question went so far, in one query over all answers. What is weak or well: `question_record`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlite_utils.db import Database

from simulator.question_record import QuestionRecord

# Beside max() SQLite takes the other columns from the row that holds the maximum
# (https://www.sqlite.org/lang_select.html#bareagg): here the latest answer whose key points were looked for. Without
# such an answer there is no maximum and the row could be any one, whence the CASE.
_RECORDS: Final = """
SELECT question_id, count(*) AS times, key_points_covered, key_points_asked,
    key_points_contrary, max(CASE WHEN key_points_asked > 0 THEN id END) AS measured
FROM answers INDEXED BY answers_on_record WHERE status = 'saved' GROUP BY question_id
"""


def records_of(db: Database) -> dict[str, QuestionRecord]:
    """By question id, for every question with a saved answer."""
    return {row["question_id"]: _record(row) for row in db.query(_RECORDS)}


def _record(row: Mapping[str, Any]) -> QuestionRecord:
    if row["measured"] is None:
        return QuestionRecord(row["times"], None)
    share = row["key_points_covered"] / row["key_points_asked"]
    return QuestionRecord(row["times"], share, has_contrary=row["key_points_contrary"] > 0)
