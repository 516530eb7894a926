"""What the user brings to an interview and where they apply: read from a CV or a job advertisement, asked about.

No Qt, no clock, no database. Files are read in a child process (`reading`, `file_text`), kept in one private JSON file
(`background_file`); everything between is text and values.
"""
