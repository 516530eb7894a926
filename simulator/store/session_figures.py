"""A session's figures over its saved answers: the step 0015 of `migrations`, never edited."""

from __future__ import annotations

from typing import Final

# The plus keeps SQLite from the index by status, in which it would read every saved answer for each session.
FIGURES_BY_SESSION: Final = """
DROP VIEW session_figures;
CREATE VIEW session_figures AS
SELECT
    sessions.id,
    sessions.started_at,
    sessions.ended_at,
    sessions.role,
    sessions.round,
    count(answers.id) AS answer_count,
    count(answers.id) FILTER (WHERE answers.over_s <= 0) AS within_target,
    count(answers.over_s) AS timed_answers,
    coalesce(sum(answers.duration_s), 0.0) AS answered_s,
    sum(answers.filler_sounds_per_minute * answers.speech_s)
        / nullif(sum(answers.speech_s) FILTER (WHERE answers.filler_sounds_per_minute IS NOT NULL), 0)
        AS filler_sounds_per_minute,
    avg(answers.words_per_minute) AS words_per_minute,
    avg(answers.time_to_point_s) AS time_to_point_s,
    coalesce(sum(answers.key_points_covered), 0) AS key_points_covered,
    coalesce(sum(answers.key_points_asked), 0) AS key_points_asked
FROM sessions LEFT JOIN answers ON answers.session_id = sessions.id AND +answers.status = 'saved'
GROUP BY sessions.id;
"""
