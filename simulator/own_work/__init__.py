"""What the user brings to an interview and where they apply: read from a CV or a job advertisement, asked about.

No Qt, no clock, no database. Files are read in a child process (`cv_reading`, `file_text`), kept in one private JSON
file (`own_work_file`); everything between is text and values.
"""
