"""What the user brings to an interview and where they apply: read from a CV or a job advertisement, asked about.

No Qt, no clock, no database. Files are read in a child process (`documents`); `cv` and `advertisement` find what a text
says; `questions` asks about it; `job_plan` and `mixed_plan` put those questions into interviews. `own_work` is what is
kept, in one private JSON file (`own_work_file`). Everything between is text and values.
"""
