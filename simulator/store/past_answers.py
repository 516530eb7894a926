"""What earlier answers come to: how each question went, what is usual. What is weak or well: `question_record`."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from statistics import median
from typing import Any, Final

from sqlite_utils.db import Database

from question_bank.models import Kind
from simulator.analysis.report import Usual
from simulator.question_record import QuestionRecord, TopicsRecord
from simulator.store.records import AnswerId
from simulator.store.remains import is_number, value_or
from simulator.store.rows import UNREADABLE, from_json, moment

# Beside max() SQLite takes the other columns from the row that holds the maximum
# (https://www.sqlite.org/lang_select.html#bareagg): here the latest answer whose key points were looked for. Without
# such an answer there is no maximum and the row could be any one, whence the CASE.
_RECORDS: Final = """
SELECT question_id, count(*) AS times, key_points_covered, key_points_asked,
    key_points_contrary, max(CASE WHEN key_points_asked > 0 THEN id END) AS measured
FROM answers INDEXED BY answers_on_record WHERE status = 'saved' GROUP BY question_id
"""

# One row for each question, however many answers: the topics as they were when it was asked last.
_TOPICS: Final = """
SELECT CASE WHEN json_valid(CAST(latest.question AS TEXT)) THEN json_extract(latest.question, '$.topics') END AS topics,
    given.times, measured.id AS measured,
    measured.key_points_covered, measured.key_points_asked
FROM (
    SELECT count(*) AS times, max(id) AS latest_id, max(CASE WHEN key_points_asked > 0 THEN id END) AS measured_id
    FROM answers WHERE started_at >= ? AND status = 'saved' AND rung = 0 GROUP BY question_id
) AS given
JOIN answers AS latest ON latest.id = given.latest_id
LEFT JOIN answers AS measured ON measured.id = given.measured_id
"""

_ADVICE: Final = """
SELECT iif(advice.type = 'object', json_extract(advice.value, '$.finding'), '') AS finding
FROM (SELECT id, report FROM answers WHERE report IS NOT NULL ORDER BY id DESC LIMIT ?) AS recent,
     json_each(iif(json_valid(CAST(recent.report AS TEXT)), CAST(recent.report AS TEXT), '{}'), '$.advice') AS advice
WHERE finding <> '' ORDER BY recent.id DESC, finding
"""
RECENT: Final = "SELECT question_id FROM answers INDEXED BY answers_asked WHERE rung = 0 ORDER BY id DESC"
_OF_ITS_DEPTH: Final = "(rung > 0) = coalesce((SELECT rung > 0 FROM answers WHERE id = ?), 0)"
_USUAL_COLUMNS: Final = ("filler_sounds_per_minute", "words_per_minute", "time_to_point_s", "duration_s")


def records_of(db: Database) -> dict[str, QuestionRecord]:
    """By question id, for every question with a saved answer."""
    return {row["question_id"]: _record(row) for row in db.query(_RECORDS)}


def _record(row: Mapping[str, Any]) -> QuestionRecord:
    if row["measured"] is None:
        return QuestionRecord(row["times"], None)
    has_contrary = value_or(lambda: row["key_points_contrary"] > 0, False)
    return QuestionRecord(row["times"], _share_made(row), has_contrary=has_contrary)


def _share_made(row: Mapping[str, Any]) -> float | None:
    """None where it cannot be read."""
    share = value_or(lambda: row["key_points_covered"] / row["key_points_asked"], None)
    return share if share is not None and 0 <= share <= 1 else None


def topics_since(db: Database, since: datetime) -> tuple[TopicsRecord, ...]:
    """For every question with a saved answer begun since then, follow-ups aside."""
    return tuple(_of_topics(row) for row in db.query(_TOPICS, [moment(since)]))


def _of_topics(row: Mapping[str, Any]) -> TopicsRecord:
    topics = _topics_in(row["topics"])
    share = None if row["measured"] is None else _share_made(row)
    if share is None:
        return TopicsRecord(topics, row["times"])
    return TopicsRecord(topics, row["times"], row["measured"], share)


def _topics_in(text: str | None) -> frozenset[str]:
    """None where they cannot be read."""
    try:
        return frozenset(from_json(text or "[]", tuple[str, ...]))
    except UNREADABLE:
        return frozenset()


def recent_advice(db: Database, limit: int) -> tuple[str, ...]:
    """Finding ids of the last `limit` judged answers, newest first."""
    return tuple(str(row["finding"]) for row in db.query(_ADVICE, [limit]))


def recent_question_ids(db: Database, limit: int) -> tuple[str, ...]:
    """The last `limit` different questions asked, newest first, without follow-ups to them.

    No more of the history is read than it takes to find them.
    """
    found: dict[str, None] = {}
    with closing(db.execute(RECENT)) as asked:
        for (question_id,) in asked:
            if len(found) == limit:
                break
            found[question_id] = None
    return tuple(found)


def usual_of(db: Database, kind: Kind, limit: int, before: AnswerId | int) -> Usual:
    """Medians over the last `limit` judged answers of `kind` begun before one answer, of its depth."""
    rows = list(
        db.table("answers").rows_where(
            f"kind = ? AND status = 'saved' AND report IS NOT NULL AND id < ? AND {_OF_ITS_DEPTH}",
            [kind, before, before],
            select=", ".join(_USUAL_COLUMNS),
            order_by="id DESC",
            limit=limit,
        )
    )
    measured = {name: [row[name] for row in rows if is_number(row[name])] for name in _USUAL_COLUMNS}
    medians = {name: median(values) if values else None for name, values in measured.items()}
    return Usual(answer_count=len(rows), length_s=medians.pop("duration_s"), **medians)
