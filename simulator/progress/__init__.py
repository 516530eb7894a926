"""How the candidate gets on, from interview to interview: by topic and week, against their own median, day by day."""
