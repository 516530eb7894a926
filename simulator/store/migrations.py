"""How the library's tables came to be, step by step. Append only: a step that was once released is never edited."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Migrations
from sqlite_utils.db import Database

from simulator.store.history_tables import HISTORY
from simulator.store.session_figures import FIGURES_BY_SESSION
from simulator.store.start_indexes import AT_START, OUTDATED, SOUND_LET_GO

migrations: Final = Migrations("viva_voce")

# Answers written before their take began, so that a crash leaves a trace (see the write order in recordings.take).
# The question, transcript and report are JSON of their dataclasses; the columns beside them repeat what lists and
# curves need, so that none of them ever reads the JSON. Long texts come last: SQLite walks a row from its beginning.
TABLES: Final = """
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    role TEXT,
    round TEXT,
    seed INTEGER NOT NULL,
    is_strict INTEGER NOT NULL DEFAULT 0,
    questions TEXT NOT NULL
);
CREATE TABLE answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('recording', 'saved', 'skipped', 'discarded', 'lost')),
    started_at TEXT NOT NULL,
    question_id TEXT NOT NULL,
    question_text TEXT NOT NULL,
    kind TEXT NOT NULL,
    file_name TEXT UNIQUE,
    samples INTEGER,
    byte_count INTEGER,
    sha256 TEXT,
    failure TEXT,
    note TEXT NOT NULL DEFAULT '',
    analysis_version INTEGER,
    duration_s REAL,
    speech_s REAL,
    over_s REAL,
    filler_sounds_per_minute REAL,
    filler_words_per_minute REAL,
    words_per_minute REAL,
    articulation_wpm REAL,
    time_to_point_s REAL,
    is_rambling INTEGER,
    key_points_covered INTEGER,
    key_points_asked INTEGER,
    transcript_text TEXT NOT NULL DEFAULT '',
    question TEXT NOT NULL,
    transcript TEXT,
    report TEXT,
    CHECK (status <> 'saved' OR file_name IS NULL OR (samples IS NOT NULL AND sha256 IS NOT NULL))
);
CREATE INDEX answers_of_session ON answers (session_id, position, attempt);
CREATE INDEX answers_of_kind ON answers (kind, id);
CREATE INDEX answers_of_question ON answers (question_id, id);
CREATE INDEX answers_in_the_air ON answers (status) WHERE status = 'recording';
CREATE TABLE questions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    key_points TEXT NOT NULL,
    topics TEXT NOT NULL
);
CREATE TABLE indexed_bank (digest TEXT NOT NULL);
"""

# A session's figures over its saved answers. Filler sounds are weighted by speech, so that a ten-second answer does not
# weigh as much as a five-minute one.
SESSION_FIGURES: Final = """
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
FROM sessions LEFT JOIN answers ON answers.session_id = sessions.id AND answers.status = 'saved'
GROUP BY sessions.id;
"""

# The user has the last word: corrections to a report, and the reports that were in use before. `report` is the one in
# use with the corrections applied, `uncorrected_report` the same without them, NULL where there is no difference.
LAST_WORD: Final = """
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    answer_id INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    made_at TEXT NOT NULL,
    correction TEXT NOT NULL
);
CREATE INDEX corrections_of_answer ON corrections (answer_id, id);
CREATE TABLE reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    answer_id INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    judged_at TEXT,
    analysis_version INTEGER NOT NULL,
    rules TEXT NOT NULL,
    report TEXT NOT NULL
);
CREATE INDEX reports_of_answer ON reports (answer_id, id);
ALTER TABLE answers ADD COLUMN rules TEXT NOT NULL DEFAULT 'default';
ALTER TABLE answers ADD COLUMN judged_at TEXT;
ALTER TABLE answers ADD COLUMN uncorrected_report TEXT;
"""

# When questions come back. A review is what an answer says about its question; a card is made of all reviews of a
# question, and only repeats them. The index serves "asked today", as the others have no moment in them.
SCHEDULE: Final = """
CREATE TABLE reviews (
    answer_id INTEGER PRIMARY KEY REFERENCES answers (id) ON DELETE CASCADE,
    question_id TEXT NOT NULL,
    own_rating INTEGER CHECK (own_rating BETWEEN 1 AND 4),
    grade INTEGER CHECK (grade BETWEEN 1 AND 4)
);
CREATE INDEX reviews_of_question ON reviews (question_id, answer_id);
CREATE TABLE cards (
    question_id TEXT PRIMARY KEY,
    due_at TEXT NOT NULL,
    stability_days REAL NOT NULL,
    difficulty REAL NOT NULL,
    review_count INTEGER NOT NULL
);
CREATE INDEX cards_by_day ON cards (due_at, question_id);
CREATE INDEX answers_by_day ON answers (started_at, question_id);
"""

# Marks outlast their question, hence no reference. The bank is searched in memory, where it is loaded (see
# simulator.store.question_index): with ten thousand questions, copying it into the library cost seconds of the window.
MARKS: Final = """
CREATE TABLE question_marks (
    question_id TEXT PRIMARY KEY,
    is_starred INTEGER NOT NULL DEFAULT 0,
    is_hidden INTEGER NOT NULL DEFAULT 0,
    marked_at TEXT NOT NULL
);
CREATE INDEX answers_on_record ON answers (question_id, status, key_points_covered, key_points_asked);
"""

# How deep a question went (rung 0 is the question of the plan, 1 its first follow-up), what the session practised, and
# what a drill notes of an answer. `stopped_s`: second of the take at which Stop was pressed in a held silence, and
# `went_on_s` how long after it a voice was heard; `guessed_…`: what the candidate expected before seeing the report.
# Until now what had no round was called a quick drill.
RUNGS_AND_DRILLS: Final = """
ALTER TABLE answers ADD COLUMN rung INTEGER NOT NULL DEFAULT 0;
DROP INDEX answers_of_session;
CREATE INDEX answers_of_session ON answers (session_id, position, rung, attempt);
ALTER TABLE sessions ADD COLUMN drill TEXT;
ALTER TABLE sessions ADD COLUMN rounds TEXT NOT NULL DEFAULT '[]';
UPDATE sessions SET drill = 'quick' WHERE round IS NULL;
CREATE TABLE drill_notes (
    answer_id INTEGER PRIMARY KEY REFERENCES answers (id) ON DELETE CASCADE,
    stopped_s REAL,
    went_on_s REAL,
    guessed_s REAL,
    guessed_filler_sounds INTEGER
);
"""

# Until now all corrections were of flags.
VERDICTS: Final = """
ALTER TABLE corrections ADD COLUMN matter TEXT NOT NULL DEFAULT 'flag' CHECK (matter IN ('flag', 'verdict'));
"""

# How many points an answer turned round: until it is judged anew, an older one has none that were heard.
CONTRARY: Final = """
ALTER TABLE answers ADD COLUMN key_points_contrary INTEGER NOT NULL DEFAULT 0;
DROP INDEX answers_on_record;
CREATE INDEX answers_on_record
    ON answers (question_id, status, key_points_covered, key_points_asked, key_points_contrary);
"""

# A story outlasts the answer it was told in, of which only the sound is looked up here. `tags` is a JSON list.
STORIES: Final = """
CREATE TABLE stories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    answer_id INTEGER REFERENCES answers (id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    tags TEXT NOT NULL DEFAULT '[]',
    created_at TEXT NOT NULL,
    last_used_at TEXT,
    text TEXT NOT NULL
);
CREATE INDEX stories_of_answer ON stories (answer_id);
"""

# The user's ears have the last word on what was said. `transcript` is the one in use with the corrections applied,
# `uncorrected_transcript` the machine's, NULL where there is no difference; while `has_new_words`, the report is still
# of the words before. `after_correction` is the latest row of `corrections` at the time, 0 without one: which of both
# tables has the latest correction, whatever the clock says. The two texts tell what is put right alike.
WORD_CORRECTIONS: Final = """
CREATE TABLE word_corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    answer_id INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    made_at TEXT NOT NULL,
    after_correction INTEGER NOT NULL,
    heard_text TEXT,
    said_text TEXT,
    correction TEXT NOT NULL
);
CREATE INDEX word_corrections_of_answer ON word_corrections (answer_id, id);
CREATE INDEX word_corrections_alike ON word_corrections (heard_text, said_text, answer_id);
ALTER TABLE answers ADD COLUMN uncorrected_transcript TEXT;
ALTER TABLE answers ADD COLUMN has_new_words INTEGER NOT NULL DEFAULT 0;
CREATE INDEX answers_with_new_words ON answers (id) WHERE has_new_words = 1;
"""

# What progress is added up from, so that neither a question nor a report is read for it: figures by time, topics by
# answer. A question is kept once, with its answer; what cannot be read of it has no topics.
PROGRESS: Final = """
CREATE INDEX answers_in_time ON answers (
    status, started_at, analysis_version, rules, session_id, key_points_asked, key_points_covered, key_points_contrary,
    duration_s, speech_s, over_s, filler_sounds_per_minute, filler_words_per_minute, words_per_minute, time_to_point_s
);
CREATE INDEX sessions_of_drill ON sessions (drill);
CREATE TABLE answer_topics (
    answer_id INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    PRIMARY KEY (answer_id, topic)
) WITHOUT ROWID;
CREATE VIEW topics_in_question AS
SELECT DISTINCT answers.id AS answer_id, topic.value AS topic
FROM answers, json_each(iif(json_valid(CAST(question AS TEXT)), CAST(question AS TEXT), '{}'), '$.topics') AS topic
WHERE topic.type = 'text';
CREATE TRIGGER answer_has_topics AFTER INSERT ON answers BEGIN
    INSERT OR IGNORE INTO answer_topics SELECT answer_id, topic FROM topics_in_question WHERE answer_id = new.id;
END;
INSERT INTO answer_topics SELECT answer_id, topic FROM topics_in_question;
"""

# Recordings made elsewhere. What is to come is noted before the first of them has an answer, so that it can be told
# what was not taken in when the program is cut off; `source_name` is the file's own name.
TAKEN_IN: Final = """
ALTER TABLE sessions ADD COLUMN is_taken_in INTEGER NOT NULL DEFAULT 0;
CREATE TABLE taken_in (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    answer_id INTEGER REFERENCES answers (id) ON DELETE CASCADE,
    source_name TEXT NOT NULL
);
CREATE UNIQUE INDEX taken_in_by_place ON taken_in (session_id, position);
CREATE INDEX taken_in_of_answer ON taken_in (answer_id);
"""

# Places in seconds of the recording, lengths in seconds of the clock on the wall.
GAPS: Final = """
CREATE TABLE gaps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    answer_id INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    at_s REAL NOT NULL,
    lasted_s REAL NOT NULL
);
CREATE INDEX gaps_of_answer ON gaps (answer_id);
"""


@migrations(name="0001_the_beginning")
def the_beginning(db: Database) -> None:
    """Sessions, answers, the index of the question bank, and full-text search over both."""
    db.executescript(TABLES)
    db.executescript(SESSION_FIGURES)
    tokenize = "porter unicode61 remove_diacritics 2"
    for table, columns in (
        ("answers", ("transcript_text", "question_text", "note")),
        ("questions", ("text", "key_points", "topics")),
    ):
        db.table(table).enable_fts(columns, create_triggers=True, tokenize=tokenize)


@migrations(name="0002_the_last_word")
def the_last_word(db: Database) -> None:
    """Corrections by the user, earlier reports, and the rules each report was made by."""
    db.executescript(LAST_WORD)


@migrations(name="0003_the_schedule")
def the_schedule(db: Database) -> None:
    """Reviews of answers and the cards that say when a question is due."""
    db.executescript(SCHEDULE)


@migrations(name="0004_marks")
def marks(db: Database) -> None:
    """Stars and hidden questions, how each question went, and no copy of the bank any more."""
    db.executescript(MARKS)
    db.table("questions").disable_fts()
    db.table("questions").drop()
    db.table("indexed_bank").drop()


@migrations(name="0005_rungs_and_drills")
def rungs_and_drills(db: Database) -> None:
    """Follow-ups under their question, and what drills note of an answer."""
    db.executescript(RUNGS_AND_DRILLS)


@migrations(name="0006_verdicts")
def verdicts(db: Database) -> None:
    """Corrections of verdicts on key points beside those of flags."""
    db.executescript(VERDICTS)


@migrations(name="0007_contrary_points")
def contrary_points(db: Database) -> None:
    """How many key points an answer says the contrary of, in a column of its own."""
    db.executescript(CONTRARY)


@migrations(name="0008_stories")
def stories(db: Database) -> None:
    """The candidate's own stories, which outlast the answers they were told in."""
    db.executescript(STORIES)


@migrations(name="0009_word_corrections")
def word_corrections(db: Database) -> None:
    """Corrections of what the machine heard, and the machine's own words beside those in use."""
    db.executescript(WORD_CORRECTIONS)


@migrations(name="0010_history")
def history(db: Database) -> None:
    """Names, tags and stars, and what History is sorted and filtered by."""
    db.executescript(HISTORY)


@migrations(name="0011_progress")
def progress(db: Database) -> None:
    """Figures by time and topics by answer, for charts over many answers."""
    db.executescript(PROGRESS)


@migrations(name="0012_taken_in")
def taken_in(db: Database) -> None:
    """Recordings made elsewhere, and which of them are still to come."""
    db.executescript(TAKEN_IN)


@migrations(name="0013_outdated")
def outdated(db: Database) -> None:
    """An index of what each report was judged by, and when."""
    db.executescript(OUTDATED)


@migrations(name="0014_gaps")
def gaps(db: Database) -> None:
    """What recordings lack, and where."""
    db.executescript(GAPS)


@migrations(name="0015_figures_by_session")
def figures_by_session(db: Database) -> None:
    """A session's figures from its own answers alone, whatever other indexes there are."""
    db.executescript(FIGURES_BY_SESSION)


@migrations(name="0016_sound_let_go")
def sound_let_go(db: Database) -> None:
    """An index of the answers whose recordings were deleted by the user's setting."""
    db.executescript(SOUND_LET_GO)


@migrations(name="0017_at_start")
def at_start(db: Database) -> None:
    """Indexes of what is left to do, and of which questions were asked last."""
    db.executescript(AT_START)
