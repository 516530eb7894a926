"""Figures of progress, added up by SQLite from narrow indexes: neither a report nor a question's JSON is read for them.

It has a connection of its own, so that it may be read beside the window.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any, Final

from sqlite_utils.db import Database

from simulator.progress.figures import AnswerFigures, ProgressFigures, TopicSums
from simulator.progress.period import Practice, Stretch, stretches_of
from simulator.progress.practice_days import calendar_days
from simulator.progress.progress import Progress, ProgressWish, progress_of
from simulator.schedule import local_day
from simulator.store.connection import open_beside
from simulator.store.records import AnswerId, SessionId
from simulator.store.remains import moment_or_epoch

MOST_ANSWERS: Final = 2_000
"""So many of the newest make the curves: their medians need each answer, and memory is not to grow with history."""

_PRACTISED: Final = {
    Practice.EVERYTHING: "",
    Practice.INTERVIEWS: "AND answers.session_id NOT IN (SELECT id FROM sessions WHERE drill IS NOT NULL)",
    Practice.DRILLS: "AND answers.session_id IN (SELECT id FROM sessions WHERE drill IS NOT NULL)",
}
_COMPARABLE: Final = "answers.analysis_version = :version AND answers.rules = :rules"
_STRETCHES: Final = """
WITH stretches AS MATERIALIZED (
    SELECT key AS number, json_extract(value, '$[0]') AS begins, json_extract(value, '$[1]') AS ends
    FROM json_each(:stretches)
)
"""
_IN_STRETCH: Final = """
answers INDEXED BY answers_in_time
    ON answers.status = 'saved' AND answers.started_at >= stretches.begins AND answers.started_at < stretches.ends
"""
_EARLIEST: Final = """
SELECT started_at FROM answers INDEXED BY answers_in_time
WHERE status = 'saved' AND started_at >= '1970' AND started_at < ':' ORDER BY started_at LIMIT 1
"""
_TOPICS: Final = """
SELECT stretches.number AS stretch, answer_topics.topic, count(*) AS answers, max(answers.id) AS latest,
    sum(key_points_covered) AS made, sum(key_points_asked) AS asked, sum(key_points_contrary) AS contrary
FROM stretches CROSS JOIN {in_stretch} CROSS JOIN answer_topics ON answer_topics.answer_id = answers.id
WHERE key_points_asked > 0 AND {comparable} {practised}
GROUP BY stretches.number, answer_topics.topic
"""
_ANSWERS: Final = """
SELECT answers.id, session_id, started_at,
    iif(over_s IS NULL, NULL, duration_s), -- else it is that of the recording
    over_s, CAST(round(filler_sounds_per_minute * speech_s / 60) AS INTEGER), filler_sounds_per_minute,
    filler_words_per_minute, words_per_minute, time_to_point_s, guessed_s, guessed_filler_sounds
FROM answers INDEXED BY answers_in_time LEFT JOIN drill_notes ON drill_notes.answer_id = answers.id
WHERE status = 'saved' AND started_at < :end AND {comparable} {practised}
ORDER BY started_at DESC LIMIT :limit
"""
_DAYS: Final = """
SELECT number, (
    SELECT count(*) FROM answers INDEXED BY answers_in_time
    WHERE status = 'saved' AND started_at >= stretches.begins AND started_at < stretches.ends
) AS answers FROM stretches
"""
_LEFT_OUT: Final = """
SELECT count(*) AS answers FROM answers INDEXED BY answers_in_time
WHERE status = 'saved' AND started_at >= :begin AND started_at < :end
    AND analysis_version IS NOT NULL AND NOT ({comparable}) {practised}
"""


def read_progress(path: Path, wish: ProgressWish) -> Progress:
    """What there is to see of the library at `path`, on any thread. Raises a StoreError."""
    with closing(open_beside(path)) as connection, connection.reading() as db:
        stretches = stretches_of(wish.period, wish.today, wish.first_weekday, _earliest(db))
        return progress_of(_figures(db, wish, stretches), stretches, wish)


def _figures(db: Database, wish: ProgressWish, stretches: Sequence[Stretch]) -> ProgressFigures:
    asked = {
        "version": wish.analysis_version,
        "rules": wish.rules,
        "stretches": _as_json(stretches),
        "begin": stretches[0].moments[0].isoformat(),
        "end": stretches[-1].moments[1].isoformat(),
        "limit": MOST_ANSWERS + 1,
    }
    rows = db.execute(_made(_ANSWERS, wish), asked)  # as tuples: of so many, each a dictionary would take as long again
    newest = [figures for row in rows if (figures := _answer(row)) is not None]
    return ProgressFigures(
        answers=tuple(reversed(newest[:MOST_ANSWERS])),
        has_more=len(newest) > MOST_ANSWERS,
        topics=tuple(_topics(db.query(_STRETCHES + _made(_TOPICS, wish), asked))),
        days=tuple(_days(db, wish)),
        left_out=next(row["answers"] for row in db.query(_made(_LEFT_OUT, wish), asked)),
    )


def _made(sql: str, wish: ProgressWish) -> str:
    return sql.format(comparable=_COMPARABLE, practised=_PRACTISED[wish.practice], in_stretch=_IN_STRETCH)


def _as_json(stretches: Sequence[Stretch]) -> str:
    return json.dumps([[moment.isoformat() for moment in stretch.moments] for stretch in stretches])


def _earliest(db: Database) -> date | None:
    for row in db.query(_EARLIEST):
        at, is_readable = moment_or_epoch(row["started_at"])
        return at.astimezone().date() if is_readable else None
    return None


def _topics(rows: Iterator[Mapping[str, Any]]) -> Iterator[TopicSums]:
    for row in rows:
        if isinstance(row["topic"], str) and row["asked"] >= 1:
            asked = int(row["asked"])
            made, contrary = (min(asked, max(0, int(row[name] or 0))) for name in ("made", "contrary"))
            yield TopicSums(
                row["topic"], row["stretch"], row["answers"], made, asked, contrary, AnswerId(row["latest"])
            )


def _days(db: Database, wish: ProgressWish) -> Iterator[tuple[date, int]]:
    """All that was answered, whatever it was judged by: practising is practising."""
    days = calendar_days(wish.today, wish.first_weekday)
    moments = json.dumps([[moment.isoformat() for moment in local_day(day)] for day in days])
    for row in db.query(_STRETCHES + _made(_DAYS, wish), {"stretches": moments}):
        if row["answers"]:
            yield days[row["number"]], row["answers"]


def _answer(row: Sequence[Any]) -> AnswerFigures | None:
    """A row of `_ANSWERS`; None for an answer of which nobody knows any more when it was given."""
    at, is_readable = moment_or_epoch(row[2])
    return AnswerFigures(AnswerId(row[0]), SessionId(row[1]), at, *map(_number, row[3:])) if is_readable else None


def _number(value: Any) -> Any:
    """None for what is no number, as everything that was not measured."""
    return value if isinstance(value, int | float) and isfinite(value) else None
