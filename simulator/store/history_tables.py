"""The tables that History reads, and the triggers that keep them: the step 0010 of `migrations`, never edited."""

from __future__ import annotations

from typing import Final

# What History is sorted and filtered by, in rows so narrow that a hundred thousand of them are read through at once:
# beside an answer's transcript and report they would lie a page apart. Triggers keep them, whoever writes an answer.
# `topics` is a JSON list, `question_start` is only to sort by. What the user says of a session or an answer outlives
# its being judged anew, and goes with it; `tags` is a JSON list.
HISTORY: Final = """
CREATE TABLE session_labels (
    session_id INTEGER PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    name TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '[]',
    is_starred INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE answer_stars (answer_id INTEGER PRIMARY KEY REFERENCES answers (id) ON DELETE CASCADE);
CREATE TABLE answer_facts (
    answer_id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL,
    status TEXT NOT NULL,
    started_at TEXT NOT NULL,
    question_id TEXT NOT NULL,
    question_start TEXT NOT NULL,
    topics TEXT,
    duration_s REAL,
    speech_s REAL,
    over_s REAL,
    light TEXT,
    filler_sounds_per_minute REAL,
    is_rambling INTEGER,
    key_points_covered INTEGER,
    key_points_asked INTEGER,
    key_points_contrary INTEGER
);
CREATE INDEX answer_facts_of_session ON answer_facts (session_id);
CREATE INDEX answer_facts_of_question ON answer_facts (status, question_id, answer_id);
CREATE INDEX answer_facts_by_topics ON answer_facts (topics);
CREATE TABLE session_facts (
    session_id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    role TEXT,
    round TEXT,
    drill TEXT,
    is_loop INTEGER NOT NULL,
    answer_count INTEGER NOT NULL DEFAULT 0,
    on_time_share REAL,
    filler_sounds_per_minute REAL,
    key_point_share REAL
);
CREATE VIEW answer_facts_now AS
SELECT
    id AS answer_id, session_id, status, started_at, question_id, substr(question_text, 1, 60) AS question_start,
    CASE WHEN json_valid(CAST(question AS TEXT)) THEN json_extract(CAST(question AS TEXT), '$.topics') END AS topics,
    duration_s, speech_s, over_s,
    CASE WHEN json_valid(CAST(report AS TEXT)) THEN json_extract(CAST(report AS TEXT), '$.length.light') END AS light,
    filler_sounds_per_minute, is_rambling, key_points_covered, key_points_asked, key_points_contrary
FROM answers;
CREATE VIEW session_facts_now AS
SELECT
    sessions.id AS session_id, sessions.started_at, role, round, drill, rounds <> '[]' AS is_loop,
    count(answer_id) AS answer_count,
    1.0 * count(*) FILTER (WHERE over_s <= 0) / nullif(count(over_s), 0) AS on_time_share,
    sum(filler_sounds_per_minute * speech_s)
        / nullif(sum(speech_s) FILTER (WHERE filler_sounds_per_minute IS NOT NULL), 0) AS filler_sounds_per_minute,
    1.0 * sum(key_points_covered) / nullif(sum(key_points_asked), 0) AS key_point_share
FROM sessions LEFT JOIN answer_facts ON answer_facts.session_id = sessions.id AND status = 'saved'
GROUP BY sessions.id;
INSERT INTO answer_facts SELECT * FROM answer_facts_now;
INSERT INTO session_facts SELECT * FROM session_facts_now;
CREATE TRIGGER session_facts_begun AFTER INSERT ON sessions BEGIN
    DELETE FROM session_facts WHERE session_id = new.id;
    INSERT INTO session_facts SELECT * FROM session_facts_now WHERE session_id = new.id;
END;
CREATE TRIGGER session_facts_changed AFTER UPDATE OF started_at, role, round, drill, rounds ON sessions BEGIN
    DELETE FROM session_facts WHERE session_id = new.id;
    INSERT INTO session_facts SELECT * FROM session_facts_now WHERE session_id = new.id;
END;
CREATE TRIGGER session_facts_gone AFTER DELETE ON sessions BEGIN
    DELETE FROM session_facts WHERE session_id = old.id;
END;
CREATE TRIGGER answer_facts_begun AFTER INSERT ON answers BEGIN
    DELETE FROM answer_facts WHERE answer_id = new.id;
    INSERT INTO answer_facts SELECT * FROM answer_facts_now WHERE answer_id = new.id;
    DELETE FROM session_facts WHERE session_id = new.session_id;
    INSERT INTO session_facts SELECT * FROM session_facts_now WHERE session_id = new.session_id;
END;
CREATE TRIGGER answer_facts_changed
AFTER UPDATE OF status, started_at, question_id, question_text, question, duration_s, report ON answers BEGIN
    DELETE FROM answer_facts WHERE answer_id = new.id;
    INSERT INTO answer_facts SELECT * FROM answer_facts_now WHERE answer_id = new.id;
    DELETE FROM session_facts WHERE session_id = new.session_id;
    INSERT INTO session_facts SELECT * FROM session_facts_now WHERE session_id = new.session_id;
END;
CREATE TRIGGER answer_facts_gone AFTER DELETE ON answers BEGIN
    DELETE FROM answer_facts WHERE answer_id = old.id;
    DELETE FROM session_facts WHERE session_id = old.session_id;
    INSERT INTO session_facts SELECT * FROM session_facts_now WHERE session_id = old.session_id;
END;
"""
