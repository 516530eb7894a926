"""The interviewer's voice: texts put the way they are said, and rendered to sound files in a child process."""
