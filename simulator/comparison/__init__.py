"""Two kept answers to one question, held against each other. No Qt, no sound, no library."""
