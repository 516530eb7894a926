"""What is asked at every start, each answered from an index of its own: the rows hold long texts, and may be 100,000.

A step of `migrations` each, so none of them is ever edited.
"""

from __future__ import annotations

from typing import Final

# Which reports are those of an earlier analysis or of other rules.
OUTDATED: Final = """
CREATE INDEX answers_by_version ON answers (id, analysis_version, rules, judged_at)
    WHERE status = 'saved' AND report IS NOT NULL;
"""

# Which recordings were deleted by the user's setting.
SOUND_LET_GO: Final = "CREATE INDEX answers_without_sound ON answers (file_name) WHERE sha256 = 'deleted by setting';"

# What is left to do, and before every interview, which questions were asked last.
AT_START: Final = """
CREATE INDEX answers_asked ON answers (id, question_id) WHERE rung = 0;
CREATE INDEX answers_to_review ON answers (id) WHERE rung = 0 AND status = 'saved' AND report IS NOT NULL;
CREATE INDEX answers_without_report ON answers (id) WHERE status = 'saved' AND report IS NULL;
CREATE INDEX answers_without_transcript ON answers (id)
    WHERE status = 'saved' AND transcript IS NULL AND file_name IS NOT NULL;
"""
