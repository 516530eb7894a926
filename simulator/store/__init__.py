"""Everything that is kept: sessions, answers, transcripts and reports, in one SQLite file.

The values are `records`; `store` costs the database library and is imported late.
"""
