"""How each question went so far, in one query over all answers. What is weak or well: `question_record`."""

from __future__ import annotations

from typing import Final

from sqlite_utils.db import Database

from simulator.question_record import QuestionRecord

# Beside max() SQLite takes the other columns from the row that holds the maximum
# (https://www.sqlite.org/lang_select.html#bareagg): here the latest answer whose key points were looked for. Without
# such an answer there is no maximum and the row could be any one, whence the CASE.
_RECORDS: Final = """
SELECT question_id, count(*) AS times, key_points_covered, key_points_asked,
    max(CASE WHEN key_points_asked > 0 THEN id END) AS measured
FROM answers INDEXED BY answers_on_record WHERE status = 'saved' GROUP BY question_id
"""


def records_of(db: Database) -> dict[str, QuestionRecord]:
    """By question id, for every question with a saved answer."""
    return {
        row["question_id"]: QuestionRecord(
            row["times"], row["key_points_covered"] / row["key_points_asked"] if row["measured"] is not None else None
        )
        for row in db.query(_RECORDS)
    }
